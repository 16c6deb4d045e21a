"""The layer of the finder that knows names: the respondent's own, the study's, the lists'."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.privacy.alignment import align
from corpus.privacy.hits import Category, Hit
from corpus.privacy.name_index import (
    KnownName,
    NameIndex,
    Source,
    end_of_match,
    index_of,
    known,
)
from corpus.privacy.own_names import Name, listed_names, names_in
from corpus.privacy.passage import Passage
from corpus.privacy.words import begins_sentence, is_capitalised, keys_of

_MUNICIPAL = ("kommune", "kommunen", "kommuna", "herad", "heradet", "bydel", "bydelen")
_HEADS = frozenset(head + ending for head in _MUNICIPAL for ending in ("", "s"))
_DISTRICT_HEADS = frozenset({"bydel", "bydelen"})
_PREPOSITIONS = frozenset({"i", "fra", "frå", "til", "på", "ved", "hos"})


class _Rule(NamedTuple):
    name: str
    certain: bool = True


class NameLayer:
    """Finds names in texts; made once for the names of a study and what has been released.

    Own names are found in any case. Those that are ordinary words, too, need a capital letter, a
    preposition before them or the word kommune or bydel after them. Names of the study need a
    capital letter, ordinary ones inside the sentence; names of the lists always inside it; both
    are also found in any case before kommune or bydel. A released name is left wherever it stands.
    """

    def __init__(self, other_names: Sequence[str], released: Collection[str]) -> None:
        listed = known((Name(*item) for item in listed_names().items()), Source.LIST)
        others = (name for written in other_names for name in names_in(written))
        self._index = index_of((listed | known(others, Source.STUDY)).values())
        self._released = frozenset(keys_of(align(word).text) for word in released)

    def __call__(self, passage: Passage) -> Iterator[Hit]:
        """The names in a text, from left to right, the longest at each place."""
        own = _own_index(passage.own_names)
        position = 0
        while position < len(passage.words):
            key = passage.words[position].key
            candidates = own.get(key, ()) + self._index.get(key, ())
            found = self._longest(passage, position, candidates) if candidates else None
            if found is None:
                position += 1
                continue
            name, hit = found
            position += len(name.keys)
            if hit:
                yield hit

    def _longest(
        self, passage: Passage, position: int, candidates: Sequence[KnownName]
    ) -> tuple[KnownName, Hit | None] | None:
        for name in sorted(candidates, key=lambda name: -len(name.keys)):
            end = end_of_match(name, passage.text, passage.words, position)
            if end is None:
                continue
            if name.keys in self._released:
                return name, None
            if rule := _rule(name, passage, position):
                start = passage.words[position].start
                return name, passage.hit(
                    start, end, name.category, name.source.value, rule.name, certain=rule.certain
                )
        return None


@lru_cache(maxsize=2048)
def _own_index(own_names: tuple[str, ...]) -> NameIndex:
    names = (name for written in own_names for name in names_in(written))
    return index_of(known(names, Source.OWN).values())


def _rule(name: KnownName, passage: Passage, position: int) -> _Rule | None:
    """Why this name, which stands here, is to be masked; None where it is to be left."""
    after = position + len(name.keys)
    is_own = name.source is Source.OWN
    if is_own and not name.ordinary:
        return _Rule("own name")
    words = range(position, after)
    capitals = [at for at in words if is_capitalised(passage.text, passage.words[at])]
    is_inside = any(not begins_sentence(passage.text, passage.words, at) for at in capitals)
    is_known = is_own or (name.source is Source.STUDY and not name.ordinary)
    if is_inside or (capitals and is_known):
        return _Rule("capital letter", certain=is_inside or not name.ordinary)
    if _is_headed(name, passage, position, after):
        return _Rule("beside kommune or bydel")
    if is_own and _is_joined(passage, position - 1, _PREPOSITIONS):
        return _Rule("after a preposition", certain=False)
    return None


def _is_headed(name: KnownName, passage: Passage, position: int, after: int) -> bool:
    words, text = passage.words, passage.text
    if after < len(words) and words[after].key in _HEADS:
        return text[words[after - 1].end : words[after].start].isspace()
    is_district = name.category is Category.CITY_DISTRICT
    return is_district and _is_joined(passage, position - 1, _DISTRICT_HEADS)


def _is_joined(passage: Passage, before: int, words: Collection[str]) -> bool:
    """Whether one of these words stands right before the next word."""
    if before < 0 or passage.words[before].key not in words:
        return False
    gap = passage.text[passage.words[before].end : passage.words[before + 1].start]
    return gap.isspace()
