"""How a coding session goes: answers coded, keys an answer, and how long the rest may take."""

from dataclasses import dataclass, field

from tui.words import _, decimal, plural

PAUSE = 60.0
"""Seconds without a key after which time is taken for a pause and not counted."""

_ENOUGH = 5
"""Answers from which an estimate is given."""


@dataclass
class Session:
    """Counts since the question was opened; the clock is in seconds and only goes forward."""

    keys: int = 0
    worked: float = 0.0
    coded: set[int] = field(default_factory=set)
    _last: float | None = None

    def key(self, now: float) -> None:
        """A key was pressed."""
        self.keys += 1
        if self._last is not None and now - self._last < PAUSE:
            self.worked += now - self._last
        self._last = now

    def keys_each(self) -> float | None:
        """Keys an answer coded; None before the first."""
        return self.keys / len(self.coded) if self.coded else None

    def seconds_left(self, uncoded: int) -> float | None:
        """How long so many answers take at this pace; None while too few are coded."""
        if len(self.coded) < _ENOUGH:
            return None
        return uncoded * self.worked / len(self.coded)

    def in_words(self, uncoded: int) -> str:
        """`34 coded · 4.6 keys each · 25 min left`; "" before anything is coded."""
        each, left = self.keys_each(), self.seconds_left(uncoded)
        if each is None:
            return ""
        parts = [
            plural("{count} coded now", "{count} coded now", len(self.coded)),
            _("{keys} keys each").format(keys=decimal(each)),
        ]
        if left is not None and uncoded:
            parts.append(_("about {time} left").format(time=duration(left)))
        return " · ".join(parts)


def duration(seconds: float) -> str:
    """`3 min`, or `2 h 10 min`; never less than a minute."""
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
