"""How typed text may fit a path letter for letter, from the best fit to the loosest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from codebooks.naming.folding import folded
from tui.finding.codes import FinderCode, Why

_SHORTEST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Letters:
    """A path as it is searched; in all but `squeezed` a space stands before every word."""

    name: str
    path: str
    squeezed: str
    initials: str


Row = tuple[FinderCode, Letters]


@dataclass(frozen=True, slots=True)
class Typed:
    """What is searched for: its words one space apart, each with a space before it, squeezed."""

    text: str
    words: tuple[str, ...]
    squeezed: str


def letters_of(path: tuple[str, ...]) -> Letters:
    """A path made ready; the last of its names is the code's own."""
    parts = [folded(part).split() for part in path]
    name, whole = parts[-1], list(chain.from_iterable(parts))
    return Letters(
        name="".join(f" {word}" for word in name),
        path="".join(f" {word}" for word in whole),
        squeezed="".join(whole),
        initials=f" {_firsts(name)} {_firsts(whole)}",
    )


def typed_of(text: str) -> Typed:
    """Typed text made ready; nothing but signs and spaces gives an empty text."""
    words = folded(text).split()
    return Typed(" ".join(words), tuple(f" {word}" for word in words), "".join(words))


def possible(typed: Typed, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that may fit: a cheap look at all, because most of them do not."""
    text, first = typed.squeezed, typed.words[0]
    if len(typed.words) == 1:
        return [row for row in rows if text in row[1].squeezed or first in row[1].initials]
    return [row for row in rows if text in row[1].squeezed or first in row[1].path]


def _name(typed: Typed, letters: Letters) -> bool:
    return letters.name[1:] == typed.text


def _beginning(typed: Typed, letters: Letters) -> bool:
    return letters.name.startswith(typed.text, 1)


def _words(typed: Typed, letters: Letters) -> bool:
    return _in_order(typed.words, letters.name)


def _path(typed: Typed, letters: Letters) -> bool:
    return _in_order(typed.words, letters.path)


def _initials(typed: Typed, letters: Letters) -> bool:
    if len(typed.words) > 1 or len(typed.text) < _SHORTEST_INITIALS:
        return False
    return typed.words[0] in letters.initials


def _inside(typed: Typed, letters: Letters) -> bool:
    return typed.squeezed in letters.squeezed


def _order(typed: Typed, letters: Letters) -> bool:
    return all(word in letters.path for word in typed.words)


def _firsts(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _in_order(words: tuple[str, ...], names: str) -> bool:
    at = 0
    for word in words:
        at = names.find(word, at) + 1
        if not at:
            return False
    return True


FITS: dict[Why, Callable[[Typed, Letters], bool]] = {
    "name": _name,
    "beginning": _beginning,
    "words": _words,
    "path": _path,
    "initials": _initials,
    "inside": _inside,
    "order": _order,
}
