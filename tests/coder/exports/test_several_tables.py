"""Several tables in one file, in every format."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from lxml import html
from openpyxl import load_workbook

from coder.exports.markdown_tables import tables_markdown
from coder.exports.table_formats import TABLE_FORMATS, table_writer, tables_writer
from coder.results.table import Table


def _written(folder: Path, form: str, *tables: Table) -> bytes:
    path = folder / f"tabeller.{form}"
    tables_writer(tables, form)(path)
    return path.read_bytes()


@pytest.mark.parametrize("form", TABLE_FORMATS)
def test_the_same_tables_give_the_same_bytes(
    form: str, plain_table: Table, crossed_table: Table, tmp_path: Path
) -> None:
    first = _written(tmp_path, form, plain_table, crossed_table)
    assert first == _written(tmp_path, form, plain_table, crossed_table)


@pytest.mark.parametrize("form", ["text", "md", "html", "tex", "csv", "json"])
def test_every_title_stands_in_the_file(
    form: str, plain_table: Table, single_table: Table, tmp_path: Path
) -> None:
    text = _written(tmp_path, form, plain_table, single_table).decode()
    assert "N=1063" in text
    assert "N=322" in text


def test_one_table_as_json_is_that_table_and_several_are_a_list(
    plain_table: Table, single_table: Table, tmp_path: Path
) -> None:
    table_writer(plain_table, "json")(tmp_path / "en.json")
    alone = json.loads((tmp_path / "en.json").read_text("utf-8"))
    both = json.loads(_written(tmp_path, "json", plain_table, single_table))
    assert alone["question"] == "k7.2"
    assert both["tables"][0] == alone
    assert len(both["tables"]) == 2


def test_tables_in_word_are_numbered(
    plain_table: Table, crossed_table: Table, tmp_path: Path
) -> None:
    _written(tmp_path, "docx", plain_table, crossed_table)
    document = Document(str(tmp_path / "tabeller.docx"))
    captions = [p.text for p in document.paragraphs if p.style and p.style.name == "Caption"]
    assert [caption[:9] for caption in captions] == ["Tabell 1.", "Tabell 2."]
    assert len(document.tables) == 2


def test_csv_has_each_title_above_its_heads(
    plain_table: Table, single_table: Table, tmp_path: Path
) -> None:
    lines = _written(tmp_path, "csv", plain_table, single_table).decode("utf-8-sig").splitlines()
    at = lines.index("")
    assert lines[1] == "Tema;Kode;Antall;Prosent"
    assert lines[at + 1 : at + 3] == [single_table.title, "Kode;Antall;Prosent"]


def test_markdown_has_pipes_numbers_and_notes(crossed_table: Table) -> None:
    text = tables_markdown([crossed_table])
    assert "| Økonomi | 530 | 50 | 50 | \\: | . |" in text
    assert "| --- | ---: | ---: | ---: | ---: | ---: |" in text
    assert "\\<2000 (n=1\u00a0020)" in text
    assert "kan ikke offentliggjøres" in text


def test_a_page_of_tables_fetches_nothing(plain_table: Table, tmp_path: Path) -> None:
    page = html.document_fromstring(_written(tmp_path, "html", plain_table))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert page.xpath("//@src | //script | //link") == []


@pytest.mark.parametrize("form", TABLE_FORMATS)
def test_lists_stand_as_their_lines_among_tables(
    form: str, plain_table: Table, single_table: Table, tmp_path: Path
) -> None:
    listed = replace(plain_table, shape="counted", title="Hva mangler?")
    data = _written(tmp_path, form, single_table, listed, single_table)
    path = tmp_path / f"tabeller.{form}"
    if form == "docx":
        document = Document(str(path))
        text = "\n".join(each.text for each in document.paragraphs)
        assert len(document.tables) == 2
        assert "Tabell 2." in text
    elif form == "xlsx":
        text = "\n".join(str(row[0].value) for row in load_workbook(path).worksheets[2].rows)
    else:
        text = data.decode()
    shown = text.replace("\\", "").replace("{}", "").replace("/allowbreak ", "/ ")
    for line in ("Kapasitet / Mangler: de fleste (1", "Kompetanse / Mangler: noen (12", "andre (2"):
        assert line in shown
