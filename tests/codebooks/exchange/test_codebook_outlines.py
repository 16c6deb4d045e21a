"""Codebooks as plain text, and the starter codebooks that are kept so."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.files import write_codebook_file
from codebooks.exchange.starting import read_starter, starters
from codebooks.outcomes import outcomes
from corpus.language import LANGUAGES, Language
from corpus.problems import Problem
from tests.codebooks.exchange.drafts import BOOKS, book, paths, read, there_and_back
from tests.trials import trials


@settings(max_examples=trials(80), deadline=None)
@given(draft=BOOKS)
def test_a_codebook_is_the_same_after_plain_text_but_guids_and_numbers(draft: DraftBook) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = there_and_back(draft, Path(folder) / "bok.txt")
    assert list(found.codes) == [replace(code, guid="", number=None) for code in draft.codes]
    assert found.warnings == ()


def test_the_mode_is_kept(tmp_path: Path) -> None:
    draft = replace(book("A"), single=True, ordered=True)
    found = there_and_back(draft, tmp_path / "bok.txt")
    assert (found.single, found.ordered) == (True, True)


def test_tables_and_qdc_say_that_they_lose_the_mode(tmp_path: Path) -> None:
    draft = replace(book("A"), single=True, ordered=True)
    for name in ("bok.csv", "bok.xlsx", "bok.qdc"):
        assert "does not say" in write_codebook_file(draft, tmp_path / name)[0]


@pytest.mark.parametrize("indent", ["  ", "\t", "    ", "   "])
def test_levels_are_indented_by_spaces_or_tabs(tmp_path: Path, indent: str) -> None:
    text = f"A\n{indent}B\n{indent * 2}C\n\n{indent}D\nE\n"
    assert paths(read(tmp_path, "bok.txt", text)) == ["A", "A / B", "A / B / C", "A / D", "E"]


def test_a_list_with_dashes_is_a_list_of_names(tmp_path: Path) -> None:
    assert paths(read(tmp_path, "bok.txt", "- A\n  * B\n• C\n")) == ["A", "A / B", "C"]


def test_a_list_of_paths_needs_no_indentation(tmp_path: Path) -> None:
    assert paths(read(tmp_path, "bok.txt", "A>>B\nA / C\n")) == ["A", "A / B", "A / C"]


def test_lines_about_a_code_stand_under_it(tmp_path: Path) -> None:
    text = "A\n  : Om A.\n  :\n  : Mer.\n  (+) dette\n  (-) hint\n  [fullkoding] retired\n  B\n"
    assert read(tmp_path, "bok.txt", text).codes == (
        DraftCode(
            ("A",), definition="Om A.\n\nMer.", include="dette", exclude="hint", retired=True
        ),
        DraftCode(("A", "B")),
    )


def test_text_in_the_windows_code_page_is_read(tmp_path: Path) -> None:
    assert paths(read(tmp_path, "bok.txt", "Økonomi\r\n  Lønn\r\n".encode("cp1252"))) == [
        "Økonomi",
        "Økonomi / Lønn",
    ]


def test_the_outcomes_of_new_codebooks_are_a_starter_too() -> None:
    for language in LANGUAGES:
        codes = read_starter("outcomes", language).codes
        assert [code.path[0] for code in codes] == [code.name for code in outcomes(language)]
        assert all(code.outcome for code in codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_starter_has_title_and_description_in_every_language(language: Language) -> None:
    found = starters(language)
    assert [each.name for each in found] == [each.name for each in starters("nb")]
    assert all(each.title and each.description.endswith((".", "».", '".')) for each in found)
    assert all(read_starter(each.name, language).warnings == () for each in found)


def test_satisfaction_is_a_scale_of_one_code_an_answer() -> None:
    draft = read_starter("satisfaction", "nb")
    assert (draft.single, draft.ordered) == (True, True)
    assert paths(draft) == [
        "Svært gode",
        "Gode",
        "Verken gode eller dårlige",
        "Dårlige",
        "Svært dårlige",
        "Ingen erfaring",
    ]


def test_an_unknown_starter_is_refused_with_the_nearest() -> None:
    with pytest.raises(Problem, match="no starter codebook reason") as refused:
        read_starter("reason", "nb")
    assert "Did you mean reasons?" in refused.value.hint
