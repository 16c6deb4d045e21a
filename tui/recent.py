"""Studies opened before, newest first: a small file among the user's state."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_state_path

_KEPT = 12
_FORM = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Recent:
    """A study opened before: when (UTC, ISO-8601, "" when not known), whether it is still there."""

    path: Path
    opened: str = ""
    is_there: bool = True


def recent_file() -> Path:
    """Where the list stands."""
    return user_state_path("fullkoding", appauthor=False) / "recent.json"


def recents(file: Path) -> list[Recent]:
    """The studies opened before; none when the list cannot be read."""
    try:
        written = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return list(_read(written)) if isinstance(written, list) else []


def recent_studies(file: Path) -> list[Path]:
    """The studies opened before that are still there."""
    return [each.path for each in recents(file) if each.is_there]


def remember(file: Path, study: Path, now: str = "") -> None:
    """Put a study on top of the list; a list that cannot be written is left.

    `now` is UTC as ISO-8601, by default from the clock.
    """
    wanted = study.resolve()
    others = [each for each in recents(file) if each.path != wanted]
    _write(file, [Recent(wanted, now or datetime.now(UTC).strftime(_FORM)), *others])


def forget(file: Path, study: Path) -> None:
    """Take a study off the list; the study itself is left as it is."""
    _write(file, [each for each in recents(file) if each.path != study])


def _read(written: Sequence[object]) -> Iterator[Recent]:
    """The lines of the list; what is no path is left out."""
    for each in written:
        path, opened = (
            (each.get("path"), each.get("opened")) if isinstance(each, dict) else (each, "")
        )
        if isinstance(path, str) and isinstance(opened, str):
            yield Recent(Path(path), opened, _is_there(Path(path)))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _write(file: Path, studies: Sequence[Recent]) -> None:
    lines = [{"path": str(each.path), "opened": each.opened} for each in studies[:_KEPT]]
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(lines, indent=1), "utf-8")
