"""How typed text may fit a path letter for letter, from the best fit to the loosest."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.finding.codes import Why
from tui.finding.folding import folded

_SHORTEST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Letters:
    """A path as it is searched; `name` and `path` have a space before every word."""

    name: str
    path: str
    squeezed: str
    initials: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """What is searched for: its words one space apart, each with a space before it, squeezed."""

    text: str
    words: tuple[str, ...]
    squeezed: str


def letters_of(path: tuple[str, ...]) -> Letters:
    """A path made ready; the last of its names is the code's own."""
    name, whole = folded(path[-1]).split(), folded(" ".join(path)).split()
    return Letters(
        name="".join(f" {word}" for word in name),
        path="".join(f" {word}" for word in whole),
        squeezed="".join(whole),
        initials=("".join(word[0] for word in name), "".join(word[0] for word in whole)),
    )


def typed_of(text: str) -> Typed:
    """Typed text made ready; nothing but signs and spaces gives an empty text."""
    words = folded(text).split()
    return Typed(" ".join(words), tuple(f" {word}" for word in words), "".join(words))


def may_fit_apart(typed: Typed, letters: Letters) -> bool:
    """A cheap look, true of all that fit though their letters do not stand together."""
    if len(typed.words) > 1:
        return all(word in letters.path for word in typed.words)
    return _initials(typed, letters)


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
    return any(each.startswith(typed.text) for each in letters.initials)


def _inside(typed: Typed, letters: Letters) -> bool:
    return typed.squeezed in letters.squeezed


def _order(typed: Typed, letters: Letters) -> bool:
    return all(word in letters.path for word in typed.words)


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
