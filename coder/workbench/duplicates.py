"""Answers that say exactly the same; one word for *the same*: see `exact_form`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from corpus.queries import Question, texts_in_use


@dataclass(frozen=True)
class SameTexts:
    """Groups of answers with identical texts, the largest first, each in the order of the file.

    Answers that are alone with their text are in no group. It is read once and kept by the screen
    until texts change.
    """

    groups: tuple[tuple[int, ...], ...]

    @cached_property
    def _group_of(self) -> dict[int, tuple[int, ...]]:
        return {id_: group for group in self.groups for id_ in group}

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many answers say the same, for each answer that is not alone."""
        return {id_: len(group) for id_, group in self._group_of.items()}

    def as_(self, answer_id: int) -> tuple[int, ...]:
        """All answers that say the same as this one, itself included."""
        return self._group_of.get(answer_id, (answer_id,))

    def one_of_each(self, ids: Iterable[int]) -> list[int]:
        """The ids without those that say the same as an earlier one."""
        return list({self.as_(id_)[0]: id_ for id_ in reversed(list(ids))}.values())[::-1]


def exact_form(text: str) -> str:
    """What two identical texts have in common: upper and lower case and space around are ignored.

    Everything else counts, so that a group can be coded unseen.
    """
    return text.strip().casefold()


def group_same(texts: Iterable[tuple[int, str]]) -> SameTexts:
    """The groups among answers given as (id, text)."""
    alike: dict[str, list[int]] = defaultdict(list)
    for id_, text in texts:
        alike[exact_form(text)].append(id_)
    groups = [tuple(sorted(ids)) for ids in alike.values() if len(ids) > 1]
    return SameTexts(tuple(sorted(groups, key=lambda ids: (-len(ids), ids[0]))))


def same_texts(session: Session, question: Question) -> SameTexts:
    """The groups among all answers with text of a question."""
    return group_same(texts_in_use(session, question.id))


def same_text(session: Session, question: Question, answer_id: int) -> list[int]:
    """All answers of the question that say the same as this one, itself included."""
    return list(same_texts(session, question).as_(answer_id))
