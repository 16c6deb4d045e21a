"""What a person types is words, beginnings and phrases; everything else only separates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.workbench.word_query import Phrase, match_expression, pattern, read_query


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("bolig", [Phrase(("bolig",))]),
        ("mer  penger", [Phrase(("mer",)), Phrase(("penger",))]),
        ("bolig*", [Phrase(("bolig",), open_end=True)]),
        ('"mer penger"', [Phrase(("mer", "penger"))]),
        ('"mer peng"*', [Phrase(("mer", "peng"), open_end=True)]),
        ('"mer peng*"', [Phrase(("mer", "peng"), open_end=True)]),
        ('«mer penger» "til', [Phrase(("mer", "penger")), Phrase(("til",))]),
        ("e-post", [Phrase(("e", "post"))]),
        ("a*b", [Phrase(("a",), open_end=True), Phrase(("b",))]),
        ("å\u030a A\u030a", [Phrase(("å",)), Phrase(("Å",))]),
        (
            "bolig AND (NEAR text:x)",
            [Phrase((w,)) for w in ("bolig", "AND", "NEAR")] + [Phrase(("text", "x"))],
        ),
        ("", []),
        ('  "" * - ^ : \0 \ud800', []),
    ],
)
def test_reading(typed: str, phrases: list[Phrase]) -> None:
    assert list(read_query(typed)) == phrases


def test_an_expression_quotes_every_word() -> None:
    phrases = read_query('bolig* "mer penger" OR')
    assert match_expression(phrases) == '"bolig" * AND "mer penger" AND "OR"'


@given(st.text())
def test_nothing_but_letters_and_digits_gets_into_an_expression(typed: str) -> None:
    for phrase in read_query(typed):
        assert all(word.isalnum() for word in phrase.words)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("bolig", "En BOLIG.", "BOLIG"),
        ("bolig", "Boliger", None),
        ("bolig*", "Boliger", "Bolig"),
        ("olig", "Bolig", None),
        ('"mer penger"', "mer\n- penger", "mer\n- penger"),
        ('"mer penger"', "mer og penger", None),
        ("å", "a", None),
        ("post", "e_post", "post"),
    ],
)
def test_finding_in_one_text(typed: str, text: str, found: str | None) -> None:
    (phrase,) = read_query(typed)
    match = pattern(phrase).search(text)
    assert (match[0] if match else None) == found
