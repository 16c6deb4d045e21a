"""Hidden cells are all that must be, and do not follow from what is printed."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.results.disclosure import Suppression, hidden_cells, sums_to_hide
from coder.results.leeway import HiddenCell, leeway
from tests.trials import trials

Grid = list[list[int]]
Case = tuple[Grid, list[int], Suppression, bool]

LARGEST = {"none": 0, "1-2": 2, "1-4": 4}
RULES: list[Suppression] = ["1-2", "1-4"]


@st.composite
def tables(draw: st.DrawFn, most: int = 6) -> Case:
    """Counts, column sizes, rule and whether columns add up (then with enough respondents)."""
    rows, columns = draw(st.integers(0, most)), draw(st.integers(0, most))
    cells = st.integers(0, 3) | st.integers(0, 12) | st.integers(0, 60)
    row = st.lists(cells, min_size=columns, max_size=columns)
    counts = draw(st.lists(row, min_size=rows, max_size=rows))
    additive = draw(st.booleans())
    sizes = []
    for column in range(columns):
        numbers = [row[column] for row in counts]
        needed = sum(numbers) if additive else max(numbers, default=0)
        sizes.append(max(1, needed + draw(st.sampled_from([0, 1, 2, 3, 30]))))
    return counts, sizes, draw(st.sampled_from(RULES)), additive


def _hide(case: Case) -> list[list[bool]]:
    counts, sizes, rule, additive = case
    return hidden_cells(counts, sizes, [sum(row) for row in counts], rule, additive)


def _known(counts: Grid, sizes: Sequence[int], hidden: list[list[bool]]) -> list[HiddenCell]:
    """What a reader knows who makes no guess about which cells are hidden for which reason."""
    return [
        HiddenCell(at, to, count, 0, sizes[to])
        for at, row in enumerate(counts)
        for to, count in enumerate(row)
        if hidden[at][to]
    ]


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_the_rule_none_hides_nothing(case: Case) -> None:
    counts, sizes, _, additive = case
    hidden = hidden_cells(counts, sizes, [sum(row) for row in counts], "none", additive)
    assert hidden == [[False] * len(sizes) for _ in counts]


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_every_small_count_is_hidden(case: Case) -> None:
    counts, _, rule, _ = case
    for row, secret in zip(counts, _hide(case), strict=True):
        for count, is_hidden in zip(row, secret, strict=True):
            assert is_hidden or not 1 <= count <= LARGEST[rule]


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_a_count_that_tells_about_its_whole_group_is_hidden(case: Case) -> None:
    counts, sizes, _, _ = case
    for row, secret in zip(counts, _hide(case), strict=True):
        for count, size, is_hidden in zip(row, sizes, secret, strict=True):
            assert is_hidden or count == 0 or size - count > 2


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_no_row_has_a_single_hidden_cell(case: Case) -> None:
    counts, sizes, _, _ = case
    for row, secret in zip(counts, _hide(case), strict=True):
        assert sum(secret) != 1 or len(sizes) < 2
        assert sum(row) or not any(secret)


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_where_columns_add_up_none_has_a_single_hidden_cell(case: Case) -> None:
    counts, _, _, additive = case
    hidden = _hide(case)
    for numbers, secret in zip(zip(*counts, strict=True), zip(*hidden, strict=True), strict=True):
        rows_with_answers = sum(sum(row) > 0 for row in counts)
        assert not additive or not any(numbers) or sum(secret) != 1 or rows_with_answers < 2


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_the_sum_of_a_row_tells_no_hidden_cell_that_more_hiding_would_keep(case: Case) -> None:
    counts, sizes, rule, _ = case
    for row, secret in zip(counts, _hide(case), strict=True):
        here = [at for at, is_hidden in enumerate(secret) if is_hidden]
        total, room = sum(row[at] for at in here), sum(sizes[at] for at in here)
        for at in here:
            most = min(sizes[at], total)
            least = max(0, total - (room - sizes[at]))
            wide_enough = most - least >= min(LARGEST[rule] - 1, sizes[at], sum(row))
            assert wide_enough or all(secret)


@settings(max_examples=trials(40), deadline=None)
@given(tables(most=7))
def test_rows_and_columns_together_tell_no_hidden_cell_that_more_hiding_would_keep(
    case: Case,
) -> None:
    counts, sizes, _, additive = case
    if additive:
        everything = [[sum(row) > 0] * len(sizes) for row in counts]
        at_best = {
            (cell.row, cell.column): left
            for cell, left in leeway(_known(counts, sizes, everything), 1)
        }
        for cell, left in leeway(_known(counts, sizes, _hide(case)), 1):
            assert left >= at_best[cell.row, cell.column]


def test_a_bridge_between_two_blocks_is_no_way_to_work_out_a_cell() -> None:
    counts = [[3, 9, 40, 40], [9, 3, 2, 40], [40, 40, 3, 9], [40, 40, 9, 3]]
    hidden = _hide((counts, [200] * 4, "1-4", True))
    found = {
        (cell.row, cell.column): left for cell, left in leeway(_known(counts, [200] * 4, hidden), 1)
    }
    assert found[1, 2] == 1


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("additive", [True, False])
@pytest.mark.parametrize(
    ("counts", "sizes"),
    [([], []), ([], [5, 5]), ([[], []], []), ([[0, 0]], [3, 9]), ([[1]], [1]), ([[2], [3]], [9])],
)
def test_tables_without_much_in_them_work(
    counts: Grid, sizes: list[int], rule: Suppression, additive: bool
) -> None:
    hidden = _hide((counts, sizes, rule, additive))
    assert [len(row) for row in hidden] == [len(row) for row in counts]


def test_a_table_where_everything_is_small_is_hidden_wholly() -> None:
    assert _hide(([[1, 2], [2, 1]], [9, 9], "1-4", True)) == [[True, True], [True, True]]


def test_a_column_of_few_respondents_is_hidden_wholly() -> None:
    hidden = _hide(([[1, 30, 30], [0, 30, 30]], [1, 60, 60], "1-4", False))
    assert [row[0] for row in hidden] == [True, True]


def test_a_row_of_few_answers_is_hidden_wholly() -> None:
    assert _hide(([[1, 0, 1], [30, 30, 30]], [60, 60, 60], "1-4", False))[0] == [True] * 3


def test_large_counts_and_noughts_are_printed() -> None:
    counts = [[30, 0, 25], [10, 12, 9]]
    assert not any(map(any, _hide((counts, [60, 60, 60], "1-4", False))))


def test_a_sum_goes_where_it_would_tell_the_only_hidden_cell() -> None:
    assert sums_to_hide([[True, True, False], [False, True, False]]) == [True, False, False]
    assert sums_to_hide([]) == []


SMALL = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 4), st.integers(0, 2)),
    unique_by=lambda cell: cell[:2],
    max_size=7,
)


@settings(max_examples=trials(50), deadline=None)
@given(SMALL)
def test_leeway_is_what_trying_all_counts_gives(cells: list[tuple[int, int, int, int]]) -> None:
    known = [
        HiddenCell(row, column, count, max(0, count - 1), count + room)
        for row, column, count, room in cells
    ]
    possible: list[set[int]] = [set() for _ in known]
    for counts in product(*(range(cell.least, cell.most + 1) for cell in known)):
        if all(_sums(known, counts, way) == _sums(known, None, way) for way in ("row", "column")):
            for seen, count in zip(possible, counts, strict=True):
                seen.add(count)
    found = dict(leeway(known, 99))
    assert [found[cell] for cell in known] == [len(seen) - 1 for seen in possible]


def _sums(cells: list[HiddenCell], counts: Sequence[int] | None, way: str) -> dict[int, int]:
    sums: dict[int, int] = {}
    for at, cell in enumerate(cells):
        line = cell.row if way == "row" else cell.column
        sums[line] = sums.get(line, 0) + (cell.count if counts is None else counts[at])
    return sums
