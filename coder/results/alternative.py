"""Closed alternatives made of codes: what is printed, nothing that is computed while printing."""

from dataclasses import dataclass

from coder.results.quote import Quote
from corpus.language import Language


@dataclass(frozen=True, slots=True)
class LinkedCode:
    """The code behind an alternative: its number, GUID and path."""

    number: int
    guid: str
    path: tuple[str, ...]


@dataclass(frozen=True)
class Alternative:
    """A closed alternative with its number on the form, from 1.

    `count` is the distinct answers behind it and `percent` their share of those who answered,
    rounded half up. `codes` are one code, or those that stand under the last alternative.
    """

    number: int
    text: str
    count: int
    percent: int
    codes: tuple[LinkedCode, ...]
    examples: tuple[Quote, ...] = ()
    is_other: bool = False


@dataclass(frozen=True)
class AlternativeList:
    """The alternatives of one question, the one for everything else last.

    `draft` is the warning that stands over examples nobody has approved, else empty.
    """

    title: str
    language: Language
    question: str
    n: int
    alternatives: tuple[Alternative, ...]
    notes: tuple[str, ...] = ()
    draft: str = ""
