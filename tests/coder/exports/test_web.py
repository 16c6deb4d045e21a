"""Quotes and tables as web pages."""

import re

import pytest
from lxml import html

from coder.exports.web import quotes_html, tables_html
from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Table


def read(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def test_headings_follow_the_path(selection: QuoteSelection) -> None:
    page = read(quotes_html(selection))
    assert [(h.tag, h.text_content()) for h in page.iter("h1", "h2", "h3", "h4")] == [
        ("h1", "Sitater: levekår"),
        ("h2", "Hvorfor får ikke alle individuell plan?"),
        ("h3", "Kapasitet"),
        ("h4", "Årsverk"),
        ("h4", "Økonomi"),
    ]


def test_a_quote_is_a_blockquote_with_its_label(selection: QuoteSelection) -> None:
    quotes = read(quotes_html(selection)).iter("blockquote")
    assert [quote.text_content() for quote in quotes][1:] == [
        "Vi har ikke tid.",
        "Pengene er brukt opp. (bydel)",
    ]


def test_line_breaks_are_kept(selection: QuoteSelection) -> None:
    assert "For få årsverk.<br><br>1. Det haster." in quotes_html(selection)


def test_a_draft_says_so_before_anything_else(draft: QuoteSelection) -> None:
    body = read(quotes_html(draft)).find("body")
    assert body is not None
    assert body[0].text_content() == "UTKAST, IKKE GODKJENT"


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_the_page_says_its_language(selection: QuoteSelection, language: str, tag: str) -> None:
    other = QuoteSelection("T", language, selection.quotes)  # type: ignore[arg-type]
    assert read(quotes_html(other)).get("lang") == tag


def test_nothing_is_fetched_and_nothing_runs(draft: QuoteSelection, crossed_table: Table) -> None:
    for page in (quotes_html(draft), tables_html([crossed_table])):
        assert not re.search(
            r"<script|<link|<img|<iframe|url\(|@import|https?:| src=| on\w+=", page
        )


def test_markup_in_text_is_text() -> None:
    text = "<script>alert(1)</script> & \"'<b>"
    page = quotes_html(QuoteSelection(text, "nb", (Quote((text,), text, text),), (text,), text))
    read_back = read(page)
    assert list(read_back.iter("script", "b")) == []
    assert read_back.findtext(".//bdi") == text


def test_a_crossed_table_has_scopes_for_screen_readers(crossed_table: Table) -> None:
    heads = list(read(tables_html([crossed_table])).iter("th"))
    assert [head.get("scope") for head in heads] == [
        "col",
        "colgroup",
        "colgroup",
        *["col"] * 5,
        "row",
        "row",
    ]


def test_a_table_has_caption_cells_and_notes(crossed_table: Table) -> None:
    page = read(tables_html([crossed_table]))
    assert page.findtext(".//caption") == crossed_table.title
    cells = [cell.text_content() for cell in page.iter("td")]
    assert cells == ["530", "50", "50", ":", ".", "3", "<1", "<1", "-", "."]
    assert [note.text_content() for note in page.findall(".//figure/p")][:2] == list(
        crossed_table.notes
    )
