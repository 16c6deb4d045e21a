"""Coding from a file: all of it as if done one by one, or none of it with the row that is wrong."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from codebooks.edits import set_status
from codebooks.paths import find_names
from codebooks.queries import codebook_of
from coder.batch.apply import BatchReport, code_lines
from coder.batch.lines import Line
from coder.coding import Wanted, code_answer
from coder.intake.report import Wishes
from coder.modes import change_question
from coder.segments import Segment
from coder.study import Study
from coder.tables import CoderRow, CodingRow
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

WHO = ["a", "b", "c"]
PATHS = ["Bolig", "bolig", "Bolig / Leie", "Bolig>>Leie", "NAV", "Vet ikke", "Arbeid/lønn"]
LINES = st.lists(
    st.tuples(
        st.sampled_from(WHO),
        st.sampled_from(["k1", "k2"]),
        st.lists(st.sampled_from(PATHS), max_size=2),
        st.none() | st.sampled_from([(0, 5), (6, 8)]),
        st.sampled_from([CODER, CODER_2]),
    ),
    max_size=10,
)
Row = tuple[str, str, list[str], tuple[int, int] | None, str]
Rows = Sequence[Row]
Codings = set[tuple[str | int | None, ...]]


def _study(folder: Path) -> Study:
    study = new_study(folder)
    answers = [(who, key, "Bolig og NAV") for who in WHO for key in ("k1", "k2")]
    import_records(study, records([*answers, ("blank", "k1", "")]))
    return study


def _lines(rows: Rows) -> list[Line]:
    return [
        Line(at, who, key, tuple(paths), Segment(*bounds) if bounds else None, coder)
        for at, (who, key, paths, bounds, coder) in enumerate(rows, start=2)
    ]


def _batch(study: Study, rows: Rows, create: bool = True) -> BatchReport:
    with study.act("code_file", CODER, rows=len(rows)) as session:
        return code_lines(session, _lines(rows), create, lambda _: None)


def _row(who: str, codes: str, key: str = "k1") -> Row:
    return who, key, [code for code in codes.split(";") if code], None, CODER


def _codings(study: Study) -> Codings:
    found: Codings = set()
    with study.read() as session:
        for key in ("k1", "k2"):
            question = find_question(session, key)
            tree = codebook_of(session, question.id)
            rows = session.execute(
                select(CodingRow, CoderRow.name)
                .join(CoderRow, CoderRow.id == CodingRow.coder_id)
                .where(CodingRow.question_id == question.id)
            )
            found |= {
                (
                    row.answer_id,
                    " / ".join(tree.path(row.code_id)),
                    coder,
                    row.version,
                    row.start_at,
                    row.end_at,
                    row.origin,
                    row.band,
                )
                for row, coder in rows
            }
    return found


def _single(study: Study) -> None:
    with study.act("question", CODER) as session:
        change_question(session, "k1", single=True)


@settings(max_examples=trials(5), deadline=None)
@given(rows=LINES)
def test_a_file_codes_as_if_each_row_were_coded_by_hand(rows: Rows) -> None:
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        _study(Path(one)) as batched,
        _study(Path(other)) as by_hand,
    ):
        _batch(batched, rows)
        for who, key, paths, bounds, coder in rows:
            with by_hand.act("apply_code", coder) as session:
                code_answer(session, Wanted(key, who, tuple(paths), bounds, coder), True)
        assert _codings(batched) == _codings(by_hand)
        assert broken(batched) == []


@settings(max_examples=trials(4), deadline=None)
@given(rows=LINES)
def test_the_same_file_again_changes_nothing(rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder)) as study:
        first = _batch(study, rows)
        before = content(study)
        again = _batch(study, rows)
        assert content(study) == before
        assert (again.codings, again.codes) == (0, 0)
        assert again.unchanged == first.codings + first.unchanged


def test_a_file_tells_what_it_did(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Bolig")])
        report = _batch(
            study, [_row("a", "Bolig;NAV"), _row("b", "Levekår>>Arbeid"), _row("b", "")]
        )
    assert report == BatchReport(rows=3, codings=2, unchanged=1, codes=3)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("x", "k1", ["Bolig"], None, CODER), "Row 3: There is no respondent x"),
        (("a", "k9", ["Bolig"], None, CODER), "Row 3: There is no question k9"),
        (("blank", "k1", ["Bolig"], None, CODER), "Row 3: blank has no text to code"),
        (("blank", "k2", ["Bolig"], None, CODER), "Row 3: blank has no text to code"),
        (("a", "k1", ["Bolig"], (5, 99), CODER), "Row 3: Characters 5 to 99"),
        (("a", "k1", ["a / b / c / d"], None, CODER), "Row 3: A code stands at most 3"),
    ],
)
def test_one_wrong_row_refuses_the_whole_file(tmp_path: Path, wrong: Row, sentence: str) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        with pytest.raises(Problem, match=sentence):
            _batch(study, [_row("a", "NAV"), wrong])
        assert content(study) == before


def test_a_missing_code_refuses_the_file_when_none_may_be_made(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Bolig")])
        with pytest.raises(Problem, match="Row 3: There is no code NAV"):
            _batch(study, [_row("b", "Bolig"), _row("b", "NAV")], create=False)


def test_a_name_in_several_themes_refuses_the_file(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        rows = [_row("a", "Bolig>>Annet;Arbeid>>Annet"), _row("b", "Annet")]
        with pytest.raises(Problem, match="Row 3: Annet stands in several themes"):
            _batch(study, rows)


def test_a_retired_code_refuses_the_file(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Bolig")])
        with study.act("retire_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code = find_names(tree, ["Bolig"])
            assert code
            set_status(session, code, "retired")
        with pytest.raises(Problem, match="Row 2: Bolig is retired"):
            _batch(study, [_row("b", "Bolig")])


def test_where_one_code_is_taken_the_file_replaces_what_was_there(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Godt")])
        _single(study)
        _batch(study, [_row("a", "Dårlig")])
        assert [coding[1] for coding in _codings(study)] == ["Dårlig"]


@pytest.mark.parametrize("first", ["Godt", "Dårlig"])
def test_where_one_code_is_taken_a_file_may_not_contradict_itself(
    tmp_path: Path, first: str
) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Godt")])
        _single(study)
        before = content(study)
        second = "Dårlig" if first == "Godt" else "Godt"
        with pytest.raises(Problem, match="Row 3: An earlier row gives this answer another code"):
            _batch(study, [_row("a", first), _row("a", second)])
        assert content(study) == before


def test_where_one_code_is_taken_a_row_may_not_have_two(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _single(study)
        with pytest.raises(Problem, match="Row 2: k1 takes exactly one code"):
            _batch(study, [_row("a", "Godt;Dårlig")])


def test_coding_a_changed_answer_again_takes_its_codings_to_the_new_text(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Bolig")])
        import_records(study, records([("a", "k1", "Boliger")]), Wishes(changed="replace"))
        report = _batch(study, [_row("a", "Bolig")])
        assert [coding[3] for coding in _codings(study)] == [2]
        assert report.codings == 0


def test_undo_takes_the_whole_file_back(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "Godt")])
        _single(study)
        before = content(study)
        _batch(study, [_row("a", "Dårlig"), _row("b", "Ny>>Kode"), _row("c", "NAV", "k2")])
        study.undo(CODER)
        assert content(study) == before
