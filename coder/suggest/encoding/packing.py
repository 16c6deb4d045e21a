"""Vectors in a byte a number: small to keep, small to send, near enough for likeness."""

from collections.abc import Iterator, Mapping, Sequence

import numpy
from numpy import float32
from numpy.typing import NDArray

from coder.suggest.vectors.table import unit

Floats = NDArray[float32]

_LARGEST, _NOTHING = 127, 1e-6


def pack(vector: Floats) -> bytes:
    """The direction of a vector, a byte for each number; a vector of zeros stays one."""
    largest = float(numpy.abs(vector).max(initial=0))
    scale = _LARGEST / largest if largest > _NOTHING else 0
    packed: bytes = numpy.rint(vector * float32(scale)).astype(numpy.int8).tobytes()
    return packed


class PackedVectors(Mapping[int, Floats]):
    """Vectors of length 1 by id, unpacked one at a time; all have one length."""

    def __init__(self, ids: Sequence[int], packed: Sequence[bytes]) -> None:
        """Take in ids and, for each, what `pack` made of its vector."""
        self._rows = {id_: at for at, id_ in enumerate(ids)}
        self._packed = numpy.frombuffer(b"".join(packed), numpy.int8).reshape(
            len(ids), -1 if ids else 0
        )

    def __getitem__(self, id_: int) -> Floats:
        return unpack(self._packed[self._rows[id_]].tobytes())

    def __iter__(self) -> Iterator[int]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def unpack(packed: bytes) -> Floats:
    """A vector of length 1, or of zeros."""
    row: Floats = unit(numpy.frombuffer(packed, numpy.int8)[numpy.newaxis].astype(float32))[0]
    return row
