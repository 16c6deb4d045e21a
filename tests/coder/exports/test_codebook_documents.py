"""Codebooks and alternatives as files: headings, rules, counts, examples; hostile text."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from docx import Document as read_word

from coder.exports.alternatives import alternatives_writer
from coder.exports.codebook_document import codebook_writer
from coder.results.alternative import Alternative, AlternativeList, LinkedCode
from coder.results.codebook_page import CodebookDocument, DocumentedCode
from coder.results.quote import Quote

HOSTILE = "[/] <b>&amp;</b> \x1b[31m `x` # =1+1 \u202e"
QUOTE = Quote(("Hva?", "Økonomi", "Tilskudd"), "For lite\npenger", "bydel")
DOCUMENT = CodebookDocument(
    title="Kodebok: k1",
    language="nb",
    facts=("Hva mangler?", "Flere koder per svar."),
    codes=(
        DocumentedCode("Økonomi", 1, 5, "g5", True, 2, 12, 34, definition="Alt om penger"),
        DocumentedCode(
            "Tilskudd", 2, 6, "g6", False, 1, 1, 0, include="Når", exclude="Ikke når",
            examples=(QUOTE,),
        ),
        DocumentedCode(HOSTILE, 3, 7, "g7", False, 0, 0, 0, definition="Linje 1\nLinje 2"),
        DocumentedCode("Vet ikke", 1, 1, "g1", False, 3, 3, 9, outcome=True, retired=True),
    ),
    notes=("Prosent av de 35 som har svart.",),
    draft="UTKAST, IKKE GODKJENT",
)  # fmt: skip
LIST = AlternativeList(
    title="Svaralternativer: Hva mangler?",
    language="nb",
    question="k1",
    n=35,
    alternatives=(
        Alternative(
            1, "Tilskudd", 12, 34, (LinkedCode(6, "g6", ("Økonomi", "Tilskudd")),), (QUOTE,)
        ),
        Alternative(2, HOSTILE, 1, 3, (LinkedCode(7, "g7", (HOSTILE,)),)),
        Alternative(3, "Annet, hva", 1, 3, (LinkedCode(8, "g8", ("Kø",)),), (), True),
    ),
    notes=("Prosent av de 35 som har svart.",),
    draft="UTKAST, IKKE GODKJENT",
)


def _document(path: Path, form: str) -> Path:
    codebook_writer(DOCUMENT, form)(path)
    return path


def _list(path: Path, form: str) -> Path:
    alternatives_writer(LIST, form)(path)
    return path


def test_a_codebook_in_word_has_themes_as_headings(tmp_path: Path) -> None:
    paragraphs = read_word(str(_document(tmp_path / "a.docx", "docx"))).paragraphs
    styles = [(p.style.name if p.style else "", p.text) for p in paragraphs]
    assert ("Heading 1", "Økonomi") in styles
    assert ("Heading 2", "Tilskudd") in styles
    assert [name for name, _ in styles].count("Heading 3") == 1
    assert ("Quote", "For lite\npenger (bydel)") in styles
    assert ("Normal", "Kode 5 · 12 svar, 34 prosent · 2 av dem uten underkode") in styles
    assert ("Normal", "Definisjon: Alt om penger") in styles
    assert ("Normal", "Brukes ikke når: Ikke når") in styles


def test_a_word_file_says_on_every_page_that_it_is_a_draft(tmp_path: Path) -> None:
    document = read_word(str(_document(tmp_path / "a.docx", "docx")))
    assert document.sections[0].header.paragraphs[0].text == "UTKAST, IKKE GODKJENT"
    assert document.core_properties.author == ""


def test_a_codebook_in_markdown(tmp_path: Path) -> None:
    text = _document(tmp_path / "a.md", "md").read_text("utf-8")
    assert "# Økonomi\n\nKode 5 · 12 svar, 34 prosent · 2 av dem uten underkode" in text
    assert "**Definisjon:** Alt om penger" in text
    assert "Kode 6 · 1 svar, \\<1 prosent" in text
    assert "> For lite\\\n> penger (bydel)" in text
    assert "<b>" not in text
    assert "utfall · ikke lenger i bruk" in text


@pytest.mark.parametrize("form", ["md", "text", "docx"])
def test_the_same_codebook_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    one, other = (_document(tmp_path / name, form).read_bytes() for name in ("a", "b"))
    assert one == other


@pytest.mark.parametrize("form", ["md", "text", "docx", "xlsx", "csv", "json"])
def test_the_same_alternatives_give_the_same_bytes(tmp_path: Path, form: str) -> None:
    assert _list(tmp_path / "a", form).read_bytes() == _list(tmp_path / "b", form).read_bytes()


def test_alternatives_begin_with_a_clean_list(tmp_path: Path) -> None:
    text = _list(tmp_path / "a.txt", "text").read_text("utf-8")
    assert "(1) Tilskudd\n(2) [/] <b>" in text
    assert "Kode 6: Økonomi / Tilskudd" in text
    assert "Samler: Kø" in text
    assert "\x1b" not in text


def test_alternatives_in_a_workbook_keep_numbers_and_links(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(_list(tmp_path / "a.xlsx", "xlsx")).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=4)]
    assert rows[1][:7] == [1, "Tilskudd", 12, 34, "Økonomi / Tilskudd", "6", "g6"]
    assert sheet["B5"].data_type == "s"


def test_alternatives_as_delimited_text(tmp_path: Path) -> None:
    text = _list(tmp_path / "a.csv", "csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[1][:4] == ["1", "Tilskudd", "12", "34"]
    assert rows[1][7:] == ["For lite\npenger", "bydel", "UTKAST, IKKE GODKJENT"]
    assert len({len(row) for row in rows}) == 1


def test_alternatives_as_json(tmp_path: Path) -> None:
    found = json.loads(_list(tmp_path / "a.json", "json").read_text("utf-8"))
    first, *_, last = found["alternatives"]
    assert first["codes"] == [{"number": 6, "guid": "g6", "path": ["Økonomi", "Tilskudd"]}]
    assert first["examples"] == [{"text": "For lite\npenger", "label": "bydel"}]
    assert last["other"] is True
