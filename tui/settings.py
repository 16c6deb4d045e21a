"""The user's settings: a small TOML file, read when it is needed."""

import getpass
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_config_path, user_log_path

from corpus.problems import Problem

THEMES = ("dark", "light", "contrast", "ansi")
LANGUAGES = ("nb", "nn", "en")

LEAST_LEVEL, SURE = 0.5, 1.0

_KNOWN = ("coder", "keys", "language", "suggest", "theme")
_OF_SUGGEST = ("on", "pretick")


@dataclass(frozen=True)
class Suggest:
    """How codes are suggested while coding.

    `on`: whether they are; `pretick`: how likely (`LEAST_LEVEL` to `SURE`) a code must be to be
    ticked ahead, None when none is.
    """

    on: bool = True
    pretick: float | None = None


@dataclass(frozen=True)
class Settings:
    """What a user may settle; without a file all of it comes from here or from the system.

    `coder`: the name under which this person codes; `theme`: one of `THEMES`, "" for what fits
    the terminal; `language`: one of `LANGUAGES`, "" for the system's; `keys`: command id to its
    keys, as written; `suggest`: how codes are suggested; `path`: the file.
    """

    coder: str
    theme: str = THEMES[0]
    language: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = None
    suggest: Suggest = field(default_factory=Suggest)


def settings_path() -> Path:
    """Where the settings file stands."""
    return user_config_path("fullkoding", appauthor=False) / "settings.toml"


def log_path() -> Path:
    """Where unexpected errors are written down."""
    return user_log_path("fullkoding", appauthor=False) / "fullkoding.log"


def read_settings(path: Path | None = None) -> Settings:
    """The settings; what the file does not say is taken from the system.

    Raises a Problem for a file that cannot be read, an unknown setting, or a value that cannot be.
    Whether the keys can be used is not looked at here.
    """
    path = path or settings_path()
    written = _read(path)
    _refuse_unknown(path, written, _KNOWN)
    return Settings(
        coder=" ".join(_text(path, written, "coder").split()) or _system_user(),
        theme=_choice(path, written, "theme", THEMES),
        language=_choice(path, written, "language", LANGUAGES),
        keys=_keys(path, written.get("keys", {})),
        path=path,
        suggest=_suggest(path, written.get("suggest", {})),
    )


def _refuse_unknown(
    path: Path, written: Iterable[str], known: Sequence[str], table: str = ""
) -> None:
    unknown = sorted(set(written) - set(known))
    if unknown:
        raise Problem(
            f"The settings file {path} has an unknown setting {table}{unknown[0]}.",
            f"Known: {', '.join(f'{table}{name}' for name in known)}.",
        )


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Problem(
            f"The settings file {path} cannot be read: {error}.", "Correct it or remove it."
        ) from error


def _text(path: Path, written: Mapping[str, object], name: str) -> str:
    value = written.get(name, "")
    if not isinstance(value, str):
        raise _wrong(path, name, value, f'Write a text: {name} = "..."')
    return value


def _choice(path: Path, written: Mapping[str, object], name: str, choices: tuple[str, ...]) -> str:
    value = _text(path, written, name)
    if value and value not in choices:
        raise _wrong(path, name, value, f"Choose one of {', '.join(choices)}.")
    return value


def _keys(path: Path, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _wrong(path, "keys", value, 'Write a table: [keys], and below it undo = "ctrl+u"')
    for command, keys in value.items():
        if not isinstance(keys, str):
            raise _wrong(path, f"keys.{command}", keys, f'Write a text: {command} = "f11, ctrl+u"')
    return dict(value)


def _suggest(path: Path, value: object) -> Suggest:
    if not isinstance(value, dict):
        raise _wrong(path, "suggest", value, "Write a table: [suggest], and below it on = false")
    _refuse_unknown(path, value, _OF_SUGGEST, "suggest.")
    on, level = value.get("on", True), value.get("pretick", False)
    if not isinstance(on, bool):
        raise _wrong(path, "suggest.on", on, "Write on = true or on = false")
    if level is False:
        return Suggest(on)
    if isinstance(level, int | float) and level is not True and LEAST_LEVEL <= level <= SURE:
        return Suggest(on, float(level))
    raise _wrong(path, "suggest.pretick", level, "Write a number from 0.5 to 1, or false for none")


def _wrong(path: Path, name: str, value: object, hint: str) -> Problem:
    return Problem(f"The settings file {path} says {name} = {value!r}, which cannot be.", hint)


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "coder"
