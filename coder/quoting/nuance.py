"""What pieces of a theme say, as far as their words tell: how typical, how unlike each other.

TF-IDF over pieces of words (see `coder.suggest.likeness`). Typical is what is near the middle of
all; two pieces are unlike when they share few of their rarer words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coder.suggest.likeness import fitted

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_CAUTION = 0.1
"""Where all texts are about as long, one that is not is no reason to think length matters."""


@dataclass(frozen=True)
class Nuance:
    """Texts as rows of length one (texts x word pieces), and how typical each is (0 to 1).

    A long text shares more words with the middle than a short one, whatever it says: how typical
    one is, is how near it is for its length.
    """

    rows: "csr_array"
    typical: "NDArray[float32]"

    def likeness_to(self, at: int) -> "NDArray[float32]":
        """How alike each text is to one of them, 0 to 1."""
        import numpy

        one = self.rows[[at]].toarray()[0]
        return numpy.asarray(self.rows @ one, numpy.float32)

    def among(self, places: "NDArray[float32] | Sequence[int]") -> "NDArray[float32]":
        """How alike some texts are to each other: some x some."""
        import numpy

        some = self.rows[places]
        return numpy.asarray((some @ some.T).toarray(), numpy.float32)


def nuance(texts: Sequence[str]) -> Nuance:
    """Compare texts; 2,000 answers take some tenths of a second."""
    import numpy
    from scipy.sparse import csr_array

    likeness = fitted(enumerate(texts))
    rows = csr_array(likeness.texts @ likeness.pieces)
    rows.data /= numpy.repeat(likeness.lengths, numpy.diff(rows.indptr))
    middle = numpy.asarray(rows.sum(axis=0)).ravel()
    middle /= numpy.sqrt(middle @ middle) or 1
    near = numpy.asarray(rows @ middle, numpy.float32)
    return Nuance(rows, _for_its_length(near, likeness.texts.sum(axis=1)))


def _for_its_length(near: "NDArray[float32]", words: "NDArray[float32]") -> "NDArray[float32]":
    """What is more or less than usual for a number of words: by a line over its log (ridge)."""
    import numpy

    long = numpy.log1p(words)
    long -= long.mean() if len(long) else 0
    slope = float(long @ near) / (float(long @ long) + _CAUTION * len(long) or 1)
    return numpy.asarray(near - slope * long, numpy.float32).clip(0, 1)
