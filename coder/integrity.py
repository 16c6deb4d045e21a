"""Is the study file whole: structure, references, texts equal to their fingerprints, history."""

import hashlib
import sqlite3
from collections.abc import Iterator

from corpus.store.base import Base
from corpus.store.proof import unlike_history, unreadable


def check_connection(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a study file, one sentence each; empty when it is whole.

    SQLite's own check compares names and places with their indexes, but does not see a changed byte
    inside a text. So each answer is compared with its SHA-256, and where nothing was found so far
    each row that was ever changed with what history says of it, and rows with each other.
    """
    faults: list[str] = []
    try:
        faults.extend(_structure(connection))
        faults.extend(_texts(connection))
        if not faults:
            faults.extend(_rows(connection))
    except sqlite3.Error as error:
        faults.append(str(error).partition(" with text ")[0])
    except UnicodeError:
        faults.append("a text in it is not UTF-8")
    return faults


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield line
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    texts = connection.execute("SELECT id, CAST(text AS BLOB), sha256 FROM version")
    for row, text, stored in texts:
        if not isinstance(text, bytes) or hashlib.sha256(text).hexdigest() != stored:
            yield f"text {row} is not what was stored"


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    yield from unreadable(connection, Base.metadata)
    yield from unlike_history(connection, Base.metadata)
    for what, condition in _WRONG:
        (count,) = connection.execute(f"SELECT count(*) FROM {condition}").fetchone()
        if count:
            yield f"{count} {what}"


_WRONG = (
    (
        "codings stand under the wrong size band",
        """coding JOIN answer ON answer.id = coding.answer_id
        JOIN presence ON presence.id = answer.presence_id WHERE coding.band IS NOT presence.band""",
    ),
    (
        "codings stand on an answer to another question",
        """coding JOIN answer ON answer.id = coding.answer_id
        WHERE coding.question_id != answer.question_id""",
    ),
    (
        "codings stand on a text that is not there",
        """coding WHERE NOT EXISTS (SELECT 1 FROM version
        WHERE version.answer_id = coding.answer_id AND version.number = coding.version)""",
    ),
    (
        "codings have no proper segment",
        """coding WHERE (start_at IS NULL) != (end_at IS NULL)
        OR start_at < 0 OR end_at <= start_at""",
    ),
    (
        "codings are neither from a suggestion nor without a score",
        """coding WHERE (origin = 'suggestion') != (score IS NOT NULL)
        OR score NOT BETWEEN 0 AND 1000""",
    ),
    (
        "answers use a text that is not there",
        """answer WHERE version < 0 OR (version > 0) != EXISTS (SELECT 1 FROM version AS used
        WHERE used.answer_id = answer.id AND used.number = max(answer.version, 1))""",
    ),
    (
        "questions have no codebook",
        "question WHERE id NOT IN (SELECT question_id FROM codebook_use)",
    ),
    (
        "codes are neither active, retired nor merged",
        """code WHERE status NOT IN ('active', 'retired', 'merged') OR outcome NOT IN (0, 1)
        OR (status = 'merged') != (merged_into_id IS NOT NULL)""",
    ),
    (
        "codebooks are neither for one code nor for several",
        "codebook WHERE single NOT IN (0, 1) OR ordered NOT IN (0, 1)",
    ),
    ("steps of the history cannot be read", "step WHERE NOT json_valid(parameters)"),
)
"""What must not be, each with the rows for which it is."""
