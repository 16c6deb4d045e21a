"""Starter codebooks: plain text files in the package, in every language of a study."""

from dataclasses import dataclass
from importlib.resources import files

from rapidfuzz import process

from codebooks.exchange.draft import DraftBook
from codebooks.exchange.outline_reading import Outline, read_outline
from corpus.language import Language
from corpus.problems import Problem
from corpus.visible import visible


@dataclass(frozen=True)
class Starter:
    """A starter codebook: what it is called in commands, its title and what it is for."""

    name: str
    title: str
    description: str


def starters(language: Language) -> list[Starter]:
    """The starter codebooks in a language, by name."""
    found = ((name, _read(name, language)) for name in _names(language))
    return [Starter(name, each.title or name, each.description) for name, each in found]


def read_starter(name: str, language: Language) -> DraftBook:
    """One starter codebook; a Problem when there is none of this name."""
    names = _names(language)
    if name not in names:
        nearest = process.extractOne(name, names, score_cutoff=50)
        raise Problem(
            f"There is no starter codebook {visible(name)}.",
            (f"Did you mean {nearest[0]}? " if nearest else "") + f"There are: {', '.join(names)}.",
        )
    return _read(name, language).book


def _names(language: Language) -> list[str]:
    ending = f".{language}.txt"
    listed = (each.name for each in files("codebooks.starters").iterdir())
    return sorted(name.removesuffix(ending) for name in listed if name.endswith(ending))


def _read(name: str, language: Language) -> Outline:
    text = (files("codebooks.starters") / f"{name}.{language}.txt").read_text("utf-8")
    return read_outline(text, name)
