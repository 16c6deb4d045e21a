"""The names in what a file says a respondent is called: `Oslo kommune, Bydel St. Hanshaugen`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.privacy.alignment import align
from corpus.privacy.hits import Category
from corpus.privacy.listed import unit_names
from corpus.privacy.words import keys_of

_DISTRICT_HEAD = re.compile(r"\bbydel(?:en)?\b", re.IGNORECASE)
_MUNICIPALITY_HEAD = re.compile(r"\b(?:kommune|kommunen|kommuna|herad|heradet)\b", re.IGNORECASE)
_APART = re.compile(r"\s+[-–—]\s+|[/|;]")
_ADDITION = re.compile(r"[,()\[\]]")
_SITUATED = re.compile(r"\s+i\s+", re.IGNORECASE)
_HYPHEN = re.compile(r"[-\u2010\u2011]")


class Name(NamedTuple):
    """A name as words in lower case, and what it is a name of."""

    keys: tuple[str, ...]
    category: Category


def called(name: str, kind: str) -> str:
    """A respondent's name with its kind of unit, so that the mask says what was masked."""
    if not name or _usual_category(name) is not Category.NAME:
        return name
    if _DISTRICT_HEAD.search(kind):
        return f"Bydel {name}"
    return f"{name} kommune" if _MUNICIPALITY_HEAD.search(kind) else name


def names_in(written: str) -> tuple[Name, ...]:
    """The names in a respondent's name as the file writes it, each once.

    Left out are the words kommune, herad and bydel, numbers (`0301 Oslo`), and what stands after a
    comma or in brackets when it is no such name (`Herøy (Nordland)`). Dual names come in their
    parts (`Oslo-Oslove`, `Deatnu - Tana`), but `Nord-Aurdal` is one name.
    """
    text = align(written).text
    usual = _usual_category(text)
    names = {}
    for piece in _pieces(text):
        keys = keys_of(piece)
        if len("".join(keys)) > 1 and not all(key.isdecimal() for key in keys):
            names[keys] = Name(keys, unit_names().get(keys, usual))
    return tuple(names.values())


def _usual_category(text: str) -> Category:
    if _DISTRICT_HEAD.search(text):
        return Category.CITY_DISTRICT
    return Category.MUNICIPALITY if _MUNICIPALITY_HEAD.search(text) else Category.NAME


def _pieces(text: str) -> Iterator[str]:
    first, *others = _ADDITION.split(text)
    telling = [other for other in others if _DISTRICT_HEAD.search(other) or _is_listed(other)]
    for part in (first, *telling):
        headless = _DISTRICT_HEAD.sub("/", _MUNICIPALITY_HEAD.sub("/", part))
        for piece in _APART.split(headless):
            without_code = re.sub(r"^\W*(?:\d+\W+)?|\W+$", "", piece)
            yield from _single_names(without_code)


def _single_names(name: str) -> Iterator[str]:
    yield from _parts_of_dual(name)
    place = _SITUATED.split(name)[0]
    if place != name and _is_listed(place):
        yield place


def _parts_of_dual(name: str) -> Iterator[str]:
    """The parts of a name joined by hyphens, where at least one part is a listed name."""
    parts = _HYPHEN.split(name)
    unknown: list[str] = []
    begin = 0
    while begin < len(parts):
        ends = range(len(parts), begin, -1)
        end = next((end for end in ends if _is_listed("-".join(parts[begin:end]))), None)
        if end is None:
            unknown.append(parts[begin])
            begin += 1
        else:
            yield "-".join(parts[begin:end])
            begin = end
    rest = "-".join(unknown)
    if unknown == parts or rest[:1].isupper():
        yield rest


def _is_listed(name: str) -> bool:
    return keys_of(name) in unit_names()
