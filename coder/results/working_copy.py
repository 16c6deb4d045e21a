"""Coded text as it was written, with who wrote it: for the researcher's own desk only."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.quoting.piece import Place
from coder.quoting.used import orders_of
from coder.results.passages import coded_passages
from corpus.language import Language
from corpus.queries import Question, study_facts
from corpus.tables import AnswerRow, PresenceRow, RespondentRow


@dataclass(frozen=True)
class WorkingPiece:
    """A piece of an answer under its path, who wrote it, and where it stands in the answer."""

    path: tuple[str, ...]
    text: str
    respondent: str
    name: str
    band: str
    place: str


@dataclass(frozen=True)
class WorkingCopy:
    """All that is in a working copy; nothing in it is masked."""

    study: str
    language: Language
    pieces: tuple[WorkingPiece, ...]


def working_copy(
    session: Session,
    questions: Sequence[Question],
    codes: Collection[int] | None = None,
    chosen: bool = False,
) -> WorkingCopy:
    """The coded pieces in codebook order, in the order of the file; only of `codes`, or chosen."""
    facts = study_facts(session)
    keys = dict(
        session.execute(
            select(AnswerRow.id, RespondentRow.key)
            .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
            .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        ).all()
    )
    pieces = (
        WorkingPiece(
            path,
            text,
            keys[place.answer_id],
            name,
            facts.scheme.head(band, facts.language),
            _named(place),
        )
        for question in questions
        for path, text, place, name, band in _pieces(session, question, codes, chosen)
    )
    return WorkingCopy(facts.title, facts.language, tuple(pieces))


def _pieces(
    session: Session, question: Question, codes: Collection[int] | None, chosen: bool
) -> Iterator[tuple[tuple[str, ...], str, Place, str, str]]:
    tree = codebook_of(session, question.id)
    orders = orders_of(session, question) if chosen else {}
    order = {code.id: at for at, code in enumerate(tree.walk())}
    passages = [
        each
        for each in coded_passages(session, question, None)
        if (codes is None or each.code in codes)
        and (not chosen or (each.code, each.place) in orders)
    ]
    passages.sort(key=lambda each: (order[each.code], each.answer, each.start))
    for each in passages:
        path = (f"{question.full_key} {question.text}", *tree.path(each.code))
        yield path, each.text[each.start : each.end].strip(), each.place, each.name, each.band


def _named(place: Place) -> str:
    return "" if place.start is None else f"{place.start}-{place.end}"
