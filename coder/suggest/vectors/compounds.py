"""Words the table does not know, by words it knows: compounds and beginnings."""

from collections.abc import Container

_SHORTEST_COMPOUND, _SHORTEST_PART, _SHORTEST_BEGINNING = 7, 3, 4
_LEAST_SHARE = 0.6
"""A beginning stands for a word when it is this much of it."""


def parts_of(word: str, known: Container[str]) -> tuple[str, ...]:
    """The known words a word is made of: itself, two parts, its longest beginning, or none.

    The first part of a Norwegian compound may end in an s or e that is not its own
    (`arbeidsgiver`, `barnehage`). Of several ways the one whose shorter part is longest is taken.
    """
    if word in known:
        return (word,)
    return halves_of(word, known) or _beginning(word, known)


def halves_of(word: str, known: Container[str]) -> tuple[str, ...]:
    """The two known words a compound is made of; none when it is short or they are not known."""
    if len(word) < _SHORTEST_COMPOUND:
        return ()
    best: tuple[str, ...] = ()
    for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        tail = word[at:]
        if tail not in known:
            continue
        for head in (word[:at], word[: at - 1] if word[at - 1] in "se" else ""):
            if len(head) < _SHORTEST_PART or head not in known:
                continue
            if not best or min(len(head), len(tail)) > min(map(len, best)):
                best = (head, tail)
    return best


def _beginning(word: str, known: Container[str]) -> tuple[str, ...]:
    for end in range(len(word) - 1, _SHORTEST_BEGINNING - 1, -1):
        if end < _LEAST_SHARE * len(word):
            return ()
        if word[:end] in known:
            return (word[:end],)
    return ()
