"""What may not be printed of a table by groups is hidden, and what may be stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.disclosure.publication import Suppression
from coder.results.disclosure import protect_table
from coder.results.table import Table
from tests.coder.results.test_remainders import BANDS, Counts, table
from tests.trials import trials

LARGEST: dict[Suppression, int] = {"1-2": 2, "1-4": 4}
SAFE: Counts = {"Bolig": (30, 0, 25), "NAV": (10, 12, 9)}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Counts of up to five codes in three groups, which have as many respondents or more."""
    cells = st.integers(0, 3) | st.integers(0, 12) | st.integers(0, 60)
    rows = draw(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5))
    most = [max(row[at] for row in rows) for at in range(len(BANDS))]
    sizes = tuple(max(1, each + draw(st.sampled_from([0, 1, 2, 3, 30]))) for each in most)
    return table({f"Kode {at}": row for at, row in enumerate(rows)}, sizes)


def hidden(counts: Table, rule: Suppression = "1-4") -> list[list[bool]]:
    """Which cells are hidden."""
    return [[cell.suppressed for cell in row.cells] for row in protect_table(counts, rule).rows]


@settings(max_examples=trials(40), deadline=None)
@given(tables(), st.sampled_from([*LARGEST]))
def test_every_small_count_is_hidden_and_what_is_printed_is_right(
    counts: Table, rule: Suppression
) -> None:
    printed = protect_table(counts, rule)
    for row, shown in zip(counts.rows, printed.rows, strict=True):
        for cell, seen in zip(row.cells, shown.cells, strict=True):
            assert cell.count is not None
            assert seen.suppressed or not 1 <= cell.count <= LARGEST[rule]
            assert seen.count == (None if seen.suppressed else cell.count)


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_a_count_that_tells_about_its_whole_group_is_hidden(counts: Table) -> None:
    for row, secret in zip(counts.rows, hidden(counts), strict=True):
        for cell, column, is_hidden in zip(row.cells, counts.columns, secret, strict=True):
            assert cell.count is not None
            assert is_hidden or cell.count == 0 or column.n - cell.count > 2


@settings(max_examples=trials(40), deadline=None)
@given(tables())
def test_no_row_has_a_single_hidden_cell(counts: Table) -> None:
    for row, secret in zip(counts.rows, hidden(counts), strict=True):
        assert sum(secret) != 1
        assert row.count or not any(secret)


@settings(max_examples=trials(20), deadline=None)
@given(tables())
def test_the_rule_none_hides_nothing(counts: Table) -> None:
    assert protect_table(counts, "none") == counts


@pytest.mark.parametrize("rule", [*LARGEST])
def test_large_counts_and_noughts_are_printed(rule: Suppression) -> None:
    assert not any(map(any, hidden(table(SAFE, (60, 60, 60)), rule)))


def test_a_table_where_everything_is_small_is_hidden_wholly() -> None:
    counts = table({"Bolig": (1, 2, 1), "NAV": (2, 1, 2)}, (9, 9, 9))
    assert hidden(counts) == [[True] * 3] * 2


def test_a_column_of_few_respondents_is_hidden_wholly() -> None:
    counts = table({"Bolig": (1, 30, 30), "NAV": (0, 30, 30)}, (1, 60, 60))
    assert [row[0] for row in hidden(counts)] == [True, True]


def test_a_row_of_few_answers_is_hidden_wholly() -> None:
    counts = table({"Bolig": (1, 0, 1), "NAV": (30, 30, 30)}, (60, 60, 60))
    assert hidden(counts)[0] == [True] * 3
