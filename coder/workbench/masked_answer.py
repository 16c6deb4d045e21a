"""An answer under review: how far it is, what was found in it, what was decided on that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coder.quoting.decisions import Decisions
from coder.quoting.printed_answers import PrintedAnswer
from coder.quoting.wording import ChoiceKind, MaskChoice, Wording, is_released
from corpus.privacy.flags import Flag
from corpus.privacy.hits import Category, Hit

MARKED = "by hand"
"""The layer of what no layer found and a person masked or cut."""


class State(StrEnum):
    """How far the review of an answer is."""

    UNREAD = "not searched yet"
    NOTHING = "nothing found"
    TO_REVIEW = "to review"
    APPROVED = "approved"
    LAPSED = "approval lapsed"


@dataclass(frozen=True, slots=True)
class Found:
    """Characters start to end (half open) that were found or decided on.

    `layer` and `rule` say why, `decided` what a person decided, None for what is as it was found.
    """

    start: int
    end: int
    text: str
    category: Category | None
    layer: str
    rule: str
    certain: bool
    decided: ChoiceKind | None


@dataclass(frozen=True, slots=True)
class Caution:
    """A flag of an answer, to be answered before its wording is approved."""

    flag: Flag
    answered: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """An answer beside its masked wording."""

    answer: PrintedAnswer
    found: tuple[Found, ...]
    cautions: tuple[Caution, ...]
    wording: Wording
    decisions: Decisions
    state: State

    @property
    def open_cautions(self) -> tuple[Caution, ...]:
        """The flags that nobody has answered."""
        return tuple(each for each in self.cautions if not each.answered)


def as_logged(found: Sequence[Found]) -> str:
    """What was found and what became of it, for the history: category, decision, layer, rule."""
    rows = []
    for each in found:
        category = each.category.value if each.category else ""
        decision = each.decided.value if each.decided else "as found"
        rows.append(f"{each.start}-{each.end} {category} {decision} ({each.layer}: {each.rule})")
    return "; ".join(rows)


def found_in(text: str, hits: Sequence[Hit], choices: Sequence[MaskChoice]) -> Iterator[Found]:
    """What was found, each with the decision on it, and what was decided beside it."""
    decided = {(each.start, each.end): each for each in choices if each.kind != "answered"}
    rows: list[Found] = []
    for hit in hits:
        choice = decided.pop((hit.start, hit.end), None)
        kind = choice.kind if choice else ChoiceKind.RELEASE if is_released(hit, choices) else None
        category = Category(choice.category) if choice and choice.category else hit.category
        rows.append(
            Found(hit.start, hit.end, hit.text, category, hit.layer, hit.rule, hit.certain, kind)
        )
    for (start, end), choice in decided.items():
        category_chosen = Category(choice.category) if choice.category else None
        piece = text[start:end]
        rows.append(Found(start, end, piece, category_chosen, MARKED, "", True, choice.kind))
    yield from sorted(rows, key=lambda each: (each.start, each.end))


def cautions_on(flags: Sequence[Flag], choices: Sequence[MaskChoice]) -> Iterator[Caution]:
    """The flags of an answer, each with whether it was answered."""
    answered = {
        (each.start, each.end, each.category)
        for each in choices
        if each.kind is ChoiceKind.ANSWERED
    }
    for flag in flags:
        yield Caution(flag, (flag.start, flag.end, flag.kind) in answered)
