"""Tables as aligned text."""

import re
from dataclasses import replace

import pytest

from coder.exports.layout import display_width
from coder.exports.text import table_text
from coder.results.table import Row, Table


def test_a_plain_table_is_aligned_with_its_title_and_notes(plain_table: Table) -> None:
    assert table_text(plain_table).split("\n") == [
        "Hvorfor får ikke alle individuell plan? Antall og prosent, N=1063",
        "",
        "Kode                     Antall  Prosent",
        "----------------------------------------",
        "Kapasitet / Mangler       1\u00a0016       96",
        "Kompetanse / Mangler         12        1",
        "Rutiner                       0        0",
        "andre (2 koder, 4 svar)       4       <1",
        "----------------------------------------",
        "",
        "Prosent av dem som har svart.",
        "Summen er mer enn 100.",
        "",
    ]


def test_a_rule_stands_over_the_total(single_table: Table) -> None:
    lines = table_text(single_table).split("\n")
    total = next(i for i, line in enumerate(lines) if line.startswith("Totalt"))
    assert set(lines[total - 1]) == {"-"}


def test_a_crossed_table_gives_n_in_the_heads_and_percent_in_the_cells(
    crossed_table: Table,
) -> None:
    lines = table_text(crossed_table).split("\n")
    assert lines[2].strip() == "Størrelsesgruppe (prosent av n)"
    assert re.findall(r"n=\S+(?:\u00a0\d+)?", lines[4]) == ["n=1\u00a0020", "n=40", "n=0"]
    assert lines[6].split() == ["Økonomi", "530", "50", "50", ":", "."]


def test_columns_that_do_not_fit_go_on_in_a_second_block(wide_table: Table) -> None:
    text = table_text(wide_table)
    assert text.count("Økonomi") > 1
    assert all(f"n={20 + i}" in text for i in range(15))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_asked(wide_table: Table, width: int) -> None:
    assert max(map(display_width, table_text(wide_table, width).split("\n"))) <= width


def test_a_long_name_is_wrapped_and_its_numbers_stand_once(plain_table: Table) -> None:
    name = "Samarbeidet med spesialisthelsetjenesten " * 4
    table = replace(plain_table, rows=(Row((name,), "guid", 77, 7),))
    assert table_text(table).count("77") == 1


def test_a_table_without_rows_has_its_heads(plain_table: Table) -> None:
    assert "Antall" in table_text(replace(plain_table, rows=()))
