"""The commands that draw, that write for statistics programs, and that write the report."""

import csv
from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, small_study


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Møter")
    code(study, "R2", "Kapasitet")
    code(study, "R4", "Samarbeid / Møter")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Three answers coded."""
    return fresh(folder, _coded)


@pytest.mark.parametrize(
    ("name", "begins"), [("f.png", b"\x89PNG"), ("f.svg", b"<?xml"), ("f.pdf", b"%PDF")]
)
def test_a_figure_is_drawn_with_its_numbers_beside_it(
    study: Path, folder: Path, name: str, begins: bytes
) -> None:
    result = done("figure", study, "k1", "-o", folder / name)
    assert (folder / name).read_bytes().startswith(begins)
    assert "Møter;2;67" in (folder / "f.csv").read_text("utf-8-sig")
    assert "Møter: 67 (2). Kapasitet: 33 (1)." in result.err


def test_groups_are_drawn_as_groups_unless_told_otherwise(study: Path, folder: Path) -> None:
    result = done("figure", study, "k1", "--by", "band", "-o", folder / "f.svg")
    assert "Liggende stolper med 2 rader i 3 grupper." in result.err
    result = done("figure", study, "k1", "--by", "band", "--kind", "heat", "-o", folder / "f.svg")
    assert "Rutenett" in result.err


def test_a_saved_table_is_drawn_as_it_is_exported(study: Path, folder: Path) -> None:
    done("tables", "save", study, "bolig", "k1", "--by", "band", "--guard", "1-2")
    shown = done("figure", study, "--table", "bolig", "-o", folder / "b.svg")
    assert "Rutenett" in shown.err
    done("tables", "export", study, "bolig", "-o", folder / "b2.csv")
    assert (folder / "b.csv").read_text("utf-8") == (folder / "b2.csv").read_text("utf-8")
    assert "b.svg" in done("log", study).out


def test_a_saved_table_is_not_drawn_otherwise_than_it_was_saved(study: Path, folder: Path) -> None:
    done("tables", "save", study, "bolig", "k1")
    done("tables", "save", study, "ord", "k1", "--shape", "list")
    for options in (["--table", "bolig", "--by", "band"], ["k1", "--table", "bolig"], []):
        misused("figure", study, *options, "-o", folder / "b.svg")
    assert "is a list" in refused("figure", study, "--table", "ord", "-o", folder / "b.svg")
    assert not list(folder.glob("b.*"))


def test_one_code_by_groups_has_its_groups_down_the_page(study: Path, folder: Path) -> None:
    options = ("--by", "band", "--code", "Kapasitet", "-o", folder / "f.svg")
    assert "Kapasitet: Alle 33" in done("figure", study, "k1", *options).err
    assert "Møter" not in (folder / "f.csv").read_text("utf-8-sig")
    assert "no code Penger" in refused("figure", study, "k1", "--code", "Penger", *options[-2:])
    assert "no row" in refused("figure", study, "k1", "--code", "Samarbeid", *options[-2:])


def test_a_figure_needs_a_file_a_kind_that_there_is_and_something_to_draw(
    study: Path, folder: Path
) -> None:
    assert "written to a file" in refused("figure", study, "k1")
    misused("figure", study, "k1", "--kind", "pie", "-o", folder / "f.png")
    assert "needs groups" in refused(
        "figure", study, "k1", "--kind", "heat", "-o", folder / "f.png"
    )
    assert "nothing to draw" in refused("figure", study, "k2", "-o", folder / "f.png")
    assert "is a study" in refused("figure", study, "k1", "-o", study)
    assert not (folder / "f.png").exists()


@pytest.mark.parametrize("form", ["md", "html", "tex"])
def test_a_table_is_printed_in_the_forms_of_documents(study: Path, form: str) -> None:
    assert "Samarbeid" not in done("table", study, "k1", "--format", form).err
    assert "Møter" in done("table", study, "k1", "--format", form).out


def test_the_matrix_says_in_its_name_that_it_is_internal(study: Path, folder: Path) -> None:
    result = done("matrix", study, "-o", folder / "m.csv")
    (data,) = folder.glob("m-INNEHOLDER-IDENTIFISERBARE-OPPLYSNINGER.csv")
    rows = list(csv.DictReader(data.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [row["id_INNEHOLDER_IDENTIFISERBARE_OPPLYSNINGER"] for row in rows] == [
        "R1",
        "R2",
        "R3",
        "R4",
    ]
    assert [row["q1_st"] for row in rows] == ["1", "1", "0", "1"]
    assert "not for publication" in result.err
    assert not (folder / "m.csv").exists()
    assert "wrote the matrix of respondents and codes: m-" in done("log", study).out


def test_the_matrix_of_one_question_in_categories_is_a_data_file_with_syntax(
    study: Path, folder: Path
) -> None:
    done("matrix", study, "--question", "k1", "--sets", "categories", "-o", folder / "m.sav")
    (syntax,) = folder.glob("m-*.sps")
    assert "q1_1" in syntax.read_text("utf-8")
    assert "q2" not in syntax.read_text("utf-8")


def test_a_matrix_needs_a_file_and_a_known_question(study: Path, folder: Path) -> None:
    assert "written to a file" in refused("matrix", study)
    assert "no question k9" in refused("matrix", study, "--question", "k9", "-o", folder / "m.sav")
    misused("matrix", study, "--sets", "x", "-o", folder / "m.sav")


def test_the_report_is_one_page(study: Path, folder: Path) -> None:
    done("report", study, "-o", folder / "r.html")
    page = (folder / "r.html").read_text("utf-8")
    assert page.count("<svg") == 3
    assert "Storvik" not in page
    assert "R1" not in page
    assert "written to a file" in refused("report", study)


def test_a_report_of_saved_tables_is_noted_as_their_export(study: Path, folder: Path) -> None:
    done("tables", "save", study, "bolig", "k1", "--by", "band", "--guard", "1-2")
    done("report", study, "-o", folder / "r.html")
    assert "exported bolig to r.html" in done("log", study).out
    assert "Since step" in done("tables", "diff", study, "bolig").err


def test_a_code_named_as_a_municipality_stops_the_report(study: Path, folder: Path) -> None:
    code(study, "R1", "Bergen kommune")
    assert "would tell who answered" in refused("report", study, "-o", folder / "r.html")
    assert not (folder / "r.html").exists()
