"""What the suggestions read of a question: codes, and codings in their order."""

from pathlib import Path

import pytest

from coder.study import Study
from coder.suggest.coding_in_study import read_coding
from coder.suggest.study_ranker import past_of, ranker_of
from corpus.queries import find_question
from tests.builders import CODER_2, code_all, code_segment
from tests.coder.reorganising import code_at, merge_paths, study_with, tree_of

SAID = ("Vi mangler boliger", "Fastlegen er borte", "Flere boliger", "Nei")


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Four answers, three of them coded, the second one first."""
    codings = [("b", "Helse / Fastlege"), ("a", "Bolig"), ("c", "Bolig")]
    return study_with(tmp_path, SAID, codings, "Økonomi / Tilskudd")


def texts_of(study: Study) -> set[str]:
    """What helps to know each code, outcomes left out."""
    with study.read() as session:
        found = read_coding(session, find_question(session, "k1")).codes
    tree = tree_of(study)
    return {said.text for code, said in found.items() if not tree.by_id[code].outcome}


def history(study: Study) -> list[tuple[int, set[str]]]:
    """The coded answers in order, with the names of their codes."""
    tree = tree_of(study)
    with study.read() as session:
        found = past_of(session, find_question(session, "k1")).history
    return [(answer, {tree.by_id[code].name for code in codes}) for answer, codes, _ in found]


def test_codes_are_known_by_their_paths_and_empty_themes_are_not_suggested(study: Study) -> None:
    assert texts_of(study) == {"Helse Fastlege", "Bolig", "Økonomi Tilskudd"}


def test_a_theme_that_stands_on_an_answer_is_suggested(study: Study) -> None:
    code_all(study, [("d", "k1", "Helse")])
    assert "Helse" in texts_of(study)


def test_answers_come_in_the_order_in_which_they_were_coded(study: Study) -> None:
    assert history(study) == [(2, {"Fastlege"}), (1, {"Bolig"}), (3, {"Bolig"})]


def test_all_coders_and_pieces_of_answers_count(study: Study) -> None:
    code_segment(study, "a", "k1", "Økonomi / Tilskudd", 0, 2, CODER_2)
    assert history(study)[1] == (1, {"Bolig", "Tilskudd"})


def test_codings_of_a_merged_code_are_those_of_what_it_became(study: Study) -> None:
    merge_paths(study, ["Bolig"], "Økonomi / Tilskudd")
    assert history(study) == [(2, {"Fastlege"}), (1, {"Tilskudd"}), (3, {"Tilskudd"})]
    assert texts_of(study) == {"Helse Fastlege", "Økonomi Tilskudd"}


def test_the_ranker_of_a_study_suggests_from_its_coding(study: Study) -> None:
    with study.read() as session:
        ranker = ranker_of(session, find_question(session, "k1"))
    bolig = code_at(tree_of(study), "Bolig").id
    assert ranker.suggest(3)[0].code == bolig
    assert ranker.codes_of(1) == {bolig}
    assert ranker.suggest(4)


def test_a_question_without_codings_can_be_asked_too(tmp_path: Path) -> None:
    study = study_with(tmp_path, SAID, [])
    with study.read() as session:
        question = find_question(session, "k1")
        assert read_coding(session, question).coded == {}
        assert len(ranker_of(session, question).suggest(1)) == 4
        assert past_of(session, question).history == []
