"""Tables and quotes that are published together, guarded together: hidden or rounded, attacked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from coder.disclosure.attack import refuse_recovered
from coder.disclosure.decisions import Decision
from coder.disclosure.protect import hide, protect
from coder.disclosure.publication import Publication, Suppression
from coder.disclosure.rounding import round_counts
from coder.results.published import Labels, publication_of, with_hidden, with_rounded
from coder.results.quote import Quote
from coder.results.table import Table
from corpus.problems import Problem

__all__ = [
    "Beside",
    "Guard",
    "Protected",
    "Suppression",
    "protect_table",
    "protect_tables",
    "refuse_advice",
]

Guard = Literal["none", "1-2", "1-4", "round"]
"""Hide nothing, small cells of two sizes, or round to base 3."""


@dataclass(frozen=True)
class Protected:
    """The tables as they may be printed, and what was decided about single cells."""

    tables: tuple[Table, ...]
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What is printed beside tables: quotes, what their labels stand for, whether they are all."""

    quotes: Sequence[Quote] = ()
    labels: Labels | None = None
    complete: bool = False


def protect_table(
    table: Table, guard: Guard, pins: Collection[tuple[str, ...]] = (), seed: int = 0
) -> Table:
    """One table as it may be printed by itself; a Problem when a cell cannot be kept."""
    return protect_tables([table], guard, pins, seed).tables[0]


def protect_tables(
    tables: Sequence[Table],
    guard: Guard,
    pins: Collection[tuple[str, ...]] = (),
    seed: int = 0,
    beside: Beside | None = None,
    published: Collection[int] = (),
) -> Protected:
    """Tables, built without hiding, as they may be printed together.

    What is hidden is attacked from everything that is printed; a Problem names the cell that
    follows, and says what would help. `seed` is for rounding. The guard none changes nothing;
    nor are the tables changed that are `published` (by place) as they are.
    """
    if guard == "none" or not any(table.columns for table in tables):
        return Protected(tuple(tables))
    beside = beside or Beside()
    labels: Labels = beside.labels or {}
    publication = publication_of(
        tables,
        beside.quotes,
        labels,
        beside.complete,
        published=published,
        pins=pins,
        remainders=guard != "round",
    )
    if guard == "round":
        return _round(tables, publication, seed)
    return _hide(tables, publication, guard)


def refuse_advice(sentences: Sequence[str]) -> None:
    """A Problem with the first of these sentences, and the advice that follows it."""
    if not sentences:
        return
    sentence, _, advice = sentences[0].partition(". ")
    more = f" ({len(sentences)} cells in all)" if len(sentences) > 1 else ""
    hint = advice or "Merge columns, or put rows together."
    raise Problem(f"{sentence.rstrip('.')}.{more}", hint)


def _hide(tables: Sequence[Table], publication: Publication, rule: Suppression) -> Protected:
    found = protect(publication, rule)
    refuse_advice(found.advice)
    refuse_recovered(hide(publication, found.places))
    return Protected(with_hidden(tables, publication, found.places), found.decisions)


def _round(tables: Sequence[Table], publication: Publication, seed: int) -> Protected:
    done = round_counts(publication, seed)
    refuse_advice([each.sentence for each in done.exposed])
    return Protected(with_rounded(tables, done.publication), done.decisions)
