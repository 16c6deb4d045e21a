"""Finding a code by any part of its path, while it is being typed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from tui.finding.codes import NINE, FinderCode, Hit
from tui.finding.fitting import FITS, Letters, Typed, letters_of, possible, typed_of
from tui.finding.ranking import by_use
from tui.finding.typos import Vocabulary

__all__ = ["Finder", "FinderCode", "Hit"]

_SHORTEST_TYPO = 4


class Finder:
    """The codes of a question, ready to be searched at every key."""

    def __init__(self, codes: Sequence[FinderCode], before: "Finder | None" = None) -> None:
        """`before` is the finder whose place this one takes: what did not change is kept."""
        known: dict[tuple[str, ...], Letters] = before._letters if before else {}
        self._codes = by_use(codes)
        self._letters: dict[tuple[str, ...], Letters] = {
            code.path: known.get(code.path) or letters_of(code.path) for code in self._codes
        }
        self._rows = [(code, self._letters[code.path]) for code in self._codes]
        self._longest = max((len(letters.path) for letters in self._letters.values()), default=0)
        same = known.keys() == self._letters.keys()
        self._vocabulary: Vocabulary = (
            before._vocabulary if before and same else self._new_vocabulary()
        )

    def find(
        self, text: str, held: Collection[int] = (), likely: Mapping[int, int] | None = None
    ) -> tuple[Hit, ...]:
        """At most nine codes for the typed text, best first; none for an empty text.

        Ranked by how well they fit (in the order of `Hit`), then by how `likely` they are for the
        answer (in thousandths, by code), then by use. `held` are the codes that the answer has
        already: they come after the others that fit, and before mistyped ones. `#` and digits
        find by number.
        """
        likely = likely or {}
        if text.startswith("#") and not text[1:].strip("0123456789"):
            return tuple(islice(self._numbered(text[1:]), NINE))
        typed = typed_of(text)
        if not typed.text or len(typed.squeezed) > self._longest + _SHORTEST_TYPO:
            return ()
        hits = list(islice(self._fitting(typed, likely), NINE + len(held)))
        hits.sort(key=lambda hit: hit.code_id in held)
        if len(hits) < NINE and len(typed.squeezed) >= _SHORTEST_TYPO:
            hits += self._mistyped(typed, {hit.code_id for hit in hits}, likely)
        return tuple(hits[:NINE])

    def _fitting(self, typed: Typed, likely: Mapping[int, int]) -> Iterator[Hit]:
        rows = possible(typed, self._rows)
        if likely:
            rows = sorted(rows, key=lambda row: -likely.get(row[0].id, 0))
        seen = set()
        for why, fits in FITS.items():
            for code, letters in rows:
                if fits(typed, letters) and code.id not in seen:
                    seen.add(code.id)
                    yield Hit(code.id, code.path, why)

    def _mistyped(
        self, typed: Typed, known: Collection[int], likely: Mapping[int, int]
    ) -> list[Hit]:
        errors = self._vocabulary.nearest(typed.text.split())
        codes = [code for code in self._codes if code.path in errors and code.id not in known]
        codes.sort(key=lambda code: (errors[code.path], -likely.get(code.id, 0)))
        return [Hit(code.id, code.path, "typo") for code in codes[:NINE]]

    def _new_vocabulary(self) -> Vocabulary:
        return Vocabulary({path: letters.path.split() for path, letters in self._letters.items()})

    def _numbered(self, digits: str) -> Iterator[Hit]:
        starting = [code for code in self._codes if digits and str(code.number).startswith(digits)]
        for code in sorted(starting, key=lambda code: code.number):
            exact = str(code.number) == digits
            yield Hit(code.id, code.path, "number" if exact else "numbers")
