"""Texts are stored in one form, and only what must change is changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalise import REPLACEMENT, fingerprint, normalise

ANY_TEXT = st.text(
    st.characters(min_codepoint=0, exclude_categories=[])
    | st.sampled_from("\r\n\ud834\udd5eåa\u030a"),
    max_size=30,
)


@given(ANY_TEXT)
def test_a_stored_text_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(ANY_TEXT)
def test_a_stored_text_can_be_written_as_utf_8(text: str) -> None:
    assert normalise(text).encode().decode() == normalise(text)


@given(ANY_TEXT)
def test_a_stored_text_is_composed_and_has_no_carriage_return(text: str) -> None:
    assert unicodedata.is_normalized("NFC", normalise(text))
    assert "\r" not in normalise(text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30))
def test_nothing_but_line_ends_and_composition_changes(text: str) -> None:
    assert normalise(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("A\u030alesund", "Ålesund"),
        ("før\ud800etter", f"før{REPLACEMENT}etter"),
        ("\udc00", REPLACEMENT),
        ("\ud83d\ude00", "\U0001f600"),
        ("\ud834\udd5e", "\U0001d157\U0001d165"),
        ("  \t svar \x00\x1b ", "  \t svar \x00\x1b "),
        ("\ufeffsvar", "\ufeffsvar"),
    ],
)
def test_a_text_is_stored_like_this(written: str, stored: str) -> None:
    assert normalise(written) == stored


def test_a_fingerprint_is_the_sha_256_of_the_text() -> None:
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert fingerprint("abc") == known


@given(st.text(max_size=10), st.text(max_size=10))
def test_different_texts_have_different_fingerprints(one: str, other: str) -> None:
    one, other = normalise(one), normalise(other)
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
