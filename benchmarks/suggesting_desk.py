"""What suggests codes and names while a coding session is played again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coder.suggest.new_names import new_names, rarity_in
from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.coefficients import shipped_coefficients
from coder.suggest.ranker.ranker import Ranker
from coder.suggest.vectors.table import shipped_vectors

_NINE = 9


@dataclass(frozen=True)
class Offer:
    """What is suggested for an answer while it is read.

    `codes` are at most nine, on the digits from 1; `likely` is how likely every code is, in
    thousandths; `names` are proposed for a new code.
    """

    codes: tuple[int, ...]
    likely: Mapping[int, int]
    names: tuple[str, ...]


class Suggester:
    """Suggests from the coding so far; answers are numbered as they stand."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        answers = Answers(enumerate(texts), shipped_vectors())
        self._ranker = Ranker(answers, shipped_coefficients(answers.kind))
        self._rarity = rarity_in(answers)

    def offer(self, answer: int, names: Sequence[str]) -> Offer:
        """What is suggested now; `names` is what the codes are called."""
        likely: dict[int, int] = {}
        if self._ranker.codes:
            shares = self._ranker.probabilities([answer])[0]
            pairs = zip(sorted(self._ranker.codes), shares, strict=True)
            likely = {code: round(1000 * float(share)) for code, share in pairs}
        codes = sorted(likely, key=lambda code: (-likely[code], code))[:_NINE]
        return Offer(tuple(codes), likely, new_names(self._texts[answer], names, self._rarity))

    def learn(self, answer: int, codes: Mapping[int, str]) -> None:
        """The answer got these codes, each with its name."""
        for code, name in codes.items():
            if code not in self._ranker.codes:
                self._ranker.set_code(code, name)
        self._ranker.set_codes(answer, codes)
