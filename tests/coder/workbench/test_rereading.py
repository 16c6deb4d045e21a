"""Earlier answers that may have a late code, and own codings to look at again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codebooks.edits import add_path
from coder.people import known_coder_id
from coder.study import Study
from coder.workbench.rereading import may_have, sample_of_codings
from coder.workbench.word_overlap import rank
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


def _may_have(study: Study, name: str) -> list[int]:
    code = code_called(tree_of_question(study), name)
    with study.read() as session:
        return [id_ for id_, _ in may_have(session, question_of(study), code)]


def test_earlier_answers_with_the_words_of_a_late_code_are_found(study: Study) -> None:
    assert _may_have(study, "Bolig") == [3, 1]


def test_answers_that_have_the_code_are_no_candidates(study: Study) -> None:
    code_all(study, [("R3", "k1", "Bolig")], CODER_2)
    assert _may_have(study, "Bolig") == [1]


def test_a_code_that_is_not_used_yet_is_judged_by_its_name(study: Study) -> None:
    with study.act("code", CODER) as session:
        add_path(session, tree_of_question(study), ["Penger"])
    assert _may_have(study, "Penger") == [2]


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
