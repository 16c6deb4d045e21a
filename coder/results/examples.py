"""Example answers of codes: quotes as they may leave the study, a few of each."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from coder.results.labels import MERGED, LabelRule
from coder.results.quote import Quote
from coder.results.quotes import (
    Printed,
    QuoteWishes,
    print_quotes,
    quote_notes,
    refuse_unapproved,
)
from corpus.queries import Question

Key = TypeVar("Key", bound=Hashable)
Path = tuple[str, ...]

_LONG = 60
_LOOKED_AT = 5


@dataclass(frozen=True)
class Examples(Generic[Key]):
    """The quotes of each group, and what is said under them."""

    of_group: Mapping[Key, tuple[Quote, ...]]
    notes: tuple[str, ...] = ()


def pick_examples(
    session: Session,
    question: Question,
    groups: Mapping[Key, Sequence[Path]],
    most: int,
    labels: bool = True,
    rule: LabelRule = MERGED,
) -> Examples[Key]:
    """At most `most` masked quotes of each group of codes, given by their paths.

    Texts of up to 60 words and texts that are no other group's example come first; the order is
    otherwise that of quotes, which does not tell who answered. A Problem where the study lets only
    approved quotes out and one of those looked at is not.
    """
    if not most:
        return Examples({})
    wishes = QuoteWishes(most=_LOOKED_AT * most, labels=labels, label_rule=rule)
    printed = list(print_quotes(session, [question], wishes))
    refuse_unapproved(session, printed)
    by_path: dict[Path, list[Printed]] = {}
    for each in printed:
        by_path.setdefault(each.quote.path[1:], []).append(each)
    used: set[str] = set()
    best = {
        key: _best([each for path in paths for each in by_path.get(path, ())], most, used)
        for key, paths in groups.items()
    }
    shown = [each for picked in best.values() for each in picked]
    notes = quote_notes(session, [question], shown, wishes) if shown else ()
    return Examples({key: tuple(each.quote for each in best[key]) for key in best}, notes)


def _best(printed: Sequence[Printed], most: int, used: set[str]) -> tuple[Printed, ...]:
    different = list({each.quote.text: each for each in printed}.values())
    fitting = sorted(
        different,
        key=lambda each: (each.quote.text in used, len(each.quote.text.split()) > _LONG),
    )
    used |= {each.quote.text for each in fitting[:most]}
    return tuple(fitting[:most])
