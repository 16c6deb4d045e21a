"""The layer of the finder that takes every capitalised word for a name unless it may stand."""

from collections.abc import Iterable, Iterator

from corpus.privacy.hits import Category, Hit
from corpus.privacy.name_lists import (
    common_words,
    family_names,
    given_names,
    ordinary_words,
    standing_phrases,
    standing_words,
)
from corpus.privacy.passage import Passage
from corpus.privacy.usual import is_long_form, is_usual

LAYER = "capital letters"
_JOINTS = (" ", "\u00a0", "-", "\u2010", "\u2011", ". ")
_SHORTEST = 2
_SHORTEST_STRANGE = 5
_WORD_ENDINGS = (
    *("ing", "ingen", "inga", "else", "elsen", "ende", "ande", "ene", "ane", "ane", "ede", "heten"),
    *("ig", "eg", "isk", "iske", "ert", "erte", "tet", "ikk", "ikken", "asjon", "asjonen", "erer"),
    *("rar", "erar", "atter", "este", "ste", "rise", "eke", "lse"),
)


def capital_layer(passage: Passage) -> Iterator[Hit]:
    """Capitalised words that begin no sentence, and given names that do, in runs.

    All are uncertain: a person is to decide. `Anne Grete Dahl` is one hit.
    """
    position = 0
    while position < len(passage.words):
        end = _end(passage, position)
        if end > position:
            yield _hit(passage, position, end)
        position = max(end, position + 1)


def may_stand(written: str, key: str) -> bool:
    """Whether a capitalised word is a national body, a method, a word of the field or so.

    Usual words that end like a service or a post may: `Akutteamet`, `Boligkontoret`.
    """
    if written in standing_words() or (key[-1:] == "s" and written[:-1] in standing_words()):
        return True
    if _is_personal(key) and key not in ordinary_words():
        return False
    common = common_words()
    if key in common.whole or key.startswith(common.beginnings):
        return True
    return key.endswith(common.endings) and is_usual(key)


def stands(passage: Passage, position: int) -> bool:
    """Whether a word may stand, alone or as the first of a phrase or the one after it."""
    if may_stand(passage.written(position), passage.words[position].key):
        return True
    return any(begins_phrase(passage, at) for at in (position, position - 1) if at >= 0)


def begins_phrase(passage: Passage, position: int) -> bool:
    """Whether a word is the first of a phrase that may stand."""
    phrases = standing_phrases().get(passage.words[position].key, ())
    return any(
        tuple(word.key for word in passage.words[position : position + len(phrase)]) == phrase
        for phrase in phrases
    )


def _end(passage: Passage, position: int) -> int:
    """Where the name that begins with a word ends; the word itself where none begins."""
    if not passage.capital[position] or passage.shouted:
        return position
    end = position + 1 if _begins(passage, position) else position
    while end > position and _goes_on(passage, end):
        end += 1
    return end


def _begins(passage: Passage, position: int) -> bool:
    """Whether a capitalised word may begin a name."""
    if passage.inside[position]:
        return _is_unknown(passage, position)
    key = passage.words[position].key
    if begins_phrase(passage, position):
        return False
    is_person = key in given_names() or (key[-1:] == "s" and key[:-1] in given_names())
    if is_person and key not in ordinary_words():
        return True
    goes_on = _goes_on(passage, position + 1)
    return (is_person and goes_on) or _is_strange(passage, position)


def _is_strange(passage: Passage, position: int) -> bool:
    """Whether a word that begins a sentence is no usual word, nor one of the field: `HSYK`."""
    key, written = passage.words[position].key, passage.written(position)
    is_short_form = written.isupper() and len(key) >= _SHORTEST
    if len(key) < _SHORTEST_STRANGE and not is_short_form:
        return False
    if not key.isalpha() or passage.gap(position)[:1] == "-" != passage.gap(position):
        return False
    is_like_word = key.endswith(_WORD_ENDINGS) and not is_short_form
    is_known = key in ordinary_words() or may_stand(written, key) or is_usual(key)
    return not (is_like_word or is_known or is_long_form(key))


def _is_unknown(passage: Passage, position: int) -> bool:
    written = passage.written(position)
    if len(written) < _SHORTEST or any(sign.isdigit() for sign in written):
        return False
    if written[0].islower() and not written[1:].isupper():
        return False
    return not stands(passage, position)


def _goes_on(passage: Passage, position: int) -> bool:
    """Whether a word continues the name that ends right before it."""
    if position >= len(passage.words) or not passage.inside[position]:
        return False
    is_personal = _is_personal(passage.words[position].key)
    return passage.gap(position - 1) in _JOINTS and (is_personal or _is_unknown(passage, position))


def _hit(passage: Passage, position: int, end: int) -> Hit:
    words = passage.words[position:end]
    is_person = _is_person(word.key for word in words)
    last = words[-1].end
    span = words[0].start, last
    if is_person:
        return passage.hit(*span, Category.PERSON, LAYER, "name of a person", certain=False)
    return passage.hit(*span, Category.NAME, LAYER, "capital letter inside", certain=False)


def _is_person(keys: Iterable[str]) -> bool:
    return any(_is_personal(key) or (key[-1:] == "s" and _is_personal(key[:-1])) for key in keys)


def _is_personal(key: str) -> bool:
    return key in given_names() or key in family_names()
