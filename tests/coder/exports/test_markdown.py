"""Quotes as Markdown, read back by a Markdown parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coder.exports.controls import encodable, lines_of
from coder.exports.markdown import quotes_markdown
from coder.results.quote import Quote, QuoteSelection

MARKUP = [
    "# ikke overskrift",
    "1. først\n2. så",
    "a) først",
    "- punkt\n- punkt",
    "+ punkt",
    "* punkt",
    "---",
    "tittel\n===",
    "> sitat",
    "    kode",
    "\tkode",
    "```\nkode\n```",
    "<b>fet</b> <script>alert(1)</script>",
    "&lt;b&gt; &amp; &#42;",
    "[lenke](http://eksempel.no) ![bilde](x)",
    "http://eksempel.no www.eksempel.no ola@eksempel.no",
    "*kursiv* _kursiv_ **fet** ~~strøket~~ `kode`",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "linje\\\nlinje  \nlinje",
    "\n\nførst blank",
    "[ref]: http://eksempel.no",
    ": definisjon",
    "[/] [@click=app.quit]x[/]",
]


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def quote_of(text: str) -> QuoteSelection:
    return QuoteSelection("", "nb", (Quote(("Q",), text, "bydel"),))


def read_back(tokens: list[Token]) -> str:
    inline = [token for token in tokens if token.type == "inline"][-1]
    breaks = {"hardbreak": "\n", "softbreak": "\n"}
    assert {child.type for child in inline.children or []} <= {"text", *breaks}
    return "".join(breaks.get(child.type, child.content) for child in inline.children or [])


def structure(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens if token.type != "inline"]


ONE_QUOTE = [
    "heading_open",
    "heading_close",
    "blockquote_open",
    "paragraph_open",
    "paragraph_close",
    "blockquote_close",
]


@pytest.mark.parametrize("text", MARKUP)
def test_nothing_in_a_quote_becomes_markup(text: str) -> None:
    tokens = parsed(quotes_markdown(quote_of(text)))
    assert structure(tokens) == ONE_QUOTE


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_quote_is_one_paragraph_of_its_own_lines(text: str) -> None:
    tokens = parsed(quotes_markdown(quote_of(text)))
    assert structure(tokens) == ONE_QUOTE
    read = [line.strip() for line in read_back(tokens).split("\n")]
    wanted = lines_of(f"{text.strip()} (bydel)".replace("\0", "\ufffd"))
    assert read == [line.strip() for line in wanted]


@given(st.text(st.sampled_from("#*_-+=>`[]()!\\<&1.)a: \t\n|~")))
def test_any_run_of_marks_is_one_paragraph(text: str) -> None:
    assert structure(parsed(quotes_markdown(quote_of(text)))) == ONE_QUOTE


def test_headings_follow_the_path(selection: QuoteSelection) -> None:
    lines = quotes_markdown(selection).split("\n")
    assert [line for line in lines if line.startswith("#")] == [
        "# Hvorfor får ikke alle individuell plan?",
        "## Kapasitet",
        "### Årsverk",
        "### Økonomi",
    ]


def test_ordinary_text_is_left_readable(selection: QuoteSelection) -> None:
    assert "> For få årsverk.\\\n> \\\n> 1\\. Det haster. (kommune med" in quotes_markdown(
        selection
    )


def test_a_draft_says_so_first(draft: QuoteSelection) -> None:
    assert quotes_markdown(draft).startswith("**UTKAST, IKKE GODKJENT**\n")


def test_a_heading_cannot_break_out_of_its_line() -> None:
    quotes = QuoteSelection("", "nb", (Quote(("Q\n\n# R",), "tekst", ""),))
    assert quotes_markdown(quotes).startswith("# Q \\# R\n")


def test_lone_surrogates_do_not_stop_the_file() -> None:
    assert quotes_markdown(quote_of("\ud800")) == encodable(quotes_markdown(quote_of("\ufffd")))
