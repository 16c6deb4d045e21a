"""Languages of the outputs: how numbers are written and how names are sorted."""

import unicodedata
from typing import Literal, get_args

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_NO_BREAK_SPACE = "\u00a0"
_AFTER_Z = {"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"}


def format_number(number: int, language: Language) -> str:
    """A whole number with its thousands apart: `1 234` (no-break space) or `1,234`."""
    return f"{number:,}".replace(",", "," if language == "en" else _NO_BREAK_SPACE)


def alphabetical(name: str) -> tuple[str, str]:
    """A sort key in Norwegian order: case apart, æ ø å after z, aa as å, other accents ignored."""
    letters = []
    for letter in unicodedata.normalize("NFC", name).casefold().replace("aa", "å"):
        letters.append(_AFTER_Z.get(letter) or unicodedata.normalize("NFD", letter)[0])
    return "".join(letters), name
