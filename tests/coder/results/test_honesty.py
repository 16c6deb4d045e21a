"""The note under quotes says what was done to them, in the language of the study."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.results.honesty import HonestFacts, QuotedPiece, honest_notes, tables_notes
from corpus.language import LANGUAGES, Language
from tests.trials import trials

PIECES = [
    QuotedPiece(1, masked=True, approved_by="KH"),
    QuotedPiece(1, cut=True, approved_by="KH"),
    QuotedPiece(2, masked=True, approved_by="SO"),
    QuotedPiece(3, paraphrased=True),
]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            "4 tekstutdrag fra 3 svar. Navn på personer, steder og institusjoner, folketall og "
            "kontaktopplysninger er søkt fram med navnelister, mønstre og en opptrent "
            "navnegjenkjenner og byttet ut med ord i hakeparentes, i 2 av svarene. 1 svar er "
            "forkortet og 1 omskrevet for hånd. 2 svar er lest og godkjent av 2 personer, resten "
            "av ingen ennå; les gjennom før bruk. Ingen søk finner alt, og den som har kommunens "
            "eget skjema, kan kjenne igjen et ordrett sitat.",
        ),
        (
            "nn",
            "4 tekstutdrag frå 3 svar. Namn på personar, stader og institusjonar, folketal og "
            "kontaktopplysningar er søkte fram med namnelister, mønster og ein opptrent "
            "namnegjenkjennar og bytte ut med ord i hakeparentes, i 2 av svara. 1 svar er "
            "forkorta og 1 omskrive for hand. 2 svar er lesne og godkjende av 2 personar, resten "
            "av ingen enno; les gjennom før bruk. Ingen søk finn alt, og den som har skjemaet til "
            "kommunen, kan kjenne att eit ordrett sitat.",
        ),
        (
            "en",
            "4 passages from 3 answers. Names of persons, places and institutions, population "
            "numbers and contact details were searched for with lists of names, patterns and a "
            "trained recogniser, and replaced by words in square brackets, in 2 of the answers. "
            "By hand, 1 answer was shortened and 1 paraphrased. 2 answers were read and approved "
            "by 2 persons, the rest by nobody yet; read them before use. No search finds "
            "everything, and whoever holds the municipality's own form may recognise a verbatim "
            "quote.",
        ),
    ],
)
def test_the_note_counts_answers_and_what_was_done_to_them(language: Language, said: str) -> None:
    assert honest_notes(HonestFacts(PIECES), language) == (said,)


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ([QuotedPiece(1)], "Ingen av dem er lest og godkjent ennå"),
        ([QuotedPiece(1, approved_by="KH")], "Alle er lest og godkjent av én person."),
        (PIECES[:3], "Alle er lest og godkjent av 2 personer."),
    ],
)
def test_who_approved_is_counted_and_never_named(pieces: list[QuotedPiece], said: str) -> None:
    (note,) = honest_notes(HonestFacts(pieces), "nb")
    assert said in note
    assert "KH" not in note


def test_nothing_replaced_is_said_in_words() -> None:
    (note,) = honest_notes(HonestFacts([QuotedPiece(1)]), "nn")
    assert "i ingen av svara." in note


def test_merged_labels_are_told_with_their_questions() -> None:
    both = ("k2", "kommune"), ("k2", "bydel eller kommune")
    merged = (("k1", "kommune"), *both, ("k3", "kommune"))
    first, *rest = honest_notes(HonestFacts(PIECES[:1], merged, fewest=8), "nb")
    assert "2 etiketter står for flere størrelsesgrupper" in first
    assert rest == [
        "k1, k3: Størrelsesgrupper som færre enn 8 svarte i, er slått sammen: kommune.",
        "k2: Størrelsesgrupper som færre enn 8 svarte i, er slått sammen: "
        "bydel eller kommune; kommune.",
    ]


def test_hidden_cells_and_lost_labels_are_told_once() -> None:
    assert tables_notes(0, 0, "nb") == ()
    assert tables_notes(2, 1, "en") == (
        "In the tables that belong here 2 cells are hidden. "
        "1 passage has no label, so that no hidden cell can be worked out.",
    )


@settings(max_examples=trials(20), deadline=None)
@given(
    pieces=st.lists(
        st.builds(
            QuotedPiece,
            st.integers(0, 3),
            st.booleans(),
            st.booleans(),
            st.booleans(),
            st.sampled_from(["", "KH", "SO"]),
        )
    ),
    thin=st.lists(st.sampled_from(["kommune", "bydel"])),
    language=st.sampled_from(LANGUAGES),
)
def test_the_note_is_three_to_six_whole_sentences(
    pieces: list[QuotedPiece], thin: list[str], language: Language
) -> None:
    facts = HonestFacts(pieces, thin=tuple(thin), fewest=10)
    (note,) = honest_notes(facts, language)
    assert "{" not in note
    assert 3 <= len(re.findall(r"\.(?: |\Z)", note)) <= 6
