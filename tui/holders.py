"""Why a study can only be read, in words."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from tui.times import since
from tui.words import _

if TYPE_CHECKING:
    from corpus.store.holding import Holder


def read_only_words(
    holder: "Holder | None", now: datetime | None = None, zone: tzinfo | None = None
) -> str:
    """The line for the banner; `holder` is who has the study open, None when it is nobody."""
    if holder is None:
        return _("Read only: this file cannot be written here.")
    name = holder.coder or holder.user
    if not name:
        return _("Read only: another program has this study open.")
    if not (holder.pid and holder.since):
        return _("Read only: {name} has this study open.").format(name=name)
    words = _("Read only: {name} (pid {pid} on {host}) has had this study open since {time}.")
    time = since(holder.since, now, zone)
    return words.format(name=name, pid=holder.pid, host=holder.host or "?", time=time)
