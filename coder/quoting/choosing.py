"""Quotes are chosen, put back and put in order; what codes become, their quotes become too."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from coder.quoting.choice_tables import ChosenQuoteRow
from coder.quoting.piece import Place
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.store.ids import among
from corpus.tables import AnswerRow


def choose(session: Session, wanted: Sequence[tuple[int, Place]], coder: int) -> int:
    """Choose pieces, each under a code, after those chosen there; returns how many are new.

    Raises a Problem for a piece that does not have the code.
    """
    new = 0
    for code_id, place in wanted:
        if not session.scalar(select(exists().where(_of_coding(code_id, place)))):
            raise Problem("The piece does not have the code any more.", "Nothing was changed.")
        if _row(session, code_id, place) is not None:
            continue
        last = select(func.max(ChosenQuoteRow.position)).where(ChosenQuoteRow.code_id == code_id)
        session.add(
            ChosenQuoteRow(
                code_id=code_id,
                answer_id=place.answer_id,
                start_at=place.start,
                end_at=place.end,
                position=(session.scalar(last) or 0) + 1,
                coder_id=coder,
            )
        )
        session.flush()
        new += 1
    return new


def unchoose(session: Session, codes: Collection[int], places: Sequence[Place]) -> int:
    """Put pieces back, under all of these codes; returns how many quotes went."""
    gone = 0
    for place in places:
        rows = session.scalars(
            select(ChosenQuoteRow).where(_at(place), ChosenQuoteRow.code_id.in_(among(codes)))
        )
        for row in rows.all():
            session.delete(row)
            gone += 1
    session.flush()
    return gone


def put(session: Session, code_id: int, place: Place, order: int) -> bool:
    """Make a chosen quote the first, second, ... of its code's in its question, counted from 1.

    Beyond the last one it becomes the last. Returns whether anything changed; raises a Problem
    when it is not chosen.
    """
    row = _row(session, code_id, place)
    if row is None:
        raise Problem("The piece is not chosen under this code.", "Nothing was changed.")
    question = select(AnswerRow.question_id).where(AnswerRow.id == place.answer_id)
    rows = session.scalars(
        select(ChosenQuoteRow)
        .join(AnswerRow, AnswerRow.id == ChosenQuoteRow.answer_id)
        .where(ChosenQuoteRow.code_id == code_id)
        .where(AnswerRow.question_id == question.scalar_subquery())
        .order_by(ChosenQuoteRow.position, ChosenQuoteRow.id)
    ).all()
    ordered = [each for each in rows if each is not row]
    ordered.insert(max(0, order - 1), row)
    changed = False
    for position, each in enumerate(ordered, start=1):
        changed |= each.position != position
        each.position = position
    session.flush()
    return changed


def follow_codings(session: Session, sources: Collection[int], target: int) -> None:
    """Codings of some codes got another: the quotes chosen of them stand under that one now."""
    rows = session.scalars(
        select(ChosenQuoteRow)
        .where(ChosenQuoteRow.code_id.in_(among(set(sources) - {target})))
        .order_by(ChosenQuoteRow.position, ChosenQuoteRow.id)
    ).all()
    for row in rows:
        place = Place(row.answer_id, row.start_at, row.end_at)
        moved = and_(
            ~exists().where(_of_coding(row.code_id, place)),
            exists().where(_of_coding(target, place)),
        )
        if not session.scalar(select(moved)):
            continue
        if _row(session, target, place) is not None:
            session.delete(row)
        else:
            last = select(func.max(ChosenQuoteRow.position))
            behind = session.scalar(last.where(ChosenQuoteRow.code_id == target)) or 0
            row.code_id, row.position = target, behind + 1
        session.flush()


def follow_text(
    session: Session, code_id: int, before: Place, now: tuple[int | None, int | None]
) -> None:
    """A coding stands on other characters, as the text changed: the quote chosen of it does too."""
    row = _row(session, code_id, before)
    if row is None or session.scalar(select(exists().where(_of_coding(code_id, before)))):
        return
    if _row(session, code_id, Place(before.answer_id, *now)) is not None:
        session.delete(row)
    else:
        row.start_at, row.end_at = now
    session.flush()


def _row(session: Session, code_id: int, place: Place) -> ChosenQuoteRow | None:
    query = select(ChosenQuoteRow).where(_at(place), ChosenQuoteRow.code_id == code_id)
    return session.scalars(query).one_or_none()


def _at(place: Place) -> ColumnElement[bool]:
    return and_(
        ChosenQuoteRow.answer_id == place.answer_id,
        ChosenQuoteRow.start_at.is_not_distinct_from(place.start),
        ChosenQuoteRow.end_at.is_not_distinct_from(place.end),
    )


def _of_coding(code_id: int, place: Place) -> ColumnElement[bool]:
    return and_(
        CodingRow.answer_id == place.answer_id,
        CodingRow.code_id == code_id,
        CodingRow.start_at.is_not_distinct_from(place.start),
        CodingRow.end_at.is_not_distinct_from(place.end),
    )
