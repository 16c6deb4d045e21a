"""Text set in columns of a terminal: display widths and wrapping."""

import re
import unicodedata

_NO_WIDTH = ("Mn", "Me", "Cf")
_WORD = re.compile(r"[^ \t\r\n]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W_]-)(?=\w)")


def display_width(text: str) -> int:
    """How many columns of a terminal a line takes: wide letters and emoji two, accents none."""
    return len(text) if text.isascii() else sum(_width(character) for character in text)


def left(text: str, width: int) -> str:
    """The text at the left of a field."""
    return text + " " * (width - display_width(text))


def right(text: str, width: int) -> str:
    """The text at the right of a field."""
    return " " * (width - display_width(text)) + text


def wrap(text: str, width: int) -> list[str]:
    """The words of a text on lines of at most `width` columns, at least one line.

    A word that is longer than a line is broken, after a hyphen where it has one.
    """
    lines: list[str] = []
    used = 0
    for word in words_of(text):
        size = display_width(word)
        if lines and used + 1 + size <= width:
            lines[-1] += f" {word}"
            used += 1 + size
        else:
            lines += [word] if size <= width else _broken(word, width)
            used = display_width(lines[-1])
    return lines or [""]


def words_of(text: str) -> list[str]:
    """The words of a text; a no-break space holds two together."""
    return _WORD.findall(text)


def longest_piece(text: str) -> int:
    """The least width that a text can be wrapped to without breaking a word inside."""
    pieces = (piece for word in words_of(text) for piece in _AFTER_HYPHEN.split(word))
    return max(map(display_width, pieces), default=0)


def _broken(word: str, width: int) -> list[str]:
    lines = [""]
    for piece in _AFTER_HYPHEN.split(word):
        if lines[-1] and display_width(lines[-1] + piece) > width:
            lines.append("")
        for character in piece:
            if lines[-1] and display_width(lines[-1] + character) > width:
                lines.append("")
            lines[-1] += character
    return lines


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
