"""Trains the recogniser of names that comes with the program and writes its three files.

    python -m scripts.train_recogniser FOLDER WORDS VECTORS [--epochs 9] [--out FOLDER]

FOLDER holds norne_train.jsonl and norne_dev.jsonl (NorNE, both written standards); nothing is
learned from the second, it is only scored. WORDS has a word a line, in lower case when it is
mostly written so; VECTORS is an .npz file with `table` (int8, a row a word after a first row of
noughts) and `scale` (a number a column): vectors of multilingual-e5-small for each word with a
capital letter, made smaller to 64 columns by principal components. One core takes half an hour.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

from corpus.privacy.recogniser.model import Recogniser, blank, words_in, write
from scripts.made_up_sentences import made_up

_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE_LOC": "GPE", "GPE_ORG": "GPE"}
_LABELS = {
    "0": {},
    **{str(move): dict.fromkeys(("PER", "ORG", "GPE", "LOC"), 1) for move in (1, 2, 3)},
    "4": dict.fromkeys(("PER", "ORG", "GPE", "LOC", ""), 1),
    "5": {"": 1},
}
_SEED = 5
_RATE, _DROPOUT = 0.0015, 0.2
_FIRST_BATCH, _LARGEST_BATCH, _GROWTH = 300, 1200, 1.35
_LOWER, _UPPER = 0.05, 0.025
_MADE_UP = 700
_OUT = Path(__file__).resolve().parent.parent / "corpus" / "privacy" / "recogniser"


class Sentence(NamedTuple):
    """A sentence and its names: start, end (half open), label."""

    text: str
    names: list[tuple[int, int, str]]


def main() -> None:
    """Train, say the score after each round, write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args()
    fix_random_seed(_SEED)
    words = words_in(options.words.read_text(encoding="utf-8"))
    with np.load(options.vectors) as held:
        table, scale = held["table"], held["scale"]
    recogniser = blank(words, table.astype(np.float32) * scale, _LABELS)
    optimizer = Adam(
        learn_rate=_RATE, use_averages=True, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0
    )
    train = list(read(options.folder / "norne_train.jsonl"))
    dev = list(read(options.folder / "norne_dev.jsonl"))
    source = random.Random(_SEED)
    for epoch in range(options.epochs):
        _learn(recogniser, optimizer, train, source, epoch / options.epochs, epoch)
        with recogniser.network.model.use_params(optimizer.averages):
            print(epoch + 1, *(f"{share:.4f}" for share in score(recogniser, dev)), flush=True)
    with recogniser.network.model.use_params(optimizer.averages):
        write(recogniser, options.out, words, table, scale)


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file of NorNE with the names that are looked for."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            spans = [span for span in row["spans"] if span["type"] in _TYPES]
            names = [(span["start"], span["end"], _TYPES[span["type"]]) for span in spans]
            yield Sentence(row["text"], names)


def score(recogniser: Recogniser, sentences: list[Sentence]) -> tuple[float, float, float]:
    """F1, precision and recall of whole names with their labels."""
    right = found = wanted = 0
    for text, names in sentences:
        entities = {tuple(entity) for entity in recogniser.entities(text)}
        right += len(entities & set(names))
        found += len(entities)
        wanted += len(names)
    return 2 * right / (found + wanted), right / max(1, found), right / wanted


def _learn(
    recogniser: Recogniser,
    optimizer: Optimizer,
    train: list[Sentence],
    source: random.Random,
    done: float,
    epoch: int,
) -> None:
    """One round through the sentences, some in lower case or capitals, and made-up ones."""
    rows = [_changed(row, source) for row in train]
    rows += [_changed(Sentence(*row), source) for row in made_up(source, _MADE_UP)]
    source.shuffle(rows)
    size = min(_LARGEST_BATCH, _FIRST_BATCH * _GROWTH**epoch)
    optimizer.learn_rate = _RATE * max(0.05, 1 - done)
    batch: list[Example] = []
    words = 0
    for text, names in rows:
        doc = recogniser.nlp.make_doc(text)
        batch.append(Example.from_dict(doc, {"entities": names}))
        words += len(doc)
        if words >= size:
            recogniser.network.update(batch, sgd=optimizer, drop=_DROPOUT)
            batch, words = [], 0
    if batch:
        recogniser.network.update(batch, sgd=optimizer, drop=_DROPOUT)


def _changed(row: Sentence, source: random.Random) -> Sentence:
    """The sentence as it is, in lower case, or in capitals: survey answers are careless."""
    drawn = source.random()
    text = row.text
    if drawn < _LOWER:
        text = text.lower()
    elif drawn < _LOWER + _UPPER:
        text = text.upper()
    return Sentence(text, row.names) if len(text) == len(row.text) else row


if __name__ == "__main__":
    main()
