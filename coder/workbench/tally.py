"""How many answers have each code and how many have none, kept right from action to action."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.tree import CodeTree
from coder.tables import CodingRow
from coder.workbench.ids import AMONG_IDS, ids_given
from corpus.queries import Question, reach

CodesOf = Mapping[int, frozenset[int]]
"""The codes of answers, of all coders; an answer without a code is left out."""


@dataclass
class Tally:
    """Counts of one question, of all coders together.

    `answered` answers have text, `coded` of them a code; `own` and `last` are by code id: answers
    that have it, and its latest use as a number that grows with time. `under` are the distinct
    answers with a code or anything under it, `left` those without a code; None until somebody asks.
    `changes` grows with every action, `touched` are the codes whose numbers it changed, `acted_on`
    the answers of all actions, in their order.
    """

    answered: int = 0
    coded: int = 0
    own: Counter[int] = field(default_factory=Counter)
    last: dict[int, int] = field(default_factory=dict)
    under: Counter[int] | None = None
    left: set[int] | None = None
    changes: int = 0
    touched: set[int] = field(default_factory=set)
    acted_on: list[int] = field(default_factory=list)

    @property
    def uncoded(self) -> int:
        """Answers with text and without a code."""
        return self.answered - self.coded

    def change(self, tree: CodeTree, before: CodesOf, after: CodesOf) -> None:
        """Some answers had the codes `before` and have those of `after` now."""
        self.changes += 1
        newest = max(self.last.values(), default=0) + 1
        self.acted_on += {*before, *after}
        for answer in {*before, *after}:
            had, has = before.get(answer, _NONE), after.get(answer, _NONE)
            self.coded += bool(has) - bool(had)
            self.own.update(has - had)
            self.own.subtract(had - has)
            self.last.update(dict.fromkeys(has - had, newest))
            self.touched |= with_themes(tree, has ^ had)
            if self.left is not None:
                (self.left.discard if has else self.left.add)(answer)
            if self.under is not None:
                over_had, over_has = with_themes(tree, had), with_themes(tree, has)
                self.under.update(over_has - over_had)
                self.under.subtract(over_had - over_has)


_NONE: frozenset[int] = frozenset()
_CODES = (
    select(CodingRow.answer_id, func.json_group_array(CodingRow.code_id))
    .where(CodingRow.answer_id.in_(AMONG_IDS))
    .group_by(CodingRow.answer_id)
)


def read_tally(session: Session, question: Question) -> Tally:
    """The counts as the study has them now, without those of whole themes."""
    counted = (
        select(CodingRow.code_id, func.count(CodingRow.answer_id.distinct()))
        .add_columns(func.max(CodingRow.id))
        .where(CodingRow.question_id == question.id)
        .group_by(CodingRow.code_id)
    )
    rows = session.connection().execute(counted).all()
    coded = select(func.count(CodingRow.answer_id.distinct())).where(
        CodingRow.question_id == question.id
    )
    return Tally(
        answered=reach(session, question).answered,
        coded=session.scalar(coded) or 0,
        own=Counter({code: answers for code, answers, _ in rows}),
        last={code: last for code, _, last in rows},
    )


def count_under(session: Session, question: Question, tree: CodeTree) -> Counter[int]:
    """The distinct answers with each code or anything under it."""
    return under_themes(tree, code_sets(session, question))


def code_sets(session: Session, question: Question) -> Counter[str]:
    """How many answers have the same codes, by these as written in JSON."""
    codes = (
        select(func.json_group_array(CodingRow.code_id))
        .where(CodingRow.question_id == question.id)
        .group_by(CodingRow.answer_id)
    )
    return Counter(session.connection().execute(codes).scalars())


def under_themes(tree: CodeTree, sets: Mapping[str, int]) -> Counter[int]:
    """The same counts from sets of codes that were read before; takes longer than reading."""
    under: Counter[int] = Counter()
    for written, answers in sets.items():
        for code in with_themes(tree, json.loads(written)):
            under[code] += answers
    return under


def codes_of(session: Session, answers: Collection[int]) -> CodesOf:
    """The codes that these answers have now."""
    rows = session.connection().execute(_CODES, ids_given(answers))
    return {id_: frozenset(json.loads(codes)) for id_, codes in rows}


def with_themes(tree: CodeTree, codes: Iterable[int]) -> frozenset[int]:
    """Codes with the themes that they stand under."""
    return frozenset(above for code in codes for above in tree.lineage(code))
