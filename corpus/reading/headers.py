"""Naming columns: headers compared, shortened, and found again by what a person types."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import process

from corpus.problems import Problem
from corpus.reading.keys import first_word_key

BETWEEN = ".."
"""What stands between the first and the last of several columns that are named at once."""

_SHOWN = 60


def known_words(words: str) -> tuple[str, ...]:
    """A list of words, best first, from a string that holds them with spaces between."""
    return tuple(words.split())


def plain(header: str) -> str:
    """A header in lower case with single spaces for everything but letters, digits and `#`."""
    text = unicodedata.normalize("NFC", header).casefold()
    return " ".join(re.sub(r"[^\w#]|_", " ", text).split())


def shown(header: str) -> str:
    """A header short enough for a sentence."""
    text = " ".join(header.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def option_for(flag: str, headers: Sequence[str], position: int) -> str:
    """An option that names this column, as it is typed: by a beginning no other header has."""
    words = headers[position].split()
    beginnings = [first_word_key(headers[position]), *(" ".join(words[:n]) for n in (4, 8))]
    name = next((one for one in beginnings if one and _fits_one(headers, one)), " ".join(words))
    return f'{flag} "{name}"' if re.search(r"[^\w.@+-]", name) else f"{flag} {name}"


def find_column(headers: Sequence[str], wanted: str, flag: str) -> int:
    """The position of the column a person names with an option.

    It is named by its whole header, by the key it begins with, or by another beginning that no
    other column has; case and white space do not count. None or several are a problem.
    """
    found = _fitting(headers, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"“{shown(headers[position])}”" for position in found[:3])
        raise Problem(
            f"{flag} {wanted} fits several columns: {several}.", "Write more of the header."
        )
    nearest = process.extractOne(_folded(wanted), [_folded(header) for header in headers])
    meant = f"Did you mean “{shown(headers[nearest[2]])}”?" if nearest else ""
    raise Problem(f"There is no column “{shown(wanted)}” ({flag}).", meant)


def _fitting(headers: Sequence[str], wanted: str) -> list[int]:
    """The positions a name fits best: whole headers, else keys, else beginnings."""
    name = _folded(wanted)
    folded = [_folded(header) for header in headers]
    whole = [position for position, header in enumerate(folded) if header == name]
    keys = [position for position, header in enumerate(headers) if _key(header) == name]
    begun = [position for position, header in enumerate(folded) if header.startswith(name)]
    return (whole or keys or begun) if name else []


def _fits_one(headers: Sequence[str], name: str) -> bool:
    return len(_fitting(headers, name)) == 1


def _folded(header: str) -> str:
    return " ".join(unicodedata.normalize("NFC", header).casefold().split())


def _key(header: str) -> str:
    return _folded(first_word_key(header))
