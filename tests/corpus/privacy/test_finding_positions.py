"""Positions are characters of the text as it was given, whatever is in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.privacy.alignment import align
from corpus.privacy.finder import Category, Hit, find
from corpus.privacy.hits import united

ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\u00ad\u00a0\u200d\u0301\u030a\x00İßﬁ'’-. sS\n"),
    )
)
PIECES = st.lists(
    st.one_of(
        ODD,
        st.sampled_from(
            ["Ålesund", "A\u030alesund", "i os", "Os'", "22 33 44 55", "ola@x.no", "010190 12345"]
        ),
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("😀👩‍👩‍👧 i Ålesund", "Ålesund"),
        ("i A\u030alesund", "A\u030alesund"),
        ("i Åle\u00adsund", "Åle\u00adsund"),
        ("i \u200bÅlesund\u200b og", "Ålesund"),
        ("i Åle\x00sund", "Åle\x00sund"),
        ("i Gamle\u00a0Oslo", "Gamle\u00a0Oslo"),
        ("i Nord\u2011Aurdal", "Nord\u2011Aurdal"),
    ],
)
def test_a_hit_is_where_it_is_in_the_given_text(text: str, found: str) -> None:
    (hit,) = find(text)
    assert text[hit.start : hit.end] == hit.text
    assert hit.text.startswith(found)


def test_hits_behind_signs_of_several_parts_are_where_they_are() -> None:
    first, second = "Kára\u030cs\u030cjohka", "Ka\u0301ra\u0301s\u030cjohka"
    text = f"e\u0301e\u0301 i {first} i {second}"
    hits = find(text)
    assert [hit.text for hit in hits] == [first, second]
    assert [text[hit.start : hit.end] for hit in hits] == [first, second]


@given(PIECES)
def test_hits_are_sorted_in_range_and_do_not_overlap(text: str) -> None:
    hits = find(text, ["Os", "Ålesund"], ["Lier"])
    borders = [border for hit in hits for border in (hit.start, hit.end)]
    assert borders == sorted(borders)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)


@given(ODD)
def test_every_character_of_the_copy_leads_back_to_its_own(text: str) -> None:
    aligned = align(text)
    for position, character in enumerate(aligned.text):
        start, end = aligned.span(position, position + 1)
        assert character in unicodedata.normalize("NFC", text[start:end])


@given(st.text("aåäöéášžčŋđiİIſﬁø -'\u00ad\u0301\u030a\u0323"))
def test_the_copy_does_not_depend_on_how_letters_are_composed(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert align(composed).text == align(unicodedata.normalize("NFD", composed)).text


def hit(start: int, end: int, layer: str = "a", certain: bool = True) -> Hit:
    """A hit in the alphabet."""
    text = "abcdefghijklmnop"[start:end]
    return Hit(start, end, Category.NAME, layer, "rule", certain, text)


def test_overlapping_hits_become_one_like_the_longest() -> None:
    rows = united([hit(4, 9, "b"), hit(2, 6, "a"), hit(12, 14)], "abcdefghijklmnop")
    assert [(row.start, row.end, row.layer, row.text) for row in rows] == [
        (2, 9, "b", "cdefghi"),
        (12, 14, "a", "mn"),
    ]


def test_hits_that_touch_stay_two() -> None:
    assert len(united([hit(2, 4), hit(4, 6)], "abcdefghijklmnop")) == 2


def test_of_hits_equally_long_the_first_given_wins() -> None:
    rows = united([hit(2, 4, "first"), hit(2, 4, "second")], "abcdefghijklmnop")
    assert [row.layer for row in rows] == ["first"]
