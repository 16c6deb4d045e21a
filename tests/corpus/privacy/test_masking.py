"""Masking replaces what was found by category words and changes nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import LANGUAGES, Language
from corpus.privacy.finder import Finder, find
from corpus.privacy.masking import mask, mask_range, masked

STUDY = ("Lier", "Time", "Ski", "Os", "Bydel Sagene", "Nord-Aurdal", "Karasjok")
VOCABULARY = (
    *("Lier", "lier", "LIERS", "Time", "time", "Os'", "i", "Sagene", "bydel", "Nord-Aurdal"),
    *("Aurdal", "kommune", "Voss", "karasjok", "vi", "har", "1", "a", "f.eks", "[kommune]"),
    *("22 33 44 55", "ola@lier.no", "010190 12345", "Bra", "2015"),
)
SENTENCES = st.lists(
    st.tuples(st.sampled_from(VOCABULARY), st.sampled_from((" ", ". ", ", ", "\n", ") ", " «")))
).map(lambda pairs: "".join(word + sign for word, sign in pairs))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", "Vi i [kommune] og [bydel]: [telefon], [e-post], [fødselsnummer], [navn]"),
        ("nn", "Vi i [kommune] og [bydel]: [telefon], [e-post], [fødselsnummer], [namn]"),
        (
            "en",
            "Vi i [municipality] og [city district]: [telephone], [e-mail], "
            "[national identity number], [name]",
        ),
    ],
)
def test_category_words_are_in_the_language_of_the_answer(
    language: Language, expected: str
) -> None:
    text = "Vi i Lier og Frogner: 22 33 44 55, ola@lier.no, 010190 12345, Kari Nordmann"
    assert mask(text, find(text, ["Kari Nordmann"]), language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Liers barnehage", "[kommune]s barnehage"),
        ("Lier's barnehage", "[kommune]'s barnehage"),
        ("Lier kommunes barnehage", "[kommune]s barnehage"),
        ("Lier-modellen", "[kommune]-modellen"),
    ],
)
def test_what_is_grown_together_with_a_name_stays_readable(text: str, expected: str) -> None:
    assert mask(text, find(text, ["Lier"]), "nb") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nb", "[kommune]s skule"), ("nn", "[kommune]s skule"), ("en", "[municipality]'s skule")],
)
def test_a_masked_apostrophe_becomes_a_genitive(language: Language, expected: str) -> None:
    assert mask("Os' skule", find("Os' skule", ["Os"]), language) == expected


def test_a_text_without_hits_stays_as_it_is() -> None:
    assert mask("Det går bra.", (), "nb") == "Det går bra."


def test_masking_a_segment_takes_its_part_of_the_answer() -> None:
    text = "Vi har Lier. Vi har Voss. Vi har Bergen."
    assert mask_range(text, 13, 25, find(text), "nb") == "Vi har [kommune]."


@pytest.mark.parametrize(("start", "end"), [(5, 20), (14, 16), (14, 30), (0, 15)])
def test_a_hit_cut_by_the_segment_is_masked_whole(start: int, end: int) -> None:
    text = "Vi bor i Gamle Oslo og har det bra"
    result = mask_range(text, start, end, find(text), "nb")
    assert result == text[start : max(9, start)][: max(0, 9 - start)] + "[bydel]" + text[19:end]


def test_a_masked_answer_keeps_its_hits() -> None:
    result = masked(Finder(), "Vi i Lier", (), "nb")
    assert (result.text, [hit.text for hit in result.hits]) == ("Vi i [kommune]", ["Lier"])


@given(st.one_of(st.text(), SENTENCES), st.sampled_from(LANGUAGES))
def test_text_outside_hits_is_unchanged_and_in_order(text: str, language: Language) -> None:
    hits = find(text, ["Os", "Lier"], STUDY)
    ends = [0, *(hit.end for hit in hits)]
    starts = [*(hit.start for hit in hits), len(text)]
    between = [re.escape(text[end:start]) for end, start in zip(ends, starts, strict=True)]
    word = r"\[[a-zø -]+\](?:'?s)?"
    assert re.fullmatch(word.join(between), mask(text, hits, language))


@given(SENTENCES, st.data())
def test_two_segments_side_by_side_hide_what_the_answer_hides(
    text: str, data: st.DataObject
) -> None:
    hits = find(text, ["Lier"], STUDY)
    cut = data.draw(st.integers(0, len(text)))
    halves = mask_range(text, 0, cut, hits, "nb"), mask_range(text, cut, len(text), hits, "nb")
    is_inside = any(hit.start < cut < hit.end for hit in hits)
    assert is_inside or "".join(halves) == mask(text, hits, "nb")


@given(SENTENCES, st.sampled_from(STUDY))
def test_what_masking_has_left_is_no_leak(text: str, own: str) -> None:
    finder = Finder(STUDY)
    left = mask(text, finder.find(text, [own]), "nb")
    assert [hit for hit in finder.find(left) if hit.certain] == []
