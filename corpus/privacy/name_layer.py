"""The layer of the finder that knows names: the respondent's own, the study's, the lists'."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.privacy.alignment import align
from corpus.privacy.hits import Category, Hit
from corpus.privacy.listed import distinct_names, folded_names, listed_names
from corpus.privacy.name_index import (
    KnownName,
    NameIndex,
    Source,
    end_of_match,
    index_of,
    known,
)
from corpus.privacy.own_names import Name, names_in
from corpus.privacy.passage import Passage
from corpus.privacy.words import keys_of

_MUNICIPAL = ("kommune", "kommunen", "kommuna", "herad", "heradet", "bydel", "bydelen")
_SAMI = ("gielda", "suohkan", "tjïelte", "kommuvdna", "komuuni")
_HEADS = frozenset(head + ending for head in (*_MUNICIPAL, *_SAMI) for ending in ("", "s"))
_ARTICLES = frozenset({"en", "ein", "ei", "den", "denne", "hver", "kvar", "ingen", "anna", "annen"})
_DISTRICT_HEADS = frozenset({"bydel", "bydelen"})
_OWN_PREPOSITIONS = frozenset({"i", "fra", "frå", "til", "på", "ved", "hos"})
_PREPOSITIONS = frozenset({"i", "fra", "frå", "til", "på"})
_BESIDE = frozenset({"med", "av", "ved", "hos", "mot", "mellom", "utenfor", "utanfor", "nær"})
_SHOUTED = frozenset({"med", "hos", "mellom"})
_AND = frozenset({"og", "eller"})
_BODIES = frozenset({"nav", "dps", "bup", "korus", "helse", "bydel", "bydelen"})
_SIDES = frozenset(
    {"nord", "sør", "aust", "øst", "vest", "midt", "indre", "ytre", "øvre", "nedre"}
    | {"nordre", "søndre", "østre", "vestre"}
)
_NOT_AFTER_NAME = frozenset(
    {"og", "eller", "å", "for", "hos", "uten", "utan", "med", "på", "i", "fra", "frå", "til", "av"}
    | {"om", "ved", "over", "under", "mot", "opp", "ned", "ut", "inn", "som"}
    | {"avtales", "bestilles", "tildeles", "gis", "fås", "settes", "lånes", "leies", "kjøpes"}
    | {"serveres", "måkes", "ryddes", "smelter", "smeltar", "bak", "foran", "rundt", "langs"}
    | {"hver", "kvar", "klokka", "klokken", "når", "hvis", "dersom"}
)
_ADJECTIVES = frozenset({"sund", "fet", "bleik"})
_AFTER_NAME = frozenset(
    {"har", "hadde", "er", "var", "ble", "blei", "vart", "blir", "får", "fikk", "fekk", "kan"}
    | {"skal", "vil", "må", "bør", "og", "samarbeider", "samarbeidde", "deltar", "deltek", "tilbyr"}
    | {"tilbyd", "ligger", "ligg", "gir", "gjev", "bruker", "brukar", "mangler", "manglar", "deler"}
    | {"satser", "satsar", "driver", "driv", "sin", "sitt", "sine", "kommune", "herad", "kjøper"}
)
_NEIGHBOURS = ("kommunene", "kommunane", "nabo", "omegn", "omland", "omkring")
_CLEAR, _LONG = 5, 6


class _Rule(NamedTuple):
    name: str
    certain: bool = True


class NameLayer:
    """Finds names in texts; made once for the names of a study and what has been released.

    Own names are found in any case. Those that are ordinary words, too, need a capital letter, a
    preposition before them or the word kommune or bydel after them. Other names need a capital
    letter (ordinary ones inside the sentence; at its beginning they are uncertain), the word
    kommune or bydel beside them, or, in lower case, a preposition before them or six letters.
    A released name is left wherever it stands.
    """

    def __init__(self, other_names: Sequence[str], released: Collection[str]) -> None:
        names = folded_names() | listed_names()
        listed = known((Name(*item) for item in names.items()), Source.LIST)
        others = (name for written in other_names for name in names_in(written))
        self._index = index_of((listed | known(others, Source.STUDY)).values())
        self._released = frozenset(keys_of(align(word).text) for word in released)

    def __call__(self, passage: Passage) -> Iterator[Hit]:
        """The names in a text, from left to right, the longest at each place."""
        own = _own_index(passage.own_names)
        position = beside = 0
        while position < len(passage.words):
            key = passage.words[position].key
            candidates = own.get(key, ()) + self._index.get(key, ())
            is_beside = 0 < beside == position - 1 and passage.follows(position, _AND)
            found = self._longest(passage, position, candidates, is_beside) if candidates else None
            if found is None:
                position += 1
                continue
            name, hit = found
            position += len(name.keys)
            beside = position
            if hit:
                yield hit

    def _longest(
        self, passage: Passage, position: int, candidates: Sequence[KnownName], is_beside: bool
    ) -> tuple[KnownName, Hit | None] | None:
        for name in sorted(candidates, key=lambda name: -len(name.keys)):
            end = end_of_match(name, passage.text, passage.words, position)
            if end is None:
                continue
            if name.keys in self._released:
                return name, None
            rule = _rule(name, passage, position)
            if is_beside and (not name.ordinary or _is_last(passage, position, len(name.keys))):
                rule = rule or _Rule("beside another name", certain=False)
            if rule:
                start = passage.words[_first(passage, position)].start
                return name, passage.hit(
                    start, end, name.category, name.source.value, rule.name, certain=rule.certain
                )
        return None


@lru_cache(maxsize=2048)
def _own_index(own_names: tuple[str, ...]) -> NameIndex:
    names = (name for written in own_names for name in names_in(written))
    return index_of(known(names, Source.OWN).values())


def _first(passage: Passage, position: int) -> int:
    """The first word of a name; `Indre` in `Indre Østfold` and `Nord` in `Nord-Jæren` belong."""
    before = position - 1
    if before < 0 or passage.words[before].key not in _SIDES or not passage.capital[position]:
        return position
    gap = passage.gap(before)
    return before if gap == "-" or (gap == " " and passage.capital[before]) else position


def _rule(name: KnownName, passage: Passage, position: int) -> _Rule | None:
    """Why this name, which stands here, is to be masked; None where it is to be left."""
    after = position + len(name.keys)
    is_own = name.source is Source.OWN
    if is_own and not name.ordinary:
        return _Rule("own name")
    if any(passage.inside[position:after]):
        return _Rule("capital letter")
    if _is_headed(name, passage, position, after):
        return _Rule("beside kommune or bydel")
    if any(passage.capital[position:after]) and not passage.shouted:
        return _beginning(name, passage, after)
    if is_own and passage.follows(position, _OWN_PREPOSITIONS):
        return _Rule("after a preposition", certain=False)
    return _small(name, passage, position)


def _beginning(name: KnownName, passage: Passage, after: int) -> _Rule | None:
    """A name with a capital letter that may come from the beginning of the sentence."""
    if not name.ordinary:
        return _Rule("capital letter")
    if name.source is not Source.OWN and _is_word(passage, after):
        return None
    return _Rule("capital letter at the beginning", certain=False)


def _is_word(passage: Passage, after: int) -> bool:
    """Whether what follows shows an ordinary word: `Sund mat`, but not `Gran og Lunner`."""
    following = passage.capital[after : after + 2]
    if not following or any(following):
        return False
    if _is_listing(passage, after):
        return True
    if not passage.gap(after - 1).isspace():
        return False
    before, key = passage.words[after - 1].key, passage.words[after].key
    if any(word.key.startswith(_NEIGHBOURS) for word in passage.words[after + 1 : after + 4]):
        return False
    is_adjective = before in _ADJECTIVES and key not in _AFTER_NAME
    return is_adjective or key in _NOT_AFTER_NAME


def _is_listing(passage: Passage, after: int) -> bool:
    """Whether words in lower case go on a row: `Sand, grus og stein`."""
    row = passage.words[after : after + 3]
    is_row = len(row) > 2 and row[1].key in _AND and not any(passage.capital[after : after + 3])
    gaps = [passage.gap(at) for at in (after - 1, after, after + 1)]
    return is_row and gaps == [", ", " ", " "] and (row[0].key,) not in listed_names()


def _small(name: KnownName, passage: Passage, position: int) -> _Rule | None:
    """A name in lower case, or in a text all in capital letters."""
    if name.ordinary:
        is_place = passage.shouted and passage.follows(position, _PREPOSITIONS | _SHOUTED)
        is_place = is_place or _is_first_of_two(passage, position, position + len(name.keys))
        return _Rule("after a preposition", certain=False) if is_place else None
    if passage.follows(position, _PREPOSITIONS) or _is_beside(name, passage, position):
        return _Rule("after a preposition", certain=False)
    if passage.follows(position, _BODIES):
        return _Rule("after a public body", certain=False)
    if position == 0 and not passage.shouted:
        return _Rule("lower case at the beginning", certain=False)
    if name.source is Source.LIST and sum(map(len, name.keys)) >= _LONG:
        return _Rule("lower case", certain=False)
    return None


def _is_last(passage: Passage, position: int, length: int) -> bool:
    """Whether a word ends what is said, or does what a place does: `vestby og ås har`."""
    after = position + length
    if passage.shouted or after >= len(passage.words):
        return True
    is_apart = not passage.gap(after - 1).isspace() and passage.gap(after - 1) != "-"
    return is_apart or passage.words[after].key in _AFTER_NAME


def _is_first_of_two(passage: Passage, position: int, after: int) -> bool:
    """Whether a word follows a preposition and a clear name follows it: `fra hof og horten`."""
    if after + 1 >= len(passage.words) or not passage.follows(position, _PREPOSITIONS):
        return False
    return passage.follows(after + 1, _AND) and passage.words[after + 1].key in distinct_names()


def _is_beside(name: KnownName, passage: Passage, position: int) -> bool:
    """Whether a listed name of five letters follows a preposition that words have as well."""
    is_clear = name.source is Source.LIST and sum(map(len, name.keys)) >= _CLEAR
    return is_clear and passage.follows(position, _BESIDE)


def _is_headed(name: KnownName, passage: Passage, position: int, after: int) -> bool:
    is_small = name.ordinary and not passage.capital[position]
    if is_small and passage.follows(position, _ARTICLES):
        return False
    if after < len(passage.words) and passage.words[after].key in _HEADS:
        return passage.gap(after - 1).isspace()
    is_district = name.category is Category.CITY_DISTRICT
    return is_district and passage.follows(position, _DISTRICT_HEADS)
