"""Answers with what was found in them replaced by category words in brackets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.language import Language
from corpus.privacy.doubling import widened
from corpus.privacy.finder import Finder
from corpus.privacy.hits import Category, Hit

_WORDS: dict[Language, dict[Category, str]] = {
    "nb": {category: category.value for category in Category},
    "nn": {category: category.value for category in Category}
    | {
        Category.NAME: "namn",
        Category.PLACE: "stad",
        Category.HEALTH_TRUST: "helseføretak",
    },
    "en": {
        Category.MUNICIPALITY: "municipality",
        Category.NEIGHBOUR: "neighbouring municipality",
        Category.CITY_DISTRICT: "city district",
        Category.COUNTY: "county",
        Category.PLACE: "place",
        Category.HEALTH_TRUST: "health trust",
        Category.INSTITUTION: "institution",
        Category.PERSON: "person",
        Category.NAME: "name",
        Category.POPULATION: "number",
        Category.ADDRESS: "address",
        Category.WEB_ADDRESS: "web address",
        Category.E_MAIL: "e-mail",
        Category.TELEPHONE: "telephone",
        Category.IDENTITY_NUMBER: "national identity number",
        Category.ORGANISATION_NUMBER: "organisation number",
    },
}
_GENITIVE: dict[Language, str] = {"nb": "s", "nn": "s", "en": "'s"}
_APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class Masked:
    """An answer as it may be printed, and the hits in the answer as it was written."""

    text: str
    hits: tuple[Hit, ...]


def masked(finder: Finder, text: str, own_names: Sequence[str], language: Language) -> Masked:
    """An answer in the given language, searched and masked."""
    hits = finder.find(text, own_names)
    return Masked(mask(text, hits, language), hits)


def mask(text: str, hits: Iterable[Hit], language: Language) -> str:
    """The text with every hit replaced by its category word; nothing else is changed.

    `Liers barnehage` becomes `[kommune]s barnehage`, and so does `Os' barnehage`.
    """
    return mask_range(text, 0, len(text), hits, language)


def mask_range(text: str, start: int, end: int, hits: Iterable[Hit], language: Language) -> str:
    """Characters start to end (half open) of an answer, with the answer's hits masked.

    A hit that the border of the range cuts is masked whole. A word beside a hit that says what the
    mask says is masked with it: `Bø kommune` becomes `[kommune]`.
    """
    written: list[str] = []
    position, ordered = start, sorted(hits, key=lambda hit: hit.start)
    for at, hit in enumerate(ordered):
        after = ordered[at - 1].end if at else 0
        before = ordered[at + 1].start if at + 1 < len(ordered) else len(text)
        first, last = widened(text, hit.start, hit.end, hit.category, after, before)
        if last > position and first < end:
            written += text[position:first], placeholder(hit, language)
            position = last
    return "".join(written) + text[position:end]


def placeholder(hit: Hit, language: Language) -> str:
    """What replaces a hit, such as `[kommune]`; with -s where an apostrophe is masked, too."""
    genitive = _GENITIVE[language] if hit.text.endswith(_APOSTROPHES) else ""
    return f"[{_WORDS[language][hit.category]}]{genitive}"
