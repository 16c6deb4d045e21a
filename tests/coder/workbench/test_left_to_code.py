"""How much is left to code, and where the next answer without a code is."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.study import Study
from coder.workbench.progress import (
    Left,
    left_by_question,
    left_in_all,
    next_uncoded,
    uncoded_among,
)
from tests.builders import code_all, import_records, new_study, records
from tests.coder.workbench.desk import question_of, shown_answers
from tests.trials import trials


def test_left_is_told_for_each_question_and_in_all(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        given_ = [("R1", "k1", "Tid"), ("R2", "k1", "Bolig"), ("R3", "k1", ""), ("R1", "k2", "Ja")]
        import_records(study, records([*given_, ("R1", "k3", "")]))
        code_all(study, [("R1", "k1", "Tid;Bolig"), ("R1", "k2", "Ja")])
        with study.read() as session:
            left = left_by_question(session)
    assert left == {1: Left(2, 1), 2: Left(1, 0)}
    assert [each.is_done for each in left.values()] == [False, True]
    assert left_in_all(left.values()) == Left(3, 1)


@settings(max_examples=trials(60), deadline=None)
@given(data=st.data())
def test_the_next_is_the_first_without_a_code_round_the_list(
    rich: Study, data: st.DataObject
) -> None:
    with rich.read() as session:
        answers = {each.id: each for each in shown_answers(session, question_of(rich))}
        ids = data.draw(st.lists(st.sampled_from(list(answers)), unique=True))
        after = data.draw(st.sampled_from([*ids, None]))
        start = ids.index(after) + 1 if after is not None else 0
        round_ = ids[start:] + ids[:start]
        expected = next((id_ for id_ in round_ if not answers[id_].codes), None)
        assert next_uncoded(session, ids, after) == expected
        assert uncoded_among(session, ids) == {id_ for id_ in ids if not answers[id_].codes}


def test_the_next_is_found_far_away_and_behind(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([(f"R{at}", "k1", "Tid") for at in range(1, 501)]))
        code_all(study, [(f"R{at}", "k1", "Tid") for at in range(1, 501) if at not in (3, 450)])
        ids = list(range(1, 501))
        with study.read() as session:
            assert next_uncoded(session, ids) == 3
            assert next_uncoded(session, ids, 3) == 450
            assert next_uncoded(session, ids, 450) == 3
            assert next_uncoded(session, ids, 9_999) == 3
            assert next_uncoded(session, [3], 3) == 3
            assert next_uncoded(session, ids[3:400], 17) is None
            assert next_uncoded(session, [], None) is None
