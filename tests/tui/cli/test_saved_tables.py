"""Tables are saved, built, compared and exported by commands."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, study_of, table_file

_HEAD = ("id", "innbyggere", "team", "vekt", "k1 Hva mangler?")


def _study(folder: Path) -> Path:
    """Sixty respondents in two bands; every third has no team."""
    return fresh(folder, _built)


def _built(folder: Path) -> Path:
    study = folder / "studie.fullkoding"
    rows = [
        (f"R{at}", "1500" if at % 2 else "3000", "Ja" if at % 3 else "Nei", "1,5", f"Svar {at}")
        for at in range(60)
    ]
    done("new", study)
    roles = ("--variable", "team", "--variable", "vekt", "--question", "k1")
    done("import", study, table_file(folder / "svar.csv", [_HEAD, *rows]), *roles)
    coded = [("respondent", "question", "codes")]
    coded += [(f"R{at}", "k1", "Bolig" if at < 35 else "NAV") for at in range(60)]
    coded += [("R0", "k1", "Rus"), ("R1", "k1", "Rus")]
    done("code", study, "--from", table_file(folder / "koder.csv", coded))
    return study


def test_a_table_is_saved_listed_described_renamed_and_removed(tmp_path: Path) -> None:
    study = _study(tmp_path)
    assert done("tables", "list", study).out == "No table is saved.\n"
    done("tables", "save", study, "bolig", "k1", "--by", "band", "--pin", "NAV", "--cutoff", "2")
    done("tables", "save", study, "alle", "k1", "--shape", "phrases")
    assert done("tables", "list", study).out == "bolig: k1, table by band\nalle: k1, phrases\n"
    told = done("tables", "show", study, "bolig").out.splitlines()
    assert {"Columns: band", "Last: NAV", "Cut-off: 2", "Guard: 1-4"} <= set(told)
    done("tables", "rename", study, "bolig", "Bolig etter størrelse")
    done("tables", "sort", study, "alle")
    done("tables", "remove", study, "bolig etter størrelse")
    assert done("tables", "list", study).out == "alle: k1, phrases\n"
    done("undo", study)
    assert done("tables", "list", study).out.splitlines()[1].startswith("Bolig etter størrelse:")
    assert "saved the table alle" in done("log", study).out


def test_a_table_is_built_on_the_screen_as_it_may_be_printed(tmp_path: Path) -> None:
    study = _study(tmp_path)
    done("tables", "save", study, "band", "k1", "--by", "band", "--intervals")
    table = done("tables", "build", study, "band", "--format", "json").json
    rows = {row["path"][0]: row for row in table["rows"]}
    assert [cell["suppressed"] for cell in rows["Rus"]["cells"]] == [True, True]
    assert [cell["count"] for cell in rows["Bolig"]["cells"]] == [17, 18]
    assert rows["Bolig"]["interval"] == [46, 70]
    done("tables", "save", study, "fraser", "k1", "--shape", "phrases")
    assert "Bolig: 35 av de 60 (58 prosent)" in done("tables", "build", study, "fraser").out


def test_all_tables_go_to_one_workbook_and_the_log_says_what_is_hidden(tmp_path: Path) -> None:
    study = _study(tmp_path)
    done("tables", "save", study, "band", "k1", "--by", "band")
    done("tables", "save", study, "team", "k1", "--by", "team")
    done("tables", "save", study, "vektet", "k1", "--weight", "vekt")
    done("tables", "export", study, "--all", "-o", tmp_path / "alle.xlsx")
    book = openpyxl.load_workbook(tmp_path / "alle.xlsx")
    assert len(book.sheetnames) >= 3
    assert "exported band; team; vektet to alle.xlsx" in done("log", study).out


def test_the_same_table_is_exported_as_the_same_bytes(tmp_path: Path) -> None:
    study = _study(tmp_path)
    done("tables", "save", study, "band", "k1", "--by", "band")
    for name in ("a.docx", "b.docx"):
        done("tables", "export", study, "band", "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_quotes_go_with_the_tables_and_carry_no_label_that_counts(tmp_path: Path) -> None:
    study = _study(tmp_path)
    done("tables", "save", study, "band", "k1", "--by", "band")
    quotes = tmp_path / "sitater.json"
    done("tables", "export", study, "band", "-o", tmp_path / "t.csv", "--quotes", quotes)
    labels: dict[str, set[bool]] = {}
    for quote in json.loads(quotes.read_text("utf-8"))["quotes"]:
        labels.setdefault(quote["path"][1], set()).add(bool(quote["label"]))
    assert labels == {"Bolig": {True}, "NAV": {True}, "Rus": {False}}


def test_what_changed_is_told_with_the_step(tmp_path: Path) -> None:
    study = _study(tmp_path)
    done("tables", "save", study, "alle", "k1")
    assert "No number has changed." in done("tables", "diff", study, "alle").out
    code(study, "R59", "Bolig")
    out = done("tables", "diff", study, "alle").out
    assert "Bolig: 35 -> 36 (+1)" in out
    assert "coded k1 R59: Bolig" in out
    assert "codings added: 1" in out


def test_wrong_usage_is_told(tmp_path: Path) -> None:
    study = _study(tmp_path)
    done("tables", "save", study, "alle", "k1")
    output = ("-o", tmp_path / "ut.xlsx")
    for wrong in (("--by", "nosuch"), ("--code", "Hytte"), ("--weight", "team")):
        refused("tables", "save", study, "ny", "k1", *wrong)
    for wrong in (("--guard", "2"), ("--shape", "pie"), ("--kind", "x"), ("--language", "sv")):
        misused("tables", "save", study, "ny", "k1", *wrong)
    assert "already" in refused("tables", "save", study, "ALLE", "k1")
    assert "no table band" in refused("tables", "export", study, "band", *output)
    assert "An export is a file" in refused("tables", "export", study, "alle")
    misused("tables", "export", study, *output)
    misused("tables", "export", study, "alle", "--all", *output)
    assert done("tables", "list", study).out == "alle: k1, table\n"
    assert not (tmp_path / "ut.xlsx").exists()


@pytest.mark.parametrize("name", ["[/]", "=1+1", "\u202eeliF"])
def test_any_name_is_a_name(tmp_path: Path, name: str) -> None:
    study = study_of(tmp_path, ["Svar"])
    code(study, "R1", "Bolig")
    done("tables", "save", study, name, "k1")
    done("tables", "export", study, name, "-o", tmp_path / "ut.xlsx")
