"""The mapped tables of what was answered."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, Base


class StudyRow(Base):
    """The study itself: one row. `band_limits` are inhabitants, rising, with commas between."""

    __tablename__ = "study"

    guid: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    language: Mapped[str]
    band_limits: Mapped[str]
    seed: Mapped[int]


class BandLabelRow(Base):
    """A band's label in this study, where it is not the usual one."""

    __tablename__ = "band_label"

    band: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]


class RespondentRow(Base):
    """A unit that answered. `name` is its own name: used for masking, never printed."""

    __tablename__ = "respondent"

    guid: Mapped[str] = mapped_column(unique=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class PresenceRow(Base):
    """A respondent in one wave (year; "" when the study has none), with what was true then."""

    __tablename__ = "presence"
    __table_args__: Any = (UniqueConstraint("respondent_id", "wave"), TABLE_OPTIONS)

    respondent_id: Mapped[int] = mapped_column(ForeignKey("respondent.id"))
    wave: Mapped[str]
    kind: Mapped[str]
    population: Mapped[int | None]
    band: Mapped[str]


class VariableRow(Base):
    """A closed question or background fact."""

    __tablename__ = "variable"

    key: Mapped[str] = mapped_column(unique=True)


class ValueRow(Base):
    """What one respondent has for a variable in one wave, as written; empty cells have no row."""

    __tablename__ = "value"
    __table_args__: Any = (UniqueConstraint("variable_id", "presence_id"), TABLE_OPTIONS)

    variable_id: Mapped[int] = mapped_column(ForeignKey("variable.id"))
    presence_id: Mapped[int] = mapped_column(ForeignKey("presence.id"), index=True)
    text: Mapped[str]


class QuestionRow(Base):
    """An open question of one wave; `asked_if_*` when it is asked only of some."""

    __tablename__ = "question"
    __table_args__: Any = (UniqueConstraint("key", "wave"), TABLE_OPTIONS)

    guid: Mapped[str] = mapped_column(unique=True)
    key: Mapped[str]
    wave: Mapped[str]
    text: Mapped[str]
    position: Mapped[int]
    asked_if_variable_id: Mapped[int | None] = mapped_column(ForeignKey("variable.id"))
    asked_if_value: Mapped[str | None]


class AnswerRow(Base):
    """A question that a respondent was asked; no row: not asked.

    `version` is the number of the version in use, 0 when the answer is blank.
    """

    __tablename__ = "answer"
    __table_args__: Any = (UniqueConstraint("question_id", "presence_id"), TABLE_OPTIONS)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    presence_id: Mapped[int] = mapped_column(ForeignKey("presence.id"), index=True)
    version: Mapped[int]


class VersionRow(Base):
    """A text that a respondent gave, as stored for ever; `sha256` (hex) proves it unchanged."""

    __tablename__ = "version"
    __table_args__: Any = (UniqueConstraint("answer_id", "number"), TABLE_OPTIONS)

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    number: Mapped[int]
    text: Mapped[str]
    sha256: Mapped[str]


class AddedNameRow(Base):
    """A name that no list has and that is masked wherever it stands, as a person decided."""

    __tablename__ = "added_name"

    name: Mapped[str] = mapped_column(unique=True)


class ReleasedWordRow(Base):
    """A word that looks like a name and may stand, as a person decided."""

    __tablename__ = "released_word"

    word: Mapped[str] = mapped_column(unique=True)
