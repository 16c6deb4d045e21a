"""Example answers of codes: quotes as they may leave the study, a few of each."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from coder.results.quote import Quote
from coder.results.quotes import QuoteWishes, select_quotes
from corpus.queries import Question

Key = TypeVar("Key", bound=Hashable)
Path = tuple[str, ...]

_LONG = 60
_LOOKED_AT = 5


def pick_examples(
    session: Session,
    question: Question,
    groups: Mapping[Key, Sequence[Path]],
    most: int,
    labels: bool = True,
) -> dict[Key, tuple[Quote, ...]]:
    """At most `most` masked quotes of each group of codes, given by their paths.

    Texts of up to 60 words and texts that are no other group's example come first; the order is
    otherwise that of quotes, which does not tell who answered.
    """
    if not most:
        return {}
    wishes = QuoteWishes(most=_LOOKED_AT * most, labels=labels)
    by_path: dict[Path, list[Quote]] = {}
    for quote in select_quotes(session, [question], wishes).quotes:
        by_path.setdefault(quote.path[1:], []).append(quote)
    used: set[str] = set()
    return {
        key: _best([quote for path in paths for quote in by_path.get(path, ())], most, used)
        for key, paths in groups.items()
    }


def _best(quotes: Sequence[Quote], most: int, used: set[str]) -> tuple[Quote, ...]:
    different = list({quote.text: quote for quote in quotes}.values())
    fitting = sorted(
        different, key=lambda quote: (quote.text in used, len(quote.text.split()) > _LONG)
    )
    used |= {quote.text for quote in fitting[:most]}
    return tuple(fitting[:most])
