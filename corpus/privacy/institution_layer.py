"""The layer of the finder that knows institutions by the word beside their name: `Jæren DPS`."""

from collections.abc import Iterator

from corpus.privacy.capital_layer import begins_phrase, may_stand
from corpus.privacy.hits import Category, Hit
from corpus.privacy.listed import distinct_names, listed_names
from corpus.privacy.name_lists import standing_words
from corpus.privacy.passage import Passage
from corpus.privacy.recogniser.model import usual_words

LAYER = "institutions"
_AFTER_NAME = frozenset(
    [
        "dps",
        "bup",
        "hf",
        "sykehus",
        "sjukehus",
        "universitetssykehus",
        "universitetssjukehus",
        "sentralsykehus",
        "sentralsjukehus",
        "hospital",
        "behandlingssenter",
        "behandlingssenteret",
        "distriktspsykiatriske",
        "distriktspsykiatrisk",
        "klinikk",
        "kollektiv",
        "kollektivet",
        "skole",
        "skule",
        "barneskole",
        "barneskule",
        "ungdomsskole",
        "ungdomsskule",
        "videregående",
        "vidaregåande",
        "legesenter",
        "legekontor",
        "legevakt",
        "helsestasjon",
        "helsesenter",
        "helsehus",
        "helsetun",
        "sykehjem",
        "sjukeheim",
        "omsorgssenter",
        "bosenter",
        "bo",
        "bofellesskap",
        "krisesenter",
        "fengsel",
        "kirke",
        "kyrkje",
        "menighet",
        "hotell",
        "aktivitetssenter",
        "dagsenter",
        "rehabiliteringssenter",
        "familiesenter",
        "frivilligsentral",
        "fontenehus",
        "barnehage",
        "stiftelse",
        "gård",
        "gard",
        "poliklinikk",
        "psykiatriske",
        "ungdomsklubb",
        "flyktningmottak",
        "asylmottak",
        "oppvekstsenter",
        "kafé",
        "kafe",
        "kro",
    ]
)
_HEADS = ("senter", "sykehus", "sjukehus", "hospital", "klinikk", "skole", "skule", "kollektiv")
_SITUATED = ("universitetet", "høgskolen", "høgskulen", "høyskolen", "krisesenteret", "barnehuset")
_BEFORE_NAME = frozenset(
    [
        "dps",
        "bup",
        "nav",
        "korus",
        "helse",
        "sykehuset",
        "sjukehuset",
        "bufetat",
        "politiet",
        "legevakta",
        "legevakten",
        "distriktspsykiatrisk",
        "krisesenteret",
        "kirkens",
        "statsforvalteren",
        "kriminalomsorgen",
    ]
)
_TRUST = "helse"
_BUILDING = (
    *("huset", "senteret", "sentret", "heimen", "hjemmet", "klinikken", "kafeen", "kafé", "kafe"),
    *("tunet", "gården", "garden", "gard", "gård", "verkstedet", "skolen", "skulen", "klubben"),
    *("kollektivet", "stiftelsen", "stedet", "staden", "boligen", "fellesskapet", "stua", "stova"),
    *("hus", "senter", "kaféen", "hagen", "brygga", "loftet", "låven", "losen", "tiltaket"),
    *("villa",),
)
_ADJECTIVES = (
    *("ige", "lig", "leg", "ske", "sk", "nde", "ale", "elle", "ive", "ære", "dre", "ste", "et"),
    *("fri", "frie", "åpen", "åpne", "open", "opne", "døgns", "nær", "løs", "laus", "vis", "skel"),
    *("ne", "re", "te", "al", "ell", "iv", "ende", "ande", "mmel", "mle", "vate", "vat"),
)
_NAMED = ("huset", "senteret", "sentret", "heimen", "hjemmet", "kafeen", "klubben", "stedet")
_NO_NAMES = frozenset({"psykisk", "rus", "barn", "unge"})
_WHERE = frozenset({"i", "på", "for"})
_LONGEST = 3


def institution_layer(passage: Passage) -> Iterator[Hit]:
    """Institutions with a name before or after the word that says what they are."""
    for at, word in enumerate(passage.words):
        if _is_head(word.key) and (first := _first_of_name(passage, at)) < at:
            yield _hit(passage, first, at, certain=_is_certain(passage, first, at))
        if _is_body(passage, at) or _is_building(passage, at):
            yield _hit(passage, at, _last_of_name(passage, at + 1), certain=False)
        elif word.key.endswith(_NAMED) and _is_named(passage, at):
            yield _hit(passage, at + 1, _last_of_name(passage, at + 1), certain=False)
        if word.key in _SITUATED and passage.follows(at + 2, _WHERE) and _is_name(passage, at + 2):
            yield _hit(passage, at, _last_of_name(passage, at + 2), certain=False)


def _is_head(key: str) -> bool:
    """Whether a word says what the name before it is a name of: `kompetansesenter`."""
    return key in _AFTER_NAME or key.endswith(_HEADS)


def _is_body(passage: Passage, at: int) -> bool:
    """Whether a word such as NAV, DPS or Helse has a name right after it."""
    is_kind = passage.words[at].key in _BEFORE_NAME
    return is_kind and _is_name(passage, at + 1) and _is_joined(passage, at)


def _is_building(passage: Passage, at: int) -> bool:
    """Whether a capitalised word such as Fontenehuset has a name right after it."""
    is_kind = passage.capital[at] and passage.words[at].key.endswith(_BUILDING)
    return is_kind and _is_capital(passage, at + 1) and _is_joined(passage, at)


def _is_named(passage: Passage, at: int) -> bool:
    """Whether a word such as dagsenteret has a name right after it, be it a word: `Sammen`."""
    after = at + 1
    if passage.gap(at) != " ":
        return False
    if not passage.inside[after] or passage.words[after].key in _NO_NAMES:
        return False
    written = passage.written(after)
    is_title = written[0].isupper() and written[1:].islower()
    is_standing = written in standing_words() or begins_phrase(passage, after)
    return is_title and not is_standing


def _first_of_name(passage: Passage, head: int) -> int:
    """The first word of the name that ends before a head; the head itself where there is none."""
    first = head
    while head - first < _LONGEST and first and _is_joined(passage, first - 1):
        before = first - 1
        if first == head and _is_owner(passage, before):
            break
        if not _is_name(passage, before) and not (
            first == head and _is_strange_beginning(passage, before)
        ):
            break
        first = before
    return first


def _last_of_name(passage: Passage, position: int) -> int:
    while position + 1 < len(passage.words):
        is_part = passage.gap(position) == "-" and passage.inside[position + 1]
        if not (is_part or _is_capital(passage, position + 1)) or not _is_joined(passage, position):
            break
        position += 1
    return position


def _is_name(passage: Passage, position: int) -> bool:
    return _is_capital(passage, position) or _is_listed(passage, position)


def _is_capital(passage: Passage, position: int) -> bool:
    if position >= len(passage.words) or not passage.inside[position]:
        return False
    key = passage.words[position].key
    return not key.isdigit() and len(key) > 1 and not may_stand(passage.written(position), key)


def _is_listed(passage: Passage, position: int) -> bool:
    if position >= len(passage.words):
        return False
    key = passage.words[position].key
    return key in distinct_names() or (key[-1] == "s" and key[:-1] in distinct_names())


def _is_owner(passage: Passage, position: int) -> bool:
    """Whether a word is a listed name in the genitive: `Liers barnehage` is no name itself."""
    key = passage.words[position].key
    if key in distinct_names() or key[-1] != "s":
        return False
    before = tuple(word.key for word in passage.words[max(0, position - 2) : position])
    return any((*before[at:], key[:-1]) in listed_names() for at in range(len(before) + 1))


def _is_strange_beginning(passage: Passage, position: int) -> bool:
    """Whether a word that begins a sentence is neither of the field nor like an adjective."""
    if not passage.capital[position] or passage.shouted:
        return False
    key = passage.words[position].key
    is_known = may_stand(passage.written(position), key) or key in usual_words()
    return len(key) > 1 and not is_known and not key.endswith(_ADJECTIVES)


def _is_joined(passage: Passage, position: int) -> bool:
    """Whether only a space or a hyphen stands between a word and the next one."""
    gap = passage.gap(position)
    return gap.isspace() or gap == "-"


def _is_certain(passage: Passage, first: int, head: int) -> bool:
    return all(_is_listed(passage, at) for at in range(first, head)) and passage.inside[first]


def _hit(passage: Passage, first: int, last: int, *, certain: bool) -> Hit:
    is_trust = passage.words[first].key == _TRUST
    category = Category.HEALTH_TRUST if is_trust else Category.INSTITUTION
    start, end = passage.words[first].start, passage.words[last].end
    return passage.hit(start, end, category, LAYER, "name beside its kind", certain=certain)
