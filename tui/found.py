"""What was found in the texts of studies, remembered in the user's cache, so as to read them once.

A file a study holds digests of texts with their respondents' names, where in a text something was
found, and why; never the words. It is of use only as long as names, released words and rules are
the same, and can be deleted at any time.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from corpus.privacy.finder import Finder
from corpus.privacy.remembering import key_of

_STAMP, _FOUND = "stamp", "found"


def found_file(study: Path) -> Path:
    """Where that of a study stands."""
    name = key_of([str(study.resolve())]).hex()
    return user_cache_path("fullkoding", appauthor=False) / "found" / f"{name}.json"


def recall_found(file: Path, finder: Finder) -> None:
    """Tell a finder what one like it has found before; nothing when that cannot be read."""
    with suppress(OSError, ValueError, RecursionError):
        written = json.loads(file.read_text("utf-8"))
        if isinstance(written, dict) and written.get(_STAMP) == finder.stamp:
            finder.recall(_lines(written.get(_FOUND)))


def keep_found(file: Path, finder: Finder) -> None:
    """Keep all that a finder knows of texts; a file that cannot be written is left."""
    news = finder.news()
    if not news:
        return
    finder.recall(news)
    found = {key.hex(): line for key, line in finder.recalled.items()}
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.touch(mode=0o600)
        temporary.write_text(json.dumps({_STAMP: finder.stamp, _FOUND: found}), "utf-8")
        os.replace(temporary, file)


def _lines(written: object) -> Mapping[bytes, str]:
    """The lines of a file by digest; a ValueError where it is no such file."""
    rows = written.items() if isinstance(written, dict) else ()
    return {bytes.fromhex(key): line for key, line in rows if isinstance(line, str)}
