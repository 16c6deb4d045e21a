"""Which encoding a text file has: its mark, then strict UTF-8, else the Windows code page."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from corpus.problems import Problem
from corpus.reading.plan import Doubt

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "cp1252"
_RIVALS = ("mac_roman", "cp850")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_NORWEGIAN = frozenset("æøåÆØÅéèêàòóôüöäÉÖÄÜ–—’‘“”«»…§°½€\u00a0")
_SAMPLE = 4096
_LARGE_SAMPLE = 1_000_000


@dataclass(frozen=True)
class Decoding:
    """How bytes become text: codec, length of the mark in bytes, whether some bytes have no letter.

    Bytes without a letter are read as U+FFFD.
    """

    encoding: str
    mark: int = 0
    damaged: bool = False
    doubts: tuple[Doubt, ...] = ()


def find_decoding(data: bytes, encoding: str | None = None) -> Decoding:
    """How to read these bytes: as `encoding` when it is given, otherwise by what they show.

    Nothing is guessed from letter statistics; text read as cp1252 that would be better Norwegian in
    another encoding gets a doubt. An unknown encoding is a problem.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoding(name, len(mark), _is_damaged(data[len(mark) :], name))
    if wide := _utf16_by_zeros(data):
        return Decoding(wide, 0, _is_damaged(data, wide))
    if not _is_damaged(data, "utf-8"):
        return Decoding("utf-8")
    return Decoding(_FALLBACK, 0, _is_damaged(data, _FALLBACK), _rival(data))


def _as_told(data: bytes, encoding: str) -> Decoding:
    try:
        name = codecs.lookup(encoding).name
        b"".decode(encoding)
        b"id".decode(encoding, "replace")
    except (LookupError, ValueError):
        raise Problem(
            f"There is no text encoding called “{encoding}”.",
            "The usual ones: --encoding utf-8, cp1252, utf-16 or mac_roman.",
        ) from None
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(name):
            return Decoding(marked, len(mark), _is_damaged(data[len(mark) :], marked))
    if name in ("utf-16", "utf-32"):
        name = _utf16_by_zeros(data) or f"{name}-le"
    return Decoding(name, 0, _is_damaged(data, name))


def _is_damaged(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except ValueError:
        return True
    return False


def _utf16_by_zeros(data: bytes) -> str:
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    empty_even, empty_odd = even.count(0), odd.count(0)
    if empty_odd > len(odd) / 2 and empty_even * 10 < len(even):
        return "utf-16-le"
    if empty_even > len(even) / 2 and empty_odd * 10 < len(odd):
        return "utf-16-be"
    return ""


def _rival(data: bytes) -> tuple[Doubt, ...]:
    """A doubt when another encoding gives more Norwegian letters and signs, or is merely broken."""
    strange = data.translate(None, bytes(range(128)))
    counts = {name: _norwegian_letters(strange, name) for name in _RIVALS}
    best = max(counts, key=lambda name: counts[name])
    if _is_mostly_utf8(data[:_LARGE_SAMPLE]):
        best = "utf-8"
    elif counts[best] <= _norwegian_letters(strange, _FALLBACK):
        return ()
    sentence = f"The letters look wrong as {_FALLBACK}; they look like {best}."
    return (Doubt(sentence, f"--encoding {best} (or {_FALLBACK})"),)


def _is_mostly_utf8(data: bytes) -> bool:
    letters = _UTF8_LETTER.findall(data)
    strange = len(data.translate(None, bytes(range(128))))
    return bool(letters) and len(letters) >= strange - sum(map(len, letters))


def _norwegian_letters(data: bytes, encoding: str) -> int:
    found = Counter(data.decode(encoding, "replace"))
    return sum(found[letter] for letter in _NORWEGIAN)
