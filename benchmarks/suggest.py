"""How well codes are suggested: coding sessions of others replayed, beside simple baselines.

    FULLKODING_TEST_DATA=folder python -m benchmarks.suggest [--kind words] [--seeds 5]

For each seed the answers of a task are shuffled; after 10, 50, 100, 200 and 400 coded answers
codes are suggested for the next hundred. Recall@5 and precision@1 are those of codes already used.
What the suggestions start from is learned anew from the other sources, never from the tested one.
The char-SVM needs scikit-learn.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy
from numpy import float64
from numpy.typing import NDArray

from benchmarks.coded_tasks import Task, all_tasks, data_folder
from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.coefficients import Coefficients, shipped_coefficients
from coder.suggest.ranker.features import feature_names
from coder.suggest.ranker.ranker import Ranker
from coder.suggest.ranker.texts import for_encoder, name_for_encoder
from coder.suggest.vectors.table import read_vectors, shipped_vectors
from scripts.learn_ranker import (
    Encoded,
    Pairs,
    answers_of,
    learn,
    pairs_of,
    read_encoded,
)

LENGTHS = (10, 50, 100, 200, 400)
_ASKED, _LEAST_ASKED, _FIRST = 100, 15, 5

Matrix = NDArray[float64]
Scorer = Callable[[Task, Sequence[int], Sequence[int], Sequence[int]], Matrix]
"""From a task, coded answers, asked answers and known codes: asked x codes."""


@dataclass
class Tally:
    """What was found of what people gave, at one length of one task."""

    found: float = 0
    given: float = 0
    right: float = 0
    answers: float = 0
    sure: list[tuple[float, float]] = field(default_factory=list)

    def add(self, likely: Matrix, truth: Matrix) -> None:
        """Take in scores and what was given, both asked x known codes."""
        ranks = (-likely).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
        first = ranks < _FIRST
        self.found += float(truth[first].sum())
        self.given += float(truth.sum())
        self.right += float(truth[ranks == 0].sum())
        self.answers += float((truth.sum(axis=1) > 0).sum())
        self.sure += zip(likely[first].tolist(), truth[first].tolist(), strict=True)

    def figures(self) -> tuple[float, float, float]:
        """Recall@5, precision@1, expected calibration error."""
        told, true = numpy.array(self.sure).T
        band = numpy.clip((told * 10).astype(int), 0, 9)
        gaps = [
            abs(told[band == at].mean() - true[band == at].mean()) * (band == at).mean()
            for at in numpy.unique(band)
        ]
        return self.found / self.given, self.right / self.answers, float(sum(gaps))


Figures = Mapping[int, tuple[float, float, float]]


def main() -> None:
    """Print a line for each task and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--kind", choices=("pieces", "words", "encoder"), default="words")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--tasks", default="", help="some only, by comma")
    parser.add_argument("--encoded", type=Path, help="vectors from the sentence encoder")
    parser.add_argument("--vectors", type=Path, help="another table of word vectors")
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--shipped", action="store_true", help="coefficients learned from all")
    options = parser.parse_args()
    tasks = all_tasks(data_folder(options.folder))
    chosen = [task for task in tasks if task.name in options.tasks.split(",") or not options.tasks]
    for name, scorer in _scorers(tasks, options):
        print(f"\n{name}: recall@5/precision@1, calibration error")
        _print_table([(task, _measured(task, scorer(task), options.seeds)) for task in chosen])


def _scorers(
    tasks: Sequence[Task], options: argparse.Namespace
) -> Iterator[tuple[str, Callable[[Task], Scorer]]]:
    if options.baselines:
        yield "most frequent", lambda _: most_frequent
        yield "char-SVM refitted", lambda _: CharSvm()
    own = read_encoded(options.encoded) if options.kind == "encoder" else None
    vectors = None
    if options.kind != "pieces":
        vectors = read_vectors(options.vectors.open("rb")) if options.vectors else shipped_vectors()
    answers = {task.name: answers_of(task, vectors, own) for task in tasks}
    learned: dict[str, Coefficients] = {}
    examples: dict[str, Pairs] = {}

    def ranked(task: Task) -> Scorer:
        if options.shipped:
            return Replayed(answers[task.name], shipped_coefficients(options.kind), own)
        if task.source not in learned:
            others = [other for other in tasks if other.source != task.source]
            for other in others:
                if other.name not in examples:
                    examples[other.name] = pairs_of(other, answers[other.name], own)
            size = len(feature_names(options.kind))
            learned[task.source] = learn((examples[other.name] for other in others), size)
        return Replayed(answers[task.name], learned[task.source], own)

    yield f"ranker, {options.kind}", ranked


class Replayed:
    """The ranker in a session that goes on; begins anew when the coded answers are others."""

    def __init__(self, answers: Answers, start: Coefficients, encoded: Encoded | None) -> None:
        self._answers, self._start, self._encoded = answers, start, encoded
        self._ranker, self._coded = Ranker(answers, start), list[int]()

    def __call__(
        self, task: Task, coded: Sequence[int], asked: Sequence[int], codes: Sequence[int]
    ) -> Matrix:
        if list(coded[: len(self._coded)]) != self._coded:
            self._ranker, self._coded = Ranker(self._answers, self._start), []
        for code in codes:
            name = task.names[code]
            if code not in self._ranker.codes:
                whole = self._encoded.get(name_for_encoder(name)) if self._encoded else None
                self._ranker.set_code(code, name, whole)
        for at in coded[len(self._coded) :]:
            self._ranker.set_codes(at, task.codes[at])
        self._coded = list(coded)
        return self._ranker.probabilities(asked)


def most_frequent(
    task: Task, coded: Sequence[int], asked: Sequence[int], codes: Sequence[int]
) -> Matrix:
    """How large a part of the coded answers has each code."""
    given = [sum(code in task.codes[at] for at in coded) for code in codes]
    return numpy.tile((numpy.array(given) + 0.3) / (len(coded) + 1), (len(asked), 1))


class CharSvm:
    """A linear SVM for each code over pieces of words, refitted; it knows no probabilities."""

    def __init__(self) -> None:
        self._rows: dict[str, object] = {}

    def __call__(
        self, task: Task, coded: Sequence[int], asked: Sequence[int], codes: Sequence[int]
    ) -> Matrix:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.svm import LinearSVC

        if task.name not in self._rows:
            pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
            self._rows[task.name] = pieces.fit_transform([for_encoder(text) for text in task.texts])
        rows = self._rows[task.name]
        scores = numpy.zeros((len(asked), len(codes)))
        for place, code in enumerate(codes):
            given = [code in task.codes[at] for at in coded]
            if all(given):
                scores[:, place] = 9
            else:
                machine = LinearSVC(C=1.0, dual=True).fit(rows[list(coded)], given)  # type: ignore[index]
                scores[:, place] = machine.decision_function(rows[list(asked)])  # type: ignore[index]
        return scores


def _measured(task: Task, scorer: Scorer, seeds: int) -> Figures:
    tallies: defaultdict[int, Tally] = defaultdict(Tally)
    for seed in range(seeds):
        order = task.shuffled(seed)
        for length in LENGTHS:
            coded, asked = order[:length], order[length : length + _ASKED]
            if len(asked) < _LEAST_ASKED:
                continue
            codes = sorted({code for at in coded for code in task.codes[at]})
            truth = numpy.array([[code in task.codes[at] for code in codes] for at in asked], float)
            tallies[length].add(scorer(task, coded, asked, codes), truth)
    return {length: tally.figures() for length, tally in tallies.items()}


def _print_table(measured: Sequence[tuple[Task, Figures]]) -> None:
    print(f"{'task':<14}" + "".join(f"{length:>18}" for length in LENGTHS))
    for task, figures in measured:
        print(f"{task.name:<14}" + "".join(_cell(figures.get(length)) for length in LENGTHS))
    cells = []
    for length in LENGTHS:
        there = [figures[length] for _, figures in measured if length in figures]
        one, two, three = numpy.mean(there, axis=0) if there else (0.0, 0.0, 0.0)
        cells.append(_cell((float(one), float(two), float(three))))
    print(f"{'mean':<14}" + "".join(cells), flush=True)


def _cell(figures: tuple[float, float, float] | None) -> str:
    return f"{'{:.3f}/{:.3f} {:.3f}'.format(*figures):>18}" if figures else " " * 18


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"\n{time.perf_counter() - started:.0f} s")
