"""The commands that write the chapter and its lead-ins."""

import json
from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, small_study


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Møter")
    code(study, "R2", "Kapasitet")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Two answers coded."""
    return fresh(folder, _coded)


def test_a_chapter_is_written_in_every_format(study: Path, folder: Path) -> None:
    for form in ("docx", "html", "md", "xlsx", "json", "txt"):
        done("chapter", study, "k1", "-o", folder / f"k.{form}")
        assert (folder / f"k.{form}").stat().st_size > 100
    assert "Storvik" not in (folder / "k.md").read_text("utf-8")


def test_a_lead_in_is_written_shown_printed_and_taken_back(study: Path, folder: Path) -> None:
    done("lead-in", study, "-q", "k1", "--code", "Samarbeid", "{n} av de {base} nevner det.")
    assert "k1  Samarbeid: {n} av de {base}" in done("lead-in", study).out
    done("chapter", study, "k1", "-o", folder / "k.json")
    parts = json.loads((folder / "k.json").read_text("utf-8"))["parts"]
    assert [part["lead_in"] for part in parts if part["lead_in"]] == ["1 av de 3 nevner det."]
    assert "wrote the lead-in of Samarbeid in k1" in done("log", study).out
    done("undo", study)
    assert done("lead-in", study, "-q", "k1").out == ""
    done("redo", study)
    done("lead-in", study, "-q", "k1", "--code", "Samarbeid", "--remove")
    assert done("lead-in", study).out == ""


def test_a_name_in_a_lead_in_stops_the_chapter(study: Path, folder: Path) -> None:
    done("lead-in", study, "-q", "k1", "--code", "Samarbeid", "I Bergen kommune sies det at")
    assert "would tell who answered" in refused("chapter", study, "k1", "-o", folder / "k.docx")
    assert not (folder / "k.docx").exists()


def test_chosen_quotes_are_taken_when_there_are_some(study: Path, folder: Path) -> None:
    options = ("chapter", study, "k1", "--dry-run")
    assert "2 quotes (all coded text). Nothing was written." in done(*options).err
    done("choose", study, "-q", "k1", "--code", "Kapasitet", "--add", "R2")
    assert "1 quote (chosen). Nothing was written." in done(*options).err
    assert "2 quotes (all coded text)" in done(*options, "--quotes", "all").err
    assert "0 quotes" in done(*options, "--quotes", "none").err
    assert not list(folder.glob("k.*"))


def test_bad_wishes_are_sentences(study: Path, folder: Path) -> None:
    assert "no number of a lead-in" in refused(
        "lead-in", study, "-q", "k1", "--code", "Samarbeid", "{antall}"
    )
    assert "no code X" in refused("lead-in", study, "-q", "k1", "--code", "X", "tekst")
    misused("lead-in", study, "tekst")
    misused("lead-in", study, "tekst", "-q", "k1", "--code", "Samarbeid", "--remove")
    misused("chapter", study, "--code", "Samarbeid")
    misused("chapter", study, "--tables", "x")
    assert "no question k9" in refused("chapter", study, "k9")
    assert "nothing to print" in refused("chapter", study, "k2")


def test_a_person_in_a_lead_in_is_told_of(study: Path, folder: Path) -> None:
    said = done("lead-in", study, "-q", "k1", "--code", "Samarbeid", "Kari Nordmann sier at")
    assert "Kari Nordmann may be a name" in said.err
    printed = done("chapter", study, "k1", "-o", folder / "k.md")
    assert "Look at the lead-in of Samarbeid: Kari Nordmann may be a name" in printed.err
    assert "may be" not in done("lead-in", study, "-q", "k1", "--code", "Kapasitet", "{n}").err


def test_a_heading_that_says_a_size_is_told_of(study: Path, folder: Path) -> None:
    code(study, "R4", "Små kommuner har det vanskelig")
    printed = done("chapter", study, "k1", "-o", folder / "k.md")
    assert "Små kommuner har det vanskelig: this heading says a size" in printed.err
    assert "says a size" not in done("chapter", study, "k1", "--no-labels", "--dry-run").err
