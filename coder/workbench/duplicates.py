"""Answers that say exactly the same, in groups."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from sqlalchemy.orm import Session

from coder.workbench.texts import Texts, texts_of_question
from corpus.queries import Question


@dataclass(frozen=True)
class SameTexts:
    """Groups of answers with identical texts, the largest first, each in the order of the file.

    Answers that are alone with their text are in no group. It is read once and kept by the screen
    until texts change.
    """

    groups: tuple[tuple[int, ...], ...]

    @cached_property
    def _groups(self) -> dict[int, tuple[int, ...]]:
        return {id_: group for group in self.groups for id_ in group}

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many answers say the same, for each answer that is not alone."""
        return {id_: len(group) for id_, group in self._groups.items()}

    def group_of(self, answer_id: int) -> tuple[int, ...]:
        """All answers that say the same as this one, itself included."""
        return self._groups.get(answer_id, (answer_id,))

    def one_of_each(self, ids: Iterable[int]) -> list[int]:
        """The ids without those that say the same as an earlier one."""
        first: dict[int, int] = {}
        for id_ in ids:
            first.setdefault(self.group_of(id_)[0], id_)
        return list(first.values())


def exact_form(text: str) -> str:
    """What two identical texts have in common: upper and lower case and space around are ignored.

    Everything else counts, so that a group can be coded unseen.
    """
    return text.strip().casefold()


def group_all(texts: Texts) -> list[list[int]]:
    """All these answers in groups of one or more, in the same order as in `SameTexts`."""
    alike: dict[str, list[int]] = defaultdict(list)
    for id_, text in sorted(texts, key=itemgetter(0)):
        alike[exact_form(text)].append(id_)
    return sorted(alike.values(), key=lambda ids: (-len(ids), ids[0]))


def group_same(texts: Texts) -> SameTexts:
    """The groups among these answers."""
    return SameTexts(tuple(tuple(ids) for ids in group_all(texts) if len(ids) > 1))


def same_texts(session: Session, question: Question) -> SameTexts:
    """The groups among all answers with text of a question."""
    return group_same(texts_of_question(session, question))


def same_text(session: Session, question: Question, answer_id: int) -> list[int]:
    """All answers of the question that say the same as this one, itself included."""
    return list(same_texts(session, question).group_of(answer_id))
