"""A capital letter says nothing where a sentence, line, item or cell begins."""

import pytest

from corpus.privacy.words import begins_sentence, words_of


@pytest.mark.parametrize(
    "text",
    [
        "Time",
        "  Time",
        "Det er bra. Time",
        "Er det bra? Time",
        "Bra! Time",
        "Vi svarer: Time",
        "Vi venter … Time",
        "Det er bra.\nTime",
        "Det er bra\nTime",
        "Det er bra\r\nTime",
        "– Time",
        "- Time",
        "bra\n* Time",
        "bra • Time",
        "1. Time",
        "1) Time",
        "a) Time",
        "bra\n2) Time",
        "«Time",
        "(Time",
        'Bra. "Time',
        "«Det er bra.» Time",
        "(Det er bra.) (Time",
        "| 3 | Time",
        "Vi har møter osv. Time",
    ],
)
def test_this_begins_a_sentence(text: str) -> None:
    words = words_of(text)
    assert begins_sentence(text, words, len(words) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Vi i Time",
        "bra, Time",
        "bra; Time",
        "bra – Time",
        "bra (Time",
        "bra «Time",
        "bra.Time",
        "bra\tTime",
        "kl 10:Time",
        "f.eks. Time",
        "bl.a. Time",
        "m.a. Time",
        "ca. Time",
        "nr. Time",
        "Nord-Time",
        "punkt a) Time",
    ],
)
def test_this_is_inside_a_sentence(text: str) -> None:
    words = words_of(text)
    assert not begins_sentence(text, words, len(words) - 1)
