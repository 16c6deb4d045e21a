"""The layer of the finder that knows words grown from names: Stavangerregionen, trondhjemmere."""

from collections.abc import Iterator
from functools import lru_cache

from corpus.privacy.hits import Category, Hit
from corpus.privacy.listed import distinct_names
from corpus.privacy.name_lists import demonyms, is_ordinary, municipalities
from corpus.privacy.passage import Passage
from corpus.privacy.words import keys_of

LAYER = "words grown from names"
_HEADS = [
    "hallen",
    "banken",
    "bladet",
    "sentrum",
    "stadion",
    "parken",
    "museet",
    "akademiet",
    "badet",
    "torget",
    "brua",
    "tunnelen",
    "vassdraget",
    "vannet",
    "vatnet",
    "elva",
    "bukta",
    "vika",
    "kirka",
    "tinget",
    "kontoret",
    "barnehage",
    "barnehagen",
    "barnehagene",
    "skole",
    "skule",
    "gata",
    "veien",
    "vegen",
    "region",
    "regionen",
    "regionene",
    "regionane",
    "området",
    "områda",
    "områdene",
    "områda",
    "distriktet",
    "kommune",
    "kommunen",
    "kommuna",
    "kommunene",
    "kommunane",
    "modellen",
    "prosjektet",
    "klinikken",
    "klinikken",
    "samarbeidet",
    "skolen",
    "skulen",
    "skolene",
    "skulane",
    "sykehuset",
    "sjukehuset",
    "senteret",
    "sentret",
    "legevakta",
    "legevakten",
    "fengselet",
    "fengsel",
    "avdelingen",
    "avdelinga",
    "teamet",
    "halvøya",
    "øya",
    "øyene",
    "fjorden",
    "dalen",
    "bygda",
    "bygdene",
    "byen",
    "marka",
    "kysten",
    "landet",
    "traktene",
    "traktane",
    "siden",
    "sida",
    "rådet",
    "alliansen",
    "nettverket",
    "gruppa",
    "gruppen",
    "hjelpa",
    "pakken",
    "erklæringen",
    "ordningen",
    "ordninga",
    "metoden",
    "kirken",
    "kyrkja",
    "heimen",
    "hjemmet",
    "tunet",
    "posten",
    "avisa",
    "banen",
    "politiet",
    "universitetet",
    "rettssaken",
    "ungdommen",
    "ungdommene",
    "folk",
    "folket",
]
_BY_LENGTH = tuple(sorted({*_HEADS}, key=len, reverse=True))
_SHORTEST_BASE = 4
_SHORTEST = 7
_PEOPLE = ("væring", "boer", "buer", "folk", "ing", "enser", "ensar", "ianer")
_ENDINGS = (
    *("", "s", "e", "a", "n", "en", "ene", "ens", "er", "ere", "erne", "eren", "ar", "ane", "ar"),
    *("arar", "arane", "et", "t", "ne", "nes", "ers", "anes", "enes"),
)
_SHORTEST_NAME = 5


def grown_layer(passage: Passage) -> Iterator[Hit]:
    """Compounds of a name with a head such as -regionen, and words for people from a place."""
    people = _people()
    for at, word in enumerate(passage.words):
        if len(word.key) < _SHORTEST:
            if word.key in people and word.key not in distinct_names():
                yield _hit(passage, at, "people of a place")
        elif word.key in people:
            yield _hit(passage, at, "people of a place")
        elif word.key.endswith(_BY_LENGTH) and _is_compound(word.key):
            yield _hit(passage, at, "compound with a name")


def _hit(passage: Passage, at: int, rule: str) -> Hit:
    word = passage.words[at]
    certain = passage.capital[at] and not passage.shouted
    return passage.hit(word.start, word.end, Category.PLACE, LAYER, rule, certain=certain)


def _is_compound(key: str) -> bool:
    for head in _BY_LENGTH:
        if key.endswith(head):
            base = key[: -len(head)]
            if len(base) >= _SHORTEST_BASE and _is_base(base):
                return True
    return False


def _is_base(base: str) -> bool:
    """Whether a name, as it is joined to what follows, is listed: `stavanger`, `ringeriks`."""
    names = distinct_names()
    if base in names or (base[-1] in "se" and base[:-1] in names):
        return True
    return base[-1] == "s" and base[:-1] + "e" in names


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Words for people of places in all their endings, in lower case."""
    towns = (keys_of(name) for name in municipalities())
    plain = [keys[0] for keys in towns if len(keys) == 1 and len(keys[0]) >= _SHORTEST_NAME]
    grown = [name + ending for name in plain if not is_ordinary(name) for ending in _PEOPLE]
    bases = {*grown, *(name.casefold() for name in demonyms())}
    return frozenset(base + ending for base in bases for ending in _ENDINGS)
