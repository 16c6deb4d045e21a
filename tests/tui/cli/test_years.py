"""Codebooks from year to year, alternatives, documents and back-coding, by commands."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import (
    code,
    codes,
    empty_study,
    everything,
    fresh,
    small_study,
    table_file,
    tree,
)

K1, K2 = ("--question", "k1"), ("--question", "k2")


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Økonomi / Tilskudd", "Folk")
    code(study, "R2", "Folk")
    code(study, "R1", "Folk", question="k2")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Økonomi / Tilskudd and Folk in k1, Folk in k2."""
    return fresh(folder, _coded)


def _closed_list(folder: Path) -> Path:
    text = "Et langt svar om det de egentlig mente"
    rows = [
        ("id", "tiltak", "k1 Annet, hva?"),
        ("R1", "1 Økonomi", ""),
        ("R2", "2 Annet", f"{text} med penger"),
        ("R3", "2 Annet", f"{text} med noe"),
    ]
    study = empty_study(folder)
    file = table_file(folder / "lukket.csv", rows)
    done("import", study, file, "--question", "k1", "--variable", "tiltak", "--id", "id")
    return study


def test_a_codebook_goes_on_in_another_question_in_one_step(study: Path) -> None:
    before = everything(study)
    said = done("codebook", "continue", study, *K2, "--from", "k1").err
    assert "Taken over from k1: 2 codes made, 0 joined by identity, 5 by path." in said
    assert set(tree(study, "k2")) == {"Økonomi", "  Tilskudd", "Folk"}
    assert codes(study, "k2")["R1"] == ["Folk"]
    done("undo", study)
    after = everything(study)
    assert {name: after[name] for name in ("code", "coding")} == {
        name: before[name] for name in ("code", "coding")
    }


def test_a_dry_run_changes_nothing(study: Path) -> None:
    before = study.read_bytes()
    for more in ((), ("--shared",)):
        said = done("codebook", "continue", study, *K2, "--from", "k1", "--dry-run", *more).err
        assert "Nothing was changed" in said
    assert study.read_bytes() == before


def test_a_codebook_is_shared_when_wished(study: Path) -> None:
    done("codebook", "continue", study, *K2, "--from", "k1", "--shared")
    done("codebook", "add", study, *K2, "Ny")
    assert "Ny" in tree(study, "k1")


def test_another_study_gives_its_codebook_by_file_and_key(study: Path, folder: Path) -> None:
    done("new", folder / "ny.fullkoding")
    rows = [("id", "k1 Hva mener dere?"), ("R1", "Det er for få folk i kommunen")]
    done("import", folder / "ny", table_file(folder / "ny.csv", rows), "--question", "k1")
    for source in ("studie.fullkoding", "studie:k1"):
        done("codebook", "continue", folder / "ny", *K1, "--from", source)
        assert set(tree(folder / "ny")) == {"Økonomi", "  Tilskudd", "Folk"}
    text = done("codebook", "compare", folder / "ny", *K1, "--with", "studie:k1").out
    assert "Kodebøker: studie:k1 og k1" in text


def test_another_study_is_not_shared(study: Path, folder: Path) -> None:
    done("new", folder / "ny.fullkoding")
    rows = [("id", "k1 Hva mener dere?"), ("R1", "Det er for få folk i kommunen")]
    done("import", folder / "ny", table_file(folder / "ny.csv", rows), "--question", "k1")
    said = refused("codebook", "continue", folder / "ny", *K1, "--from", "studie:k1", "--shared")
    assert "one study only" in said


def test_what_is_no_question_and_no_study_is_refused(study: Path) -> None:
    assert "no question k9" in refused("codebook", "continue", study, *K1, "--from", "k9")
    assert "same codebook" in refused("codebook", "continue", study, *K1, "--from", "k1")


def test_a_comparison_counts_both_years(study: Path) -> None:
    done("codebook", "continue", study, *K2, "--from", "k1")
    done("codebook", "rename", study, *K2, "Folk", "Ansatte")
    found = done("codebook", "compare", study, *K2, "--with", "k1", "--format", "json").json
    (row,) = [row for row in found["differences"] if row["kind"] == "renamed"]
    assert (row["was"], row["now"], row["standing"]) == (["Folk"], ["Ansatte"], "confirms")
    assert (row["before"], row["after"]) == (
        {"count": 2, "percent": 67},
        {"count": 1, "percent": 33},
    )


@pytest.mark.parametrize("form", ["text", "csv", "md"])
def test_a_comparison_says_what_is_new_and_what_confirms(study: Path, form: str) -> None:
    said = done("codebook", "compare", study, *K1, "--with", "k2", "--format", form).out
    assert "ny" in said
    assert "bekrefter" in said


def test_alternatives_come_as_a_numbered_list(study: Path) -> None:
    said = done("codebook", "alternatives", study, *K1, "--examples", "0").out
    assert "(1) Folk\n(2) Tilskudd\n(3) Annet, hva" in said
    assert "UTKAST" not in said


@pytest.mark.parametrize("ending", ["md", "docx", "xlsx", "csv", "json", "txt"])
def test_alternatives_are_written_as_the_file_ends(study: Path, folder: Path, ending: str) -> None:
    done("codebook", "alternatives", study, *K1, "-o", folder / f"liste.{ending}")
    assert (folder / f"liste.{ending}").stat().st_size


def test_a_name_in_a_code_stops_the_list(study: Path, folder: Path) -> None:
    code(study, "R2", "Som i Trondheim kommune")
    said = refused("codebook", "alternatives", study, *K1, "-o", folder / "liste.md")
    assert "Stopped" in said
    assert not (folder / "liste.md").exists()


@pytest.mark.parametrize("ending", ["md", "docx", "txt"])
def test_a_codebook_is_written_as_a_document(study: Path, folder: Path, ending: str) -> None:
    done("codebook", "document", study, *K1, "-o", folder / f"kodebok.{ending}")
    assert (folder / f"kodebok.{ending}").stat().st_size


def test_examples_bring_no_names_and_thin_labels_are_told(study: Path) -> None:
    result = done("codebook", "document", study, *K1)
    assert "Fewer than 10 respondents" in result.err
    assert "UTKAST" in result.out
    assert not done("codebook", "document", study, *K1, "--no-labels").err


def test_texts_beside_a_closed_list_are_coded_into_it(folder: Path) -> None:
    study = fresh(folder, _closed_list)
    made = done("codebook", "from-variable", study, *K1, "--variable", "tiltak")
    assert "    1  Økonomi\n    2  Annet\n" in made.out
    assert "locked" in made.err
    code(study, "R2", "Økonomi")
    found = done(
        "codebook", "back-coded", study, *K1, "--variable", "tiltak", "--format", "json"
    ).json
    assert [(row["path"], row["count"]) for row in found["rows"]] == [
        (["Økonomi"], 2),
        (["Annet"], 1),
    ]
    assert "1 av 2 er flyttet" in " ".join(found["notes"])
    assert "locked" in refused("codebook", "add", study, *K1, "Noe nytt")


def test_odd_wishes_are_wrong_usage(study: Path) -> None:
    misused("codebook", "alternatives", study, *K1, "--level", "page")
    misused("codebook", "alternatives", study, *K1, "--least", "-1")
    misused("codebook", "compare", study, *K1)
