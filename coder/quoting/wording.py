"""The one masked wording of an answer: what is kept, masked and cut of it, or a paraphrase."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.language import Language
from corpus.privacy.doubling import widened
from corpus.privacy.hits import Category, Hit
from corpus.privacy.masking import placeholder

CUT = "[...]"

_MARKS: dict[Language, str] = {"nb": "(omskrevet)", "nn": "(omskrive)", "en": "(paraphrased)"}


class ChoiceKind(StrEnum):
    """What a person decided: mask a hit as something else, let it stand, cut a piece, mask what
    was not found; or that a flag was looked at, which changes nothing in the wording.
    """

    MASK = "mask"
    RELEASE = "release"
    CUT = "cut"
    ADD = "add"
    ANSWERED = "answered"


class PieceKind(StrEnum):
    """What became of a piece of an answer."""

    KEPT = "kept"
    MASKED = "masked"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class MaskChoice:
    """A decision on characters start to end (half open) of the answer as it was written.

    `category` is a category's value for mask and add, a flag's kind for answered, else "".
    """

    start: int
    end: int
    kind: ChoiceKind
    category: str = ""


@dataclass(frozen=True, slots=True)
class WordingPiece:
    """Characters start to end (half open) of the original, and what is printed for them."""

    start: int
    end: int
    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """An answer as it is printed: `pieces` cover the original without gap or overlap.

    `paraphrase` is printed instead of all of them where it is not "", with a mark behind it.
    """

    pieces: tuple[WordingPiece, ...]
    language: Language
    paraphrase: str = ""

    @property
    def text(self) -> str:
        """The whole answer as it is printed."""
        return self._marked() if self.paraphrase else "".join(each.text for each in self.pieces)

    @property
    def sha256(self) -> str:
        """The digest (hex) of what is printed for every piece: equal as long as nothing changes."""
        said = [f"{each.start}:{each.end}:{each.kind}:{each.text}" for each in self.pieces]
        whole = "\0".join((self.language, self.paraphrase, *said))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()

    def piece(self, start: int, end: int) -> str:
        """What is printed for characters start to end of the original, as a coded segment has.

        What the border cuts is masked whole; a paraphrase stands for every piece.
        """
        if self.paraphrase:
            return self._marked()
        return "".join(
            each.text
            if each.kind is not PieceKind.KEPT
            else each.text[max(0, start - each.start) : end - each.start]
            for each in self.pieces
            if each.start < end and start < each.end
        )

    def before(self, position: int) -> str:
        """What is printed before a character of the original; of a paraphrase nothing."""
        return "" if self.paraphrase else self.piece(0, position) if position else ""

    def _marked(self) -> str:
        return f"{self.paraphrase} {_MARKS[self.language]}"


@dataclass(frozen=True, slots=True)
class _Cover:
    """What must not be read: `weight` says whose word holds where covers meet."""

    start: int
    end: int
    weight: int
    category: Category | None


def wording(
    text: str,
    hits: Sequence[Hit],
    choices: Sequence[MaskChoice],
    language: Language,
    paraphrase: str = "",
) -> Wording:
    """The masked wording of an answer in its language; nothing that was found is ever half masked.

    A hit stays masked, certain or not, until a choice that covers all of it lets it stand. Covers
    that meet become one: a cut is stronger than a chosen category, and that than what was found.
    `paraphrase` is printed as it is given, so mask it first.
    """
    covers = _joined(_covers(text, hits, choices))
    return Wording(tuple(_pieces(text, covers, language)), language, paraphrase.strip())


def is_released(hit: Hit, choices: Iterable[MaskChoice]) -> bool:
    """Whether a choice lets all of a hit stand."""
    return any(
        each.kind is ChoiceKind.RELEASE and each.start <= hit.start and hit.end <= each.end
        for each in choices
    )


def released_pieces(hits: Iterable[Hit], choices: Sequence[MaskChoice]) -> list[str]:
    """What was found in an answer and stands all the same, by choice."""
    return [hit.text for hit in hits if is_released(hit, choices)]


def _covers(text: str, hits: Sequence[Hit], choices: Sequence[MaskChoice]) -> Iterator[_Cover]:
    for hit in hits:
        if not is_released(hit, choices):
            yield _Cover(hit.start, hit.end, 0, hit.category)
    for choice in choices:
        start, end = max(0, choice.start), min(choice.end, len(text))
        if start < end and choice.kind in (ChoiceKind.MASK, ChoiceKind.ADD):
            yield _Cover(start, end, 1, Category(choice.category))
        elif start < end and choice.kind is ChoiceKind.CUT:
            yield _Cover(start, end, 2, None)


def _joined(covers: Iterable[_Cover]) -> list[_Cover]:
    """The covers with those that overlap made one, sorted."""
    rows: list[list[_Cover]] = []
    reach = 0
    for cover in sorted(covers, key=lambda each: (each.start, -each.end)):
        if rows and cover.start < reach:
            rows[-1].append(cover)
        else:
            rows.append([cover])
        reach = max(reach, cover.end)
    return [_one(row) for row in rows]


def _one(row: Sequence[_Cover]) -> _Cover:
    strongest = max(row, key=lambda each: (each.weight, each.end - each.start))
    end = max(each.end for each in row)
    return _Cover(row[0].start, end, strongest.weight, strongest.category)


def _pieces(text: str, covers: Iterable[_Cover], language: Language) -> Iterator[WordingPiece]:
    position, ordered = 0, list(covers)
    for at, given in enumerate(ordered):
        before = ordered[at + 1].start if at + 1 < len(ordered) else len(text)
        cover = _widened(text, given, position, before)
        if position < cover.start:
            yield _kept(text, position, cover.start)
        if cover.category is None:
            yield WordingPiece(cover.start, cover.end, PieceKind.CUT, CUT)
        else:
            covered = text[given.start : given.end]
            hit = Hit(given.start, given.end, cover.category, "", "", True, covered)
            word = placeholder(hit, language)
            yield WordingPiece(cover.start, cover.end, PieceKind.MASKED, word)
        position = cover.end
    if position < len(text):
        yield _kept(text, position, len(text))


def _widened(text: str, cover: _Cover, after: int, before: int) -> _Cover:
    """A cover with the word beside it that its mask would repeat."""
    if cover.category is None:
        return cover
    start, end = widened(text, cover.start, cover.end, cover.category, after, before)
    return replace(cover, start=start, end=end)


def _kept(text: str, start: int, end: int) -> WordingPiece:
    return WordingPiece(start, end, PieceKind.KEPT, text[start:end])
