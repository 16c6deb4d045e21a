"""A new study that comes into being with its first answers, or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coder.study import Study
from corpus.language import Language
from corpus.problems import Problem
from corpus.store.file import publish

T = TypeVar("T")


@dataclass(frozen=True)
class NewStudy:
    """A study that is to be made: where, and the language of its tables and quotes."""

    path: Path
    language: Language = "nb"


def found_study(new: NewStudy, fill: Callable[[Study], T]) -> T:
    """Make a study, fill it, and only then give it its name; returns what `fill` returns.

    A file that has the name already is a Problem, and is left as it is. Whatever `fill` raises
    leaves nothing behind.
    """
    refuse_existing(new.path)
    temporary = new.path.with_name(f".{new.path.name}.{os.getpid()}.part")
    temporary.unlink(missing_ok=True)
    try:
        with Study.create(temporary, new.language, new.path.stem) as study:
            result = fill(study)
        _name(temporary, new.path)
        return result
    finally:
        with suppress(OSError):
            temporary.unlink()


def refuse_existing(path: Path) -> None:
    """A Problem when there is something of this name."""
    if os.path.lexists(path):
        raise Problem(f"{path} exists already.", "Choose another name; nothing was changed.")


def _name(temporary: Path, path: Path) -> None:
    try:
        publish(temporary, path)
    except FileExistsError:
        refuse_existing(path)
    except OSError as error:
        raise Problem(
            f"{path} could not be made: {(error.strerror or 'unknown error').lower()}.",
            "Choose another folder; nothing was changed.",
        ) from error
