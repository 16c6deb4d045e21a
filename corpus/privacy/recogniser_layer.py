"""The layers of the finder that read with a trained model: our own, and one a user installed."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import metadata, util
from typing import TYPE_CHECKING

from corpus.privacy.capital_layer import stands
from corpus.privacy.hits import Category, Hit
from corpus.privacy.name_lists import given_names, is_ordinary, ordinary_words
from corpus.privacy.passage import Passage
from corpus.privacy.recogniser.model import trained
from corpus.privacy.usual import is_form, is_usual

if TYPE_CHECKING:
    from spacy.language import Language

    from corpus.privacy.recogniser.model import Entity

LAYER = "recogniser"
INSTALLED_LAYER = "installed recogniser"
_CATEGORIES = {
    "PER": Category.PERSON,
    "ORG": Category.INSTITUTION,
    "LOC": Category.PLACE,
    "GPE": Category.PLACE,
    "GPE_LOC": Category.PLACE,
    "GPE_ORG": Category.PLACE,
}
_LARGER = ("nb_core_news_lg", "nb_core_news_md")
_LONGEST = 20_000


def recogniser_layer(passage: Passage) -> Iterator[Hit]:
    """What our recogniser takes for names, all uncertain; texts over 20,000 characters are left."""
    if passage.words and len(passage.text) <= _LONGEST:
        yield from _hits(passage, trained().entities(passage.text), LAYER)


def installed_layer(passage: Passage) -> Iterator[Hit]:
    """What a larger Norwegian spaCy model takes for names; nothing where none is installed."""
    nlp = _installed()
    if nlp is not None and passage.words and len(passage.text) <= _LONGEST:
        entities = ((ent.start_char, ent.end_char, ent.label_) for ent in nlp(passage.text).ents)
        yield from _hits(passage, entities, INSTALLED_LAYER)


def installed_model() -> str:
    """The name and version of the larger model that a user has installed, or nothing."""
    name = next((name for name in _LARGER if util.find_spec(name)), "")
    return f"{name} {metadata.version(name)}" if name else ""


@lru_cache(maxsize=1)
def _installed() -> "Language | None":
    name = installed_model().split(" ")[0]
    if not name:
        return None
    import spacy

    return spacy.load(name, disable=["parser", "lemmatizer", "attribute_ruler", "morphologizer"])


def _hits(
    passage: Passage, entities: "Iterable[Entity | tuple[int, int, str]]", layer: str
) -> Iterator[Hit]:
    for start, end, label in entities:
        category = _CATEGORIES.get(label)
        if category and not _is_harmless(passage, start, end):
            yield passage.hit(start, end, category, layer, "read as a name", certain=False)


def _is_harmless(passage: Passage, start: int, end: int) -> bool:
    """Whether all words of a piece may stand, or are ordinary ones whose capital tells nothing."""
    inside = [at for at, word in enumerate(passage.words) if start <= word.start < end]
    return all(_may_stand(passage, at) for at in inside)


def _may_stand(passage: Passage, at: int) -> bool:
    key = passage.words[at].key
    if any(sign.isdigit() for sign in key) or stands(passage, at):
        return True
    if passage.inside[at] or (key in given_names() and key not in ordinary_words()):
        return False
    is_word = is_usual(key) or is_ordinary(key)
    return is_word or (not passage.capital[at] and is_form(key))
