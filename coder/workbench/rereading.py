"""Work lists for reading again: answers that may have a late code, and a sample of own codings."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from codebooks.tree import Code
from coder.study import Study
from coder.tables import CodingRow
from coder.workbench.ids import among, read_ids
from coder.workbench.texts import texts_of_question
from coder.workbench.word_overlap import rank
from corpus.queries import Question, study_facts

LATE = 20
"""A code is late when so many answers were coded before it; fewer one still has in mind."""

SAMPLE = 50
"""So many own codings are looked at again: each disagreement then counts two percent."""

_FLOOR = 0.25


@dataclass(frozen=True, slots=True)
class OwnCoding:
    """A coding that its coder looks at again."""

    id: int
    answer_id: int
    code_id: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """The answers that have a code, and those coded before its first use that do not."""

    having: tuple[int, ...]
    earlier: tuple[int, ...]

    @property
    def is_late(self) -> bool:
        """Whether so many answers were coded before that they are worth reading again."""
        return len(self.earlier) >= LATE


def earlier_answers(session: Session, question: Question, code: Code) -> Earlier:
    """The answers that a code was made too late for; all coded ones when it is not used yet."""
    of_question, with_code = CodingRow.question_id == question.id, CodingRow.code_id == code.id
    first = session.scalar(select(func.min(CodingRow.id)).where(of_question, with_code))
    having = _answers(session, of_question, with_code)
    before = () if first is None else (CodingRow.id < first,)
    earlier = _answers(session, of_question, *before) - having
    return Earlier(tuple(sorted(having)), tuple(sorted(earlier)))


def may_have(
    study: Study,
    question: Question,
    code: Code,
    alike: Iterable[tuple[int, float]] = (),
    limit: int = 100,
) -> list[tuple[int, float]]:
    """Answers coded before this code was first used that may have it, the likeliest first.

    Judged by the words of the code's name and of the answers that have it, and as much by
    `alike`: how like these answers the earlier ones are as a whole (`Child.like_examples`), where
    that is known. The likeliest has the score 1; under a quarter of it nothing is offered. While
    texts are judged nothing is being read, so that nobody's coding waits.
    """
    with study.read() as session:
        found = earlier_answers(session, question, code)
        texts = texts_of_question(session, question)
    words = dict(rank(texts, code.name, found.having, found.earlier))
    wanted = frozenset(found.earlier)
    judged = _together(words, {id_: score for id_, score in alike if id_ in wanted})
    return sorted(judged.items(), key=lambda each: (-each[1], each[0]))[:limit]


def sample_of_codings(
    session: Session, question: Question, coder: int, size: int = SAMPLE, seed: int | None = None
) -> list[OwnCoding]:
    """So many of a coder's codings, or all, in a random order.

    The same seed (None: the study's own) draws the same from the same codings.
    """
    of_coder = (CodingRow.question_id == question.id, CodingRow.coder_id == coder)
    ids = read_ids(session, select(CodingRow.id).where(*of_coder).order_by(CodingRow.id))
    chance = random.Random(study_facts(session).seed if seed is None else seed)
    drawn = chance.sample(ids, min(size, len(ids)))
    query = select(CodingRow.id, CodingRow.answer_id, CodingRow.code_id).where(
        CodingRow.id.in_(among(drawn))
    )
    rows = {row[0]: OwnCoding(*row) for row in session.execute(query)}
    return [rows[id_] for id_ in drawn]


def _together(*judgements: Mapping[int, float]) -> dict[int, float]:
    """Scores of several kinds added up, as parts of the best of each kind, then of the best sum."""
    total: dict[int, float] = defaultdict(float)
    for judgement in judgements:
        for id_, part in _parts(judgement):
            total[id_] += part
    return {id_: part for id_, part in _parts(total) if part >= _FLOOR}


def _parts(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    best = max(scores.values(), default=0.0)
    return [(id_, score / best) for id_, score in scores.items() if best > 0]


def _answers(session: Session, *where: ColumnElement[bool]) -> set[int]:
    return set(read_ids(session, select(CodingRow.answer_id).where(*where)))
