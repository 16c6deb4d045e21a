"""Suggests codes for the answers of a question, from the coding so far."""

from collections.abc import Collection, Iterator, Sequence

import numpy
from numpy import float64, intp
from numpy.typing import NDArray

from coder.suggest.ranker.adapting import Model, adapted, probabilities
from coder.suggest.ranker.answers import Answers, Rows
from coder.suggest.ranker.coded import Coded
from coder.suggest.ranker.coefficients import Coefficients
from coder.suggest.ranker.names import Floats, Names
from coder.suggest.ranker.reasons import Reasons
from coder.suggest.ranker.suggestion import Doubt, Suggestion
from coder.suggest.ranker.weighing import features_left_out, features_of
from coder.suggest.ranker.window import Window

Matrix = NDArray[float64]

MOST_CODED, _FORGET = 2_000, 200
"""So many coded answers are looked at, the latest; of more, the oldest are left in portions."""

_EVERY, _MOST_ADAPTED = 10, 400
"""The model is adapted every ten answers, to the latest 400 of them."""

_FEW = 50
"""Up to so many answers are taken in or out one by one."""


class Ranker:
    """What is known of a question's codes and coding, kept up to date with every change.

    The state depends on the codes, the codings and their order alone, not on how they came about:
    undoing a change leaves it as it was before, except for rounding in the last digits. Changes
    are cheap; what follows from them is worked out when something is asked.
    """

    def __init__(self, answers: Answers, coefficients: Coefficients) -> None:
        self.answers = answers
        self._start = coefficients
        self._coded = Coded()
        self._encoded_names: dict[int, Floats] = {}
        self._window = Window(answers)
        self._settled = True
        self._matrix: Matrix | None = None
        self._names: Names | None = None
        self._adapted: list[tuple[object, Model]] = []

    @property
    def codes(self) -> dict[int, str]:
        """The codes with their texts."""
        return dict(self._coded.codes)

    def set_code(self, code: int, text: str, encoded: Floats | None = None) -> None:
        """Add a code, or give it another text: its name, and what may help to know it.

        `encoded` is the vector of the text from the sentence encoder, when answers have them.
        """
        self._coded.codes[code] = text
        self._encoded_names.pop(code, None)
        if encoded is not None:
            self._encoded_names[code] = encoded
        self._names = self._matrix = None

    def remove_code(self, code: int) -> None:
        """Take a code away, and from all answers. Raises KeyError for an unknown code."""
        for row in self._coded.rows_with(code):
            self._set(row, self._coded.given(row) - {code}, None)
        del self._coded.codes[code]
        self._encoded_names.pop(code, None)
        self._names = self._matrix = None

    def merge_codes(self, source: int, target: int) -> None:
        """Answers with `source` get `target` in its place, and `source` is no more."""
        for row in self._coded.rows_with(source):
            self._set(row, self._coded.given(row) | {target}, None)
        self.remove_code(source)

    def set_codes(self, answer: int, codes: Collection[int], order: int | None = None) -> None:
        """An answer has these codes and no others; with none it counts as not coded.

        `order` tells when it was first coded, in numbers that grow; without it, an answer that was
        coded keeps its own and another one is the last. Raises KeyError for what is unknown.
        """
        self._set(self.answers.rows[answer], frozenset(codes), order)

    def codes_of(self, answer: int) -> frozenset[int]:
        """The codes an answer has."""
        return self._coded.given(self.answers.rows[answer])

    def suggest(self, answer: int, most: int = 9) -> list[Suggestion]:
        """Codes for an answer, likeliest first; an answer's own codes do not speak for it."""
        return self.weigh(answer, most)[0]

    def weigh(self, answer: int, most: int = 9) -> tuple[list[Suggestion], dict[int, float]]:
        """Codes for an answer as `suggest` gives them, and how likely each of all codes is."""
        self._settle()
        row = self.answers.rows[answer]
        found = self._features(numpy.array([row], intp))
        if not found.size:
            return [], {}
        model = self._model()
        likely = probabilities(model.log_odds(found))[0]
        order = numpy.argsort(-likely, kind="stable")[:most]
        reasons = Reasons(self.answers, self._window, self._known_names(), self._given())
        told = reasons.of(row, order.tolist(), found[0], model)
        codes = self._coded.columns
        best = [
            Suggestion(codes[at], float(likely[at]), reason)
            for at, reason in zip(order, told, strict=True)
        ]
        return best, dict(zip(codes, likely.tolist(), strict=True))

    def probabilities(self, answers: Sequence[int]) -> Matrix:
        """How likely each code is for each answer: answers x codes, codes in order of their ids."""
        self._settle()
        rows = numpy.array([self.answers.rows[answer] for answer in answers], intp)
        return probabilities(self._model().log_odds(self._features(rows)))

    def likely(self, code: int) -> Iterator[tuple[list[int], list[float]]]:
        """Ids of all answers with how likely they get a code, some at a time.

        Nothing may be changed before the last ones have come.
        """
        place = self._coded.columns.index(code)
        for rows in self.answers.chunks():
            ids = [self.answers.ids[row] for row in rows]
            yield ids, [float(each) for each in self.probabilities(ids)[:, place]]

    def doubts(self, least: float = 0.9) -> list[Doubt]:
        """Coded answers where a code was given that is unlikely, or not given though likely.

        `least` is how sure the other answers must be (0.5 to 1); the surest come first.
        """
        self._settle()
        ids = [self.answers.ids[row] for row in sorted(self._window.places)]
        likely, given = self.probabilities(ids), self._coded.matrix(sorted(self._window.places))
        sure = numpy.where(given > 0, 1 - likely, likely)
        places = numpy.argwhere(sure >= least)
        order = numpy.argsort(-sure[tuple(places.T)], kind="stable")
        codes = self._coded.columns
        return [
            Doubt(ids[at], codes[code], bool(given[at, code]), float(likely[at, code]))
            for at, code in places[order]
        ]

    def adapt(self) -> None:
        """Work out now what the suggestion after the next coding needs; changes no suggestion.

        Takes some tenths of a second each tenth coded answer, else next to nothing.
        """
        self._settle()
        self._model(len(self._in_window()) + 1)

    def _set(self, row: int, codes: frozenset[int], order: int | None) -> None:
        if order is None:
            known = row in self._coded
            order = self._coded.order_of(row) if known else self._coded.next_order
        self._coded.set(row, codes, order)
        self._settled, self._matrix = False, None

    def _settle(self) -> None:
        """Bring the window to the answers that are coded now."""
        if self._settled:
            return
        wanted = self._in_window()
        chosen = set(wanted)
        new = [row for row in wanted if row not in self._window.places]
        gone = [row for row in self._window.places if row not in chosen]
        if len(new) > _FEW:
            self._window.replace(wanted)
        else:
            if len(gone) > _FEW:
                self._window.keep([row for row in self._window.places if row in chosen])
            else:
                for row in gone:
                    self._window.remove(row)
            for row in new:
                self._window.append(row)
        self._settled = True

    def _in_window(self) -> list[int]:
        ordered = self._coded.in_order()
        too_many = max(0, len(ordered) - MOST_CODED)
        return ordered[-(-too_many // _FORGET) * _FORGET :]

    def _given(self) -> Matrix:
        if self._matrix is None:
            self._matrix = self._coded.matrix(self._window.rows.tolist())
        return self._matrix

    def _known_names(self) -> Names:
        if self._names is None:
            codes = self._coded.columns
            encoded = [self._encoded_names.get(code) for code in codes]
            self._names = self.answers.names([self._coded.codes[code] for code in codes], encoded)
        return self._names

    def _features(self, rows: Rows) -> Matrix:
        """Features of answers, coded ones as if they were not: answers x codes x features."""
        given, names, places = self._given(), self._known_names(), self._window.places
        size = len(self._start.weights)
        found = numpy.zeros((len(rows), len(self._coded.codes), size))
        if not found.size:
            return found
        coded = numpy.array([row in places for row in rows])
        if not coded.all():
            found[~coded] = features_of(self.answers, self._window, given, names, rows[~coded])
        if coded.any():
            asked = [places[row] for row in rows[coded]]
            everything = range(len(self._window))
            window = self.answers, self._window
            found[coded] = features_left_out(*window, given, names, everything, asked)
        return found

    def _model(self, count: int | None = None) -> Model:
        """The coefficients after the last full ten answers before the latest one of `count`."""
        ordered = self._in_window()
        size = len(ordered) if count is None else count
        part = ordered[: max(0, size - 1) // _EVERY * _EVERY]
        columns = self._coded.columns
        texts = tuple(self._coded.codes[code] for code in columns)
        state = columns, texts, [(row, self._coded.given(row)) for row in part]
        for known, model in self._adapted:
            if known == state:
                return model
        model = self._adapt(part)
        self._adapted = [(state, model), *self._adapted[:1]]
        return model

    def _adapt(self, part: Sequence[int]) -> Model:
        if not part or not self._coded.codes:
            return Model(self._start, numpy.zeros(len(self._coded.codes)))
        places = sorted(self._window.places[row] for row in part)
        asked = sorted(self._window.places[row] for row in part[-_MOST_ADAPTED:])
        rows = self._window.rows
        given = self._coded.matrix(rows[places].tolist())
        names, window = self._known_names(), self._window
        found = features_left_out(self.answers, window, given, names, places, asked)
        return adapted(self._start, found, self._coded.matrix(rows[asked].tolist()))
