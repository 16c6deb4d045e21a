"""Hostile text in every format: no exception, no formula, no markup, and the text comes back."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from lxml import html
from openpyxl import load_workbook

from coder.exports import excel, word
from coder.exports.controls import holdable, lines_of
from coder.exports.delimited import csv_bytes, quotes_csv, table_csv
from coder.exports.json_text import quotes_json, table_json
from coder.exports.markdown import quotes_markdown
from coder.exports.text import quotes_text, table_text
from coder.exports.web import quotes_html, tables_html
from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Row, Table
from corpus.visible import visible

HOSTILE = {
    "formula": "=1+1",
    "command formula": "=cmd|'/c calc'!A0",
    "plus": "+47 12 34",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "tab first": "\t=1+1",
    "carriage return first": "\r=1+1",
    "link": "http://eksempel.no/?a=1&b=2",
    "braces": "{=SUM(A1:A2)}",
    "number": "007",
    "markup": "[/] [/red] [@click=app.quit]x[/]",
    "html": "<b>&amp;</b><script>alert(1)</script>",
    "xml": "]]><!-- <?xml ?>",
    "escape": "\x1b[31mrød\x1b[0m",
    "window title": "\x1b]0;eid\x07",
    "clipboard": "\x1b]52;c;ZWlk\x07",
    "nul": "a\x00b",
    "control": "".join(map(chr, range(32))),
    "c1": "".join(map(chr, range(0x7F, 0xA0))),
    "bidi": "\u202eabc\u202c \u2066x\u2069",
    "zero width": "a\u200bb\u2060c\ufeff",
    "surrogate": "a\ud800b\udc00",
    "non-character": "\ufffe\uffff",
    "emoji": "👨‍👩‍👧 🏳️‍🌈 🙂",
    "combining": "A\u030a" + "e\u0301" * 50,
    "lines": "en\r\nto\rtre\n\nfire\u2028fem",
    "excel escape": "_x0041_ _x000D_",
    "template": "$language ${language} {0} %s",
    "header": '&L&"Arial"&P',
    "long word": "x" * 5_000,
    "long cell": "æ" * 40_000,
    "megabyte": "Vi mangler folk. " * 60_000,
    "blank": " \t\n ",
    "empty": "",
}


@pytest.fixture(params=HOSTILE.values(), ids=list(HOSTILE))
def text(request: pytest.FixtureRequest) -> str:
    """One hostile text."""
    return str(request.param)


@pytest.fixture
def quotes(text: str) -> QuoteSelection:
    """The text as quote, and its beginning everywhere else."""
    short = text[:200]
    return QuoteSelection(short, "nb", (Quote((short, short), text, short),), (short,), short)


@pytest.fixture
def table(plain_table: Table, text: str) -> Table:
    """The beginning of the text wherever a table has text."""
    short = text[:200]
    return replace(
        plain_table,
        question=short,
        title=short,
        rows=(Row((short, short), "guid", 3, 0), Row((short,), None, 1, 0, kind="total")),
        notes=(short,),
        code_head=short,
    )


def printed(text: str) -> str:
    """A text as files print it: no white space around, plain line ends, signs for controls."""
    return "\n".join(lines_of(holdable(text.strip())))


def obeyed(written: str) -> bool:
    return visible(written) != written


def test_word_quotes_hold_the_text(quotes: QuoteSelection, text: str, tmp_path: Path) -> None:
    word.write_quotes(quotes, tmp_path / "a.docx")
    quote = next(p for p in Document(str(tmp_path / "a.docx")).paragraphs if _style(p) == "Quote")
    assert quote.runs[0].text == printed(text)


def test_word_tables_can_be_opened(table: Table, tmp_path: Path) -> None:
    word.write_tables([table], tmp_path / "a.docx")
    assert len(Document(str(tmp_path / "a.docx")).tables[0].rows) == 3


def test_excel_quotes_hold_the_text_and_no_formula(
    quotes: QuoteSelection, text: str, tmp_path: Path
) -> None:
    excel.write_quotes(quotes, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    pieces = [str(cell.value or "") for cell in sheet[5]]
    held = "".join([pieces[2], *pieces[5:]])
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert re.sub("_x005F(?=_x)", "", held) == "\n".join(lines_of(holdable(text)))


def test_excel_tables_hold_no_formula(table: Table, tmp_path: Path) -> None:
    excel.write_tables([table], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_web_quotes_hold_the_text_as_text(quotes: QuoteSelection, text: str) -> None:
    page = html.document_fromstring(quotes_html(quotes).encode())
    (quote,) = page.iter("bdi")
    for line_break in list(quote.iter("br")):
        line_break.tail = f"\n{line_break.tail or ''}"
    assert "".join(map(str, quote.itertext())) == printed(text)
    assert {child.tag for child in quote} <= {"br"}


def test_web_tables_hold_no_markup(table: Table) -> None:
    page = html.document_fromstring(tables_html([table]).encode())
    assert list(page.iter("script", "b")) == []


def test_json_holds_the_text_whole(quotes: QuoteSelection, table: Table, text: str) -> None:
    read = json.loads(quotes_json(quotes).encode())
    assert read["quotes"][0]["text"] == text
    assert json.loads(table_json(table).encode())["rows"][0]["path"][0] == text[:200]


def test_csv_holds_the_text_and_no_formula_on_request(quotes: QuoteSelection, text: str) -> None:
    whole = csv_bytes(quotes_csv(quotes)).decode("utf-8-sig")
    csv.field_size_limit(2_000_000)
    *_, row = csv.reader(io.StringIO(whole, newline=""), delimiter=";")
    assert row[2] == re.sub("[\ud800-\udfff]", "\ufffd", text)
    safe = quotes_csv(quotes, formula_safe=True)
    for cells in csv.reader(io.StringIO(safe, newline=""), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_csv_tables_can_be_encoded(table: Table) -> None:
    assert csv_bytes(table_csv(table)).startswith(b"\xef\xbb\xbf")


def test_markdown_can_be_encoded_and_has_one_line_a_heading(quotes: QuoteSelection) -> None:
    assert quotes_markdown(quotes).encode()


def test_the_terminal_obeys_nothing(quotes: QuoteSelection, table: Table) -> None:
    assert not obeyed(quotes_text(quotes))
    assert not obeyed(table_text(table))


def test_replaced_characters_are_reported(tmp_path: Path) -> None:
    selection = QuoteSelection("T", "nb", (Quote(("Q",), "a\x00b\x1bc", "bydel"),))
    wanted = ("2 control characters were replaced by \ufffd, because the file cannot hold them.",)
    assert word.write_quotes(selection, tmp_path / "a.docx") == wanted
    assert excel.write_quotes(selection, tmp_path / "a.xlsx") == wanted


def test_nothing_is_reported_of_ordinary_text(selection: QuoteSelection, tmp_path: Path) -> None:
    assert word.write_quotes(selection, tmp_path / "a.docx") == ()


def _style(paragraph: object) -> str:
    style = getattr(paragraph, "style", None)
    return str(style.name) if style else ""
