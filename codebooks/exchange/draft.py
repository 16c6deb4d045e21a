"""A codebook outside a study: what a file holds, or what is to be written to one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftCode:
    """A code by the names from its main theme to itself; "" and None where the file says nothing.

    `guid` is in lower case without braces. The other fields are those of `codebooks.tree.Code`.
    """

    path: tuple[str, ...]
    guid: str = ""
    number: int | None = None
    definition: str = ""
    include: str = ""
    exclude: str = ""
    color: str = ""
    symbol: str = ""
    outcome: bool = False
    retired: bool = False
    locked: bool = False


@dataclass(frozen=True)
class DraftBook:
    """A codebook: its codes in printing order, a theme before what is under it.

    `single` and `ordered` are None where the file does not say. `warnings` are sentences on what
    could not be read or was changed in reading.
    """

    name: str
    codes: tuple[DraftCode, ...]
    single: bool | None = None
    ordered: bool | None = None
    warnings: tuple[str, ...] = ()
