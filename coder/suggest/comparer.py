"""The child's part in comparing answers: it takes in texts and says how alike they are."""

from array import array
from collections.abc import Sequence

from coder.suggest.likeness import Fitting, Gathering, Likeness, fit
from coder.suggest.requests import Compare
from coder.suggest.source import Texts


class Comparer:
    """The texts that come, then what is made of them."""

    def __init__(self) -> None:
        self._gathering = Gathering()
        self._fitting: Fitting | None = None
        self._likeness: Likeness | None = None

    def take(self, texts: Texts, _meanings: Sequence[bytes] = ()) -> None:
        """Take in some texts; they are compared by their letters alone."""
        self._gathering.add(texts)

    def go_on(self) -> float:
        """Do the next step of fitting; returns how much is done, 1 at the end."""
        if self._likeness is not None:
            return 1.0
        if self._fitting is None:
            self._fitting = fit(self._gathering)
        try:
            return next(self._fitting)
        except StopIteration as end:
            self._gathering, self._fitting, self._likeness = Gathering(), None, end.value
            return 1.0

    def compare(self, asked: Compare) -> tuple[bytes, bytes]:
        """Places of answers in order, and how alike each is."""
        if self._likeness is None:
            raise RuntimeError("asked before the texts were fitted")
        examples, among = array("q", asked.examples), array("q", asked.among)
        order, scores = self._likeness.order_like(examples, among)
        return order.astype("i").tobytes(), scores.tobytes()

    def close(self) -> None:
        """Nothing goes on."""
