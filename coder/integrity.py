"""Is the study file whole: structure, references, and every text equal to its fingerprint."""

import sqlite3
from collections.abc import Iterator

from corpus.normalise import fingerprint


def check_connection(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a study file, one sentence each; empty when it is whole.

    SQLite's own check does not see a changed byte inside a text, so each text is compared with
    its SHA-256 as well.
    """
    try:
        return list(_faults(connection))
    except (sqlite3.Error, UnicodeError) as error:
        return [str(error)]


def _faults(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield line
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"
    for row, text, stored in connection.execute("SELECT id, text, sha256 FROM version"):
        if not isinstance(text, str) or fingerprint(text) != stored:
            yield f"text {row} is not what was stored"
    wrong = connection.execute(_WRONG_BANDS).fetchone()[0]
    if wrong:
        yield f"{wrong} codings stand under the wrong size band"


_WRONG_BANDS = """
SELECT count(*) FROM coding
JOIN answer ON answer.id = coding.answer_id JOIN presence ON presence.id = answer.presence_id
WHERE coding.band IS NOT presence.band
"""
