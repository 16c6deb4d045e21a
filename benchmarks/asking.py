"""Suggestions asked for as the coding screen does, with the child process and a study on disk."""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_wide
from benchmarks.similar import memory
from benchmarks.timing import Line, measure
from codebooks.edits import add_path
from codebooks.queries import codebook_of
from coder.bulk_coding import NewCoding, insert_codings
from coder.people import coder_id
from coder.study import Study
from coder.suggest.child import Child
from coder.suggest.study_ranker import ranker_of
from coder.workbench.doing import Chosen, apply
from coder.workbench.filters import Filter, Sort
from coder.workbench.suggesting import Suggesting
from coder.workbench.workbench import Workbench

_CODES, _CODER = 60, "KH"
_MANY = 100_000


@dataclass(frozen=True)
class _Desk:
    bench: Workbench
    suggesting: Suggesting
    child: Child
    ids: Sequence[int]


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Update and suggest is one coding more, and the suggestions for the next answer."""
    for coded, goal in ((400, "<= 0.010 s"), (2_000, "<= 0.060 s")):
        path = _study(folder / f"of{coded}", coded + 200, coded)
        with Study(path) as study, closing(Child()) as child:
            yield from _lines(_desk(study, child), coded, runs, goal)
    path = _study(folder / "many", _MANY, 400)
    with Study(path) as study, closing(Child()) as child:
        desk = _desk(study, child)
        yield Line(
            "first suggestion, 100,000 answers", measure(partial(_first, desk), 1), None, "<= 30 s"
        )
        code = next(iter(desk.bench.tally.own))
        likely = partial(desk.suggesting.likely, code, 0.9, _nobody, _never)
        seconds = measure(likely, 1)
        note = f"child {memory(child)} MiB, goal <= 1024"
        yield Line("likely answers among them", seconds, None, "", note)


def _lines(desk: _Desk, coded: int, runs: int, goal: str) -> Iterator[Line]:
    first = measure(partial(_first, desk), 1)
    yield Line(f"first suggestion, {coded + 200} answers", first, None, "<= 1.5 s")
    with desk.bench.study.read() as session:
        ranker = ranker_of(session, desk.bench.question)
    ranker.suggest(desk.ids[-1])
    at = count(coded)
    codes = sorted(ranker.codes)

    def alone() -> None:
        place = next(at)
        ranker.set_codes(desk.ids[place], {codes[place % _CODES]})
        ranker.suggest(desk.ids[place + 1])

    plain = measure(alone, 10 * runs)
    yield Line(f"update and suggest, {coded} coded: in this process", plain)
    steps = count(coded)

    def acted() -> None:
        place = next(steps)
        apply(desk.bench, [codes[place % _CODES]], Chosen((desk.ids[place],), "x"))

    def asked() -> None:
        desk.suggesting.suggest(desk.ids[-1], _never)

    seconds = measure(asked, 10 * runs, acted)
    yield Line("update and suggest: in the child", seconds, plain, goal)


def _study(folder: Path, answers: int, coded: int) -> Path:
    folder.mkdir()
    wide, path = folder / "wide.csv", folder / "a.fullkoding"
    write_wide(wide, answers, 1, 15)
    fullkoding("new", path)
    fullkoding("import", path, wide, "--yes")
    chance = random.Random(1)
    with Study(path) as study:
        bench = Workbench(study, "k1.1", _CODER)
        ids = bench.ids(Filter(), Sort.FILE)
        with study.act("add_code", _CODER) as session:
            tree = codebook_of(session, bench.question.id)
            made = []
            for number in range(_CODES):
                tree, code = add_path(session, tree, [f"Emne {number}"])
                made.append(code.id)
            who = coder_id(session, _CODER)
            insert_codings(
                session,
                (
                    NewCoding(
                        bench.question.id, id_, code, who, 1, None, None, "hand", None, "unknown"
                    )
                    for id_ in ids[:coded]
                    for code in chance.sample(made, chance.choice((1, 1, 2)))
                ),
            )
    return path


def _desk(study: Study, child: Child) -> _Desk:
    bench = Workbench(study, "k1.1", _CODER)
    return _Desk(bench, Suggesting(bench, child), child, bench.ids(Filter(), Sort.FILE))


def _first(desk: _Desk) -> None:
    desk.suggesting.prepare(_nobody, _never)
    desk.suggesting.suggest(desk.ids[-1], _never)


def _nobody(_: float) -> None:
    """Nobody is told how much is done."""


def _never() -> bool:
    return False
