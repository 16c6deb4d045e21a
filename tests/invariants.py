"""What is true of every study at any time."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of, questions_using
from codebooks.tables import CodebookRow
from codebooks.tree import MAX_LEVELS
from coder.integrity import check_connection
from coder.modes import several_codes
from coder.study import Study
from coder.tables import CodingRow
from corpus.queries import questions
from corpus.routing import asked_presences
from corpus.tables import AnswerRow, PresenceRow, VersionRow


def broken(study: Study) -> list[str]:
    """What is wrong with a study, a line each; empty when nothing is."""
    with closing(sqlite3.connect(study.path)) as connection:
        found = check_connection(connection)
    with study.read() as session:
        found += [*_answers(session), *_codings(session), *_books(session), *_routing(session)]
    return found


def _answers(session: Session) -> Iterator[str]:
    rows = session.execute(select(AnswerRow.question_id, AnswerRow.presence_id))
    for place, count in Counter((question, who) for question, who in rows).items():
        if count > 1:
            yield f"answer {place} is there {count} times"
    versions = _versions(session)
    for id_, version in session.execute(select(AnswerRow.id, AnswerRow.version)):
        if version and (id_, version) not in versions:
            yield f"answer {id_} uses version {version}, which is not there"
        if not version and (id_, 1) in versions:
            yield f"answer {id_} is blank and has a text"
    for place, text in versions.items():
        if not text.strip():
            yield f"version {place} is blank"


def _codings(session: Session) -> Iterator[str]:
    versions = _versions(session)
    rows = session.execute(
        select(CodingRow, AnswerRow.question_id, AnswerRow.version, PresenceRow.band)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
    ).all()
    active = _codes(session)
    for coding, question, version, band in rows:
        text = versions.get((coding.answer_id, coding.version))
        start, end = coding.start_at, coding.end_at
        if not version or text is None:
            yield f"coding {coding.id} stands on no text"
        elif start is not None and not 0 <= start < (end or 0) <= len(text):
            yield f"coding {coding.id} stands outside its text"
        if (start is None) != (end is None):
            yield f"coding {coding.id} has half a segment"
        if coding.band != band:
            yield f"coding {coding.id} stands under {coding.band}, not {band}"
        if question != coding.question_id or (question, coding.code_id) not in active:
            yield f"coding {coding.id} has a code of another question, or a merged one"


def _books(session: Session) -> Iterator[str]:
    for question in questions(session):
        tree = codebook_of(session, question.id)
        if tree.single and several_codes(session, question):
            yield f"{question.full_key} takes one code and has several"
        twins = Counter((code.parent_id, code.name) for code in tree.walk())
        walked = list(tree.walk())
        if any(len(tree.lineage(code.id)) > MAX_LEVELS for code in walked):
            yield f"codebook {tree.id} is too deep"
        if twins and max(twins.values()) > 1:
            yield f"codebook {tree.id} has twins"
        if len(walked) != sum(code.status != "merged" for code in tree.codes):
            yield f"codebook {tree.id} has codes out of reach"
        if any(tree.followed(code).status == "merged" for code in tree.codes):
            yield f"codebook {tree.id} has a merged code that leads nowhere"


def _routing(session: Session) -> Iterator[str]:
    for question in questions(session):
        if question.asked_if is None:
            continue
        asked = asked_presences(session, question)
        rows = session.execute(
            select(AnswerRow.presence_id, AnswerRow.version).where(
                AnswerRow.question_id == question.id
            )
        ).all()
        blank = {presence for presence, version in rows if not version}
        texts = {presence for presence, version in rows if version}
        if blank != asked - texts:
            yield f"{question.full_key}: blank {blank}, asked {asked}, with text {texts}"


def _versions(session: Session) -> dict[tuple[int, int], str]:
    rows = session.execute(select(VersionRow.answer_id, VersionRow.number, VersionRow.text))
    return {(answer, number): text for answer, number, text in rows}


def _codes(session: Session) -> set[tuple[int, int]]:
    """Questions and the codes that may stand on their answers."""
    found = set()
    for book in session.scalars(select(CodebookRow.id)):
        for question in questions_using(session, book):
            found |= {(question, code.id) for code in codebook_of(session, question).walk()}
    return found
