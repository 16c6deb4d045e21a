"""The user's settings: a small TOML file, read when it is needed."""

import getpass
import tomllib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_log_path

from corpus.problems import Problem


@dataclass(frozen=True)
class Settings:
    """`coder`: the name under which this person codes."""

    coder: str


def settings_path() -> Path:
    """Where the settings file stands."""
    return user_config_path("fullkoding", appauthor=False) / "settings.toml"


def log_path() -> Path:
    """Where unexpected errors are written down."""
    return user_log_path("fullkoding", appauthor=False) / "fullkoding.log"


def read_settings(path: Path | None = None) -> Settings:
    """The settings; what the file does not say is taken from the system."""
    path = path or settings_path()
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        written = {}
    except (OSError, ValueError) as error:
        raise Problem(
            f"The settings file {path} cannot be read: {error}.", "Correct it or remove it."
        ) from error
    unknown = sorted(set(written) - {"coder"})
    if unknown:
        raise Problem(
            f"The settings file {path} has an unknown setting {unknown[0]}.", "Known: coder."
        )
    return Settings(str(written.get("coder") or _system_user()))


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "coder"
