"""Finding identifying text in made-up answers: lists and patterns, and with the recogniser."""

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Line, measure
from corpus.privacy.finder import READING, Finder
from corpus.privacy.name_lists import municipalities
from corpus.privacy.recogniser.model import trained, usual_words

_ANSWERS = 500
_WORDS = 35


def run(_: Path, runs: int) -> Iterator[Line]:
    """500 answers of 35 words: split into words, searched by rules, read, asked for again."""
    source = random.Random(6)
    usual = sorted(usual_words())
    texts = [_answer(source, usual) for _ in range(_ANSWERS)]
    split = measure(lambda: [text.casefold().split() for text in texts], runs)
    yield Line("500 answers split at spaces", split)
    Finder(layers=READING).find("Kari bor i Oslo.")
    rules = measure(lambda: _search(Finder(), texts), runs)
    yield Line("500 answers, lists and patterns", rules, split, "<= 0.25 s")
    tokens = measure(lambda: [trained().nlp.make_doc(text) for text in texts], runs)
    read = measure(lambda: _search(Finder(layers=READING), texts), runs)
    yield Line("500 answers, with the recogniser", read, tokens, "<= 3.3 s")
    known = Finder()
    _search(known, texts)
    yield Line("500 answers, remembered", measure(lambda: _search(known, texts), runs), split)


def _search(finder: Finder, texts: list[str]) -> None:
    for text in texts:
        finder.find(text)


def _answer(source: random.Random, usual: list[str]) -> str:
    words = [source.choice(usual) for _ in range(_WORDS)]
    words[source.randrange(1, _WORDS)] = source.choice(municipalities())
    return " ".join(words).capitalize() + "."
