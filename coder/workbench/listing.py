"""Which answers the grid shows and in which order, and what stands in the rows in view."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, LargeBinary, Row, cast, func, select
from sqlalchemy.orm import Session

from coder.tables import CodingRow
from coder.workbench.conditions import WITH_TEXT, conditions, with_text
from coder.workbench.duplicates import SameTexts, same_texts
from coder.workbench.filters import Filter, Flag, GridRow, Sort
from coder.workbench.flags import flags_of
from coder.workbench.ids import AMONG_IDS, ids_given, read_ids
from coder.workbench.ordering import by_alphabet
from coder.workbench.texts import texts_of_question
from corpus.queries import IN_USE, Question, over_answers
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow

_BEGINNING = func.substr(cast(VersionRow.text, LargeBinary), 1, 1_000, type_=LargeBinary)
_FACTS = over_answers(select(AnswerRow.id, RespondentRow.key, _BEGINNING, PresenceRow.band)).where(
    AnswerRow.id.in_(AMONG_IDS), *WITH_TEXT
)
_CODES = (
    select(CodingRow.answer_id, CodingRow.code_id)
    .where(CodingRow.answer_id.in_(AMONG_IDS))
    .order_by(CodingRow.id)
)


def answer_ids(
    session: Session,
    question: Question,
    wanted: Filter,
    order: Sort = Sort.FILE,
    same: SameTexts | None = None,
) -> list[int]:
    """The ids of the answers with text that a filter lets through, in order.

    The shortest, those with the fewest codes, or the largest group of identical texts come first;
    what is equal stays in the order of the file, or in that of a work list. Groups are those of the
    whole question, whatever is shown of them. Length is in characters up to a NUL, where SQLite
    stops counting. Codes of all coders count. `same` are the identical texts where they are known
    already.
    """
    shown = conditions(session, question, wanted)
    if order is Sort.ALPHABET:
        return by_alphabet(texts_of_question(session, question, *shown))
    query = select(AnswerRow.id).where(*with_text(question), *shown)
    ids = read_ids(session, query.order_by(*_first_by(order), AnswerRow.id))
    if order is Sort.DUPLICATES:
        return (same or same_texts(session, question)).together(ids)
    if order is Sort.FILE and wanted.listed is not None:
        left = set(ids)
        return [id_ for id_ in wanted.listed.ids if id_ in left]
    return ids


def grid_rows(
    session: Session,
    question: Question,
    ids: Sequence[int],
    same: Mapping[int, int] | None = None,
) -> list[GridRow]:
    """The rows of some hundred answers, in the order of `ids`.

    Codes stand in the order in which they were given. `same` says for answers with a twin how
    many say the same (`SameTexts.counts`).
    """
    codes, flags, counts = _codes(session, ids), flags_of(session, ids), same or {}
    none: frozenset[Flag] = frozenset()
    rows = {
        id_: GridRow(
            id=id_,
            respondent=respondent,
            beginning=_one_line(beginning),
            codes=tuple(codes[id_]),
            band=band,
            flags=flags.get(id_, none),
            same=counts.get(id_, 1),
        )
        for id_, respondent, beginning, band in _facts(session, question, ids)
    }
    return [rows[id_] for id_ in ids if id_ in rows]


def _first_by(order: Sort) -> list[ColumnElement[int]]:
    if order is Sort.LENGTH:
        return [select(func.length(VersionRow.text)).where(IN_USE).scalar_subquery()]
    if order is Sort.CODES:
        codes = select(func.count(CodingRow.code_id.distinct()))
        return [codes.where(CodingRow.answer_id == AnswerRow.id).scalar_subquery()]
    return []


def _facts(
    session: Session, question: Question, ids: Sequence[int]
) -> Sequence[Row[int, str, bytes, str]]:
    """Only the first bytes of a text are read; as bytes, because SQLite stops at a NUL in text."""
    given = {**ids_given(ids), "question": question.id}
    return session.connection().execute(_FACTS, given).all()


def _codes(session: Session, ids: Sequence[int]) -> Mapping[int, Iterable[int]]:
    codes: dict[int, dict[int, None]] = defaultdict(dict)
    for answer, code in session.connection().execute(_CODES, ids_given(ids)):
        codes[answer][code] = None
    return codes


def _one_line(beginning: bytes) -> str:
    return " ".join(beginning.decode(errors="ignore").split())
