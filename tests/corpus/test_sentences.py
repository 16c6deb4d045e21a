"""Where the sentences of an answer begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import sentences

PARTS = (
    "Vi", "skole", "økonomi.", "Oslo", "f.eks.", "osv.", "3.", "klasse", "1.", "2.", "a)", "b)",
    "1)", "- ", "•", "«Ja.»", "(nei)", "!", "...", "…", "\n", " ", "\t", "\u00a0", "\x1f", "100",
)  # fmt: skip
ANSWERS = st.one_of(
    st.text(st.characters()),
    st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=40).map("".join),
)


def read(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


def test_a_full_stop_ends_a_sentence() -> None:
    assert read("Vi trenger tid. Vi trenger folk.") == ["Vi trenger tid.", "Vi trenger folk."]


def test_question_and_exclamation_marks_end_sentences() -> None:
    assert read("Hvorfor?! Nei! Jo") == ["Hvorfor?!", "Nei!", "Jo"]


def test_a_sentence_may_begin_with_a_small_letter() -> None:
    assert read("dårlig økonomi. mangel på folk.") == ["dårlig økonomi.", "mangel på folk."]


def test_a_forgotten_space_between_sentences_is_seen() -> None:
    assert read("Dårlig økonomi.Mangel på folk") == ["Dårlig økonomi.", "Mangel på folk"]


def test_three_dots_end_a_sentence_before_a_capital_only() -> None:
    assert read("Det tar tid... men går. Dyrt... Vi må spare") == [
        "Det tar tid... men går.",
        "Dyrt...",
        "Vi må spare",
    ]


def test_line_breaks_end_sentences() -> None:
    assert read("mer penger\nflere folk\r\n\n bedre tid") == [
        "mer penger",
        "flere folk",
        "bedre tid",
    ]


def test_quotation_marks_and_brackets_stay_with_their_sentence() -> None:
    assert read("Han sa «nei.» Så (se her) gikk han. (Ja!) – Nei.") == [
        "Han sa «nei.»",
        "Så (se her) gikk han.",
        "(Ja!)",
        "– Nei.",
    ]


def test_a_quoted_sentence_inside_another_ends_nothing() -> None:
    assert read("«Nei.» sa han. Ja") == ["«Nei.» sa han.", "Ja"]


@pytest.mark.parametrize(
    "text",
    [
        "Det gjelder f.eks. Oslo",
        "Det gjelder f. eks. Oslo",
        "Skoler, bl.a. Ås skole",
        "Det koster ca. 10 kroner",
        "Skoler, barnehager m.m. som vi driver",
        "Krav, jf. Opplæringsloven",
        "Antall pr. dag",
        "En, evt. to",
        "Alt inkl. mva. for alle",
        "Bøker osv. til skolen",
        "Ledere, dvs. Rådmenn",
        "Klubb o.l. for ungdom",
        "Åpent til kl. 16",
        "Forslag nr. 3",
        "Behandling på St. Olavs hospital",
        "Dette sa Hans H. Berg",
        "Det koster 3 mill. kroner",
        "Samhandling med spes. helsetjenesten",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert read(text) == [text]


def test_an_abbreviation_that_closes_a_row_ends_a_sentence_before_a_capital() -> None:
    assert read("Bøker, pc osv. Vi trenger alt") == ["Bøker, pc osv.", "Vi trenger alt"]


@pytest.mark.parametrize("word", ["sen", "to", "min", "no", "el"])
def test_a_word_that_looks_like_an_abbreviation_may_end_a_sentence(word: str) -> None:
    assert read(f"Dette er {word}. Vi venter") == [f"Dette er {word}.", "Vi venter"]


@pytest.mark.parametrize(
    "text",
    [
        "Elever i 3. klasse og 4. trinn",
        "Frist 1. mai og 17. Mai",
        "Mellom 1. og 2. linjetjenesten",
        "1. og 2. klasse slås sammen",
    ],
)
def test_an_ordinal_ends_no_sentence(text: str) -> None:
    assert read(text) == [text]


def test_a_number_may_end_a_sentence() -> None:
    assert read("Det var i 2019. Vi har hovedforløp 1. Det holder.") == [
        "Det var i 2019.",
        "Vi har hovedforløp 1.",
        "Det holder.",
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. Mer penger\n2. Flere folk", ["1. Mer penger", "2. Flere folk"]),
        ("1. Mer penger 2. Flere folk 3. tid", ["1. Mer penger", "2. Flere folk", "3. tid"]),
        ("Vi ønsker: 1) tid 2) folk", ["Vi ønsker:", "1) tid", "2) folk"]),
        ("Vi ønsker a) tid b) folk", ["Vi ønsker", "a) tid", "b) folk"]),
        ("- mer penger\n- flere folk", ["- mer penger", "- flere folk"]),
        ("- Mer penger - Flere folk", ["- Mer penger", "- Flere folk"]),
        ("• penger • folk•tid", ["• penger", "• folk", "•tid"]),
    ],
)
def test_items_of_a_list_are_sentences(text: str, items: list[str]) -> None:
    assert read(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "Vi har – dessverre – ikke tid",
        "Se (punkt 1) og (punkt 2) i planen",
        "Vi har del 1. og vil ha 2. Bare",
        "Gruppa 0 - 6 år",
    ],
)
def test_signs_and_numbers_in_a_sentence_make_no_list(text: str) -> None:
    assert not any(sentence[0] in "–-12" for sentence in read(text))


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0\t\x1f\n"])
def test_a_text_of_white_space_has_no_sentences(text: str) -> None:
    assert sentences(text) == ()


def test_a_row_of_signs_is_one_sentence_with_its_word() -> None:
    assert read("Nei!!!!!!!! Ja") == ["Nei!!!!!!!!", "Ja"]


@pytest.mark.parametrize("piece", ["(", "!", ".", "x", " ", "\n", "a. ", "1. ", "- A ", '"', "• "])
def test_a_million_characters_come_back(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    held = sum(len("".join(text[span.start : span.end].split())) for span in sentences(text))
    assert held == len("".join(text.split()))


def test_a_very_long_text_keeps_abbreviations_and_lists() -> None:
    text = "Vi har f.eks. Oslo. Og i 3. klasse osv. Slutt\n1. En 2. To\n" * 3_000
    assert read(text)[:5] == [
        "Vi har f.eks. Oslo.",
        "Og i 3. klasse osv.",
        "Slutt",
        "1. En",
        "2. To",
    ]


@settings(deadline=None)
@given(ANSWERS)
def test_no_sentence_has_white_space_around_it(text: str) -> None:
    assert all(sentence == sentence.strip() != "" for sentence in read(text))


@settings(deadline=None)
@given(ANSWERS)
def test_sentences_stand_in_order_and_never_overlap(text: str) -> None:
    assert all(before.end <= after.start for before, after in pairwise(sentences(text)))


@settings(deadline=None)
@given(ANSWERS)
def test_sentences_hold_every_character_but_white_space(text: str) -> None:
    held = {at for span in sentences(text) for at in range(span.start, span.end)}
    assert all(character.isspace() for at, character in enumerate(text) if at not in held)
