"""The base of all mapped tables: STRICT, ids never reused, text as TEXT."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

TABLE_OPTIONS: dict[str, Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}
DERIVED: dict[str, Any] = {"derived": True}
UNLOGGED: dict[str, Any] = {"unlogged": True}


class Base(DeclarativeBase):
    """Every table has an integer key `id`; no floats and no blobs, so that history is exact."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {str: Text}
    __table_args__: Any = TABLE_OPTIONS

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)
