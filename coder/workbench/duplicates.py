"""Answers that say exactly the same, in groups."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.workbench.texts import Texts, texts_of_question
from corpus.queries import IN_USE, Question
from corpus.tables import AnswerRow, VersionRow

SHORT = 100
"""Characters up to which two texts may differ in case and in space around and be the same."""


@dataclass(frozen=True)
class SameTexts:
    """Groups of answers with identical texts, the largest first, each in the order of the file.

    Answers that are alone with their text are in no group. It is read once and kept by the screen
    until texts change.
    """

    groups: tuple[tuple[int, ...], ...] = ()

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

    def with_same(self, ids: Iterable[int]) -> list[int]:
        """The ids with all that say the same as one of them, each once."""
        return list(dict.fromkeys(same for id_ in ids for same in self.group_of(id_)))

    def one_of_each(self, ids: Iterable[int]) -> list[int]:
        """The ids without those that say the same as an earlier one."""
        groups, seen, kept = self._groups, set[int](), []
        for id_ in ids:
            group = groups.get(id_)
            if group is None:
                kept.append(id_)
            elif group[0] not in seen:
                seen.add(group[0])
                kept.append(id_)
        return kept

    def together(self, ids: Iterable[int]) -> list[int]:
        """The ids with identical texts next to each other, the largest group first."""
        place = {group[0]: at for at, group in enumerate(self.groups)}
        alone = len(place)
        return sorted(ids, key=lambda id_: (place.get(self.group_of(id_)[0], alone), id_))


def exact_form(text: str) -> str:
    """What two identical short texts have in common: case and space around are ignored.

    Everything else counts, so that a group can be coded unseen.
    """
    return text.strip().casefold()


def same_form(text: str) -> str:
    """What texts that say the same have in common; a long text must be equal."""
    return exact_form(text) if len(text) <= SHORT else text


def group_same(texts: Texts) -> SameTexts:
    """The groups among these answers; texts of more than `SHORT` characters must be equal."""
    alike: dict[str, list[int]] = defaultdict(list)
    for id_, text in texts:
        alike[same_form(text)].append(id_)
    return _largest_first(alike.values())


def same_texts(session: Session, question: Question) -> SameTexts:
    """The groups among all answers with text of a question.

    Long texts are told apart by their fingerprints, so that they need not be read.
    """
    short = texts_of_question(session, question, func.length(VersionRow.text) <= SHORT)
    return _largest_first([*group_same(short).groups, *_long(session, question)])


def same_text(session: Session, question: Question, answer_id: int) -> list[int]:
    """All answers of the question that say the same as this one, itself included."""
    return list(same_texts(session, question).group_of(answer_id))


def _long(session: Session, question: Question) -> Iterator[tuple[int, ...]]:
    query = (
        select(func.group_concat(AnswerRow.id))
        .join(VersionRow, IN_USE)
        .where(AnswerRow.question_id == question.id, func.length(VersionRow.text) > SHORT)
        .group_by(VersionRow.sha256)
        .having(func.count() > 1)
    )
    for ids in session.connection().execute(query).scalars():
        yield tuple(map(int, ids.split(",")))


def _largest_first(groups: Iterable[Iterable[int]]) -> SameTexts:
    ordered = [tuple(sorted(group)) for group in groups]
    ordered = [group for group in ordered if len(group) > 1]
    return SameTexts(tuple(sorted(ordered, key=lambda group: (-len(group), group[0]))))
