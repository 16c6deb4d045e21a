"""Names and typed text in the form in which they are compared."""

import re
import unicodedata

_NOT_IN_WORDS = re.compile(r"[\W_]+")
_NEIGHBOURS = str.maketrans({"ä": "æ", "ö": "ø", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t"})
_ACCENTS = re.compile("(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]")


def folded(text: str) -> str:
    """Words in lower case without accents and signs, a space between them; æ ø å stay.

    A text of nothing but signs stays what it is.
    """
    lower = unicodedata.normalize("NFC", text.casefold())
    if not lower.isascii():
        lower = unicodedata.normalize("NFD", lower.translate(_NEIGHBOURS))
        lower = unicodedata.normalize("NFC", _ACCENTS.sub("", lower))
    return _NOT_IN_WORDS.sub(" ", lower).strip() or " ".join(lower.split())
