"""Which quotes are chosen in a study, and how often each respondent is quoted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.quoting.choice_tables import ChosenQuoteRow
from coder.quoting.piece import Place, place_name
from coder.tables import CodingRow
from corpus.queries import Question, questions
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow

CODED_ON = (
    select(func.max(CodingRow.version))
    .where(
        CodingRow.answer_id == ChosenQuoteRow.answer_id,
        CodingRow.code_id == ChosenQuoteRow.code_id,
        CodingRow.start_at.is_not_distinct_from(ChosenQuoteRow.start_at),
        CodingRow.end_at.is_not_distinct_from(ChosenQuoteRow.end_at),
    )
    .correlate(ChosenQuoteRow)
    .scalar_subquery()
)
"""The version of the text that a chosen piece has its code on, NULL when it has lost the code."""


@dataclass(frozen=True, slots=True)
class ChosenQuote:
    """A chosen quote and where it is used: under which question and code, as which one.

    `answer` is the whole answer. `is_coded` is false when the piece has lost its code since: then
    it is printed nowhere. `respondent` is for the researcher's eyes only.
    """

    question: str
    code_id: int
    path: tuple[str, ...]
    order: int
    place: Place
    respondent: str
    band: str
    text: str
    answer: str
    is_coded: bool = True

    @property
    def name(self) -> str:
        """What the piece is called inside the study."""
        return place_name(self.respondent, self.place)


@dataclass(frozen=True, slots=True)
class RespondentUse:
    """How often a respondent is quoted: in the whole report, and by question."""

    respondent: str
    band: str
    total: int
    chapters: tuple[tuple[str, int], ...]


def chosen_quotes(session: Session, of: Sequence[Question] | None = None) -> list[ChosenQuote]:
    """The chosen quotes of some questions (None: of all), as they will be printed."""
    asked = questions(session) if of is None else of
    return [quote for question in asked for quote in _of_question(session, question)]


def respondents_quoted(quotes: Iterable[ChosenQuote]) -> list[RespondentUse]:
    """Who is quoted, most often first; a piece printed under two codes counts once."""
    bands: dict[str, str] = {}
    places: dict[str, set[tuple[str, Place]]] = defaultdict(set)
    for quote in quotes:
        if quote.is_coded:
            bands.setdefault(quote.respondent, quote.band)
            places[quote.respondent].add((quote.question, quote.place))
    used = [
        RespondentUse(who, bands[who], len(found), tuple(Counter(q for q, _ in found).items()))
        for who, found in places.items()
    ]
    return sorted(
        [RespondentUse(u.respondent, u.band, u.total, tuple(sorted(u.chapters))) for u in used],
        key=lambda use: (-use.total, use.respondent),
    )


def _of_question(session: Session, question: Question) -> list[ChosenQuote]:
    rows = session.execute(
        select(ChosenQuoteRow, RespondentRow.key, PresenceRow.band, VersionRow.text, CODED_ON)
        .join(AnswerRow, AnswerRow.id == ChosenQuoteRow.answer_id)
        .join(
            VersionRow,
            (VersionRow.answer_id == AnswerRow.id)
            & (VersionRow.number == func.coalesce(CODED_ON, AnswerRow.version)),
        )
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .where(AnswerRow.question_id == question.id)
        .order_by(ChosenQuoteRow.position, ChosenQuoteRow.id)
    ).all()
    if not rows:
        return []
    tree = codebook_of(session, question.id)
    rank = {code.id: at for at, code in enumerate(tree.walk())}
    orders = Counter[int]()
    quotes: list[ChosenQuote] = []
    for row, respondent, band, text, version in rows:
        is_coded = version is not None and row.code_id in rank
        orders[row.code_id] += is_coded
        quotes.append(
            ChosenQuote(
                question=question.full_key,
                code_id=row.code_id,
                path=tree.path(row.code_id) if row.code_id in tree.by_id else (),
                order=orders[row.code_id] if is_coded else 0,
                place=Place(row.answer_id, row.start_at, row.end_at),
                respondent=respondent,
                band=band,
                text=text[row.start_at : row.end_at].strip(),
                answer=text,
                is_coded=is_coded,
            )
        )
    return sorted(quotes, key=lambda quote: rank.get(quote.code_id, len(rank)))


def orders_of(session: Session, question: Question) -> dict[tuple[int, Place], int]:
    """Where each chosen quote of a question stands under its code, from 1."""
    quotes = _of_question(session, question)
    return {(quote.code_id, quote.place): quote.order for quote in quotes if quote.is_coded}
