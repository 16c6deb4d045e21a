"""Work of a screen in a thread: a newer one of its kind takes its place."""

from collections.abc import Callable

from textual.screen import Screen
from textual.worker import get_current_worker


def in_background(screen: Screen[None], group: str, work: Callable[[], None]) -> None:
    """Carry out work in a thread; what is under way in its group is cancelled."""
    screen.run_worker(
        work, thread=True, exclusive=True, group=group, exit_on_error=False, name=group
    )


def cancelled() -> Callable[[], bool]:
    """Called in a thread: says from then on whether its work is not wanted any more."""
    worker = get_current_worker()
    return lambda: worker.is_cancelled


def from_thread(screen: Screen[None], show: Callable[..., object], *args: object) -> None:
    """Called in a thread: show what it found, unless nobody waits for it any more."""
    if not get_current_worker().is_cancelled and screen.is_running:
        screen.app.call_from_thread(show, *args)
