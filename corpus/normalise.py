"""The form in which texts are stored: NFC, line ends as one line feed, nothing else changed."""

import hashlib
import unicodedata

REPLACEMENT = "\ufffd"


def normalise(text: str) -> str:
    """The stored form of a text; a lone surrogate, which SQLite cannot hold, becomes U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        if not _storable(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = unicodedata.normalize("NFC", text)
    return text


def fingerprint(text: str) -> str:
    """The SHA-256 of a stored text in UTF-8, as 64 hexadecimal digits (FIPS 180-4)."""
    return hashlib.sha256(text.encode()).hexdigest()


def _storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
