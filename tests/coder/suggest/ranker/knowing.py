"""Small questions with codes, and a ranker that knows them."""

from collections.abc import Iterable, Mapping

import numpy
from numpy import float32

from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.coefficients import shipped_coefficients
from coder.suggest.ranker.ranker import Ranker
from coder.suggest.vectors.table import WordVectors

SAID = (
    "Vi mangler boliger til de unge",
    "Samarbeidet med fastlegene er godt",
    "mangel på BOLIG for ungdom",
    "Fastlegen samarbeider ikke",
    "Boligmangelen er stor",
    "For lite penger",
    "penger og boliger",
    "",
    "?!",
    "nei",
    "buorre beaivi",
    "😀👍🏽",
    "The GP never answers",
    "For lite penger til boliger og leger",
)
HOUSING, DOCTORS, MONEY, NOTHING = 10, 20, 30, 40
NAMES = {
    HOUSING: "Bolig",
    DOCTORS: "Fastlege og samarbeid",
    MONEY: "Økonomi",
    NOTHING: "Ikke svart",
}


def vectors() -> WordVectors:
    """A table of a few words in three directions."""
    near = {
        "bolig": (9, 1, 0),
        "boliger": (9, 0, 1),
        "unge": (6, 2, 1),
        "fastlege": (0, 9, 1),
        "samarbeid": (1, 6, 2),
        "penger": (0, 1, 9),
        "økonomi": (1, 0, 9),
    }
    rows = numpy.array(list(near.values()), float32)
    return WordVectors(
        {word: at for at, word in enumerate(near)}, rows, numpy.ones(len(near), float32)
    )


def answers(texts: Iterable[str] = SAID, table: WordVectors | None = None) -> Answers:
    """Answers with the numbers 100, 101, ... as ids."""
    return Answers([(100 + at, text) for at, text in enumerate(texts)], table or vectors())


def ranker(
    codings: Mapping[int, Iterable[int]],
    names: Mapping[int, str] = NAMES,
    made: Answers | None = None,
) -> Ranker:
    """A ranker that knows codes and the codes of some answers, in that order."""
    made = made or answers()
    knowing = Ranker(made, shipped_coefficients(made.kind))
    for code, name in names.items():
        knowing.set_code(code, name)
    for order, (answer, codes) in enumerate(codings.items()):
        knowing.set_codes(answer, frozenset(codes), order)
    return knowing
