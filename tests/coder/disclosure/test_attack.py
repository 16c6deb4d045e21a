"""What follows from what is printed is found, whichever sum tells it."""

from dataclasses import replace

import pytest

from coder.disclosure.attack import attack, recovered, refuse_recovered
from coder.disclosure.percents import counts_of, percent_of
from coder.disclosure.protect import hide
from coder.disclosure.publication import (
    Cover,
    Entry,
    Percent,
    Publication,
    Quoted,
    Sheet,
)
from corpus.problems import Problem
from tests.coder.disclosure.tables import places, table

SIZES = [50, 50, 50]
SAFE = table({"Bolig": [3, 4, 20], "NAV": [30, 20, 10]}, SIZES)


def _found(publication: Publication) -> dict[str, tuple[int, int]]:
    return {f"{each.row} {each.column}": (each.low, each.high) for each in attack(publication)}


def _hidden(sheet: Sheet, *cells: str) -> Publication:
    return hide(Publication((sheet,)), places(sheet, *cells))


def test_a_row_total_tells_the_only_hidden_cell() -> None:
    assert _found(_hidden(SAFE, "Bolig A")) == {"Bolig A": (3, 3)}


def test_two_hidden_cells_of_a_row_share_its_rest() -> None:
    published = _hidden(SAFE, "Bolig A", "Bolig B")
    assert _found(published) == {"Bolig A": (1, 6), "Bolig B": (1, 6)}
    assert recovered(published) == []


def test_a_row_hidden_wholly_may_hold_noughts() -> None:
    published = _hidden(SAFE, "Bolig A", "Bolig B", "Bolig C")
    assert _found(published)["Bolig A"] == (0, 27)


def test_a_theme_tells_its_code_where_the_other_codes_are_printed() -> None:
    sheet = table({"Tema": [5, 30, 30], "Leie": [3, 9, 9], "Eie": [2, 25, 25]}, SIZES)
    published = _hidden(sheet, "Leie A", "Leie B")
    covered = replace(published, covers=(Cover("row", "Tema", ("Leie", "Eie"), complete=True),))
    assert _found(published)["Leie A"] == (1, 11)
    assert _found(covered)["Leie A"] == (3, 5)


def test_columns_add_up_where_everyone_has_one_code() -> None:
    sheet = table({"Ja": [3, 4, 43], "Nei": [47, 46, 7], "sum": SIZES}, SIZES)
    published = _hidden(sheet, "Ja A", "Ja B")
    covered = replace(published, covers=(Cover("row", "sum", ("Ja", "Nei"), True, True),))
    assert recovered(published) == []
    assert _found(covered) == {"Ja A": (3, 3), "Ja B": (4, 4)}


def test_a_table_over_wider_groups_tells_a_cell() -> None:
    wide = table({"Bolig": [7, 20]}, [100, 50], "Wide", ["AB", "C"])
    narrow = table({"Bolig": [3, 4, 20]}, SIZES)
    published = hide(Publication((narrow, wide)), places(narrow, "Bolig A"))
    linked = replace(published, covers=(Cover("column", "AB", ("A", "B"), True, True),))
    assert [each.sentence for each in recovered(linked)] == [
        "Table: Bolig, A is hidden, but follows from what is printed."
    ]


def test_the_same_number_in_last_years_table_tells_a_cell() -> None:
    old = table({"Bolig": [3, 4, 20]}, SIZES, "Last year", fixed=True)
    new = table({"Bolig": [3, 4, 20]}, SIZES)
    published = hide(Publication((new, old)), places(new, "Bolig A", "Bolig B"))
    assert attack(published) == []
    assert published.sheets[0].lines[0].cells[0].sign == ":"


def test_a_percent_tells_its_count() -> None:
    line = replace(SAFE.lines[0], cells=(Entry(3, percent=Percent(6), is_counted=False),) * 1)
    cells = (*line.cells, Entry(4, ":"), Entry(20))
    sheet = replace(SAFE, lines=(replace(line, cells=cells),))
    assert _found(Publication((sheet,))) == {"Bolig B": (4, 4)}


@pytest.mark.parametrize(
    ("value", "decimals", "base", "counts"),
    [(6, 0, 50, (3, 3)), (50, 0, 371, (184, 187)), (0, 0, 400, (0, 1)), (125, 1, 40, (5, 5))],
)
def test_a_percent_stands_for_these_counts(
    value: int, decimals: int, base: int, counts: tuple[int, int]
) -> None:
    assert counts_of(Percent(value, decimals), base) == counts
    for count in range(base + 1):
        inside = counts[0] <= count <= counts[1]
        assert (percent_of(count, base, decimals).value == value) == inside


def test_a_percent_of_a_hidden_base_binds_both() -> None:
    cells = (Entry(10, percent=Percent(20)), Entry(4, ":"), Entry(4))
    lines = (replace(SAFE.lines[0], total=Entry(18), cells=cells),)
    base = replace(SAFE.base, cells=(Entry(50, ":"), Entry(50), Entry(50, ":")))
    published = Publication((replace(SAFE, base=base, lines=lines),))
    assert _found(published) == {"Bolig B": (4, 4)}


def test_labels_of_all_quotes_tell_the_cell_and_of_some_a_lower_bound() -> None:
    published = _hidden(SAFE, "Bolig A", "Bolig B")
    some = replace(published, quoted=(Quoted("q", "Bolig", ("A",), 2),))
    every = replace(published, quoted=(Quoted("q", "Bolig", ("A",), 3, True),))
    merged = replace(published, quoted=(Quoted("q", "Bolig", ("A", "B"), 7, True),))
    assert _found(some) == {"Bolig A": (2, 6), "Bolig B": (1, 5)}
    assert _found(every) == {"Bolig A": (3, 3), "Bolig B": (4, 4)}
    assert recovered(merged) == []
    with pytest.raises(Problem, match="Table: Bolig, A is hidden, but follows"):
        refuse_recovered(every)


def test_an_old_table_with_unknown_counts_is_attacked_too() -> None:
    cells = (Entry(None, ":"), Entry(None, ":"), Entry(20))
    sheet = replace(SAFE, lines=(replace(SAFE.lines[0], cells=cells),))
    assert _found(Publication((sheet,))) == {"Bolig A": (0, 7), "Bolig B": (0, 7)}


def test_missing_is_unknown_and_impossible_is_nought() -> None:
    cells = (Entry(None, ".."), Entry(None, "."), Entry(4, ":"))
    sheet = replace(SAFE, lines=(replace(SAFE.lines[0], total=Entry(9), cells=cells),))
    assert _found(Publication((sheet,))) == {"Bolig C": (1, 9)}


def test_numbers_that_contradict_each_other_are_refused() -> None:
    other = table({"Bolig": [3, 5, 20]}, SIZES, "Other")
    with pytest.raises(Problem, match="different numbers"):
        attack(Publication((SAFE, other)))
    wrong = replace(SAFE.lines[0], total=Entry(358))
    with pytest.raises(Problem, match="contradict"):
        attack(Publication((replace(SAFE, lines=(wrong,)),)))
    unknown = replace(SAFE.lines[0], total=Entry(2), cells=(Entry(None, ":"), Entry(4), Entry(0)))
    with pytest.raises(Problem, match="contradict"):
        attack(Publication((replace(SAFE, lines=(unknown,)),)))
