"""Codes that a file brings with its answers."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from codebooks.edits import move, rename
from codebooks.paths import find_code, find_names
from codebooks.queries import codebook_of
from coder.intake.report import Report, Wishes
from coder.merging import merge
from coder.modes import change_question
from coder.queries import coded_answers
from coder.study import Study
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import find_question
from corpus.reading.records import Records
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.invariants import broken
from tests.snapshots import content


def _coded(*answers: tuple[str, str, str]) -> Records:
    """Answers to k1 as (respondent, text, codes with ; between)."""
    found = records([(who, "k1", text) for who, text, _ in answers])
    codes = [tuple(code for code in each.split(";") if code) for _, _, each in answers]
    pairs = zip(found.answers, codes, strict=True)
    return replace(found, answers=tuple(answer._replace(codes=own) for answer, own in pairs))


def _take(study: Study, found: Records, separator: str | None = None) -> Report:
    return import_records(study, found, Wishes(coder=CODER, level_separator=separator))


def _codes(study: Study) -> dict[str, set[str]]:
    with study.read() as session:
        question = find_question(session, "k1")
        rows = coded_answers(session, question, codebook_of(session, question.id))
    return {row.respondent: {" / ".join(path) for path in row.codes} for row in rows}


def _origins(study: Study) -> set[str]:
    with study.read() as session:
        return set(session.scalars(select(CodingRow.origin)))


def test_a_file_with_codes_makes_codes_and_codings(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        found = _coded(("a", "Svar", "Bolig;NAV"), ("b", "Svar", "Bolig"), ("c", "", "NAV"))
        report = _take(study, found)
        assert (report.codes, report.codings) == (2, 3)
        assert _codes(study) == {"a": {"Bolig", "NAV"}, "b": {"Bolig"}}
        assert _origins(study) == {"import"}
        assert broken(study) == []


def test_a_name_is_kept_whole_unless_a_separator_is_agreed_on(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Bolig / Leie")))
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            assert find_names(tree, ["Bolig / Leie"])
            assert find_names(tree, ["Bolig"]) is None


def test_levels_are_split_at_the_separator(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        report = _take(study, _coded(("a", "Svar", "Bolig:Leie:Dyr"), ("b", "Svar", "Bolig")), ":")
        assert report.codes == 3
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            assert find_names(tree, ["Bolig", "Leie", "Dyr"])


def test_too_many_levels_refuse_the_file_with_the_row(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = content(study)
        with pytest.raises(Problem, match="Row 3: A code stands at most 3 levels"):
            _take(study, _coded(("a", "Svar", "x"), ("b", "Svar", "a:b:c:d")), ":")
        assert content(study) == before


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        found = _coded(("a", "Svar", "Bolig;bolig;Vet ikke"), ("b", "Svar", "A\u030alesund"))
        _take(study, found)
        once = content(study)
        report = _take(study, found)
        assert (report.codes, report.codings) == (0, 0)
        assert content(study) == once


def test_answers_keep_the_codes_they_had(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "")))
        code_all(study, [("a", "k1", "Arbeid")])
        _take(study, _coded(("a", "Svar", "Bolig")))
        assert _codes(study) == {"a": {"Arbeid", "Bolig"}}


def test_a_code_that_was_moved_under_a_theme_is_found_there(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Bolig;Levekår")))
        with study.act("move_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code, theme = find_code(tree, "Bolig"), find_code(tree, "Levekår")
            assert code
            move(session, tree, code, theme)
        _take(study, _coded(("a", "Svar", "Bolig"), ("b", "Svar", "Bolig")))
        assert _codes(study) == {"a": {"Levekår / Bolig", "Levekår"}, "b": {"Levekår / Bolig"}}


def test_a_code_that_was_merged_is_what_it_became(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Hus;Bolig")))
        with study.act("merge_codes", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code, target = find_code(tree, "Hus"), find_code(tree, "Bolig")
            assert code
            assert target
            merge(session, tree, code, target)
        _take(study, _coded(("a", "Svar", "Hus;Bolig"), ("b", "Svar", "hus")))
        assert _codes(study) == {"a": {"Bolig"}, "b": {"Bolig"}}


def _rename(study: Study, path: str, name: str) -> None:
    with study.act("rename_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        code = find_code(tree, path)
        assert code
        rename(session, tree, code, name)


def test_a_code_that_was_renamed_does_not_come_back_under_its_old_name(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Hus")))
        _rename(study, "Hus", "Bolig")
        report = _take(study, _coded(("a", "Svar", "Hus"), ("b", "Svar", "Hus")))
        assert (report.codes, report.codings) == (0, 1)
        assert _codes(study) == {"a": {"Bolig"}, "b": {"Bolig"}}


def test_what_a_code_of_the_file_is_called_now_is_reported_once(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Hus")))
        _rename(study, "Hus", "Bolig")
        report = _take(
            study, _coded(("a", "Svar", "NAV"), ("b", "Svar", "Hus"), ("c", "Ja", "Hus"))
        )
        assert [(odd.row, odd.kind, odd.sentence) for odd in report.oddities] == [
            (3, "codes", "“Hus” is called “Bolig” now.")
        ]


def test_a_new_code_of_a_renamed_theme_comes_under_it(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Levekår:Hus")), ":")
        _rename(study, "Levekår", "Økonomi")
        report = _take(study, _coded(("a", "Svar", "Levekår:Leie")), ":")
        assert _codes(study) == {"a": {"Økonomi / Hus", "Økonomi / Leie"}}
        assert [odd.sentence for odd in report.oddities] == [
            "“Levekår:Leie” is called “Økonomi / Leie” now."
        ]


def test_where_one_code_is_taken_an_answer_keeps_its_own_and_it_is_reported(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Godt"), ("b", "Svar", "")))
        with study.act("question", CODER) as session:
            change_question(session, "k1", single=True)
        report = _take(study, _coded(("a", "Svar", "Dårlig"), ("b", "Svar", "Godt;Dårlig")))
        assert _codes(study) == {"a": {"Godt"}, "b": {"Godt"}}
        assert [(odd.row, odd.kind) for odd in report.oddities] == [(2, "codes"), (3, "codes")]
        assert broken(study) == []


def test_codes_of_a_replaced_text_stand_on_the_new_one(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "Bolig")))
        wishes = Wishes(changed="replace", coder=CODER)
        import_records(study, _coded(("a", "Nytt svar", "NAV")), wishes)
        with study.read() as session:
            versions = session.scalars(select(CodingRow.version).order_by(CodingRow.id)).all()
        assert versions == [1, 2]


def test_undo_takes_answers_codes_and_codings_back_together(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, _coded(("a", "Svar", "")))
        before = content(study)
        _take(study, _coded(("b", "Svar", "Bolig;NAV")))
        study.undo(CODER)
        assert content(study) == before
