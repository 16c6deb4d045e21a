"""A simple model of keys: what it costs to give a code that the codebook has.

A code among the nine shown costs one key, its digit. Any other costs the letters that bring it
among the nine that a word of their name begins with, and one key that takes it.
"""

from collections.abc import Iterable

from coder.suggest.ranker.texts import words_of_name

SHOWN = 9


def keys_for(rank: int, letters: int) -> int:
    """Keys for a code that stands on a place, from 1, in the order of the suggestions."""
    return 1 if rank <= SHOWN else letters + 1


def letters_to_find(name: str, others: Iterable[str]) -> int:
    """How many letters of a name bring it among nine, when its first word is typed."""
    typed = " ".join(words_of_name(name))
    rivals = [[" ".join(words) for words in _endings(words_of_name(other))] for other in others]
    for length in range(1, len(typed) + 1):
        part = typed[:length]
        rivals = [begins for begins in rivals if any(each.startswith(part) for each in begins)]
        if len(rivals) < SHOWN:
            return length
    return max(1, len(typed))


def _endings(words: list[str]) -> list[list[str]]:
    return [words[at:] for at in range(len(words))]
