"""A file that comes again, changed or not: nothing is doubled, nothing is lost."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coder.intake.report import Changed, ChangedText, TextsChanged, Wishes
from coder.study import Study
from coder.workbench.texts import texts_of_question
from corpus.queries import find_question, questions, respondents_by_band
from corpus.reading.records import QuestionRecord, RespondentRecord
from corpus.tables import (
    AnswerRow,
    PresenceRow,
    RespondentRow,
    ValueRow,
    VariableRow,
    VersionRow,
)
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

WHO = st.sampled_from(["a", "b", "c"])
KEYS = st.sampled_from(["k1", "k2"])
TEXTS = st.sampled_from(["", "Svar", "Et annet svar", "A\u030al", "lin\r\nje"])
CELLS = st.dictionaries(st.tuples(WHO, KEYS), TEXTS, min_size=1)
Cells = Mapping[tuple[str, str], str]


def _take(study: Study, cells: Cells, changed: Changed = "ask", wave: str = "") -> None:
    answers = [(who, key, text) for (who, key), text in cells.items()]
    import_records(study, records(answers), Wishes(changed=changed, coder=CODER, wave=wave))


def _text(study: Study, key: str = "k1") -> str:
    with study.read() as session:
        return min(texts_of_question(session, find_question(session, key)))[1]


@settings(max_examples=trials(5), deadline=None)
@given(first=CELLS, second=CELLS)
def test_a_file_imported_again_changes_nothing(first: Cells, second: Cells) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        _take(study, first)
        once = content(study)
        _take(study, first)
        assert content(study) == once
        _take(study, second, "replace")
        twice = content(study)
        _take(study, second)
        assert content(study) == twice
        assert broken(study) == []


@settings(max_examples=trials(5), deadline=None)
@given(first=CELLS, second=CELLS)
def test_an_import_is_taken_back_wholly(first: Cells, second: Cells) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        _take(study, first)
        before = content(study)
        _take(study, second, "replace")
        if content(study) != before:
            study.undo(CODER)
            assert content(study) == before


@settings(max_examples=trials(5), deadline=None)
@given(first=CELLS, second=CELLS)
def test_a_text_that_is_kept_stays_and_one_that_is_replaced_does_not(
    first: Cells, second: Cells
) -> None:
    wishes: tuple[Changed, ...] = ("keep", "replace")
    for changed in wishes:
        with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
            _take(study, first)
            _take(study, second, changed)
            texts = _texts(study)
        wanted = {place: text for place, text in first.items() if text.strip()}
        for place, text in second.items():
            if text.strip() and (changed == "replace" or place not in wanted):
                wanted[place] = text
        normal = {"A\u030al": "Ål", "lin\r\nje": "lin\nje"}
        assert texts == {place: normal.get(text, text) for place, text in wanted.items()}


def _texts(study: Study) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    with study.read() as session:
        for question in questions(session):
            rows = session.execute(
                select(RespondentRow.key, VersionRow.text)
                .join(PresenceRow, PresenceRow.respondent_id == RespondentRow.id)
                .join(AnswerRow, AnswerRow.presence_id == PresenceRow.id)
                .join(
                    VersionRow,
                    (VersionRow.answer_id == AnswerRow.id)
                    & (VersionRow.number == AnswerRow.version),
                )
                .where(AnswerRow.question_id == question.id)
            )
            found |= {(who, question.key): text for who, text in rows}
    return found


def test_changed_texts_are_asked_about_with_nothing_changed(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): "Svar", ("b", "k1"): "Ja"})
        before = content(study)
        with pytest.raises(TextsChanged) as asked:
            _take(study, {("c", "k1"): "Ny", ("a", "k1"): "Nytt svar", ("b", "k1"): "Ja"})
        assert asked.value.texts == [ChangedText(3, "a", "k1", "Svar", "Nytt svar")]
        assert content(study) == before


def test_each_changed_text_may_be_decided_by_itself(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): "Svar", ("b", "k1"): "Ja"})
        wishes = Wishes(
            decisions={("a", "k1"): "replace", ("b", "k1"): "keep"},
            coder=CODER,
        )
        found = records([("a", "k1", "Nytt"), ("b", "k1", "Nei")])
        report = import_records(study, found, wishes)
        assert (report.kept, report.replaced) == (1, 1)
        assert _texts(study) == {("a", "k1"): "Nytt", ("b", "k1"): "Ja"}


def test_a_blank_answer_becomes_text(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): ""})
        _take(study, {("a", "k1"): "Svar"})
        assert _text(study) == "Svar"


def test_a_text_that_is_blank_in_a_new_file_stays_and_is_reported(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): "Svar"})
        before = content(study)
        report = import_records(study, records([("a", "k1", " ")]))
        assert content(study) == before
        assert [(odd.row, odd.kind) for odd in report.oddities] == [(2, "text")]
        assert "earlier text stays" in report.oddities[0].sentence


def test_a_character_that_cannot_be_stored_is_reported(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        report = import_records(study, records([("a", "k1", "før\ud800etter")]))
        assert _text(study) == "før\ufffdetter"
        assert [odd.kind for odd in report.oddities] == ["text"]


def test_codings_stay_when_a_file_comes_again(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): "Svar"})
        code_all(study, [("a", "k1", "Bolig")])
        before = content(study)
        _take(study, {("a", "k1"): "Svar"})
        assert content(study) == before


def test_new_questions_respondents_and_answers_are_added(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): "Svar"})
        found = records([("a", "k1", "Svar"), ("a", "k2", "Mer"), ("b", "k1", "Nytt")])
        report = import_records(study, found)
        assert (report.new_respondents, report.new_questions, report.new_answers) == (1, 1, 2)
        with study.read() as session:
            assert [each.key for each in questions(session)] == ["k1", "k2"]


def test_questions_stand_in_the_order_they_came(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k9"): "Svar", ("a", "k3"): "Svar"})
        _take(study, {("a", "k1"): "Svar", ("a", "k3"): "Svar"})
        with study.read() as session:
            assert [each.key for each in questions(session)] == ["k9", "k3", "k1"]


def test_a_question_keeps_the_wording_it_has_in_the_study(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        found = records([("a", "k1", "Svar")])
        import_records(study, found)
        import_records(study, replace(found, questions=(QuestionRecord("k1", "Ny tekst?"),)))
        with study.read() as session:
            assert find_question(session, "k1").text == "Spørsmål k1?"


def test_the_same_respondents_in_another_wave_are_kept_apart(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        for wave, text, band in (("2016", "Før", "<2000"), ("2021", "Nå", "2000-5000")):
            found = records([("a", "k1", text)], [respondent("a", band, team=text)])
            import_records(study, found, Wishes(wave=wave, coder=CODER))
        with study.read() as session:
            assert [each.full_key for each in questions(session)] == ["k1@2016", "k1@2021"]
            assert find_question(session, "k1").wave == "2021"
            assert len(session.scalars(select(RespondentRow.id)).all()) == 1
            assert respondents_by_band(session) == {"<2000": 1, "2000-5000": 1}
        assert [_text(study, f"k1@{wave}") for wave in ("2016", "2021")] == ["Før", "Nå"]
        assert _values(study) == {("2016", "team"): "Før", ("2021", "team"): "Nå"}


def test_a_question_without_a_wave_can_be_named_beside_one_that_has_it(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _take(study, {("a", "k1"): "Før"})
        _take(study, {("a", "k1"): "Nå"}, wave="2021")
        assert [_text(study, key) for key in ("k1@", "k1", "K1@2021")] == ["Før", "Nå", "Nå"]


def _values(study: Study) -> dict[tuple[str, str], str]:
    with study.read() as session:
        rows = session.execute(
            select(PresenceRow.wave, VariableRow.key, ValueRow.text)
            .join(PresenceRow, PresenceRow.id == ValueRow.presence_id)
            .join(VariableRow, VariableRow.id == ValueRow.variable_id)
        )
        return {(wave, key): text for wave, key, text in rows}


def test_closed_answers_are_updated_and_empty_cells_change_nothing(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        for values in ({"team": "Ja", "fylke": "Troms"}, {"team": "Nei", "fylke": "", "ny": "1"}):
            import_records(study, records([], [respondent("a", **values)]))
        assert _values(study) == {("", "team"): "Nei", ("", "fylke"): "Troms", ("", "ny"): "1"}


def _facts(study: Study) -> tuple[str, str, int | None, str]:
    with study.read() as session:
        row = session.execute(
            select(
                RespondentRow.name, PresenceRow.kind, PresenceRow.population, PresenceRow.band
            ).join(PresenceRow, PresenceRow.respondent_id == RespondentRow.id)
        ).one()
        return (*row,)


@pytest.mark.parametrize(
    ("later", "facts"),
    [
        (RespondentRecord(2, "a"), ("Storvik", "kommune", 3000, "2000-5000")),
        (RespondentRecord(2, "a", band="unknown"), ("Storvik", "kommune", 3000, "2000-5000")),
        (
            RespondentRecord(2, "a", "Lillevik", "bydel", 9000, "bydel"),
            ("Lillevik", "bydel", 9000, "bydel"),
        ),
    ],
)
def test_facts_are_updated_and_what_is_missing_changes_nothing(
    tmp_path: Path, later: RespondentRecord, facts: tuple[str, str, int | None, str]
) -> None:
    with new_study(tmp_path) as study:
        first = RespondentRecord(2, "a", "Storvik", "kommune", 3000, "2000-5000")
        import_records(study, records([("a", "k1", "Svar")], [first]))
        code_all(study, [("a", "k1", "Bolig")])
        import_records(study, records([], [later]))
        assert _facts(study) == facts
        assert broken(study) == []


def test_a_respondent_without_a_band_is_of_unknown_size(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([], [RespondentRecord(2, "a")]))
        assert _facts(study) == ("", "", None, "unknown")


def test_the_same_file_gives_the_same_identities_in_two_copies_of_a_study(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "y").mkdir()
    with new_study(tmp_path / "x") as one, new_study(tmp_path / "y") as other:
        for study in (one, other):
            _take(study, {("a", "k1"): "Svar"})
        assert content(one)["respondent"] == content(other)["respondent"]
        assert content(one)["question"] == content(other)["question"]
