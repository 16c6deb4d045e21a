"""Choosing a piece of an answer by sentences and words; pure, half-open character ranges."""

import re
from collections.abc import Sequence

Range = tuple[int, int]

_WORD = re.compile(r"\S+")


def next_sentence(sentences: Sequence[Range], selection: Range | None) -> Range | None:
    """The sentence after the selection, the last one again at the end; the first to begin with."""
    if selection is None:
        return _first(sentences)
    later = [sentence for sentence in sentences if sentence[0] >= selection[1]]
    return later[0] if later else _last(sentences)


def previous_sentence(sentences: Sequence[Range], selection: Range | None) -> Range | None:
    """The sentence before the selection, the first one again at the top; the last to begin with."""
    if selection is None:
        return _last(sentences)
    earlier = [sentence for sentence in sentences if sentence[1] <= selection[0]]
    return earlier[-1] if earlier else _first(sentences)


def with_next_sentence(sentences: Sequence[Range], selection: Range | None) -> Range | None:
    """The selection to the end of the sentence it ends in, or else of the next one."""
    if selection is None:
        return _first(sentences)
    ends = [end for _, end in sentences if end > selection[1]]
    return selection[0], ends[0] if ends else selection[1]


def without_last_sentence(sentences: Sequence[Range], selection: Range | None) -> Range | None:
    """The selection without the last sentence in it, as long as one is left."""
    if selection is None:
        return None
    ends = [end for _, end in sentences if selection[0] < end < selection[1]]
    return selection[0], ends[-1] if ends else selection[1]


def with_next_word(text: str, selection: Range | None) -> Range | None:
    """The selection with one word more at its end; the first word to begin with."""
    start, end = selection or (0, 0)
    word = _WORD.search(text, end)
    if word is None:
        return selection
    return (start if selection else word.start()), word.end()


def without_last_word(text: str, selection: Range | None) -> Range | None:
    """The selection without its last word, as long as one is left."""
    if selection is None:
        return None
    words = [selection[0] + word.end() for word in _WORD.finditer(text[slice(*selection)])]
    return (selection[0], words[-2]) if len(words) > 1 else selection


def without_first_word(text: str, selection: Range | None) -> Range | None:
    """The selection without its first word, as long as one is left."""
    if selection is None:
        return None
    words = [selection[0] + word.start() for word in _WORD.finditer(text[slice(*selection)])]
    return (words[1], selection[1]) if len(words) > 1 else selection


def with_previous_word(text: str, selection: Range | None) -> Range | None:
    """The selection with one word more at its beginning."""
    if selection is None:
        return None
    before = text[: selection[0]].rstrip()
    start = max(before.rfind(space) for space in " \t\n\u00a0") + 1
    return (start, selection[1]) if before else selection


def _first(sentences: Sequence[Range]) -> Range | None:
    return sentences[0] if sentences else None


def _last(sentences: Sequence[Range]) -> Range | None:
    return sentences[-1] if sentences else None
