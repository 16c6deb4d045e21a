"""Word files with 5,000 quotes, masked and through the gate; the review; quotes proposed."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import words, write_codings, write_wide
from benchmarks.timing import Line, Seconds, measure
from coder.quoting.nuance import nuance
from coder.quoting.piece import Piece, Place
from coder.quoting.proposing import Asked, Kind, Standing, propose
from coder.study import Study
from coder.workbench.masking_desk import MaskingDesk
from corpus.bands import BandScheme
from corpus.queries import questions

_BANDS = BandScheme().names[:6]


def run(folder: Path, runs: int) -> Iterator[Line]:
    """The command, start of the program, masking and gate included."""
    source, codings, study = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, 2_500, 1, 40)
    write_codings(codings, 2_500, 60, 5_000)
    fullkoding("new", study)
    fullkoding("import", study, source, "--yes")
    fullkoding("code", study, "--from", codings)
    command = ("quotes", study, "-o", folder / "sitater.docx")
    yield Line("5,000 quotes to Word", measure(lambda: fullkoding(*command), runs), None, "<= 5 s")
    chapter = ("chapter", study, "-o", folder / "kapittel.docx", "--tables", "themes")
    seconds = measure(lambda: fullkoding(*chapter), runs)
    yield Line("5,000 quotes as a chapter to Word, hits known", seconds, None, "<= 8 s")
    yield from _reviewing(study, runs)
    yield from _proposing(runs)


def _reviewing(study: Path, runs: int) -> Iterator[Line]:
    """Opening an answer in the review: the slowest of 200 that were searched before."""
    with Study(study) as opened:
        with opened.read() as session:
            question = questions(session)[0].full_key
        desk = MaskingDesk(opened, question, "KH")
        some = desk.answers[:200]
        for answer in some:
            desk.open(answer)
        slowest = tuple(
            max(measure(partial(desk.open, each), 1).median for each in some) for _ in range(runs)
        )
    yield Line("an answer opened in the review", Seconds(slowest), None, "<= 0.05 s")


def _proposing(runs: int) -> Iterator[Line]:
    """Ten quotes of each kind out of 2,000 pieces, comparing their texts included."""
    draw = random.Random(1)
    pieces = [
        Piece(
            Place(at),
            (1,),
            (),
            (),
            f"R{at % 1_500}",
            _BANDS[at % 6],
            words(draw, draw.randint(5, 60)),
        )
        for at in range(2_000)
    ]
    standing = Standing(_BANDS)

    def find(kind: Kind) -> None:
        compared = nuance([piece.text for piece in pieces])
        propose(pieces, compared, Asked(10, kind), standing)

    for kind in Kind:
        seconds = measure(partial(find, kind), runs)
        yield Line(f"10 of 2,000 proposed: {kind.value}", seconds, None, "<= 1 s")
