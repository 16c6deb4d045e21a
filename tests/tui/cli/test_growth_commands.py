"""The commands on growth, size bands and methods."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, small_study

K1 = ("--question", "k1")


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Møter")
    code(study, "R2", "Kapasitet")
    code(study, "R4", "Samarbeid / Møter")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Three answers coded one after the other."""
    return fresh(folder, _coded)


def test_growth_is_told_in_text(study: Path) -> None:
    out = done("codebook", "growth", study, *K1).out
    assert "2 av 3 kodede svar (67 prosent) trengte en ny kode." in out
    assert "Regelen er ikke oppfylt: den siste nye koden kom ved svar 2 av 3" in out
    assert "Sist kom: Kapasitet." in out


def test_the_rule_can_be_another(study: Path) -> None:
    out = done("codebook", "growth", study, *K1, "--last", 1).out
    assert "Regelen er oppfylt" in out
    misused("codebook", "growth", study, *K1, "--last", 0)


def test_growth_of_one_coder(study: Path) -> None:
    assert "koding av KH" in done("codebook", "growth", study, *K1, "--coder", "KH").out
    assert "Nobody called XX" in refused("codebook", "growth", study, *K1, "--coder", "XX")


def test_growth_over_all_questions_of_the_codebook(study: Path) -> None:
    done("codebook", "share", study, *K1, "--with", "k2")
    code(study, "R1", "Penger", question="k2")
    assert "3 av 4" in done("codebook", "growth", study, *K1, "--shared").out


def test_growth_as_rows_names_codes_and_no_respondent(study: Path) -> None:
    out = done("codebook", "growth", study, *K1, "--format", "csv").out
    assert out.splitlines()[1:] == ["1;1;1;Samarbeid / Møter", "2;1;2;Kapasitet", "3;0;2;"]


@pytest.mark.parametrize(
    ("form", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_growth_is_drawn(study: Path, folder: Path, form: str, begins: bytes) -> None:
    result = done("codebook", "growth", study, *K1, "-o", folder / f"vekst.{form}")
    assert (folder / f"vekst.{form}").read_bytes().startswith(begins)
    assert "Trappekurve" in result.err


def test_a_picture_needs_a_file(study: Path) -> None:
    assert "-o FILE.png" in refused("codebook", "growth", study, *K1, "--format", "png")


def test_a_figure_that_would_tell_who_answered_is_not_written(study: Path, folder: Path) -> None:
    done("question", study, "k1", "--text", "Hvordan har Storvik det?")
    said = refused("codebook", "growth", study, *K1, "-o", folder / "vekst.png")
    assert "tell who answered" in said
    assert not (folder / "vekst.png").exists()


def test_a_study_is_never_overwritten_by_a_figure(study: Path) -> None:
    before = study.read_bytes()
    refused("codebook", "growth", study, *K1, "--format", "png", "-o", study)
    assert study.read_bytes() == before


def test_nothing_coded_cannot_be_drawn(folder: Path) -> None:
    study = small_study(folder)
    assert "nothing to draw" in refused("codebook", "growth", study, *K1, "-o", folder / "x.svg")
    assert "kan ikke prøves" in done("codebook", "growth", study, *K1).out


@pytest.mark.parametrize("form", ["text", "csv", "md", "json"])
def test_a_profile_hides_what_a_table_hides(study: Path, form: str) -> None:
    hidden = done("codebook", "profile", study, *K1, "--format", form)
    shown = done("codebook", "profile", study, *K1, "--format", form, "--suppress", "none")
    assert "Not for publication" in shown.err
    assert "Not for publication" not in hidden.err
    assert len(shown.out) > len(hidden.out)


def test_a_profile_can_be_of_main_themes(study: Path) -> None:
    out = done("codebook", "profile", study, *K1, "--level", "theme").out
    assert "Samarbeid (2)" in out
    assert "Møter" not in out


def test_the_note_on_methods_is_of_all_questions_or_one(study: Path, folder: Path) -> None:
    done("codebook", "methods", study, "-o", folder / "metode.md")
    text = (folder / "metode.md").read_text("utf-8")
    assert text.startswith("# Metodenotat")
    assert text.count("\n## ") == 2
    assert done("codebook", "methods", study, *K1, "--format", "md").out.count("\n## ") == 1
