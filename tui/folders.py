"""What stands in a folder, as a person looks for a file in it."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from itertools import takewhile
from pathlib import Path

from tui.words import _, decimal

_EVERY = 256
_SIGNS = tuple(sign for sign in (os.sep, os.altsep) if sign)
_QUOTES = ("'", '"')


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder, or a file with its size in bytes and the day it was changed (2026-05-03).

    `key` is the name as it is compared.
    """

    name: str
    key: str
    is_folder: bool
    size: int = 0
    changed: str = ""


@dataclass(frozen=True)
class Listing:
    """The folders and the wanted files of a folder by name; `problem` when it cannot be read."""

    folder: Path
    entries: tuple[Entry, ...] = ()
    problem: str = ""


def list_folder(
    folder: Path, suffixes: Sequence[str], stopped: Callable[[], bool] = lambda: False
) -> Listing | None:
    """What stands in a folder: folders first, then files with one of these endings.

    None when `stopped` came to hold on the way. It never raises.
    """
    try:
        with os.scandir(folder) as found:
            entries: list[Entry] = []
            for number, each in enumerate(found):
                if number % _EVERY == 0 and stopped():
                    return None
                entries += _wanted(each, suffixes)
    except PermissionError:
        return Listing(folder, problem=_("This folder may not be read."))
    except (FileNotFoundError, NotADirectoryError):
        return Listing(folder, problem=_("There is no such folder."))
    except (OSError, ValueError):
        return Listing(folder, problem=_("This folder cannot be read."))
    entries.sort(key=lambda entry: (not entry.is_folder, entry.key, entry.name))
    return Listing(folder, tuple(entries))


def aimed_at(base: Path, typed: str) -> tuple[Path, str]:
    """The folder that typed text leads to from `base`, and what is typed of a name in it.

    `~` is the home folder; a path in quotation marks, as terminals paste it, is taken without them.
    """
    text = unquoted(typed)
    cut = max((text.rfind(sign) for sign in _SIGNS), default=-1)
    if cut < 0:
        return (_home(), "") if text == "~" else (base, text)
    return lead(base, text[: cut + 1]), text[cut + 1 :]


def lead(base: Path, typed: str) -> Path:
    """The path that typed text means, seen from `base`."""
    text = unquoted(typed)
    if text == "~" or text.startswith(tuple(f"~{sign}" for sign in _SIGNS)):
        text = f"{_home()}{text[1:]}"
    return Path(os.path.normpath(base / text))


def unquoted(typed: str) -> str:
    """Typed text without spaces and quotation marks around."""
    text = typed.strip()
    inside = len(text) > 1 and text[0] in _QUOTES and text[-1] == text[0]
    return text[1:-1] if inside else text


def fitting(entries: Sequence[Entry], name: str) -> Sequence[Entry]:
    """The entries whose name holds all words that are typed, those first that begin with them.

    Hidden files and folders are left out until a dot is typed.
    """
    seen = entries if name.startswith(".") else [e for e in entries if e.name[:1] != "."]
    wanted = compared(name)
    words = wanted.split()
    begin = [entry for entry in seen if entry.key.startswith(wanted)]
    hold = [
        entry
        for entry in seen
        if all(word in entry.key for word in words) and not entry.key.startswith(wanted)
    ]
    return [*begin, *hold]


def completed(entries: Sequence[Entry], name: str) -> str:
    """What is typed of a name, as far on as all names that begin with it agree."""
    names = [
        unicodedata.normalize("NFC", entry.name) + (os.sep if entry.is_folder else "")
        for entry in fitting(entries, name)
        if entry.key.startswith(compared(name))
    ]
    agreed = reduce(_agreed, names) if names else ""
    return agreed if len(agreed) > len(name) else name


def compared(name: str) -> str:
    """A name without the differences of case and of how accents are written."""
    return unicodedata.normalize("NFC", name).casefold()


def shown_path(path: Path) -> str:
    """A path as people write it, with `~` for the home folder."""
    home = _home()
    if path == home:
        return "~"
    return f"~{os.sep}{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def shown_size(size: int) -> str:
    """A number of bytes with a unit: `740 B`, `32 kB`, `1.4 MB`."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{decimal(size / 1_000_000)} MB"


def _agreed(first: str, second: str) -> str:
    same = takewhile(
        lambda pair: compared(pair[0]) == compared(pair[1]), zip(first, second, strict=False)
    )
    return first[: len(list(same))]


def _wanted(found: "os.DirEntry[str]", suffixes: Sequence[str]) -> Iterator[Entry]:
    try:
        if found.is_dir():
            yield Entry(found.name, compared(found.name), True)
        elif found.name.casefold().endswith(tuple(suffixes)):
            status = found.stat()
            day = _day(status.st_mtime)
            yield Entry(found.name, compared(found.name), False, status.st_size, day)
    except OSError:
        return


def _home() -> Path:
    return Path(os.path.expanduser("~"))


def _day(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""
