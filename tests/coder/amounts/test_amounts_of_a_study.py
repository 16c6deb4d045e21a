"""Numbers of answers become a variable, and sums that tell no single respondent."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.amounts.adding import FEWEST, AddedTable, add_up, may_be_printed
from coder.amounts.keeping import keep_amounts, kept_amounts, read_answers
from coder.matrix import read_matrix
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records, respondent

TEXTS = ("3 psykologer", "Vi har 2 leger og 1 lege til", "Vet ikke", "1,5 stilling")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Four answers, two of them with the code Lege."""
    with new_study(tmp_path) as made:
        import_records(made, records([(f"r{at}", "k1", text) for at, text in enumerate(TEXTS)]))
        code_all(made, [("r0", "k1", "Psykolog"), ("r1", "k1", "Lege"), ("r3", "k1", "Lege")])
        yield made


def _take(study: Study, values: dict[int, Decimal | None], name: str = "personer") -> int:
    with study.act("take_amounts", CODER) as session:
        return keep_amounts(session, name, values, "nb")


def _read(study: Study) -> dict[str, int]:
    with study.read() as session:
        found = read_answers(session, find_question(session, "k1"), None)
    return {each.respondent: each.presence for each in found}


def test_one_number_is_taken_and_several_are_for_a_person_to_say(study: Study) -> None:
    with study.read() as session:
        found = read_answers(session, find_question(session, "k1"), None)
    taken = {each.respondent: each.taken(add=False) for each in found}
    assert taken == {"r0": 3, "r1": None, "r2": None, "r3": Decimal("1.5")}
    assert [each.taken(add=True) for each in found][1] == 3


def test_the_numbers_are_a_variable_that_goes_to_the_matrix_and_undo_takes_it_back(
    study: Study,
) -> None:
    places = _read(study)
    assert _take(study, {places["r0"]: Decimal(3), places["r3"]: Decimal("1.5")}) == 2
    assert _take(study, {places["r0"]: Decimal(3)}) == 0
    with study.read() as session:
        assert read_matrix(session).values == {"personer": ("3", "", "", "1,5")}
    assert _take(study, {places["r0"]: None, places["r1"]: Decimal(7)}) == 2
    study.undo(CODER)
    with study.read() as session:
        assert kept_amounts(session, "personer") == {places["r0"]: 3, places["r3"]: Decimal("1.5")}
    study.undo(CODER)
    with study.read() as session:
        assert read_matrix(session).values == {}


def test_a_variable_with_other_texts_is_not_written_over(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        people = [respondent("r0", region="Vest")]
        import_records(study, records([("r0", "k1", "3")], people))
        with pytest.raises(Problem, match="no numbers"):
            _take(study, {_read(study)["r0"]: Decimal(3)}, "region")


def _added(folder: Path, amounts: list[tuple[str, str]]) -> AddedTable:
    """Respondents with a code and a number each, added up."""
    with new_study(folder) as study:
        keys = [f"r{at:03}" for at in range(len(amounts))]
        import_records(study, records([(key, "k1", "Svar") for key in keys]))
        codings = [(key, "k1", code) for key, (code, _) in zip(keys, amounts, strict=True) if code]
        code_all(study, codings)
        places = _read(study)
        values = {
            places[key]: Decimal(value)
            for key, (_, value) in zip(keys, amounts, strict=True)
            if value
        }
        with study.act("take_amounts", CODER) as session:
            keep_amounts(session, "personer", dict(values), "nb")
        with study.read() as session:
            return add_up(session, find_question(session, "k1"), "personer")


def test_sums_mean_and_median_of_all_and_of_each_code(tmp_path: Path) -> None:
    table = _added(tmp_path, [*[("Lege", "2")] * 6, *[("Psykolog", "4")] * 6, ("Lege", "")])
    told = [(row.path, row.answers, row.with_amount, row.total, row.mean) for row in table.rows]
    assert told == [
        ((), 13, 12, Decimal(36), Decimal(3)),
        (("Lege",), 7, 6, Decimal(12), Decimal(2)),
        (("Psykolog",), 6, 6, Decimal(24), Decimal(4)),
    ]


def test_a_sum_of_few_is_hidden_and_so_is_what_would_give_it_away(tmp_path: Path) -> None:
    table = _added(
        tmp_path, [*[("Lege", "2")] * 6, *[("Psykolog", "4")] * 9, *[("Annet", "9")] * 2]
    )
    assert [row.path for row in table.rows if row.is_hidden] == [("Lege",), ("Annet",)]


def test_one_that_dominates_is_hidden(tmp_path: Path) -> None:
    table = _added(tmp_path, [("Lege", "900"), *[("Lege", "1")] * 8])
    assert all(row.is_hidden for row in table.rows)


@given(st.lists(st.integers(0, 1000).map(Decimal), max_size=12))
def test_who_gave_the_second_largest_cannot_tell_the_largest_nearer_than_a_tenth(
    amounts: list[Decimal],
) -> None:
    if may_be_printed(amounts):
        largest, second, *_ = sorted(amounts, reverse=True)
        upper = sum(amounts) - second
        assert len(amounts) >= FEWEST
        assert 10 * (upper - largest) >= largest


def test_nobody_answered_and_no_such_variable_are_problems(study: Study) -> None:
    with study.read() as session:
        question = find_question(session, "k1")
        with pytest.raises(Problem, match="no variable"):
            add_up(session, question, "personer")
