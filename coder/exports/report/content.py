"""What stands in the report, ready to be written."""

from dataclasses import dataclass

from coder.growth_curve import Growth
from coder.results.methods_note import MethodsNote
from coder.results.table import Table
from corpus.language import Language


@dataclass(frozen=True)
class Coverage:
    """A question's way: asked, answered, percent of those asked, coded, codes in use."""

    key: str
    text: str
    asked: int
    answered: int
    rate: int
    coded: int
    codes: int


@dataclass(frozen=True)
class Section:
    """Tables under a heading, with the growth of the code list where there is one."""

    heading: str
    tables: tuple[Table, ...]
    growth: Growth | None = None


@dataclass(frozen=True)
class Report:
    """The report: how far the study came, its sections, how it was done."""

    study: str
    language: Language
    coverage: tuple[Coverage, ...]
    sections: tuple[Section, ...]
    methods: MethodsNote
