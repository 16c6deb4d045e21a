"""Choosing a piece of an answer by sentences and words; pure, half-open character ranges.

Every step takes the text, its sentences and what is chosen, and gives what is chosen then.
"""

import re
from collections.abc import Callable, Sequence

Range = tuple[int, int]
Step = Callable[[str, Sequence[Range], Range | None], Range | None]

_WORD = re.compile(r"\S+")


def next_sentence(_: str, sentences: Sequence[Range], chosen: Range | None) -> Range | None:
    """The sentence after what is chosen; the first to begin with, the last again at the end."""
    if chosen is None:
        return _first(sentences)
    later = [sentence for sentence in sentences if sentence[0] >= chosen[1]]
    return later[0] if later else _last(sentences)


def previous_sentence(_: str, sentences: Sequence[Range], chosen: Range | None) -> Range | None:
    """The sentence before what is chosen; the last to begin with, the first again at the top."""
    if chosen is None:
        return _last(sentences)
    earlier = [sentence for sentence in sentences if sentence[1] <= chosen[0]]
    return earlier[-1] if earlier else _first(sentences)


def one_sentence_more(_: str, sentences: Sequence[Range], chosen: Range | None) -> Range | None:
    """To the end of the sentence in which it ends, or else of the next one."""
    if chosen is None:
        return _first(sentences)
    ends = [end for _start, end in sentences if end > chosen[1]]
    return chosen[0], min(ends, default=chosen[1])


def one_sentence_less(_: str, sentences: Sequence[Range], chosen: Range | None) -> Range | None:
    """Without the last sentence, as long as one is left."""
    if chosen is None:
        return None
    ends = [end for _start, end in sentences if chosen[0] < end < chosen[1]]
    return chosen[0], max(ends, default=chosen[1])


def one_word_more(text: str, _: Sequence[Range], chosen: Range | None) -> Range | None:
    """With the next word; the first one to begin with."""
    word = _WORD.search(text, chosen[1] if chosen else 0)
    if word is None:
        return chosen
    return (chosen[0] if chosen else word.start()), word.end()


def one_word_less(text: str, _: Sequence[Range], chosen: Range | None) -> Range | None:
    """Without the last word, as long as one is left."""
    words = _words(text, chosen)
    return (words[0][0], words[-2][1]) if len(words) > 1 else chosen


def one_word_earlier(text: str, _: Sequence[Range], chosen: Range | None) -> Range | None:
    """With the word before; the last one to begin with."""
    before = text[: chosen[0] if chosen else len(text)].rstrip()
    if not before:
        return chosen
    start = len(before) - len(before.rsplit(None, 1)[-1])
    return start, chosen[1] if chosen else len(before)


def one_word_later(text: str, _: Sequence[Range], chosen: Range | None) -> Range | None:
    """Without the first word, as long as one is left."""
    words = _words(text, chosen)
    return (words[1][0], words[-1][1]) if len(words) > 1 else chosen


def _words(text: str, chosen: Range | None) -> list[Range]:
    return [word.span() for word in _WORD.finditer(text, *chosen)] if chosen else []


def _first(sentences: Sequence[Range]) -> Range | None:
    return sentences[0] if sentences else None


def _last(sentences: Sequence[Range]) -> Range | None:
    return sentences[-1] if sentences else None
