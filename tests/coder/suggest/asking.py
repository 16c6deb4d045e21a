"""What the tests of the child process ask it."""

from collections.abc import Iterator, Sequence

from coder.suggest.child import Child
from coder.suggest.source import Source, Texts, portions

SAID = ("vi mangler boliger", "godt samarbeid", "mangel på bolig", "samarbeider dårlig", "")


def source(texts: Sequence[str] = SAID, name: str = "") -> Source:
    """These texts with the ids 1, 2, 3 ..."""

    def read() -> Iterator[Texts]:
        yield from portions(enumerate(texts, start=1))

    return Source(name or repr(texts), len(texts), read)


def nobody(_: float) -> None:
    """Nobody is told how much is done."""


def never() -> bool:
    """Nobody cancels."""
    return False


def order(child: Child, texts: Source | None = None, answer: int = 1) -> list[int]:
    """The order of five answers by likeness to one."""
    return child.order_like(texts or source(), answer, [1, 2, 3, 4, 5], nobody, never)


def running(child: Child) -> int:
    """The number of the child process, which must be there."""
    assert child.pid is not None
    return child.pid
