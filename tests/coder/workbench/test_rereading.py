"""Earlier answers that may have a late code, and own codings to look at again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from codebooks.edits import add_path
from coder.people import known_coder_id
from coder.study import Study
from coder.workbench.rereading import (
    LATE,
    earlier_answers,
    may_have,
    sample_of_codings,
)
from coder.workbench.word_overlap import rank
from corpus.queries import study_facts
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records
from tests.coder.workbench.desk import code_called, question_of, tree_of_question

TEXTS = (
    "Mangel på boliger i kommunen",
    "Kommunen mangler penger",
    "Leie er for dyrt, og boligene er dårlige",
    "For lite tid i kommunen",
    "Bolig, kommunen har ingen",
    "Boligen er for dyr i leie for kommunen",
    "Ingen mening",
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Answers 1 to 4 coded early, 5 and 6 with the late code Bolig, 7 not coded."""
    with new_study(tmp_path) as opened:
        import_records(opened, records([(f"R{n}", "k1", t) for n, t in enumerate(TEXTS, 1)]))
        code_all(opened, [(f"R{n}", "k1", "Annet") for n in range(1, 5)])
        code_all(opened, [(f"R{n}", "k1", "Bolig") for n in (5, 6)])
        code_all(opened, [(f"R{n}", "k1", "Tid") for n in (2, 3)], CODER_2)
        yield opened


def _may_have(study: Study, name: str, alike: Sequence[tuple[int, float]] = ()) -> list[int]:
    code = code_called(tree_of_question(study), name)
    return [id_ for id_, _ in may_have(study, question_of(study), code, alike)]


def _is_late(study: Study, name: str) -> bool:
    code = code_called(tree_of_question(study), name)
    with study.read() as session:
        return earlier_answers(session, question_of(study), code).is_late


def test_earlier_answers_with_the_words_of_a_late_code_are_found(study: Study) -> None:
    assert _may_have(study, "Bolig") == [3, 1]


def test_answers_that_have_the_code_are_no_candidates(study: Study) -> None:
    code_all(study, [("R3", "k1", "Bolig")], CODER_2)
    assert _may_have(study, "Bolig") == [1]


def test_a_code_that_is_not_used_yet_is_judged_by_its_name(study: Study) -> None:
    with study.act("code", CODER) as session:
        add_path(session, tree_of_question(study), ["Penger"])
    assert _may_have(study, "Penger") == [2]


def test_likeness_to_the_answers_that_have_the_code_counts_as_much_as_words(study: Study) -> None:
    assert _may_have(study, "Bolig", [(4, 0.5)]) == [3, 4, 1]
    assert _may_have(study, "Bolig", [(1, 0.6), (4, 0.1)]) == [1, 3]


def test_likeness_of_answers_that_have_the_code_or_came_later_is_passed_over(study: Study) -> None:
    assert _may_have(study, "Bolig", [(5, 1), (7, 1), (1, 0.1)]) == [1, 3]


def test_where_no_word_is_shared_likeness_alone_decides(study: Study) -> None:
    with study.act("code", CODER) as session:
        add_path(session, tree_of_question(study), ["Qwerty"])
    assert _may_have(study, "Qwerty", [(4, 0.2), (2, 0.4), (1, 0.01), (3, 0)]) == [2, 4]


def test_the_likeliest_has_the_score_one(study: Study) -> None:
    code = code_called(tree_of_question(study), "Bolig")
    scores = [score for _, score in may_have(study, question_of(study), code, [(1, 0.3)])]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


def test_a_code_made_when_many_answers_were_coded_is_late(study: Study) -> None:
    many = [(f"S{n}", "k1", f"Svar {n}") for n in range(LATE)]
    import_records(study, records(many))
    assert not _is_late(study, "Bolig")
    code_all(study, [(who, "k1", "Annet") for who, _, _ in many[: LATE - 6]])
    code_all(study, [("S0", "k1", "Nytt")])
    assert not _is_late(study, "Nytt")
    code_all(study, [(many[-1][0], "k1", "Annet")])
    code_all(study, [("S1", "k1", "Nyere")])
    assert _is_late(study, "Nyere")


def test_words_that_everybody_uses_lead_nowhere() -> None:
    texts = [(at, f"kommunen svarer {word}") for at, word in enumerate(("tid", "bolig", "nav"))]
    assert rank(texts, "Kommunen", [], range(3)) == []


def test_no_texts_have_no_candidates() -> None:
    assert rank([], "Bolig", [], []) == []


def test_a_sample_is_the_coders_own_and_the_same_for_the_same_seed(study: Study) -> None:
    question = question_of(study)
    with study.read() as session:
        who = known_coder_id(session, CODER)
        drawn = [sample_of_codings(session, question, who, 3, seed=seed) for seed in (1, 1, 2)]
        everything = sample_of_codings(session, question, who, 100, seed=1)
    assert drawn[0] == drawn[1] != drawn[2]
    assert sorted(coding.answer_id for coding in everything) == [1, 2, 3, 4, 5, 6]


def test_the_studys_own_seed_draws_the_sample_where_none_is_given(study: Study) -> None:
    question = question_of(study)
    with study.read() as session:
        who = known_coder_id(session, CODER)
        seed = study_facts(session).seed
        own = sample_of_codings(session, question, who, 3)
        assert own == sample_of_codings(session, question, who, 3, seed)
        assert sample_of_codings(session, question, who)[:3] == own
