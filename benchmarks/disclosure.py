"""Hiding and attacking tables of 60 codes, and several tables that belong together."""

import random
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.timing import Line as Result
from benchmarks.timing import measure
from coder.disclosure.attack import attack, recovered
from coder.disclosure.protect import hide, protect
from coder.disclosure.publication import Cover, Entry, Line, LineKind, Publication, Sheet
from coder.disclosure.rounding import round_counts

_GOAL = "<= 2 s together"


def run(_: Path, runs: int) -> Iterator[Result]:
    """Tables of 60 codes by 7 bands; the notes say how many cells are hidden."""
    cases = {
        "60 x 7, several codes an answer": _published(60, 1, False, False),
        "60 x 7, several codes, 10 themes": _published(60, 1, False, True),
        "60 x 7, one code an answer, Totalt": _published(60, 1, True, False),
        "60 x 8 by three groupings, 10 themes": _published(60, 3, False, True),
    }
    for name, publication in cases.items():
        hidden = protect(publication, "1-4")
        primary = {(d.table, d.row, d.column) for d in hidden.decisions if d.reason != "protects"}
        note = (
            f"{len(hidden.places)} of {_cells(publication)} hidden, {len(primary)} for themselves"
        )
        protecting = measure(partial(protect, publication, "1-4"), runs)
        yield Result(f"{name}: protect", protecting, None, _GOAL, note)
        published = hide(publication, hidden.places)
        found = f"{len(recovered(published))} recovered"
        yield Result(
            f"{name}: gate", measure(partial(recovered, published), runs), None, _GOAL, found
        )
        yield Result(f"{name}: exact intervals", measure(partial(attack, published), 1))
        yield Result(f"{name}: rounded", measure(partial(round_counts, publication, 1), 1))


def _cells(publication: Publication) -> int:
    return sum(len(line.cells) for sheet in publication.sheets for line in sheet.lines)


def _published(rows: int, groupings: int, single: bool, themes: bool) -> Publication:
    """Made-up answers of 371 respondents in groups of unequal size, few of them with rare codes."""
    draw = random.Random(7)
    weights = [1 / (1 + at) for at in range(rows)]
    columns = 7 if groupings == 1 else 8
    answers = []
    for _ in range(371):
        groups = [draw.choices(range(columns), range(2, columns + 2))[0] for _ in range(groupings)]
        codes = set(draw.choices(range(rows), weights, k=1 if single else draw.randint(1, 4)))
        answers.append((groups, codes))
    keys: list[tuple[str, set[int], LineKind]] = [(f"c{at}", {at}, "code") for at in range(rows)]
    if themes:
        keys += [(f"t{at}", set(range(at, at + 6)), "code") for at in range(0, rows, 6)]
    if single:
        keys += [("sum", set(range(rows)), "total")]
    sheets = tuple(_sheet(answers, keys, at, columns) for at in range(groupings))
    shown = {line.key for line in sheets[0].lines}
    covers = [
        Cover(
            "row", key, tuple(f"c{at}" for at in sorted(codes) if f"c{at}" in shown), single, True
        )
        for key, codes, _ in keys
        if len(codes) > 1
    ]
    return Publication(sheets, tuple(covers))


def _sheet(
    answers: Sequence[tuple[list[int], set[int]]],
    keys: Sequence[tuple[str, set[int], LineKind]],
    grouping: int,
    columns: int,
) -> Sheet:
    names = tuple(f"g{grouping}={at}" for at in range(columns))

    def line(key: str, codes: set[int] | None, kind: LineKind = "code") -> Line:
        counts = [0] * columns
        for groups, having in answers:
            counts[groups[grouping]] += codes is None or bool(having & codes)
        return Line(key, key, Entry(sum(counts)), tuple(map(Entry, counts)), kind)

    lines = [line(key, codes, kind) for key, codes, kind in keys]
    used = tuple(line for line in lines if line.total and line.total.count)
    return Sheet(f"table {grouping}", "q", names, names, line("*", None), used)
