"""Everything said under a theme, read from the study: in view before quotes are chosen."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.tree import CodeTree
from coder.quoting.choice_tables import ChosenQuoteRow
from coder.quoting.piece import Piece, Place
from coder.quoting.used import CODED_ON, ChosenQuote, respondents_quoted
from coder.tables import CoderRow, CodingRow
from corpus.queries import Question
from corpus.store.ids import among
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow


@dataclass(frozen=True, slots=True)
class Amount:
    """How many pieces there are under a theme, and how many of them are chosen."""

    there: int
    chosen: int


def pieces_under(
    session: Session,
    question: Question,
    tree: CodeTree,
    code_id: int,
    chosen: Collection[ChosenQuote],
) -> list[Piece]:
    """The pieces of a question with a code or anything under it, in the order of the file.

    `chosen` are the chosen quotes of the whole study.
    """
    found = _bare_pieces(session, question, tree, code_id)
    under = {piece.place: frozenset(piece.codes) for piece in found}
    places = {
        quote.place: (quote.code_id, quote.order)
        for quote in chosen
        if quote.is_coded and quote.code_id in under.get(quote.place, ())
    }
    quoted = {use.respondent: use.total for use in respondents_quoted(chosen)}
    return [
        replace(piece, chosen=code, order=order, quoted=quoted.get(piece.respondent, 0))
        for piece in found
        for code, order in (places.get(piece.place, (None, 0)),)
    ]


def amounts(session: Session, question: Question, tree: CodeTree) -> Mapping[int, Amount]:
    """For each code how many pieces of the question it has, what is under it included."""
    codings = select(
        CodingRow.code_id, CodingRow.answer_id, CodingRow.start_at, CodingRow.end_at
    ).where(CodingRow.question_id == question.id)
    choices = (
        select(
            ChosenQuoteRow.code_id,
            ChosenQuoteRow.answer_id,
            ChosenQuoteRow.start_at,
            ChosenQuoteRow.end_at,
        )
        .join(AnswerRow, AnswerRow.id == ChosenQuoteRow.answer_id)
        .where(AnswerRow.question_id == question.id, CODED_ON.is_not(None))
    )
    there = _by_theme(tree, ((row[0], tuple(row[1:])) for row in session.execute(codings)))
    taken = _by_theme(tree, ((row[0], tuple(row[1:])) for row in session.execute(choices)))
    return {code.id: Amount(there[code.id], taken[code.id]) for code in tree.walk()}


def _by_theme(tree: CodeTree, rows: Iterable[tuple[int, tuple[int | None, ...]]]) -> Counter[int]:
    places: defaultdict[int, set[tuple[int | None, ...]]] = defaultdict(set)
    for code, place in rows:
        places[code].add(place)
    counts = Counter[int]()
    for theme in tree.walk():
        under = (places[id_] for id_ in tree.subtree(theme.id))
        counts[theme.id] = len(set[object]().union(*under))
    return counts


def _bare_pieces(session: Session, question: Question, tree: CodeTree, code_id: int) -> list[Piece]:
    under = tree.subtree(code_id)
    having = select(CodingRow.answer_id).where(
        CodingRow.question_id == question.id, CodingRow.code_id.in_(among(under))
    )
    rows = session.execute(
        select(CodingRow, CoderRow.name, RespondentRow.key, PresenceRow.band, VersionRow.text)
        .join(CoderRow, CoderRow.id == CodingRow.coder_id)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .join(
            VersionRow,
            (VersionRow.answer_id == CodingRow.answer_id)
            & (VersionRow.number == CodingRow.version),
        )
        .where(CodingRow.question_id == question.id, CodingRow.answer_id.in_(having))
        .order_by(CodingRow.answer_id, CodingRow.start_at, CodingRow.end_at)
        .order_by(CodingRow.version.desc(), CodingRow.id)
    ).all()
    rank = {code.id: at for at, code in enumerate(tree.walk())}
    wanted = set(under)
    groups: defaultdict[Place, list[tuple[CodingRow, str, str, str, str]]] = defaultdict(list)
    for coding, name, who, band, text in rows:
        place = Place(coding.answer_id, coding.start_at, coding.end_at)
        groups[place].append((coding, name, who, band, text))
    found: list[Piece] = []
    for place, same in groups.items():
        codes = sorted({row[0].code_id for row in same} & rank.keys(), key=lambda id_: rank[id_])
        _, _, respondent, band, answer = same[0]
        text = answer[place.start : place.end].strip()
        if text and wanted.intersection(codes):
            found.append(
                Piece(
                    place=place,
                    codes=tuple(id_ for id_ in codes if id_ in wanted),
                    beside=tuple(id_ for id_ in codes if id_ not in wanted),
                    coders=tuple(sorted({name for row, name, *_ in same if row.code_id in wanted})),
                    respondent=respondent,
                    band=band,
                    text=text,
                )
            )
    return found
