"""A copy of a text that is easy to match in, with the way back to the text itself."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_MOST_MARKS = 30


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text, its copy for matching, and where each character of the copy comes from.

    The copy is NFC without soft hyphens, control characters and other signs that are not seen.
    Character i of it stands for characters starts[i] to ends[i] (half open) of the original;
    both are empty when copy and original are the same.
    """

    original: str
    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters start to end of the copy (half open, not empty) as ones of the original."""
        if not self.starts:
            return start, end
        return self.starts[start], self.ends[end - 1]


def align(text: str) -> Aligned:
    """The copy of a text to match in."""
    if not _UNSEEN.search(text) and unicodedata.is_normalized("NFC", text):
        return Aligned(text, text)
    copy: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, cluster in _clusters(text):
        composed = unicodedata.normalize("NFC", cluster)
        copy.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
    return Aligned(text, "".join(copy), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Letters with their combining marks, without what is not seen: start, end, characters.

    At most 30 marks stay with a letter (Unicode Standard Annex 15, stream-safe text format), so
    that composing takes time in proportion to the length.
    """
    start, end, cluster = 0, 0, ""
    for position, character in enumerate(text):
        if _UNSEEN.match(character):
            continue
        is_mark = unicodedata.combining(character) and len(cluster) <= _MOST_MARKS
        if cluster and not is_mark:
            yield start, end, cluster
            cluster = ""
        if not cluster:
            start = position
        cluster += character
        end = position + 1
    if cluster:
        yield start, end, cluster
