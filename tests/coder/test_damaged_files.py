"""A study file that is damaged is found out, and never written to by looking at it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coder.integrity import check_connection
from coder.study import Study
from corpus.problems import Problem
from corpus.store.file import explain
from corpus.tables import VersionRow
from tests.builders import code_all, import_records, new_study, records
from tests.trials import trials

Texts = list[tuple[int, int, str]]
Damage = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Texts]:
    """The bytes of a study file, and the texts in it."""
    with new_study(tmp_path_factory.mktemp("whole")) as study:
        who = [f"r{at:02}" for at in range(30)]
        import_records(study, records([(each, "k1", f"Mangel på bolig {each}") for each in who]))
        code_all(study, [(each, "k1", f"Bolig>>Kode {each[-1]}") for each in who])
        texts = _texts(study.path)
    return study.path.read_bytes(), texts


def _texts(path: Path) -> Texts:
    with Study(path) as study, study.read() as session:
        rows = session.execute(select(VersionRow.id, VersionRow.answer_id, VersionRow.text))
        return sorted((id_, answer, text) for id_, answer, text in rows)


def _flip(place: float, bit: int) -> Damage:
    def damage(data: bytes) -> bytes:
        at = int(place * len(data))
        return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]

    return damage


def _cut(place: float) -> Damage:
    return lambda data: data[: int(place * len(data))]


def _blank(place: float) -> Damage:
    def damage(data: bytes) -> bytes:
        at = int(place * len(data))
        return data[:at] + bytes(min(4096, len(data) - at)) + data[at + 4096 :]

    return damage


def _is_found_out(path: Path) -> bool:
    try:
        with Study(path), closing(sqlite3.connect(path)) as connection:
            return check_connection(connection) != []
    except Problem:
        return True


PLACES = st.floats(0, 0.999)
DAMAGES = (
    st.builds(_flip, PLACES, st.integers(0, 7))
    | st.builds(_cut, PLACES)
    | st.builds(_blank, PLACES)
)


@settings(
    max_examples=trials(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(damage=DAMAGES)
def test_a_damaged_file_is_refused_or_found_out_or_has_all_its_texts(
    tmp_path: Path, whole: tuple[bytes, Texts], damage: Damage
) -> None:
    path = tmp_path / "skadet.fullkoding"
    data, texts = damage(whole[0]), whole[1]
    path.write_bytes(data)
    assert _is_found_out(path) or _texts(path) == texts
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("database is locked", "being written by another program"),
        ("attempt to write a readonly database", "only be read"),
        ("database or disk is full", "disk is full"),
        ("unable to open database file", "could not be opened"),
        ("disk I/O error", "could not be read or written"),
        ("database disk image is malformed", "damaged"),
        ("malformed database schema (fulltext)", "damaged"),
        ("file is not a database", "damaged"),
        ("Could not decode to UTF-8 column 'text'", "damaged"),
    ],
)
def test_what_a_user_can_put_right_is_told_in_a_sentence(message: str, sentence: str) -> None:
    problem = explain(sqlite3.OperationalError(message), Path("studie.fullkoding"))
    assert problem
    assert sentence in problem.sentence


def test_an_error_of_the_program_is_not_called_damage() -> None:
    error = sqlite3.OperationalError("no such table: fulltext")
    assert explain(error, Path("studie.fullkoding")) is None
