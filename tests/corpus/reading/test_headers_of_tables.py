"""Which headers a table may have, whatever file it comes from."""

from itertools import chain

import pytest

from corpus.problems import Problem
from corpus.reading.framing import framed, letter
from corpus.reading.limits import MOST_CELLS, MOST_COLUMNS
from tests.corpus.reading.tables import table


def test_the_first_filled_record_is_the_header() -> None:
    sheet = framed([(1, ["", ""]), (2, ["id", "x"]), (3, ["1", "a"])])
    assert (sheet.header, sheet.rows) == (("id", "x"), ((3, ("1", "a")),))


def test_columns_with_neither_header_nor_content_are_left_out() -> None:
    sheet = table("|id||x||", "|1| |a||")
    assert (sheet.header, sheet.rows) == (("id", "x"), ((2, ("1", "a")),))


def test_one_named_column_among_empty_ones_remains() -> None:
    assert table("|x|", "|a|").rows == ((2, ("a",)),)


def test_content_under_no_header_is_a_problem_that_names_the_column() -> None:
    with pytest.raises(Problem, match=r"Column C has no name.*row 3"):
        table("id|x||y", "1|a||b", "2|a|note|b")


def test_two_columns_of_one_name_are_a_problem() -> None:
    with pytest.raises(Problem, match="Two columns are called “ID”"):
        table("id|x| ID ", "1|a|2")


def test_two_spellings_of_the_same_letter_are_one_name() -> None:
    with pytest.raises(Problem, match="Two columns"):
        table("A\u030alesund|Ålesund", "1|2")


def test_a_header_without_rows_is_a_problem() -> None:
    with pytest.raises(Problem, match="no rows"):
        table("id|x", "|", " |")


def test_nothing_at_all_is_a_problem() -> None:
    with pytest.raises(Problem, match="empty"):
        table("|", "")


def test_a_table_too_wide_to_be_answers_is_a_problem() -> None:
    with pytest.raises(Problem, match="more than can be read"):
        framed([(1, ["x"] * (MOST_COLUMNS + 1)), (2, ["1"])])


def test_padding_cannot_fill_the_memory() -> None:
    header = [f"c{number}" for number in range(MOST_COLUMNS)]
    short = ((number, ["1"]) for number in range(2, MOST_CELLS))
    with pytest.raises(Problem, match="more than can be read"):
        framed(chain([(1, header)], short))


def test_letters_are_those_of_a_spreadsheet() -> None:
    assert [letter(position) for position in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
