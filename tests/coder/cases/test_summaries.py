"""Summaries are written, taken away, and follow their codes."""

from pathlib import Path

import pytest
from sqlalchemy import select

from codebooks.paths import find_code
from codebooks.queries import codebook_of
from coder.cases.summaries import LONGEST, remove_summary, summaries, summarise
from coder.merging import merge, share
from coder.people import acting_coder
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from corpus.tables import RespondentRow
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.invariants import broken


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Two cases, each with two codes."""
    study = new_study(tmp_path)
    import_records(study, records([("a", "k1", "Svar en"), ("b", "k1", "Svar to")]))
    code_all(study, [("a", "k1", "Bolig;Arbeid"), ("b", "k1", "Bolig;Arbeid")])
    return study


def _write(study: Study, who: str, code: str, text: str) -> bool:
    with study.act("summarise_case", CODER, question="k1", answer=who, code=code) as session:
        respondent, code_id = _place(study, who, code)
        return summarise(session, respondent, code_id, text, acting_coder(session))


def _place(study: Study, who: str, code: str) -> tuple[int, int]:
    with study.read() as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        found = find_code(tree, code)
        assert found is not None
        query = select(RespondentRow.id).where(RespondentRow.key == who)
        return session.scalars(query).one(), found.id


def _under(study: Study, code: str) -> list[str]:
    with study.read() as session:
        return sorted(summaries(session, [_place(study, "a", code)[1]]).values())


def test_the_latest_text_is_the_summary_and_each_change_is_one_step(study: Study) -> None:
    assert _write(study, "a", "Bolig", " Bra ")
    assert _write(study, "a", "Bolig", "Bedre")
    assert _under(study, "Bolig") == ["Bedre"]
    study.undo(CODER)
    assert _under(study, "Bolig") == ["Bra"]
    study.redo(CODER)
    assert _under(study, "Bolig") == ["Bedre"]


def test_blank_and_endless_texts_are_no_summaries(study: Study) -> None:
    for text in (" \n", "x" * (LONGEST + 1)):
        with pytest.raises(Problem):
            _write(study, "a", "Bolig", text)
    assert _under(study, "Bolig") == []


def test_one_that_is_not_there_cannot_be_removed(study: Study) -> None:
    _write(study, "a", "Bolig", "Bra")
    respondent, code = _place(study, "a", "Bolig")
    with study.act("remove_summary", CODER) as session:
        remove_summary(session, respondent, code)
    assert _under(study, "Bolig") == []
    with pytest.raises(Problem, match="no summary"), study.act("remove_summary", CODER) as session:
        remove_summary(session, respondent, code)


def test_merged_codes_take_their_summaries_along_and_none_is_lost(study: Study) -> None:
    for who, code, text in (("a", "Bolig", "En"), ("a", "Arbeid", "To"), ("b", "Arbeid", "Tre")):
        _write(study, who, code, text)
    with study.act("merge_codes", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        source, target = find_code(tree, "Arbeid"), find_code(tree, "Bolig")
        assert source is not None
        assert target is not None
        merge(session, tree, source, target)
    assert _under(study, "Bolig") == ["En To", "Tre"]
    assert not broken(study)
    study.undo(CODER)
    assert _under(study, "Bolig") == ["En"]
    assert _under(study, "Arbeid") == ["To", "Tre"]


def test_a_question_that_gets_another_codebook_takes_its_summaries_along(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("a", "k1", "Svar"), ("a", "k2", "Svar")]))
        code_all(study, [("a", "k1", "Bolig"), ("a", "k2", "Bolig")])
        _write(study, "a", "Bolig", "Bra")
        with study.act("share_codebook", CODER) as session:
            share(session, find_question(session, "k2"), find_question(session, "k1"))
        assert _under(study, "Bolig") == ["Bra"]
