"""Lists and phrases say in words what stands in the table."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.results.saved.listing import fraction_phrase, list_lines, phrases, word_for
from coder.results.saved.wording import saved_words
from coder.results.table import Base, Row, Shape, Table
from coder.results.tally import percent
from corpus.language import Language

NB = saved_words("nb")


def _table(counts: dict[str, int], n: int, shape: Shape, language: Language = "nb") -> Table:
    rows = tuple(Row((name,), name, count, percent(count, n)) for name, count in counts.items())
    words = {"nb": "Prosent", "nn": "Prosent", "en": "Percent"}
    return Table(
        "k1", "Hva?", "", "Hva?", language, Base("answered", n), n, n, 100, (), rows, (), "Kode",
        "Antall", words[language], shape=shape,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("count", "n", "phrase"),
    [
        *((80, 345, "omtrent én av fire"), (20, 80, "én av fire"), (33, 100, "én av tre")),
        *((1, 2, "én av to"), (2, 3, "to av tre"), (99, 100, ""), (1, 100, ""), (0, 9, "")),
        *((0, 0, ""), (9, 10, "ni av ti"), (41, 100, "omtrent to av fem")),
    ],
)
def test_a_share_near_a_simple_fraction_is_told_as_one(count: int, n: int, phrase: str) -> None:
    assert fraction_phrase(count, n, NB) == phrase


@given(st.integers(1, 500), st.integers(0, 500))
def test_no_phrase_is_farther_off_than_three_percent(n: int, count: int) -> None:
    phrase = fraction_phrase(min(count, n), n, NB)
    if phrase:
        one, of = phrase.removeprefix("omtrent ").split(" av ")
        share = (NB.numbers.index(one) + 1) / (NB.numbers.index(of) + 1)
        assert abs(share - min(count, n) / n) <= 0.03 + 1e-9


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nb", "Hus: 80 av de 345 (23 prosent), omtrent én av fire"),
        ("nn", "Hus: 80 av dei 345 (23 prosent), om lag éin av fire"),
        ("en", "Hus: 80 of the 345 (23 percent), about one in four"),
    ],
)
def test_phrases_are_ready_to_copy_in_every_language(language: Language, line: str) -> None:
    table = _table({"Hus": 80}, 345, "phrases", language)
    assert list_lines(table) == (line,)
    assert phrases(table, table.rows[0]) == line.removeprefix("Hus: ")


@pytest.mark.parametrize(
    ("count", "word"),
    [
        *((0, "Ingen"), (1, "Én"), (2, "To"), (3, "Noen"), (44, "Noen")),
        *((45, "Om lag halvparten"), (55, "Om lag halvparten"), (56, "De fleste")),
        *((99, "De fleste"), (100, "Alle")),
    ],
)
def test_words_for_counts(count: int, word: str) -> None:
    assert word_for(count, 100, NB) == word


def test_the_count_stands_behind_its_word_and_a_plain_list_has_none() -> None:
    counts = {"Bolig": 70, "NAV": 1}
    assert list_lines(_table(counts, 100, "counted")) == (
        "Bolig: de fleste (70 av 100)",
        "NAV: én (1 av 100)",
    )
    assert list_lines(_table(counts, 100, "list")) == ("Bolig", "NAV")


def test_less_than_half_a_percent_is_not_nought() -> None:
    assert list_lines(_table({"NAV": 1}, 371, "phrases")) == ("NAV: 1 av de 371 (<1 prosent)",)


@pytest.mark.parametrize("shape", ["list", "counted", "phrases"])
def test_what_is_under_a_cut_off_is_said_in_the_list(shape: Shape) -> None:
    table = _table({"Bolig": 9}, 12, shape)
    rest = Row(("andre (2 koder, 3 svar)",), None, 3, 25, kind="rest")
    assert list_lines(replace(table, rows=(*table.rows, rest)))[-1] == "andre (2 koder, 3 svar)"
