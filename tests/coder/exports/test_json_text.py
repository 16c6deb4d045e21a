"""Tables and quotes as JSON."""

import json

from hypothesis import given
from hypothesis import strategies as st

from coder.exports.json_text import quotes_json, table_json
from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Table


def test_a_table_has_the_agreed_keys_in_order(crossed_table: Table) -> None:
    read = json.loads(table_json(crossed_table))
    assert list(read) == [
        "question",
        "title",
        "base",
        "asked",
        "answered",
        "response_rate",
        "columns",
        "rows",
        "notes",
    ]


def test_the_base_has_kind_and_n(plain_table: Table) -> None:
    assert json.loads(table_json(plain_table))["base"] == {"kind": "answered", "n": 1063}


def test_columns_have_key_and_n(crossed_table: Table) -> None:
    assert json.loads(table_json(crossed_table))["columns"][2] == {"key": "bydel", "n": 0}


def test_a_row_has_path_code_numbers_and_cells(crossed_table: Table) -> None:
    assert json.loads(table_json(crossed_table))["rows"][0] == {
        "path": ["Økonomi"],
        "code": "guid-1",
        "count": 530,
        "percent": 50,
        "cells": [
            {"count": 510, "percent": 50, "suppressed": False},
            {"count": None, "percent": None, "suppressed": True},
            {"count": 0, "percent": 0, "suppressed": False},
        ],
    }


def test_the_rest_has_no_code(plain_table: Table) -> None:
    assert json.loads(table_json(plain_table))["rows"][-1]["code"] is None


def test_the_total_is_left_out(single_table: Table) -> None:
    rows = json.loads(table_json(single_table))["rows"]
    assert [row["path"] for row in rows] == [["Godt"], ["Greit"]]


def test_letters_are_written_as_they_are(crossed_table: Table) -> None:
    assert "Økonomi" in table_json(crossed_table)


def test_a_quote_has_path_text_label_and_nothing_else(draft: QuoteSelection) -> None:
    assert json.loads(quotes_json(draft)) == {
        "quotes": [
            {"path": list(quote.path), "text": quote.text, "label": quote.label}
            for quote in draft.quotes
        ],
        "draft": draft.draft,
        "notes": list(draft.notes),
    }


def test_json_ends_in_a_newline(selection: QuoteSelection) -> None:
    assert quotes_json(selection).endswith("}\n")


@given(st.text(st.characters()))
def test_any_text_comes_back_whole_even_from_utf_8(text: str) -> None:
    quotes = QuoteSelection("T", "nb", (Quote(("Q",), text, ""),))
    assert json.loads(quotes_json(quotes).encode())["quotes"][0]["text"] == text
