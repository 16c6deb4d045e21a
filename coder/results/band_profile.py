"""The profile of a question's codes over the size bands, out of the study."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.queries import count_uncoded
from coder.results.columns import columns_of
from coder.results.counts import Grouping
from coder.results.profile_cells import BandCell, Profile, ProfileRow, compared
from coder.results.table import Column
from coder.results.wording import wording
from coder.tables import CodingRow
from corpus.queries import Question, reach, study_facts
from corpus.tables import AnswerRow

_Answers = dict[str, set[int]]
"""Ids of answers by band."""


def band_profile(session: Session, question: Question) -> Profile:
    """Every code and theme in use over the size bands, the typical ones marked.

    For the researcher's eyes: nothing is hidden. `printed` gives what may leave the study.
    """
    facts = study_facts(session)
    tree = codebook_of(session, question.id)
    words = wording(facts.language)
    columns = columns_of(session, question, Grouping("band"), "answered", facts, words)
    used = _answers_by_code(session, question)
    answered = reach(session, question).answered
    rows = (_row(tree, code, used, columns, answered) for code in tree.walk())
    profile = Profile(
        question=question.full_key,
        text=question.text,
        language=facts.language,
        answered=answered,
        columns=columns,
        rows=tuple(row for row in rows if row.count),
        comparisons=0,
        single=tree.single,
        uncoded=count_uncoded(session, question),
    )
    return compared(profile)


def _answers_by_code(session: Session, question: Question) -> dict[int, _Answers]:
    query = (
        select(CodingRow.code_id, CodingRow.band, CodingRow.answer_id)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .where(CodingRow.question_id == question.id, AnswerRow.version > 0)
    )
    found: dict[int, _Answers] = defaultdict(lambda: defaultdict(set))
    for code, band, answer in session.connection().execute(query):
        found[code][band or ""].add(answer)
    return found


def _row(
    tree: CodeTree,
    code: Code,
    used: Mapping[int, _Answers],
    columns: Sequence[Column],
    answered: int,
) -> ProfileRow:
    """Where the row's answers are counted as a set, so that each counts once."""
    under = [used[id_] for id_ in tree.subtree(code.id) if id_ in used]
    counts = [len(set().union(*(each.get(c.key, ()) for each in under))) for c in columns]
    total = sum(counts)
    cells = tuple(
        BandCell(column.key, count, column.n, total - count, answered - column.n)
        for column, count in zip(columns, counts, strict=True)
    )
    is_theme = bool(tree.children(code.id))
    return ProfileRow(tree.path(code.id), code.guid, total, cells, is_theme, code.id in used)
