"""How much is left to code, and where the next answer without a code is."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.study import Study
from coder.workbench.progress import next_among, uncoded_ids
from tests.builders import code_all, import_records, new_study, records
from tests.coder.workbench.desk import question_of, shown_answers
from tests.trials import trials


def test_answers_with_text_and_no_code_are_left(rich: Study, tmp_path: Path) -> None:
    with rich.read() as session:
        answers = shown_answers(session, question_of(rich))
        expected = {each.id for each in answers if not each.codes and each.text.strip()}
        assert uncoded_ids(session, question_of(rich)) == expected
        assert expected


@settings(max_examples=trials(60), deadline=None)
@given(st.lists(st.integers(0, 40), unique=True), st.sets(st.integers(0, 40)), st.integers(0, 41))
def test_the_next_is_the_first_wanted_round_the_list(
    ids: list[int], wanted: set[int], after: int
) -> None:
    start = ids.index(after) + 1 if after in ids else 0
    round_ = ids[start:] + ids[:start]
    assert next_among(ids, wanted, after) == next((id_ for id_ in round_ if id_ in wanted), None)


def test_the_next_is_found_far_away_and_behind(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([(f"R{at}", "k1", "Tid") for at in range(1, 501)]))
        code_all(study, [(f"R{at}", "k1", "Tid") for at in range(1, 501) if at not in (3, 450)])
        ids = list(range(1, 501))
        with study.read() as session:
            left = uncoded_ids(session, question_of(study))
    assert left == {3, 450}
    assert [next_among(ids, left, at) for at in (None, 3, 450, 9_999)] == [3, 450, 3, 3]
    assert next_among([3], left, 3) == 3
    assert next_among(ids[3:400], left, 17) is None
    assert next_among([], left, None) is None
