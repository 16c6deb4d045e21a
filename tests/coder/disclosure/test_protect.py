"""What is hidden in small tables, why, and what is said where hiding does not help."""

from dataclasses import replace

import pytest

from coder.disclosure.attack import recovered
from coder.disclosure.protect import hide, protect
from coder.disclosure.publication import Cover, Publication, Quoted, Suppression
from tests.coder.disclosure.tables import places, signs, table

SIZES = [50, 50, 50, 50]
PLAIN = Publication((table({"Bolig": [3, 9, 20, 30], "NAV": [30, 20, 10, 0]}, SIZES),))


def _printed(publication: Publication, rule: Suppression = "1-4", sheet: int = 0) -> list[str]:
    return signs(hide(publication, protect(publication, rule).places), sheet)


def test_a_small_cell_takes_the_smallest_other_with_it() -> None:
    assert _printed(PLAIN) == [": : 20 30", "30 20 10 0"]
    assert [(each.reason, each.protects) for each in protect(PLAIN, "1-4").decisions] == [
        ("small", None),
        ("protects", ("Table", "Bolig", "A")),
    ]


def test_the_rule_none_hides_nothing() -> None:
    assert protect(PLAIN, "none").places == frozenset()


def test_a_cell_about_a_whole_group_is_hidden() -> None:
    published = Publication((table({"Bolig": [48, 9, 20, 30]}, SIZES),))
    assert _printed(published) == [": : 20 30"]
    assert protect(published, "1-4").decisions[0].reason == "whole group"


def test_rows_and_columns_of_few_are_hidden_across() -> None:
    sheet = table({"Bolig": [0, 4, 0, 0], "NAV": [0, 20, 10, 5], "Rus": [0] * 4}, [3, 50, 50, 50])
    assert _printed(Publication((sheet,))) == [": : : :", ": 20 10 :", "0 0 0 0"]


def test_needless_cells_are_shown_again() -> None:
    sheet = table({"Bolig": [1, 5, 6, 7], "NAV": [30, 20, 10, 9]}, SIZES)
    assert _printed(Publication((sheet,))) == [": : 6 7", "30 20 10 9"]


def test_a_pinned_cell_stays_and_another_goes() -> None:
    line = PLAIN.sheets[0].lines[0]
    cells = tuple(replace(cell, pinned=cell.count == 9) for cell in line.cells)
    sheet = replace(PLAIN.sheets[0], lines=(replace(line, cells=cells), PLAIN.sheets[0].lines[1]))
    assert _printed(Publication((sheet,))) == [": 9 : 30", "30 20 10 0"]


def test_a_small_cell_that_is_pinned_is_told() -> None:
    line = PLAIN.sheets[0].lines[0]
    cells = tuple(replace(cell, pinned=True) for cell in line.cells)
    sheet = replace(PLAIN.sheets[0], lines=(replace(line, cells=cells),))
    hidden = protect(Publication((sheet,)), "1-4")
    assert hidden.places == frozenset()
    assert hidden.advice[0].startswith("Table: Bolig, A should be hidden, but is pinned")


def test_one_number_is_hidden_in_all_tables_that_print_it() -> None:
    again = table({"Bolig": [3, 9, 20, 30]}, SIZES, "Again")
    assert _printed(Publication((*PLAIN.sheets, again)), sheet=1) == [": : 20 30"]


def test_tables_over_wider_groups_are_protected_together() -> None:
    narrow = table({"Bolig": [3, 9, 20, 30]}, SIZES)
    wide = table({"Bolig": [12, 50]}, [100, 100], "Wide", ["AB", "CD"])
    covers = (
        Cover("column", "AB", ("A", "B"), True, True),
        Cover("column", "CD", ("C", "D"), True, True),
    )
    both = Publication((narrow, wide), covers)
    hidden = protect(both, "1-4")
    assert recovered(hide(both, hidden.places)) == []
    assert hidden.exposed == ()


def test_quotes_that_count_a_cell_are_told() -> None:
    quoted = replace(PLAIN, quoted=(Quoted("q", "Bolig", ("A",), 3, True),))
    hidden = protect(quoted, "1-4")
    assert [(each.low, each.high) for each in hidden.exposed if each.column == "A"] == [(3, 3)]
    assert any("Leave the labels of the quotes under Bolig out" in each for each in hidden.advice)


def test_a_table_already_published_is_told() -> None:
    old = table({"Bolig": [3, 9, 20, 30]}, SIZES, "Last year", fixed=True)
    hidden = protect(Publication((table({"Bolig": [3, 9, 20, 30]}, SIZES), old)), "1-4")
    assert hidden.advice[0].startswith("Table: Bolig, A should be hidden, but is pinned or already")


def test_what_no_hiding_protects_comes_with_what_to_do() -> None:
    new = table({"Bolig": [3, 9, 20, 30]}, SIZES)
    old = table({"Bolig": [3, 59]}, [50, 150], "Last year", ["A, old", "rest"], fixed=True)
    covers = (Cover("column", "A, old", ("A",), True, True),)
    hidden = protect(Publication((new, old), covers), "1-4")
    assert hidden.advice == (
        "Table: Bolig, A is hidden, but follows from what is printed. "
        "Last year is already published: give the same groups, or leave the row out.",
    )


@pytest.mark.parametrize("rows", [{}, {"Bolig": []}, {"Bolig": [0, 0]}, {"Bolig": [1, 0]}])
def test_tables_without_much_in_them_work(rows: dict[str, list[int]]) -> None:
    sizes = [1] * max((len(counts) for counts in rows.values()), default=0)
    assert protect(Publication((table(rows, sizes),)), "1-4").exposed == ()


def test_the_same_publication_always_gives_the_same() -> None:
    assert protect(PLAIN, "1-4") == protect(PLAIN, "1-4")


def test_the_rule_1_2_leaves_four_counts() -> None:
    rows = {"Bolig": [2, 2, 30, 9]}
    published = Publication((table(rows, SIZES),))
    before = hide(published, places(published.sheets[0], "Bolig A", "Bolig B"))
    assert [(each.low, each.high) for each in recovered(before)] == [(1, 3), (1, 3)]
    assert _printed(published, "1-2") == [": : 30 :"]


def test_what_is_safe_in_one_table_is_not_beside_another() -> None:
    narrow = table({"Bolig": [3, 9, 20, 30]}, SIZES)
    wide = table({"Bolig": [23, 39]}, [100, 100], "Wide", ["AC", "BD"])
    covers = (
        Cover("column", "AC", ("A", "C"), True, True),
        Cover("column", "BD", ("B", "D"), True, True),
    )
    both = Publication((narrow, wide), covers)
    before = hide(both, places(narrow, "Bolig A", "Bolig B"))
    assert [(each.low, each.high) for each in recovered(before)] == [(3, 3), (9, 9)]
    assert recovered(hide(both, protect(both, "1-4").places)) == []
