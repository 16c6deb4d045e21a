"""Moments in the reader's own time; the study keeps them in UTC."""

from datetime import UTC, datetime, tzinfo


def local(at: str, zone: tzinfo | None = None) -> str:
    """A UTC time of a study (ISO-8601) in the reader's zone: `2026-05-01 14:05`.

    What is no time stays as it is.
    """
    moment = _moment(at, zone)
    return moment.strftime("%Y-%m-%d %H:%M") if moment else at


def since(at: str, now: datetime | None = None, zone: tzinfo | None = None) -> str:
    """The same without the date on the day itself: `14:05`."""
    moment = _moment(at, zone)
    today = (now or datetime.now(UTC)).astimezone(zone).date()
    return moment.strftime("%H:%M") if moment and moment.date() == today else local(at, zone)


def _moment(at: str, zone: tzinfo | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(at)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return None
