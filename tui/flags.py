"""Flags of answers in the reader's words, and as letters where there is little room."""

from tui.words import _, later

_WORDS = {
    "quote": later("quote"),
    "come back": later("come back"),
    "ask colleague": later("ask colleague"),
}


def flag_in_words(flag: str) -> str:
    """What a flag says; one that is not known says what it is called."""
    return _(_WORDS.get(flag, flag))


def flag_letter(flag: str) -> str:
    """The first letter of what a flag says, large: each flag has its own."""
    return flag_in_words(flag)[:1].upper()
