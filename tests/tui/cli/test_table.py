"""Tables: the counting rules, columns, hidden cells, formats."""

import csv
import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, empty_study, fresh, study_of, table_file

BANDS = ("<2000", "2000-5000", ">50000")


def _forty(folder: Path) -> Path:
    header = ("id", "gruppe", "team", "k1 Hva mangler?")
    rows = [
        (f"R{n}", BANDS[n % 3], "Ja" if n % 2 else "Nei", f"Svar {n} om saken" if n <= 36 else "")
        for n in range(1, 41)
    ]
    study = empty_study(folder)
    roles = ("--band", "gruppe", "--variable", "team", "--question", "k1")
    done("import", study, table_file(folder / "svar.csv", [header, *rows]), *roles)
    codings = [(f"R{n}", "k1", "Økonomi / Tilskudd") for n in range(1, 21)]
    codings += [(f"R{n}", "k1", "Økonomi / Lønn") for n in range(18, 24)]
    codings += [(f"R{n}", "k1", "Folk") for n in range(20, 32)]
    codings += [("R32", "k1", "Sjelden")]
    lines = [("respondent", "question", "codes"), *codings]
    done("code", study, "--from", table_file(folder / "koder.csv", lines))
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Forty asked, 36 answered, in three bands; Økonomi (20 and 6), Folk 12, Sjelden 1."""
    return fresh(folder, _forty)


def _table(study: Path, *options: str) -> Any:
    return done("table", study, "k1", *options, "--format", "json").json


def _rows(table: Any) -> dict[str, tuple[int, int]]:
    return {" / ".join(row["path"]): (row["count"], row["percent"]) for row in table["rows"]}


def test_json_has_the_keys_of_the_contract_in_their_order(study: Path) -> None:
    table = _table(study, "--by", "band")
    assert list(table) == [
        *("question", "title", "base", "asked", "answered", "response_rate"),
        *("columns", "rows", "notes"),
    ]
    assert table["base"] == {"kind": "answered", "n": 36}
    assert (table["asked"], table["answered"], table["response_rate"]) == (40, 36, 90)
    assert list(table["columns"][0]) == ["key", "n"]
    assert list(table["rows"][0]) == ["path", "code", "count", "percent", "cells"]
    assert list(table["rows"][0]["cells"][0]) == ["count", "percent", "suppressed"]


def test_codes_stand_by_falling_count_with_percent_of_those_who_answered(study: Path) -> None:
    assert list(_rows(_table(study)).items()) == [
        ("Økonomi / Tilskudd", (20, 56)),
        ("Folk", (12, 33)),
        ("Økonomi / Lønn", (6, 17)),
        ("Sjelden", (1, 3)),
    ]


def test_a_theme_counts_distinct_answers_never_the_sum_of_its_codes(study: Path) -> None:
    assert _rows(_table(study, "--level", "theme")) == {
        "Økonomi": (23, 64),
        "Folk": (12, 33),
        "Sjelden": (1, 3),
    }


@pytest.mark.parametrize(("base", "n", "percent"), [("answered", 36, 33), ("asked", 40, 30)])
def test_the_base_is_chosen_and_computed(study: Path, base: str, n: int, percent: int) -> None:
    table = _table(study, "--base", base)
    assert table["base"] == {"kind": base, "n": n}
    assert _rows(table)["Folk"] == (12, percent)


def test_units_are_all_respondents_even_those_not_asked(study: Path) -> None:
    done("question", study, "k1", "--asked-if", "team=Ja")
    assert _table(study, "--base", "units")["base"] == {"kind": "units", "n": 40}
    assert _table(study, "--base", "asked")["base"]["n"] < 40


def test_less_than_half_a_percent_is_0_in_json_and_less_than_1_in_print(folder: Path) -> None:
    study = study_of(folder, [f"Et svar nummer {n}" for n in range(1, 251)])
    code(study, "R1", "Sjelden")
    (row,) = _table(study)["rows"]
    assert (row["count"], row["percent"]) == (1, 0)
    assert "<1" in done("table", study, "k1").out


def test_percent_is_rounded_half_up(folder: Path) -> None:
    study = study_of(folder, [f"Et svar nummer {n}" for n in range(1, 9)])
    code(study, "R1", "A")
    assert _rows(_table(study)) == {"A": (1, 13)}


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("count", ["Økonomi / Tilskudd", "Folk", "Økonomi / Lønn", "Sjelden"]),
        ("codebook", ["Økonomi / Tilskudd", "Økonomi / Lønn", "Folk", "Sjelden"]),
        ("name", ["Folk", "Økonomi / Lønn", "Sjelden", "Økonomi / Tilskudd"]),
    ],
)
def test_the_order_of_rows_is_chosen(study: Path, order: str, names: list[str]) -> None:
    assert list(_rows(_table(study, "--order", order))) == names


def test_pinned_codes_go_last(study: Path) -> None:
    table = _table(study, "--pin", "Tilskudd", "--pin", "Folk")
    assert [row["path"][-1] for row in table["rows"]] == ["Lønn", "Sjelden", "Tilskudd", "Folk"]


def test_a_cut_off_collects_distinct_answers_in_a_row_without_code(study: Path) -> None:
    rows = _table(study, "--cutoff", "10")["rows"]
    assert [row["code"] is None for row in rows] == [False, False, True]
    assert rows[-1]["count"] == 7
    assert "andre (2 koder, 7 svar)" in done("table", study, "k1", "--cutoff", "10").out


def test_codes_never_used_stand_only_in_a_scale(study: Path) -> None:
    done("codebook", "add", study, "--question", "k1", "Aldri")
    assert "Aldri" not in _rows(_table(study))
    done("question", study, "k1", "--ordered")
    assert _rows(_table(study))["Aldri"] == (0, 0)


def test_by_band_there_is_a_column_a_band_with_its_n(study: Path) -> None:
    table = _table(study, "--by", "band", "--suppress", "none")
    assert table["columns"] == [{"key": band, "n": 12} for band in BANDS]
    row = table["rows"][0]
    assert sum(cell["count"] for cell in row["cells"]) == row["count"] == 20
    assert [cell["percent"] for cell in row["cells"]] == [
        int(100 * cell["count"] / 12 + 0.5) for cell in row["cells"]
    ]


def test_by_a_variable_there_is_a_column_a_value(study: Path) -> None:
    table = _table(study, "--by", "team", "--suppress", "none")
    assert table["columns"] == [{"key": "Ja", "n": 18}, {"key": "Nei", "n": 18}]


def test_small_cells_are_hidden_with_their_percent_unless_told_otherwise(study: Path) -> None:
    cells = [cell for row in _table(study, "--by", "band")["rows"] for cell in row["cells"]]
    hidden = [cell for cell in cells if cell["suppressed"]]
    assert hidden
    assert {(cell["count"], cell["percent"]) for cell in hidden} == {(None, None)}
    assert all(cell["count"] not in (1, 2, 3, 4) for cell in cells)


@pytest.mark.parametrize(("rule", "smallest"), [("1-2", 3), ("1-4", 5), ("none", 1)])
def test_the_rule_of_hiding_is_chosen(study: Path, rule: str, smallest: int) -> None:
    table = _table(study, "--by", "band", "--suppress", rule)
    shown = [cell["count"] for row in table["rows"] for cell in row["cells"] if cell["count"]]
    assert min(shown) >= smallest


def test_counts_of_a_whole_question_are_never_hidden(study: Path) -> None:
    assert _rows(_table(study))["Sjelden"] == (1, 3)


def test_only_one_coders_codings_are_counted_on_request(study: Path) -> None:
    question = ("--question", "k1", "--answer", "R1", "--code", "Folk")
    done("code", study, *question, "--coder", "SO")
    assert _rows(_table(study))["Folk"][0] == 13
    assert _rows(_table(study, "--coder", "SO")) == {"Folk": (1, 3)}


def test_two_coders_with_the_same_code_count_one_answer(study: Path) -> None:
    done("code", study, "--question", "k1", "--answer", "R20", "--code", "Folk", "--coder", "SO")
    assert _rows(_table(study))["Folk"][0] == 12


def test_a_single_code_table_prints_a_total(study: Path, folder: Path) -> None:
    other = study_of(folder, ["Svar en her", "Svar to her", "Svar tre her"], "annen.fullkoding")
    done("question", other, "k1", "--single")
    for respondent, name in (("R1", "A"), ("R2", "B"), ("R3", "C")):
        code(other, respondent, name)
    out = done("table", other, "k1").out
    assert "Totalt" in out
    assert "99" in out
    assert all(row["path"] != ["Totalt"] for row in _table(other)["rows"])
    assert "Totalt" not in done("table", study, "k1").out


def test_the_title_and_the_notes_say_the_base(study: Path) -> None:
    table = _table(study)
    assert table["title"] == "Hva mangler? Antall og prosent, N=36"
    assert "Prosent av de 36 som har svart." in table["notes"]
    assert any("36 av 40" in note and "90 prosent" in note for note in table["notes"])
    assert any("mer enn 100" in note for note in table["notes"])


def test_the_same_study_gives_the_same_bytes(study: Path) -> None:
    for form in ("txt", "json", "csv", "xlsx", "docx"):
        done("table", study, "k1", "--by", "band", "-o", f"a.{form}")
        done("table", study, "k1", "--by", "band", "-o", f"b.{form}")
        assert Path(f"a.{form}").read_bytes() == Path(f"b.{form}").read_bytes()


def test_csv_reopens(study: Path) -> None:
    out = done("table", study, "k1", "--format", "csv").out
    rows = [row for row in csv.reader(io.StringIO(out), delimiter=";") if row]
    assert "Tilskudd" in "".join(cell for row in rows for cell in row)
    assert any("20" in row for row in rows)


def test_excel_and_word_reopen_with_real_numbers_and_a_real_table(study: Path) -> None:
    done("table", study, "k1", "-o", "tabell.xlsx")
    done("table", study, "k1", "-o", "tabell.docx")
    rows = [row for sheet in openpyxl.load_workbook("tabell.xlsx") for row in sheet.iter_rows()]
    assert 20 in [cell.value for row in rows for cell in row]
    (table,) = docx.Document("tabell.docx").tables
    assert any("Tilskudd" in cell.text for row in table.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--by", "Nosuch"), "There is no variable Nosuch."),
        (("--pin", "Nosuch"), "There is no code Nosuch"),
        (("--coder", "Nobody"), "Nobody called Nobody has coded."),
        (("--format", "xlsx"), "-o FILE.xlsx"),
        (("-o", "tabell.pdf"), "names no format"),
        (("-o", "tabell"), "names no format"),
        (("-o", "."), "is a folder"),
        (("-o", "nosuch/tabell.csv"), "There is no folder nosuch."),
        (("--format", "csv", "-o", "tabell.xlsx"), "ends like a xlsx file"),
    ],
)
def test_what_is_not_there_is_named(study: Path, options: tuple[str, ...], said: str) -> None:
    assert said in refused("table", study, "k1", *options)


def test_a_format_may_be_said_for_a_file_of_any_name(study: Path) -> None:
    done("table", study, "k1", "--format", "csv", "-o", "tabell")
    done("table", study, "k1", "-o", "tabell.csv")
    assert Path("tabell").read_bytes() == Path("tabell.csv").read_bytes()


@pytest.mark.parametrize("option", ["--level", "--base", "--order", "--suppress", "--format"])
def test_a_wish_that_is_not_on_the_list_is_wrong_usage(study: Path, option: str) -> None:
    misused("table", study, "k1", option, "nosuch")


def test_a_table_before_any_coding_is_empty_and_says_so(folder: Path) -> None:
    study = study_of(folder, ["Et svar her", "Et annet svar"])
    table = _table(study)
    assert table["rows"] == []
    assert any("2 svar ikke kodet" in note for note in table["notes"])
