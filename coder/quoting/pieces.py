"""Everything said under a theme, read from the study: in view before quotes are chosen."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from codebooks.tree import CodeTree
from coder.quoting.piece import Piece, Place
from coder.quoting.used import ChosenQuote, respondents_quoted
from coder.tables import CoderRow, CodingRow, FlagRow
from corpus.queries import Question
from corpus.store.ids import among
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow

FLAG = "quote"
"""The flag that a coder puts on an answer worth quoting."""

PlacesByCode = Mapping[int, Set[Place]]
"""What has a code, for each code."""


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
    return with_choices(_bare_pieces(session, question, tree, code_id), chosen)


def with_choices(pieces: Iterable[Piece], chosen: Collection[ChosenQuote]) -> list[Piece]:
    """The same pieces, with what of them is chosen now, and how often who said it is quoted."""
    places: defaultdict[Place, dict[int, int]] = defaultdict(dict)
    for quote in chosen:
        if quote.is_coded:
            places[quote.place][quote.code_id] = quote.order
    quoted = {use.respondent: use.total for use in respondents_quoted(chosen)}
    found: list[Piece] = []
    for piece in pieces:
        orders = places.get(piece.place, {})
        code = next((code for code in piece.codes if code in orders), None)
        order = 0 if code is None else orders[code]
        count = quoted.get(piece.respondent, 0)
        found.append(replace(piece, chosen=code, order=order, quoted=count))
    return found


def places_by_code(session: Session, question: Question) -> PlacesByCode:
    """The pieces of a question, by code."""
    codings = select(
        CodingRow.code_id, CodingRow.answer_id, CodingRow.start_at, CodingRow.end_at
    ).where(CodingRow.question_id == question.id)
    places: defaultdict[int, set[Place]] = defaultdict(set)
    for code, answer, start, end in session.execute(codings):
        places[code].add(Place(answer, start, end))
    return places


def amounts(
    question: Question, tree: CodeTree, there: PlacesByCode, chosen: Iterable[ChosenQuote]
) -> Mapping[int, Amount]:
    """For each code how many pieces of the question it has, what is under it included."""
    taken: defaultdict[int, set[Place]] = defaultdict(set)
    for quote in chosen:
        if quote.is_coded and quote.question == question.full_key:
            taken[quote.code_id].add(quote.place)
    return {
        code.id: Amount(_under(tree, there, code.id), _under(tree, taken, code.id))
        for code in tree.walk()
    }


def _under(tree: CodeTree, places: PlacesByCode, theme: int) -> int:
    found = (places[code] for code in tree.subtree(theme) if code in places)
    return len(set[Place]().union(*found))


_Coded = tuple[CodingRow, str, str, str, str]
"""A coding, with coder, respondent, size band and the answer in the version that was coded."""


def _bare_pieces(session: Session, question: Question, tree: CodeTree, code_id: int) -> list[Piece]:
    under = tree.subtree(code_id)
    rank = {code.id: at for at, code in enumerate(tree.walk())}
    groups: defaultdict[Place, list[_Coded]] = defaultdict(list)
    for coding, name, who, band, text in session.execute(_codings_beside(question, under)):
        place = Place(coding.answer_id, coding.start_at, coding.end_at)
        groups[place].append((coding, name, who, band, text))
    pieces = (_bare_piece(place, same, set(under), rank) for place, same in groups.items())
    flagged = _flagged(session, question)
    return [
        replace(piece, flagged=True) if piece.place.answer_id in flagged else piece
        for piece in pieces
        if piece.codes and piece.text
    ]


def _flagged(session: Session, question: Question) -> set[int]:
    """The answers that anybody flagged as a quote while coding."""
    query = select(FlagRow.answer_id).join(AnswerRow, AnswerRow.id == FlagRow.answer_id)
    of = query.where(AnswerRow.question_id == question.id, FlagRow.kind == FLAG)
    return set(session.scalars(of))


def _codings_beside(
    question: Question, codes: Collection[int]
) -> Select[CodingRow, str, str, str, str]:
    """The codings of all answers that have one of the codes, the newest text of a piece first."""
    having = select(CodingRow.answer_id).where(
        CodingRow.question_id == question.id, CodingRow.code_id.in_(among(codes))
    )
    return (
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
    )


def _bare_piece(
    place: Place, same: Sequence[_Coded], under: Collection[int], rank: Mapping[int, int]
) -> Piece:
    """A piece that nothing was chosen of; without a code when it has none of those wanted."""
    codes = sorted({row[0].code_id for row in same} & rank.keys(), key=lambda id_: rank[id_])
    coders = {name for coding, name, *_ in same if coding.code_id in under}
    _, _, respondent, band, answer = same[0]
    return Piece(
        place=place,
        codes=tuple(id_ for id_ in codes if id_ in under),
        beside=tuple(id_ for id_ in codes if id_ not in under),
        coders=tuple(sorted(coders)),
        respondent=respondent,
        band=band,
        text=answer[place.start : place.end].strip(),
    )
