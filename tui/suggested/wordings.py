"""What the lists of suggestions say beside the answers; pure."""

from collections.abc import Mapping

from coder.workbench.levels import LEVELS
from coder.workbench.why_likely import WhyLikely
from tui.coding.offering import reason_in_words
from tui.widgets.cells import cells
from tui.words import _

_BAR = 10
_BEGINNING = 60


def progress_words(what: str, done: float) -> str:
    """What is looked for, how far it is, and how it is stopped."""
    full = max(0, min(_BAR, int(_BAR * done)))
    bar = "▰" * full + "▱" * (_BAR - full)
    stop = _("escape stops")
    return f"{what} … {bar} {round(100 * done)} %  {stop}"


def levels_line(counts: Mapping[int, int], level: int, width: int) -> str:
    """How many reach each level, the chosen one in brackets; with little room those beside it."""
    shown = [_level(each, counts, each == level) for each in LEVELS]
    line = "  ".join(shown)
    if cells(line) <= width:
        return line
    at = LEVELS.index(level)
    return "  ".join(shown[max(0, at - 1) : at + 2])


def percent(score: int) -> int:
    """A score in thousandths in whole percent, never more than it is."""
    return score // 10


def why_words(why: WhyLikely | None) -> str:
    """What speaks for a code, on one line; "" when nothing is known."""
    if why is None:
        return ""
    texts = {} if why.reason.answer is None else {why.reason.answer: why.like}
    return reason_in_words(why.reason, texts)


def begin(text: str, most: int = _BEGINNING) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _level(level: int, counts: Mapping[int, int], chosen: bool) -> str:
    said = f"{level} %: {counts[level]}"
    return f"[{said}]" if chosen else f" {said} "
