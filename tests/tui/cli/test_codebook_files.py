"""The commands that take codebooks to files and back, and load starters."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused, run
from tests.tui.cli.studies import code, everything, fresh, small_study, tree

K1, K2 = ("--question", "k1"), ("--question", "k2")
FORMS = ("qdc", "csv", "xlsx", "txt")


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Samarbeid / Møter")
    code(study, "R2", "Økonomi")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Samarbeid (Møter) and Økonomi on k1, nothing on k2."""
    return fresh(folder, _coded)


def _file(name: str, content: str) -> Path:
    path = Path(name)
    path.write_text(content, "utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
def test_a_codebook_goes_to_a_file_and_into_another_question(study: Path, form: str) -> None:
    assert "7 codes" in done("codebook", "export", study, *K1, "-o", f"bok.{form}").err
    said = done("codebook", "import", study, f"bok.{form}", *K2, "--yes")
    assert "New (3):" in said.out
    assert "3 new" in said.err
    assert tree(study, "k2") == tree(study, "k1")
    assert "took the codes of bok" in done("undo", study).out
    assert tree(study, "k2") == []


@pytest.mark.parametrize("form", FORMS)
def test_a_codebook_brings_nothing_new_to_itself(study: Path, form: str) -> None:
    done("codebook", "export", study, *K1, "-o", f"bok.{form}")
    before = everything(study)
    assert "Nothing to take in" in done("codebook", "import", study, f"bok.{form}", *K1).err
    assert everything(study) == before


def test_a_theme_that_answers_have_can_be_coded_with_elsewhere(study: Path) -> None:
    done("codebook", "export", study, *K1, "-o", "bok.qdc")
    assert 'name="Samarbeid" isCodable="false"' in Path("bok.qdc").read_text("utf-8")
    code(study, "R4", "Samarbeid")
    done("codebook", "export", study, *K1, "-o", "bok.qdc")
    assert 'name="Samarbeid" isCodable="true"' in Path("bok.qdc").read_text("utf-8")


def test_heads_speak_the_language_of_the_study(study: Path) -> None:
    done("codebook", "export", study, *K1, "-o", "bok.csv")
    assert Path("bok.csv").read_text("utf-8-sig").startswith("sti;nummer;definisjon;brukes når;")


def test_the_form_can_be_told(study: Path) -> None:
    done("codebook", "export", study, *K1, "-o", "bok", "--format", "txt")
    assert Path("bok").read_text("utf-8").startswith("# title: k1\nSamarbeid\n  Møter\n")
    assert "names no form" in refused("codebook", "export", study, *K1, "-o", "bok.pdf")
    misused("codebook", "export", study, *K1, "-o", "bok", "--format", "docx")


def test_a_study_is_never_overwritten_by_its_codebook(study: Path) -> None:
    before = study.read_bytes()
    refused("codebook", "export", study, *K1, "-o", study, "--format", "qdc")
    assert study.read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_a_codebook_that_would_tell_who_answered_is_not_written(study: Path, form: str) -> None:
    done("codebook", "define", study, *K1, "Økonomi", "Som i Storvik kommune.")
    assert "tell who answered" in refused("codebook", "export", study, *K1, "-o", f"b.{form}")
    assert not Path(f"b.{form}").exists()


def test_a_trial_shows_the_plan_and_changes_nothing(study: Path) -> None:
    before = everything(study)
    path = _file("bok.csv", "sti;definisjon\nØkonomi;Om penger\nøkonomi / Lønn;\nFolk;\n")
    result = done("codebook", "import", study, path, *K1, "--dry-run")
    assert "New (2):" in result.out
    assert "Økonomi / Lønn" in result.out
    assert "Changed (1):\n  Økonomi: definition" in result.out
    assert "nothing was changed" in result.err
    assert everything(study) == before


def test_warnings_need_a_yes_where_nobody_can_be_asked(study: Path) -> None:
    path = _file("bok.csv", "sti\nHelse\nHelse/omsorg\n")
    before = everything(study)
    assert "A slash is read as a step" in refused("codebook", "import", study, path, *K1)
    assert everything(study) == before
    done("codebook", "import", study, path, *K1, "--yes")
    assert "  omsorg" in tree(study)


def test_a_person_is_asked(study: Path) -> None:
    path = _file("bok.txt", "# title: Bok\nFolk\n")
    before = everything(study)
    result = run("codebook", "import", study, path, *K1, stdin="n\n", terminal=True)
    assert result.exit_code == 1
    assert everything(study) == before


def test_the_separator_of_levels_can_be_told(study: Path) -> None:
    path = _file("bok.csv", "sti\nHelse/omsorg\n")
    done("codebook", "import", study, path, *K1, "--level-separator", "/", "--yes")
    assert tree(study)[-2:] == ["Helse", "  omsorg"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bok.qdc", "no XML"),
        ("bok.qdc", "<!DOCTYPE a [<!ENTITY b 'c'>]><CodeBook>&b;</CodeBook>"),
        ("bok.qdc", "<Project/>"),
        ("bok.csv", "definisjon;nr\nA;1\n"),
        ("bok.txt", "# nothing\n"),
    ],
)
def test_a_file_that_is_no_codebook_changes_nothing(study: Path, name: str, content: str) -> None:
    before = everything(study)
    said = refused("codebook", "import", study, _file(name, content), *K1, "--yes")
    assert len(said.strip().splitlines()) == 2
    assert everything(study) == before


def test_the_starters_are_listed_in_a_language(study: Path) -> None:
    assert "satisfaction: Hvor godt det er" in done("codebook", "starters").out
    assert "Very good" in done("codebook", "starters", "--language", "en").out
    misused("codebook", "starters", "--language", "sv")


def test_a_starter_is_loaded_with_its_mode_in_one_undo(study: Path) -> None:
    before = everything(study)
    done("codebook", "load", study, "satisfaction", *K2)
    shown = done("codebook", "show", study, *K2).out
    assert shown.startswith("Codebook k2: one code an answer, a scale")
    assert tree(study, "k2")[0] == "Svært gode"
    assert "loaded the starter codebook Hvor godt det er" in done("undo", study).out
    assert everything(study) == before


def test_a_starter_leaves_the_mode_of_a_codebook_with_codes(study: Path) -> None:
    assert "stays as it is" in done("codebook", "load", study, "satisfaction", *K1).err
    assert "several codes an answer" in done("codebook", "show", study, *K1).out


def test_a_starter_that_there_is_not_is_refused(study: Path) -> None:
    assert "Did you mean reasons?" in refused("codebook", "load", study, "reason", *K1)
