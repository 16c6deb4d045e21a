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
    plain = unicodedata.normalize("NFC", name).casefold().replace("aa", "å")
    return "".join(map(_place, unicodedata.normalize("NFC", plain))), name


def _place(letter: str) -> str:
    if letter in _AFTER_Z:
        return _AFTER_Z[letter]
    bare = unicodedata.normalize("NFD", letter)[0]
    return _AFTER_Z.get(bare, bare)
