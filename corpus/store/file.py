"""The study file from outside: made whole, recognised before it is opened, never overwritten."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData, create_engine
from sqlalchemy.exc import DBAPIError

from corpus.problems import Problem
from corpus.store.engine import connect

APPLICATION_ID = 0x464B4F44
"""`FKOD` in the SQLite header, so that other programs' files are told apart."""

_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Header:
    """What the first 100 bytes of a SQLite file say (sqlite.org/fileformat2.html, 1.3)."""

    application_id: int
    schema_version: int


def read_header(path: Path) -> Header:
    """The header of a study file; a Problem when it is something else."""
    try:
        with path.open("rb") as file:
            first = file.read(100)
    except FileNotFoundError:
        raise Problem(f"There is no study {path}.", "Make one with: fullkoding new STUDY") from None
    except IsADirectoryError:
        raise Problem(f"{path} is a folder, not a study.", "Name the study file in it.") from None
    except PermissionError:
        raise Problem(f"{path} may not be read.", "Ask for the right to read it.") from None
    except (OSError, ValueError):
        raise Problem(f"{path} cannot be opened.", "Check the name and the folder.") from None
    if not first:
        raise Problem(
            f"{path} is empty (0 bytes) and no study.",
            "It is left as it is. Restore the study from a backup: fullkoding restore STUDY",
        )
    if len(first) < 100 or not first.startswith(_MAGIC):
        raise Problem(f"{path} is not a study.", "A study is a file made by: fullkoding new STUDY")
    return Header(int.from_bytes(first[68:72], "big"), int.from_bytes(first[60:64], "big"))


def check_header(path: Path, newest: int) -> Header:
    """The header of a study this program can open; a Problem for any other file.

    Formats from before the first release are not brought up to date.
    """
    header = read_header(path)
    if header.application_id != APPLICATION_ID:
        raise Problem(
            f"{path} is a database of another program, not a study.", "It is left as it is."
        )
    if header.schema_version > newest:
        raise Problem(
            f"{path} was made by a newer fullkoding (format {header.schema_version}, "
            f"this program knows {newest}).",
            "Install the newest fullkoding and open it again; the file is left as it is.",
        )
    if header.schema_version < newest:
        raise Problem(
            f"{path} was made by a fullkoding from before the first release (format "
            f"{header.schema_version}, this program knows {newest}).",
            "Make the study anew from its files; this one is left as it is.",
        )
    return header


def can_be_written(path: Path) -> bool:
    """Whether this user may write the file, and the journal that stands beside it meanwhile."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def create_file(
    path: Path, metadata: MetaData, version: int, fill: Callable[[Connection], None]
) -> None:
    """Make a new study file with its tables and first rows, wholly or not at all, mode 0600."""
    if path.exists():
        raise Problem(f"{path} exists already.", "Choose another name; nothing was changed.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _build(temporary, metadata, version, fill)
        publish(temporary, path)
    except FileNotFoundError:
        raise Problem(f"There is no folder {path.parent}.", "Make it first.") from None
    except PermissionError:
        raise Problem(
            f"Nothing can be written in {path.parent}.", "Choose another folder."
        ) from None
    except FileExistsError:
        raise Problem(f"{path} exists already.", "Choose another name.") from None
    except DBAPIError as error:
        problem = explain(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        if problem is None:
            raise
        raise problem from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _build(
    path: Path, metadata: MetaData, version: int, fill: Callable[[Connection], None]
) -> None:
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connect(path))
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
        metadata.create_all(connection, checkfirst=False)
        fill(connection)
        connection.exec_driver_sql("COMMIT")
    engine.dispose()


def publish(temporary: Path, path: Path) -> None:
    """Give a finished file its name; a FileExistsError when another has it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        temporary.rename(path)


def explain(error: sqlite3.Error, path: Path) -> Problem | None:
    """The Problem behind a database error that a user can put right, or None."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return Problem(f"{path} is being written by another program.", "Try again in a moment.")
    if "readonly" in text or "read-only" in text:
        return Problem(f"{path} can only be read, not written.", "Nothing was changed.")
    if "is full" in text:
        return Problem("The disk is full.", "Nothing was changed. Make room and try again.")
    if "unable to open" in text:
        return Problem(f"{path} could not be opened.", "Check the folder and your rights to it.")
    if "disk I/O" in text:
        return Problem(
            f"{path} could not be read or written: {text}.",
            "Nothing was changed. Look after the disk, the network or the memory stick it is on.",
        )
    if any(sign in text for sign in ("malformed", "not a database", "Could not decode")):
        return damaged(path, text)
    return None


def damaged(path: Path, what: str) -> Problem:
    """The Problem that a study file is not whole, without the answer that could not be read."""
    return Problem(
        f"{path} is damaged: {what.partition(' with text ')[0]}.",
        "It is left as it is. See the backups with: fullkoding restore STUDY --list",
    )
