"""Text from data made safe to look at: what a terminal would obey is shown as a sign instead."""

import re

REPLACEMENT = "\ufffd"
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_DELETE_PICTURE = "\u2421"

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The same text with every control, direction and invisible character as a sign of one column.

    Tab and newline stay. C0 and DEL become their control picture (`␛`), all others `�`:
    C1, U+200B-200F, U+202A-202E, U+2060-2069, U+FEFF and lone surrogates.
    The length stays the same, so positions in the text still fit.
    """
    return _OBEYED.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    character = match[0]
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return _DELETE_PICTURE if character == _DELETE else REPLACEMENT
