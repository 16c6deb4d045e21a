"""Words by the table, words made of words, and the table that is shipped."""

from importlib.resources import files
from io import BytesIO

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.suggest.vectors.compounds import parts_of
from coder.suggest.vectors.table import read_vectors, shipped_vectors, unit
from tests.coder.suggest.ranker.knowing import vectors

KNOWN = {"arbeid", "giver", "barn", "hage", "hagen", "kommune", "bolig", "tid"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("bolig", ("bolig",)),
        ("arbeidsgiver", ("arbeid", "giver")),
        ("barnehagen", ("barn", "hagen")),
        ("arbeidstid", ("arbeid", "tid")),
        ("boligene", ("bolig",)),
        ("kommunal", ()),
        ("x", ()),
        ("", ()),
    ],
)
def test_unknown_words_are_parted(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word, KNOWN) == parts


@given(st.text(max_size=30), st.frozensets(st.text(min_size=1, max_size=6), max_size=20))
def test_parts_are_known_and_stand_in_the_word(word: str, known: frozenset[str]) -> None:
    assert all(part in known and part in word for part in parts_of(word, known))


def test_rows_get_length_1_or_stay_nothing() -> None:
    rows = unit(numpy.array([[3, 4], [0, 0]], numpy.float32))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]


def test_unknown_words_add_nothing() -> None:
    table = vectors()
    assert not table.weighed(["xyz"]).any()
    assert not table.directions(["xyz"]).any()
    assert table.importance(["xyz", "bolig"]).tolist() == [0, 1]


def test_a_table_is_read_as_it_was_written() -> None:
    file = BytesIO()
    numpy.savez_compressed(
        file,
        words=numpy.frombuffer(b"bolig\npenger", numpy.uint8),
        vectors=numpy.array([[127, 0], [-64, 127]], numpy.int8),
        scales=numpy.array([1, 0.5], numpy.float32),
        weights=numpy.array([0.5, 1], numpy.float16),
    )
    file.seek(0)
    table = read_vectors(file)
    assert table.weighed(["bolig", "penger"]).tolist() == [[63.5, 0], [-32, 63.5]]


def test_the_shipped_table_knows_both_standards_and_english() -> None:
    table = shipped_vectors()
    same, other = table.directions(["ikke", "kjærlighet"]), table.directions(["ikkje", "kjærleik"])
    assert (numpy.einsum("ij,ij->i", same, other) > 0.3).all()
    doctor, physician, rent = table.directions(["lege", "doctor", "husleie"])
    assert doctor @ physician > doctor @ rent


def test_the_shipped_table_is_small() -> None:
    table = files("coder.suggest.vectors").joinpath("words.npz")
    assert len(table.read_bytes()) <= 8_000_000
