"""The layer of the finder that knows persons whose names no capital letter tells from words."""

import re
from collections.abc import Iterator

from corpus.privacy.hits import Category, Hit
from corpus.privacy.name_lists import family_names, given_names, ordinary_words
from corpus.privacy.passage import Passage
from corpus.privacy.usual import is_usual

LAYER = "persons"
_JOINTS = (" ", "\u00a0", "-", "\u2010", "\u2011", ". ")
_CALLED = frozenset(
    {"heter", "heiter", "hete", "heite", "kalles", "kalla", "kaller", "kallar", "leder", "leiar"}
    | {"kontakt", "kontakte", "ved", "av", "hilsen", "helsing", "spør", "ring", "snakk", "lege"}
    | {"ruskonsulent", "sykepleier", "sjukepleiar", "psykolog", "kontaktperson", "konsulent"}
    | {"med", "til", "fra", "frå", "hos", "jeg", "eg", "mvh"}
)
_DOING = frozenset(
    {"jobber", "jobbar", "jobbet", "arbeider", "arbeidde", "leder", "leier", "leia", "svarer"}
    | {"svarar", "svarte", "følger", "følgjer", "fulgte", "driver", "driv", "drev", "hjelper"}
    | {"hjelper", "hjalp", "sa", "sier", "seier", "fortalte", "fortel", "forteller", "fikk", "fekk"}
    | {"kom", "flyttet", "flytta", "bor", "bur", "ringte", "ringer", "snakker", "snakkar", "heter"}
    | {"slutter", "sluttar", "sluttet", "slutta", "begynte", "mener", "meiner", "kjenner"}
    | {"kjenner", "kjende", "har", "hadde", "sitter", "sit", "styrer", "startet", "starta"}
)
_NO_DOERS = frozenset({"liv", "dag", "even", "fred", "tale", "vilja", "mai", "juni", "august"})
_INITIALS = re.compile(r"(?<![\w.])[A-ZÆØÅ]\.\s?[A-ZÆØÅ]\.(?![\s-]?[A-ZÆØÅ]\.|\w)")
_NO_INITIALS = frozenset({"P.S.", "N.B.", "A.A.", "N.A.", "U.S.", "E.L.", "O.L."})


def person_layer(passage: Passage) -> Iterator[Hit]:
    """Names in lower case, names that are words at the beginning of a sentence, two initials.

    All are uncertain: `snakk med kari dahl`, `Stein leder gruppa`, `T.H. fikk ikke plass`.
    """
    known, end = given_names(), 0
    for position, word in enumerate(passage.words):
        if position < end or word.key not in known:
            continue
        end = _end(passage, position)
        if end > position:
            yield _hit(passage, word.start, passage.words[end - 1].end, "name of a person")
    for match in _INITIALS.finditer(passage.text):
        if match[0].replace(" ", "") not in _NO_INITIALS:
            yield _hit(passage, *match.span(), "two initials")


def _hit(passage: Passage, start: int, end: int, rule: str) -> Hit:
    return passage.hit(start, end, Category.PERSON, LAYER, rule, certain=False)


def _end(passage: Passage, position: int) -> int:
    """Where a name that begins with a given name ends; the word itself where none begins."""
    if passage.capital[position] and not passage.shouted:
        return position + (not passage.inside[position] and _is_doing(passage, position))
    return _end_of_small(passage, position)


def _end_of_small(passage: Passage, position: int) -> int:
    """Where a name ends that no capital letter shows: `kari dahl`, `heter kari`."""
    is_word = _is_word(passage.words[position].key)
    end = position + 1
    while _goes_on(passage, end, is_word=is_word):
        end += 1
    if end > position + 1:
        return end
    is_told = passage.follows(position, _CALLED) or _begins_and_does(passage, position)
    return end if is_told and not is_word and passage.gap(position)[:1] != "@" else position


def _goes_on(passage: Passage, position: int, *, is_word: bool) -> bool:
    """Whether a word continues a name; one that begins with a word needs a clear family name."""
    if position >= len(passage.words) or passage.gap(position - 1) not in _JOINTS:
        return False
    key = passage.words[position].key
    if key in family_names() and not _is_word(key):
        return True
    return not is_word and (key in given_names() or key in family_names())


def _begins_and_does(passage: Passage, position: int) -> bool:
    return position == 0 and not passage.shouted and _does(passage, position + 1)


def _is_doing(passage: Passage, position: int) -> bool:
    """Whether a name that is a word, and begins a sentence, does what only persons do."""
    if passage.words[position].key in _NO_DOERS:
        return False
    if _does(passage, position + 1):
        return True
    return (
        _follows(passage, position + 1, "og")
        and position + 2 < len(passage.words)
        and passage.inside[position + 2]
        and passage.words[position + 2].key in given_names()
    )


def _does(passage: Passage, position: int) -> bool:
    if position >= len(passage.words) or passage.capital[position]:
        return False
    return passage.words[position].key in _DOING and passage.gap(position - 1).isspace()


def _follows(passage: Passage, position: int, key: str) -> bool:
    is_there = position < len(passage.words) and passage.words[position].key == key
    return is_there and passage.gap(position - 1).isspace()


def _is_word(key: str) -> bool:
    return key in ordinary_words() or is_usual(key)
