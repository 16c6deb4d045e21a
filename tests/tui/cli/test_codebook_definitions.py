"""Definitions of codes, written from the command line."""

from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from coder.study import Study
from corpus.queries import find_question
from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, fresh, small_study, tree

K1 = ("--question", "k1")


def _two_codes(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "Økonomi / Tilskudd", "Økonomi / Lønn")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Økonomi (Tilskudd, Lønn), on one answer."""
    return fresh(folder, _two_codes)


def _definitions(study: Path) -> dict[str, str]:
    with Study(study) as opened, opened.read() as session:
        codes = codebook_of(session, find_question(session, "k1").id).walk()
        return {code.name: code.definition for code in codes if code.definition}


def test_a_code_gets_a_definition_and_another_one(study: Path) -> None:
    said = done("codebook", "define", study, *K1, "Tilskudd", "Penger fra staten").err
    assert "Defined Økonomi / Tilskudd." in said
    done("codebook", "define", study, *K1, "Økonomi / Tilskudd", " Penger fra\r\nfylket ")
    assert _definitions(study) == {"Tilskudd": "Penger fra\nfylket"}


def test_an_empty_text_takes_the_definition_away(study: Path) -> None:
    done("codebook", "define", study, *K1, "Lønn", "Det folk tjener")
    done("codebook", "define", study, *K1, "Lønn", "  ")
    assert _definitions(study) == {}


def test_a_theme_and_a_retired_code_can_be_defined(study: Path) -> None:
    done("codebook", "retire", study, *K1, "Lønn")
    done("codebook", "define", study, *K1, "Lønn", "Det folk tjener")
    done("codebook", "define", study, *K1, "Økonomi", "Alt om penger")
    assert _definitions(study) == {"Økonomi": "Alt om penger", "Lønn": "Det folk tjener"}


def test_it_is_one_step_that_undo_takes_back(study: Path) -> None:
    done("codebook", "define", study, *K1, "Lønn", "Det folk tjener")
    assert "changed the definition of Lønn in k1" in done("log", study).out
    done("undo", study)
    assert _definitions(study) == {}
    done("redo", study)
    assert _definitions(study) == {"Lønn": "Det folk tjener"}


def test_a_code_that_is_not_there_is_not_defined(study: Path) -> None:
    before = study.read_bytes()
    assert "There is no code Lån." in refused("codebook", "define", study, *K1, "Lån", "Gjeld")
    assert study.read_bytes() == before
    assert tree(study) == ["Økonomi", "  Tilskudd", "  Lønn"]


def test_an_unknown_question_is_named(study: Path) -> None:
    said = refused("codebook", "define", study, "--question", "k9", "Lønn", "Det folk tjener")
    assert "There is no question k9." in said


def test_a_definition_without_its_text_is_wrong_usage(study: Path) -> None:
    misused("codebook", "define", study, *K1, "Lønn")
