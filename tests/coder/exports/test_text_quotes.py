"""Quotes as text."""

from coder.exports.quote_parts import new_headings
from coder.exports.text import quotes_text
from coder.results.quote import QuoteSelection


def test_quotes_stand_under_headings_that_are_printed_once(selection: QuoteSelection) -> None:
    assert quotes_text(selection).split("\n") == [
        "Sitater: levekår",
        "",
        "Hvorfor får ikke alle individuell plan?",
        "=======================================",
        "",
        "Kapasitet",
        "---------",
        "",
        "Årsverk",
        "",
        "    For få årsverk.",
        "",
        "    1. Det haster. (kommune med 2000-5000 innbyggere)",
        "",
        "    Vi har ikke tid.",
        "",
        "Økonomi",
        "",
        "    Pengene er brukt opp. (bydel)",
        "",
        "--------------------",
        "3 tekstutdrag.",
        "2 svar ikke kodet.",
        "",
    ]


def test_a_draft_says_so_first(draft: QuoteSelection) -> None:
    assert quotes_text(draft).startswith("UTKAST, IKKE GODKJENT\n")


def test_headings_begin_where_the_path_changes() -> None:
    assert new_headings(("Q", "A", "B"), ("Q", "C", "B")) == ((2, "C"), (3, "B"))


def test_the_same_path_needs_no_heading() -> None:
    assert new_headings(("Q", "A"), ("Q", "A")) == ()


def test_a_theme_s_own_quote_after_its_codes_gets_the_theme_s_heading_again() -> None:
    assert new_headings(("Q", "A", "B"), ("Q", "A")) == ((2, "A"),)
