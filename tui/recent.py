"""Studies opened before, newest first: a small file among the user's state."""

import json
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

_KEPT = 12


def recent_file() -> Path:
    """Where the list stands."""
    return user_state_path("fullkoding", appauthor=False) / "recent.json"


def recent_studies(file: Path) -> list[Path]:
    """The studies opened before that are still there; none when the list cannot be read."""
    try:
        written = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    paths = [Path(each) for each in written if isinstance(each, str)]
    return [path for path in paths if path.is_file()]


def remember(file: Path, study: Path) -> None:
    """Put a study on top of the list; a list that cannot be written is left."""
    wanted = study.resolve()
    others = [path for path in recent_studies(file) if path != wanted]
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([str(path) for path in [wanted, *others][:_KEPT]]), "utf-8")
