"""The written standard of an answer is told by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import LANGUAGES, Language
from corpus.written_standard import written_standard


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("Vi har ikke nok folk, og det er mye å gjøre", "nb"),
        ("Me har ikkje nok folk, og det er mykje å gjere", "nn"),
        ("VI HAR IKKJE NOKON SOM KAN DET", "nn"),
        ("We do not have enough of the people that are needed", "en"),
    ],
)
@pytest.mark.parametrize("usual", LANGUAGES)
def test_telling_words_decide_whatever_is_usual(
    text: str, standard: Language, usual: Language
) -> None:
    assert written_standard(text, usual) == standard


@pytest.mark.parametrize("text", ["", "NAV", "Boliger", "ikke ikkje", "12 345"])
@pytest.mark.parametrize("usual", LANGUAGES)
def test_where_no_standard_is_ahead_the_usual_one_is_taken(text: str, usual: Language) -> None:
    assert written_standard(text, usual) == usual


@given(text=st.text(max_size=60), usual=st.sampled_from(LANGUAGES))
def test_every_text_has_a_standard_that_letter_case_does_not_change(
    text: str, usual: Language
) -> None:
    assert written_standard(text, usual) in LANGUAGES
    if text.isascii():
        assert written_standard(text.upper(), usual) == written_standard(text, usual)
