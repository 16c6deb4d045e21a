"""A study file that is damaged is found out, and never written to by looking at it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from codebooks.edits import rename
from codebooks.paths import find_code
from codebooks.queries import codebook_of
from coder.checking import check_study
from coder.integrity import check_connection
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from corpus.store.file import explain
from corpus.tables import VersionRow
from tests.builders import CODER, code_all, import_records, new_study, records
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


def _faults(path: Path, damage: str) -> str:
    """What is found after a change that history does not know of."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        return "; ".join(check_connection(connection))


@pytest.fixture
def path(tmp_path: Path, whole: tuple[bytes, Texts]) -> Path:
    """A study in which every answer has a code and a theme was renamed."""
    path = tmp_path / "studie.fullkoding"
    path.write_bytes(whole[0])
    with Study(path) as study, study.act("rename_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        theme = find_code(tree, "Bolig")
        assert theme
        rename(session, tree, theme, "Boligmangel")
    return path


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE code SET name = CAST(x'42ff' AS TEXT) WHERE id = 5", "table code cannot be read"),
        ("ALTER TABLE memo RENAME COLUMN text TO tekst", "table memo cannot be read"),
        ("UPDATE code SET status = 'retired' WHERE id = 5", "row 5 of code is not"),
        ("UPDATE code SET definition = 'x' WHERE id = 5", "row 5 of code is not"),
        ("UPDATE change SET table_name = 'kode' WHERE old IS NOT NULL", "a table kode"),
        ("UPDATE change SET new = '{' WHERE old IS NOT NULL", "row 5 of code is not"),
        ("UPDATE code SET status = 'aktiv' WHERE id = 6", "neither active"),
        ("UPDATE code SET status = 'merged' WHERE id = 6", "neither active"),
        ("UPDATE codebook SET single = 2", "neither for one code"),
        ("UPDATE coding SET version = 3 WHERE id = 1", "1 codings stand on a text that is not"),
        ("UPDATE coding SET start_at = 4 WHERE id = 1", "1 codings have no proper segment"),
        ("UPDATE coding SET start_at = 4, end_at = 4", "30 codings have no proper segment"),
        ("UPDATE answer SET version = 2 WHERE id = 1", "1 answers use a text that is not"),
        ("UPDATE answer SET version = 0 WHERE id = 1", "1 answers use a text that is not"),
        ("DELETE FROM codebook_use", "1 questions have no codebook"),
        ("UPDATE step SET parameters = '{' WHERE id = 1", "1 steps of the history"),
    ],
)
def test_a_row_that_is_not_as_it_was_is_found(path: Path, damage: str, fault: str) -> None:
    assert fault in _faults(path, damage)


def test_a_change_that_does_not_follow_on_the_one_before_is_found(path: Path) -> None:
    with Study(path) as study:
        study.undo(CODER)
    found = _faults(path, "UPDATE change SET new = replace(new, 'mangel', 'mengde')")
    assert "did not find what was there" in found


def test_a_changed_letter_in_the_name_of_a_code_is_found(path: Path) -> None:
    data = path.read_bytes()
    assert data.count(b"Kode 3") == 2, "once in the table and once in the index"
    for place in (data.index(b"Kode 3"), data.rindex(b"Kode 3")):
        path.write_bytes(data[:place] + b"Kobe 3" + data[place + 6 :])
        assert _is_found_out(path)


def test_history_and_rows_agree_after_undo_and_redo(path: Path) -> None:
    with Study(path) as study:
        for _ in range(3):
            study.undo(CODER)
            assert check_study(study).integrity == ()
        for _ in range(3):
            study.redo(CODER)
            assert check_study(study).integrity == ()


@pytest.mark.parametrize(
    ("table", "column"), [("version", "text"), ("code", "name"), ("respondent", "key")]
)
def test_what_is_not_utf_8_is_told_without_the_answer(path: Path, table: str, column: str) -> None:
    broken = f"UPDATE {table} SET {column} = CAST(x'4d616e67656c20ff' AS TEXT)"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"{broken} WHERE id = (SELECT max(id) FROM {table})")
        connection.commit()
    with Study(path) as study, pytest.raises(Problem) as told, study.read() as session:
        session.execute(text(f"SELECT {column} FROM {table}")).all()
    assert f"is damaged: Could not decode to UTF-8 column '{column}'." in told.value.sentence


def test_a_damaged_schema_is_told_too_where_sqlite_cannot_say_it_in_utf_8(path: Path) -> None:
    data = path.read_bytes().replace(b"CREATE TABLE coder", b"CREATE TABL\xcc coder")
    path.write_bytes(data)
    with Study(path) as study:
        with pytest.raises(Problem, match="is damaged"), study.read() as session:
            find_question(session, "k1")
        assert check_study(study).integrity == ("a text in it is not UTF-8",)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "damage", ["DROP TABLE codebook_use", "UPDATE question SET key = CAST(x'ff' AS TEXT)"]
)
def test_damage_that_keeps_the_rest_from_being_read_is_found_all_the_same(
    path: Path, damage: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    with Study(path) as study:
        found = check_study(study)
    assert found.integrity != ()
    assert found.uncoded == ()


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
