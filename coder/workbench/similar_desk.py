"""Codes that may be one, as they are reviewed on screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from coder.similar.apart import kept_pairs, pair_of
from coder.similar.pair import SimilarPair
from coder.similar.pairs import similar_codes
from coder.workbench.codebook_counts import Example
from coder.workbench.codebook_desk import CodebookDesk
from coder.workbench.codebook_joining import keep_two, merge_codes

_EXAMPLES = 2


@dataclass(frozen=True)
class Side:
    """One of two codes: its path, what it means, and a few of its answers."""

    code_id: int
    path: tuple[str, ...]
    definition: str
    answers: int
    examples: Sequence[Example]


class SimilarDesk:
    """The pairs that are left, the most alike first; they are found once, which takes time."""

    def __init__(self, book: CodebookDesk) -> None:
        self.book = book
        self._found: Sequence[SimilarPair] = ()
        self._kept: frozenset[tuple[int, int]] = frozenset()

    def find(self) -> None:
        """Look for them; meant for a thread."""
        tree, questions = self.book.tree, self.book.questions
        with self.book.study.read() as session:
            self._found = similar_codes(session, tree, questions)
        self._read_kept()

    @property
    def pairs(self) -> list[SimilarPair]:
        """The pairs of codes that are both there still and were not found to be two."""
        return [pair for pair in self._found if self._is_left(pair)]

    def side(self, code_id: int) -> Side:
        """What is to be known of one code."""
        code = self.book.tree.by_id[code_id]
        examples = self.book.look(code_id, _EXAMPLES).examples
        path = self.book.tree.path(code_id)
        return Side(code_id, path, code.definition, self.book.own[code_id], examples)

    def keep(self, pair: SimilarPair) -> None:
        """The two are two."""
        keep_two(self.book, pair.code_id, pair.other_id)
        self._read_kept()

    def merge(self, pair: SimilarPair, stays: int) -> str:
        """The two are one, and this one stays; returns the path of the one that goes."""
        goes = pair.other_id if stays == pair.code_id else pair.code_id
        gone = self.book.path(goes)
        merge_codes(self.book, [goes], stays)
        return gone

    def refresh(self) -> None:
        """Read again what was decided, after an undo or another program's work."""
        self.book.refresh()
        self._read_kept()

    def _read_kept(self) -> None:
        with self.book.study.read() as session:
            self._kept = frozenset(kept_pairs(session, self.book.tree.id))

    def _is_left(self, pair: SimilarPair) -> bool:
        known = self.book.tree.by_id
        both = (pair.code_id, pair.other_id)
        there = all(id_ in known and known[id_].status != "merged" for id_ in both)
        return there and pair_of(*both) not in self._kept
