"""What is told in a corner of the screen for some seconds."""

from textual.notifications import Notification

_LEAST = 0.05


class Telling(Notification):
    """A notification that is shown for a moment at least.

    Textual gives the time that is left to a timer; should it run out between two of its lines, the
    timer counts backwards and the program stands still for ever (Textual 8.2, `Timer._run`).
    """

    @property
    def time_left(self) -> float:
        """The seconds left; never none."""
        return max(_LEAST, super().time_left)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return super().time_left <= 0
