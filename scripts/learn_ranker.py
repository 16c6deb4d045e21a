"""Learns what the suggestions start from, and writes coder/suggest/ranker/coefficients.json.

    FULLKODING_TEST_DATA=folder python -m scripts.learn_ranker [--encoded folder]

Coding sessions are replayed up to different lengths; every pair of a later answer and a code is
an example. In some of them all codes of the question are known, also those not yet used, as with
a code list that was taken over. `--encoded` names a folder of vectors from the sentence encoder
(scripts/distil_vectors.py keeps them); without it the coefficients for it stay as they are.
"""

import argparse
import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
from numpy import float32, float64
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.coded_tasks import Task, all_tasks, data_folder
from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.coded import Coded
from coder.suggest.ranker.coefficients import Coefficients
from coder.suggest.ranker.features import feature_names
from coder.suggest.ranker.texts import for_encoder, name_for_encoder
from coder.suggest.ranker.weighing import features_of
from coder.suggest.ranker.window import Window
from coder.suggest.vectors.table import WordVectors, shipped_vectors

TARGET = (
    Path(__file__).resolve().parent.parent / "coder" / "suggest" / "ranker" / "coefficients.json"
)

_LENGTHS = (0, 1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 200, 400)
_USED_ONLY, _ALL_CODES = (101, 102, 104, 105), (103, 106)
_SHORTEST_INVENTED = 5
_ANSWERS, _LEAST_ANSWERS = 40, 10
_HOLD, _STEPS = 10.0, 300

Matrix = NDArray[float64]
Encoded = Mapping[str, NDArray[float32]]


@dataclass(frozen=True)
class Pairs:
    """Examples: features (pairs x features), whether the code was given, and weights."""

    found: NDArray[float32]
    given: Matrix
    weights: Matrix


def answers_of(task: Task, vectors: WordVectors | None, encoded: Encoded | None = None) -> Answers:
    """The answers of a task, with their numbers as ids."""
    texts = list(enumerate(task.texts))
    whole = None if encoded is None else {at: encoded[for_encoder(text)] for at, text in texts}
    return Answers(texts, vectors, whole)


def pairs_of(task: Task, answers: Answers, encoded: Encoded | None = None) -> Pairs:
    """Examples of one task, from coding sessions of different lengths."""
    found, given, weights = [], [], []
    for seed in (*_USED_ONLY, *_ALL_CODES):
        order = task.shuffled(seed)
        for length in _LENGTHS:
            asked = order[length : length + _ANSWERS]
            whole = seed in _ALL_CODES
            if len(asked) < _LEAST_ANSWERS or (length < _SHORTEST_INVENTED and not whole):
                continue
            coded = coded_up_to(task, order[:length], whole)
            window = Window(answers)
            window.replace(order[:length])
            names = answers.names(*named(coded, encoded))
            matrix = coded.matrix(order[:length])
            made = features_of(answers, window, matrix, names, numpy.array(asked))
            truth = [[code in task.codes[at] for code in coded.columns] for at in asked]
            found.append(made.reshape(-1, made.shape[2]).astype(float32))
            given.append(numpy.array(truth, float64).ravel())
            weights.append(numpy.full(len(given[-1]), 1 / len(asked)))
    joined = numpy.concatenate
    return Pairs(joined(found), joined(given), joined(weights))


def coded_up_to(task: Task, rows: Sequence[int], whole: bool) -> Coded:
    """The coding of some answers; the code list is the whole one, or what they have used."""
    used = {code for row in rows for code in task.codes[row]}
    coded = Coded()
    for code, name in enumerate(task.names):
        if whole or code in used:
            coded.codes[code] = name
    for order, row in enumerate(rows):
        coded.set(row, task.codes[row], order)
    return coded


def named(coded: Coded, encoded: Encoded | None) -> tuple[list[str], list[NDArray[float32] | None]]:
    """The names of the codes, and their vectors when there are any."""
    names = [coded.codes[code] for code in coded.columns]
    return names, [encoded.get(name_for_encoder(name)) if encoded else None for name in names]


def learn(examples: Iterable[Pairs], features: int) -> Coefficients:
    """A logistic regression over all examples (a weak ridge keeps the weights small)."""
    parts = list(examples)
    found = numpy.concatenate([part.found for part in parts]).astype(float64)
    given = numpy.concatenate([part.given for part in parts])
    weights = numpy.concatenate([part.weights for part in parts])
    weights = weights / weights.mean()
    means, spreads = found.mean(axis=0), found.std(axis=0) + 1e-6
    told = numpy.column_stack([(found - means) / spreads, numpy.ones(len(found))])
    hold = numpy.append(numpy.full(features, _HOLD), 0)

    def loss(at: Matrix) -> tuple[float, Matrix]:
        odds = told @ at
        likely = 1 / (1 + numpy.exp(-odds))
        lost = weights @ (numpy.logaddexp(0, odds) - given * odds) + hold @ at**2 / 2
        return float(lost), told.T @ (weights * (likely - given)) + hold * at

    limits = {"maxiter": _STEPS, "maxcor": 30}
    fitted = minimize(
        loss, numpy.zeros(features + 1), jac=True, method="L-BFGS-B", options=limits
    ).x
    return Coefficients(fitted[:-1], means, spreads, float(fitted[-1]))


def read_encoded(folder: Path) -> Encoded:
    """Vectors by text, from portions: `x.json` with the texts, `x.npy` with the rows."""
    encoded: dict[str, NDArray[float32]] = {}
    for path in sorted(folder.glob("*.json")):
        texts = json.loads(path.read_text(encoding="utf-8"))
        rows = numpy.load(path.with_suffix(".npy")).astype(float32)
        encoded.update(zip(texts, rows, strict=True))
    return encoded


def stored(coefficients: Coefficients, kind: str) -> dict[str, object]:
    """Coefficients as they are written."""
    columns = (coefficients.weights, coefficients.means, coefficients.spreads)
    rows = zip(feature_names(kind), *(column.tolist() for column in columns), strict=True)
    features = {name: [float(f"{value:.6g}") for value in values] for name, *values in rows}
    return {"constant": float(f"{coefficients.constant:.6g}"), "features": features}


def _kinds(tasks: Sequence[Task], encoded: Encoded | None) -> Iterator[tuple[str, object]]:
    vectors = shipped_vectors()
    for kind in ("pieces", "words", "encoder"):
        if kind == "encoder" and encoded is None:
            continue
        own = encoded if kind == "encoder" else None
        examples = [
            pairs_of(task, answers_of(task, None if kind == "pieces" else vectors, own), own)
            for task in tasks
        ]
        print(f"{kind}: {sum(len(part.given) for part in examples)} pairs")
        yield kind, stored(learn(examples, len(feature_names(kind))), kind)


def main() -> None:
    """Learn from all sources and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", help="the coded answers")
    parser.add_argument("--encoded", type=Path, help="vectors from the sentence encoder")
    options = parser.parse_args()
    tasks = all_tasks(data_folder(options.folder))
    encoded = read_encoded(options.encoded) if options.encoded else None
    old = json.loads(TARGET.read_text(encoding="utf-8"))["kinds"] if TARGET.exists() else {}
    made = {
        "made by": "scripts/learn_ranker.py",
        "date": datetime.date.today().isoformat(),
        "data": sorted({task.source for task in tasks}),
        "columns": ["weight", "mean", "spread"],
        "kinds": old | dict(_kinds(tasks, encoded)),
    }
    TARGET.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
