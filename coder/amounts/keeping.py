"""Amounts as a variable of the study: read from answers, taken, set by hand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from coder.amounts.finding import amounts_in
from coder.tables import CodingRow
from corpus.language import Language
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question, over_answers
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, ValueRow, VariableRow, VersionRow

_MOST = Decimal(10) ** 12


@dataclass(frozen=True)
class ReadAnswer:
    """An answer, or the pieces of it that have the codes asked for, and the amounts in it.

    `kept` is what the variable holds for it now.
    """

    presence: int
    respondent: str
    text: str
    amounts: tuple[Decimal, ...]
    kept: Decimal | None = None

    def taken(self, add: bool) -> Decimal | None:
        """The one amount, or with `add` the sum of several; None when it is for a person to say."""
        if not self.amounts or (len(self.amounts) > 1 and not add):
            return None
        return sum(self.amounts, Decimal())


def read_answers(
    session: Session, question: Question, codes: Collection[int] | None, variable: str = ""
) -> list[ReadAnswer]:
    """The answers with text in file order, or those with one of `codes`, with their amounts."""
    rows = session.execute(
        over_answers(select(AnswerRow.id, PresenceRow.id, RespondentRow.key, VersionRow.text))
        .where(AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
    ).all()
    pieces = _pieces(session, question, codes) if codes is not None else {}
    kept = kept_amounts(session, variable) if variable else {}
    found = []
    for answer, presence, respondent, text in rows:
        if codes is not None and answer not in pieces:
            continue
        read = _joined(text, pieces.get(answer, [(None, None)]))
        amounts = tuple(each.value for each in amounts_in(read))
        found.append(ReadAnswer(presence, respondent, read, amounts, kept.get(presence)))
    return found


def kept_amounts(session: Session, variable: str) -> dict[int, Decimal]:
    """What a variable holds by presence; a Problem when something in it is no number."""
    query = (
        select(ValueRow.presence_id, ValueRow.text)
        .join(VariableRow, VariableRow.id == ValueRow.variable_id)
        .where(VariableRow.key == normalise(variable))
    )
    found = {presence: as_amount(text) for presence, text in session.execute(query)}
    if None in found.values():
        raise Problem(f"{variable} holds texts that are no numbers.", "Choose another name.")
    return {presence: value for presence, value in found.items() if value is not None}


def keep_amounts(
    session: Session, variable: str, values: Mapping[int, Decimal | None], language: Language
) -> int:
    """Write amounts by presence into a variable, made when it is not there; None takes one out.

    Returns how many changed. A Problem for a variable that holds other texts.
    """
    before = kept_amounts(session, variable)
    changed = {at: value for at, value in values.items() if before.get(at) != value}
    if not changed:
        return 0
    name = normalise(variable)
    if not name:
        raise Problem("The variable needs a name.", "For example: --to persons")
    row = session.scalars(select(VariableRow).where(VariableRow.key == name)).one_or_none()
    if row is None:
        row = VariableRow(key=name)
        session.add(row)
        session.flush()
    place = ValueRow.variable_id == row.id
    session.execute(delete(ValueRow).where(place, ValueRow.presence_id.in_(list(changed))))
    for presence, value in changed.items():
        if value is not None:
            text = written(value, language)
            session.add(ValueRow(variable_id=row.id, presence_id=presence, text=text))
    session.flush()
    return len(changed)


def as_amount(text: str) -> Decimal | None:
    """A number as people write it (`2,5`, `1 200`), not below 0; None for other texts."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value < _MOST else None


def written(value: Decimal, language: Language) -> str:
    """An amount with no more decimals than it has, with the decimal mark of the language."""
    plain = f"{value.normalize():f}"
    return plain if language == "en" else plain.replace(".", ",")


def _pieces(
    session: Session, question: Question, codes: Collection[int]
) -> dict[int, list[tuple[int | None, int | None]]]:
    """The places of the codes by answer, each once."""
    query = (
        select(CodingRow.answer_id, CodingRow.start_at, CodingRow.end_at)
        .where(CodingRow.question_id == question.id, CodingRow.code_id.in_(list(codes)))
        .distinct()
        .order_by(CodingRow.answer_id, CodingRow.start_at)
    )
    found: dict[int, list[tuple[int | None, int | None]]] = {}
    for answer, start, end in session.execute(query):
        found.setdefault(answer, []).append((start, end))
    return found


def _joined(text: str, places: list[tuple[int | None, int | None]]) -> str:
    """The coded pieces of a text, those that meet as one; the whole when it is coded whole."""
    if any(start is None for start, _ in places):
        return text
    return "\n".join(text[start:end] for start, end in _united(places))


def _united(places: list[tuple[int | None, int | None]]) -> Iterator[tuple[int, int]]:
    ranges = sorted((start or 0, end or 0) for start, end in places)
    low, high = ranges[0]
    for start, end in ranges[1:]:
        if start > high:
            yield low, high
            low, high = start, end
        high = max(high, end)
    yield low, high
