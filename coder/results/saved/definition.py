"""What a saved table shows, in words that last: codes and questions by GUID. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from coder.results.disclosure import Guard
from coder.results.table import BaseKind, Shape
from coder.results.wishes import Level, Order
from corpus.language import Language
from corpus.problems import Problem

Kind = Literal["codes", "response", "missing"]
ColumnKind = Literal["none", "band", "variable", "wave", "code"]

KINDS: tuple[Kind, ...] = ("codes", "response", "missing")
SHAPES: tuple[Shape, ...] = ("table", "list", "counted", "phrases")
GUARDS: tuple[Guard, ...] = ("none", "1-2", "1-4", "round")


@dataclass(frozen=True)
class Group:
    """Codes, by GUID, that are one row under a name; `shown`: they stand under it too."""

    name: str
    codes: tuple[str, ...]
    shown: bool = False


@dataclass(frozen=True)
class Filter:
    """A variable and the values that count."""

    variable: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Definition:
    """A table: of which question (GUID), what stands in its rows and columns, of whom.

    `kind`: codes; or for several questions the answers of those asked (`response`), or who was
    asked and left it blank (`missing`). `others` are further questions: earlier waves, or rows.
    `by`: the variable of the columns, or the GUID of the question whose codes they are. `only`:
    the codes that are rows, none for all in use. `units`: kinds of respondents, none for all.
    `language` None: the study's.
    """

    question: str
    kind: Kind = "codes"
    others: tuple[str, ...] = ()
    columns: ColumnKind = "none"
    by: str = ""
    level: Level = "code"
    only: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    base: BaseKind = "answered"
    weight: str = ""
    order: Order | None = None
    pins: tuple[str, ...] = ()
    cutoff: int = 0
    filters: tuple[Filter, ...] = ()
    units: tuple[str, ...] = ()
    coder: str = ""
    language: Language | None = None
    intervals: bool = False
    differences: bool = False
    guard: Guard = "1-4"
    shape: Shape = "table"

    def __post_init__(self) -> None:
        if self.columns in ("variable", "code") and not self.by:
            raise Problem(f"Columns by {self.columns} need one.", "Name it with --by.")
        if self.weight and self.columns != "none":
            raise Problem(
                "A weighted table has no groups: what it tells about small cells is not reckoned.",
                "Leave the weight out, or the groups.",
            )
        if self.shape != "table" and (self.columns != "none" or self.kind != "codes"):
            raise Problem("Lists and phrases have no columns.", "Leave the groups out.")
        if self.kind != "codes" and (self.columns in ("wave", "code") or self.guard == "round"):
            raise Problem(
                "Who answered is shown by size band or by a variable, hidden and not rounded.",
                "Choose other columns, or another guard.",
            )
        if self.weight and self.kind != "codes":
            raise Problem("Who answered is not weighted.", "Leave the weight out.")
        if self.columns == "wave" and self.cutoff:
            raise Problem("A table by wave has no cut-off.", "Choose rows with --code, or --level.")
        if self.cutoff < 0:
            raise Problem("A cut-off is not less than 0.", "Give a number of answers.")

    @property
    def codes(self) -> tuple[str, ...]:
        """The GUIDs of all codes that are named."""
        grouped = (code for group in self.groups for code in group.codes)
        return tuple(dict.fromkeys([*self.only, *grouped, *self.pins]))


def definition_text(definition: Definition) -> str:
    """The definition as JSON, always the same for the same one; what is usual is left out."""
    usual = Definition(definition.question)
    told = {
        key: value
        for key, value in asdict(definition).items()
        if key == "question" or value != getattr(usual, key)
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def definition_of(text: str) -> Definition:
    """The definition that a text holds; a Problem when it cannot be read."""
    try:
        told = json.loads(text)
        return _read(told)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Problem("The definition of a table cannot be read.", str(error)) from error


def _read(told: Mapping[str, Any]) -> Definition:
    known = {field.name for field in fields(Definition)}
    if unknown := sorted(told.keys() - known):
        raise KeyError(f"not known: {', '.join(unknown)}")
    values: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in told.items()
    }
    values["groups"] = tuple(
        Group(each["name"], tuple(each["codes"]), bool(each.get("shown")))
        for each in told.get("groups", ())
    )
    values["filters"] = tuple(
        Filter(each["variable"], tuple(each["values"])) for each in told.get("filters", ())
    )
    return Definition(**values)
