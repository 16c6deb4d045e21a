"""Changes of what was answered: wordings, size bands, words that may stand."""

from pathlib import Path

import pytest
from sqlalchemy import select

from coder.study import Study
from coder.tables import CodingRow
from corpus.bands import BandScheme, scheme
from corpus.edits import add_name, release_word, set_band_labels, set_band_limits, set_question_text
from corpus.problems import Problem
from corpus.queries import (
    added_names,
    find_question,
    released_words,
    respondents_by_band,
    study_facts,
)
from corpus.reading.records import RespondentRecord
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.snapshots import content


def _study(folder: Path) -> Study:
    people = [
        RespondentRecord(2, "a", "", "kommune", 1500, "<2000"),
        RespondentRecord(3, "b", "", "kommune", 4000, "2000-5000"),
        RespondentRecord(4, "c", "", "kommune", None, "5000-10000"),
        RespondentRecord(5, "d", "", "bydel", 40000, "bydel"),
        RespondentRecord(6, "e", "", "kommune", None, "unknown"),
    ]
    study = new_study(folder)
    import_records(study, records([(each.key, "k1", "Svar") for each in people], people))
    code_all(study, [(each.key, "k1", "Kode") for each in people])
    return study


def _limit(study: Study, *limits: int) -> int:
    with study.act("bands", CODER) as session:
        return set_band_limits(session, scheme(limits))


def _label(study: Study, **labels: str) -> None:
    with study.act("bands", CODER) as session:
        set_band_labels(session, study_facts(session).scheme, labels)


def _bands_beside_codings(study: Study) -> list[str | None]:
    with study.read() as session:
        return list(session.scalars(select(CodingRow.band).order_by(CodingRow.answer_id)))


def test_new_limits_divide_everyone_by_population(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        lost = _limit(study, 3000, 10000)
        with study.read() as session:
            bands = respondents_by_band(session)
    assert bands == {"<3000": 1, "3000-10000": 1, "bydel": 1, "unknown": 2}
    assert lost == 1


def test_a_band_that_is_in_the_new_scheme_is_kept_without_a_population(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        lost = _limit(study, 5000, 10000)
        with study.read() as session:
            assert respondents_by_band(session)["5000-10000"] == 1
    assert lost == 0


def test_the_bands_beside_the_codings_follow(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _limit(study, 3000, 10000)
        assert _bands_beside_codings(study) == [
            "<3000",
            "3000-10000",
            "unknown",
            "bydel",
            "unknown",
        ]


def test_undo_gives_the_earlier_bands_back_to_respondents_and_codings(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before, beside = content(study), _bands_beside_codings(study)
        _limit(study, 3000, 10000)
        study.undo(CODER)
        assert (content(study), _bands_beside_codings(study)) == (before, beside)


def test_a_label_of_ones_own_stands_until_it_is_emptied(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _label(study, **{"<2000": " liten kommune "})
        with study.read() as session:
            assert study_facts(session).scheme.label("<2000", "nb") == "liten kommune"
        _label(study, **{"<2000": ""})
        with study.read() as session:
            assert study_facts(session).scheme == BandScheme()


def test_the_same_label_again_changes_nothing(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _label(study, bydel="bydel i Oslo")
        before = content(study), study.steps()
        _label(study, bydel="bydel i Oslo")
        assert (content(study), study.steps()) == before


def test_a_label_for_a_band_that_is_gone_goes_with_it(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _label(study, **{"<2000": "liten kommune", "bydel": "bydel i Oslo"})
        _limit(study, 3000)
        with study.read() as session:
            assert study_facts(session).scheme.labels == {"bydel": "bydel i Oslo"}


def test_a_label_for_no_band_changes_nothing(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        with pytest.raises(Problem, match="no size band"):
            _label(study, **{"<2000": "liten", "<3000": "mindre"})
        assert content(study) == before


def test_a_question_gets_another_wording(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("question", CODER) as session:
            set_question_text(session, find_question(session, "k1"), " Hva må\r\nbli bedre? ")
        with study.read() as session:
            assert find_question(session, "k1").text == "Hva må\nbli bedre?"


def test_a_question_is_not_left_without_a_text(tmp_path: Path) -> None:
    with (
        _study(tmp_path) as study,
        pytest.raises(Problem, match="needs a text"),
        study.act("question", CODER) as session,
    ):
        set_question_text(session, find_question(session, "k1"), " \n ")


def test_a_word_is_released_once_whatever_its_case(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        for word in ("Time", " time ", "TIME"):
            with study.act("release", CODER) as session:
                release_word(session, word)
        with study.read() as session:
            assert released_words(session) == ["Time"]


def test_an_added_name_is_no_longer_released_and_the_other_way_round(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("release_word", CODER, word="Solstua") as session:
            release_word(session, "Solstua")
        for name in ("solstua", " Solstua "):
            with study.act("add_name", CODER) as session:
                add_name(session, name)
        with study.read() as session:
            assert (added_names(session), released_words(session)) == (["solstua"], [])
        with study.act("release_word", CODER, word="SOLSTUA") as session:
            release_word(session, "SOLSTUA")
        with study.read() as session:
            assert (added_names(session), released_words(session)) == ([], ["SOLSTUA"])


@pytest.mark.parametrize("name", ["", "  ", "12", "?"])
def test_a_name_without_letters_is_not_added(tmp_path: Path, name: str) -> None:
    with (
        _study(tmp_path) as study,
        pytest.raises(Problem, match="no name"),
        study.act("add_name", CODER) as session,
    ):
        add_name(session, name)


def test_no_word_cannot_be_released(tmp_path: Path) -> None:
    with (
        _study(tmp_path) as study,
        pytest.raises(Problem, match="no word"),
        study.act("release", CODER) as session,
    ):
        release_word(session, "  ")
