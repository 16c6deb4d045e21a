"""Texts as the suggestions see them: lower case, composed, of a bounded length."""

import re
import unicodedata

MOST_CHARACTERS = 5_000
"""What comes later in a text is not looked at."""

MOST_ENCODED = 120
"""So many words of a text are handed to the sentence encoder."""

_words = re.compile(r"\w+").findall
_MARKS = re.compile(r"[_#>()-]+")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case and composed (NFC), in their order."""
    words: list[str] = _words(unicodedata.normalize("NFC", text[:MOST_CHARACTERS]).lower())
    return words


def words_of_name(name: str) -> list[str]:
    """The words of a code name; signs that join words part them (`care/wait_time`)."""
    return words_of(_MARKS.sub(" ", name))


def pieces_of(word: str) -> list[str]:
    """Pieces of three to five characters of a word with a blank at both ends."""
    padded = f" {word} "
    size = len(padded)
    return [
        padded[at : at + length]
        for length in range(3, min(5, size) + 1)
        for at in range(size - length + 1)
    ]


def for_encoder(text: str) -> str:
    """A text as the sentence encoder gets it."""
    composed = unicodedata.normalize("NFC", text[:MOST_CHARACTERS]).lower()
    return " ".join(composed.replace("//", " / ").split()[:MOST_ENCODED])


def name_for_encoder(name: str) -> str:
    """The name of a code as the sentence encoder gets it."""
    return for_encoder(_MARKS.sub(" ", name))
