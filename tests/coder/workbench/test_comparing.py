"""The texts that are handed to the process that compares them, and how they are recognised."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coder.intake.report import Wishes
from coder.study import Study
from coder.suggest.child import Child
from coder.suggest.source import Source, portions
from coder.workbench.comparing import source_of
from coder.workbench.filters import Filter
from coder.workbench.listing import answer_ids
from coder.workbench.texts import texts_of_question
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.coder.workbench.desk import question_of


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Four answers to k1, one of them blank, and one to k2."""
    texts = ("Mangel på boliger", "", "For lite tid", "Boligmangel")
    answers = [(f"R{n}", "k1", text) for n, text in enumerate(texts, 1)]
    with new_study(tmp_path) as opened:
        import_records(opened, records([*answers, ("R1", "k2", "Tid")]))
        yield opened


def _texts(source: Source) -> list[tuple[int, str]]:
    return [each for portion in source.read() for each in portion]


def test_the_texts_of_the_question_are_read_and_no_blank_ones(study: Study) -> None:
    question = question_of(study)
    with study.read() as session:
        known = sorted(tuple(row) for row in texts_of_question(session, question))
    source = source_of(study, question)
    assert sorted(_texts(source)) == known
    assert source.size == 3


def test_texts_are_recognised_until_one_changes(study: Study) -> None:
    question = question_of(study)
    before = source_of(study, question).fingerprint
    code_all(study, [("R1", "k1", "Bolig")])
    assert source_of(study, question).fingerprint == before
    replacing = Wishes(changed="replace", coder=CODER)
    import_records(study, records([("R1", "k1", "Mangel på tid")]), replacing)
    changed = source_of(study, question)
    assert changed.fingerprint != before
    assert "Mangel på tid" in [text for _, text in _texts(changed)]
    study.undo(CODER)
    assert source_of(study, question).fingerprint == before


def test_two_questions_are_told_apart(study: Study) -> None:
    first, second = (source_of(study, question_of(study, key)) for key in ("k1", "k2"))
    assert first.fingerprint != second.fingerprint


def test_a_question_without_texts_has_none(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "")]))
        source = source_of(study, question_of(study))
    assert (source.size, _texts(source)) == (0, [])


def test_the_answers_of_a_study_are_put_in_order(study: Study) -> None:
    question = question_of(study)
    with study.read() as session:
        first, second, third = answer_ids(session, question, Filter())
    with closing(Child()) as child:
        found = child.order_like(
            source_of(study, question), first, [first, second, third], lambda _: None, lambda: False
        )
    assert found == [first, third, second]


def test_portions_are_small_in_texts_and_in_characters() -> None:
    texts = [(at, "kort") for at in range(2_500)] + [(at, "x" * 400_000) for at in range(3)]
    sizes = [len(portion) for portion in portions(texts)]
    assert sizes == [1_000, 1_000, 502, 1]
    assert [each for portion in portions(texts) for each in portion] == texts
