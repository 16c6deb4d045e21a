"""The form in which texts are stored: NFC, line ends as one line feed, nothing else changed."""

import hashlib
import unicodedata

REPLACEMENT = "\ufffd"


def normalise(text: str) -> str:
    """The stored form of a text: composed, with one kind of line end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return compose(text)


def compose(text: str) -> str:
    """A text in NFC; a lone surrogate, which SQLite cannot hold, becomes U+FFFD."""
    if _is_latin(text):
        return text
    if not _fits(text, "utf-8"):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text)


def fingerprint(text: str) -> str:
    """The SHA-256 of a stored text in UTF-8, as 64 hexadecimal digits (FIPS 180-4)."""
    return hashlib.sha256(text.encode()).hexdigest()


def _is_latin(text: str) -> bool:
    """Whether all characters are below U+0100: quick to see, and NFC leaves them (Annex 15)."""
    return text.isascii() or _fits(text, "latin-1")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
