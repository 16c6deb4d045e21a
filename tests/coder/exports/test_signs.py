"""Names, numbers and signs of printed tables."""

from dataclasses import replace

from coder.exports.signs import printed_notes, printed_rows, row_names, spanner
from coder.results.table import Row, Table


def named(*paths: tuple[str, ...]) -> tuple[str, ...]:
    return row_names([Row(path, None, 1, 1) for path in paths])


def test_a_code_is_printed_by_its_own_name() -> None:
    assert named(("Kompetanse", "Rutiner"), ("Økonomi",)) == ("Rutiner", "Økonomi")


def test_codes_that_look_alike_get_their_theme() -> None:
    assert named(("A", "Mangler"), ("B", "Mangler"), ("B", "Annet")) == (
        "A / Mangler",
        "B / Mangler",
        "Annet",
    )


def test_codes_that_still_look_alike_get_one_more_theme() -> None:
    assert named(("X", "A", "Mangler"), ("Y", "A", "Mangler")) == (
        "X / A / Mangler",
        "Y / A / Mangler",
    )


def test_a_theme_and_its_code_of_the_same_name_are_told_apart() -> None:
    assert named(("Økonomi",), ("Økonomi", "Økonomi")) == ("Økonomi", "Økonomi / Økonomi")


def test_two_rows_of_the_same_path_do_not_go_on_for_ever() -> None:
    assert named(("Annet",), ("Annet",)) == ("Annet", "Annet")


def test_thousands_are_parted_by_a_no_break_space(plain_table: Table) -> None:
    assert printed_rows(plain_table)[0].count == "1\u00a0016"


def test_a_percent_that_rounds_to_zero_is_printed_as_below_one(plain_table: Table) -> None:
    assert printed_rows(plain_table)[3].percent == "<1"


def test_zero_is_a_number_in_a_plain_table(plain_table: Table) -> None:
    row = printed_rows(plain_table)[2]
    assert (row.count, row.percent) == ("0", "0")


def test_cells_are_percent_hidden_or_impossible(crossed_table: Table) -> None:
    assert printed_rows(crossed_table)[0].cells == ("50", ":", ".")


def test_zero_and_below_one_have_their_signs_in_cells(crossed_table: Table) -> None:
    assert printed_rows(crossed_table)[1].cells == ("<1", "-", ".")


def test_signs_are_explained_under_the_table(crossed_table: Table) -> None:
    assert printed_notes(crossed_table)[-1] == (
        "Tegn: - = null; . = ikke mulig å oppgi tall; : = kan ikke offentliggjøres (1 celle)."
    )


def test_a_sign_that_a_note_explains_is_not_explained_again(crossed_table: Table) -> None:
    table = replace(crossed_table, notes=(": kan ikke offentliggjøres. - null.",))
    assert printed_notes(table)[1:] == ("Tegn: . = ikke mulig å oppgi tall.",)


def test_a_plain_table_needs_no_signs(plain_table: Table) -> None:
    assert printed_notes(plain_table) == plain_table.notes


def test_what_the_columns_are_begins_with_a_capital(crossed_table: Table) -> None:
    assert spanner(crossed_table) == "Størrelsesgruppe (prosent av n)"
