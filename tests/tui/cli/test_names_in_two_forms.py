"""A name typed or written as one character a letter and as two is the same name."""

import unicodedata
from pathlib import Path

import pytest

from tests.tui.cli.running import done
from tests.tui.cli.studies import code, codes, empty_study, everything, table_file, texts

HEADER = ("id", "Årstall", "k1å Hva mener dere?")
ROWS = (("Ålesund", "Før", "Vi får råd"), ("Bø", "Nå", "Det går"))


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _file(apart: bool = False) -> Path:
    rows = [[_apart(cell) if apart else cell for cell in row] for row in (HEADER, *ROWS)]
    return table_file(Path("fra_mac.csv" if apart else "svar.csv"), rows)


@pytest.fixture
def study(folder: Path) -> Path:
    """Two respondents with letters beyond ASCII in every name."""
    study = empty_study(folder)
    done("import", study, _file(), "--question", "k1å", "--yes")
    return study


def test_the_same_file_in_the_other_form_brings_nothing_new(study: Path) -> None:
    before = everything(study)
    report = done("import", study, _file(apart=True), "--question", _apart("k1å"), "--yes").out
    assert report.count("(0 new)") == 3
    assert everything(study) == before


def test_what_came_in_the_other_form_is_stored_in_one(folder: Path, study: Path) -> None:
    other = empty_study(folder, "mac.fullkoding")
    done("import", other, _file(apart=True), "--question", "k1å", "--yes")
    stored, other_stored = everything(study), everything(other)
    assert texts(other, "k1å") == texts(study, "k1å")
    for name in ("respondent", "variable", "value", "question", "version"):
        assert other_stored[name] == stored[name]


def test_a_codings_file_in_the_other_form_finds_answers_and_codes(study: Path) -> None:
    code(study, "Bø", "Råd / Få", question="k1å")
    rows = [("respondent", "question", "codes"), ("Ålesund", "k1å", "Råd / Få")]
    file = table_file(Path("koder.csv"), [[_apart(cell) for cell in row] for row in rows])
    assert "1 coding from 1 row." in done("code", study, "--from", file).err
    assert codes(study, "k1å") == {"Ålesund": ["Råd / Få"], "Bø": ["Råd / Få"]}


def test_what_is_typed_in_the_other_form_is_found(study: Path) -> None:
    code(study, _apart("Ålesund"), _apart("Råd"), question=_apart("k1å"))
    done("question", study, "k1å", "--asked-if", _apart("Årstall=Nå"))
    code(study, "Ålesund", "Råd", question="k1å")
    table = done("table", study, _apart("k1å"), "--by", _apart("årstall"), "--format", "json")
    assert [row["count"] for row in table.json["rows"]] == [1]


def test_a_coder_is_one_person_in_both_forms(study: Path) -> None:
    one = ("code", study, "--question", "k1å", "--answer", "Bø", "--code", "Råd", "--coder")
    done(*one, "Åse")
    assert "coded so already" in done(*one, _apart("Åse")).err


def test_a_routing_and_a_wave_in_the_other_form_are_the_same(study: Path) -> None:
    options = ("--question", "k1å", "--yes", "--wave")
    done("import", study, _file(), *options, "vår", "--asked-if", _apart("k1å: Årstall=Nå"))
    report = done("import", study, _file(), *options, _apart("vår")).out
    assert report.count("(0 new)") == 3


def test_half_a_character_in_a_respondents_id_is_replaced_and_reported(folder: Path) -> None:
    study = empty_study(folder)
    Path("svar.csv").write_bytes(b"id;k1 Hva?\nA+2AA-;svar\n")
    options = ("--encoding", "utf-7", "--question", "k1", "--yes")
    report = done("import", study, "svar.csv", *options).out
    assert "A character that cannot be stored became �." in report
    assert list(texts(study)) == ["A�"]
