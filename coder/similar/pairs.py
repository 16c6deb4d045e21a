"""The codes of a codebook that may be one, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.tree import Code, CodeTree
from coder.similar.apart import Pair, kept_pairs, pair_of
from coder.similar.by_answers import alike_by_answers, shared_answers
from coder.similar.by_name import alike_by_name
from coder.similar.by_words import alike_by_words, read_words
from coder.similar.pair import Reason, SimilarPair
from coder.tables import CodingRow
from corpus.queries import IN_USE, Question
from corpus.tables import AnswerRow, VersionRow

if TYPE_CHECKING:
    from numpy import bool_, intp
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_MOST = 200
_ELSEWHERE = 0.6
"""What a like name counts when both stand under themes, and these are two."""


@dataclass(frozen=True)
class _Coded:
    """Codes x answers, each cell 1; the text of each answer, and the place of its question."""

    matrix: "csr_array"
    texts: Sequence[str]
    questions: Sequence[int]


def similar_codes(
    session: Session, tree: CodeTree, questions: Sequence[Question], most: int = _MOST
) -> list[SimilarPair]:
    """Pairs of codes that may be one, by name and by their answers to these questions.

    Retired and merged codes are left out, and pairs kept apart; outcomes are compared by name
    only. A theme and what stands under it are not compared by their answers.
    """
    codes = [code for code in tree.walk() if code.status == "active"]
    coded = _read(session, codes, questions)
    reasons: dict[tuple[int, int], list[Reason]] = {}
    for alike in alike_by_name([code.name for code in codes]):
        reason = _in_place(codes[alike.one], codes[alike.other], alike.reason)
        reasons.setdefault((alike.one, alike.other), []).append(reason)
    for one, other, reason in _by_content(coded):
        if _is_told_by_content(tree, codes[one], codes[other]):
            reasons.setdefault((one, other), []).append(reason)
    apart = set(kept_pairs(session, tree.id))
    return _ordered(codes, coded, reasons, apart)[:most]


def _in_place(one: Code, other: Code, reason: Reason) -> Reason:
    if one.parent_id is None or other.parent_id is None or one.parent_id == other.parent_id:
        return reason
    return Reason(reason.kind, reason.how, reason.strength * _ELSEWHERE)


def _is_told_by_content(tree: CodeTree, one: Code, other: Code) -> bool:
    if one.outcome or other.outcome:
        return False
    return one.id not in tree.lineage(other.id) and other.id not in tree.lineage(one.id)


def _by_content(coded: _Coded) -> list[tuple[int, int, Reason]]:
    import numpy

    if not coded.texts:
        return []
    words = read_words(coded.texts, numpy.array(coded.questions))
    return [*alike_by_answers(coded.matrix), *alike_by_words(words, coded.matrix)]


def _read(session: Session, codes: Sequence[Code], questions: Sequence[Question]) -> _Coded:
    import numpy
    from scipy.sparse import csr_array

    asked = {question.id: at for at, question in enumerate(questions)}
    connection = session.connection()
    answers = connection.execute(
        select(AnswerRow.id, AnswerRow.question_id, VersionRow.text)
        .join(VersionRow, IN_USE)
        .where(AnswerRow.question_id.in_(asked))
        .order_by(AnswerRow.id)
    ).all()
    codings = connection.execute(
        select(CodingRow.code_id, CodingRow.answer_id).where(CodingRow.question_id.in_(asked))
    ).all()
    given = numpy.fromiter(chain.from_iterable(codings), int).reshape(-1, 2).T
    row, is_known = _places([code.id for code in codes], given[0])
    column, is_read = _places([answer for answer, _, _ in answers], given[1])
    cells = numpy.unique(numpy.stack((row, column))[:, is_known & is_read], axis=1)
    ones = numpy.ones(cells.shape[1], numpy.float32)
    matrix = csr_array((ones, (cells[0], cells[1])), (len(codes), len(answers)))
    return _Coded(
        matrix, [text for _, _, text in answers], [asked[question] for _, question, _ in answers]
    )


def _places(
    ids: Sequence[int], wanted: "NDArray[intp]"
) -> tuple["NDArray[intp]", "NDArray[bool_]"]:
    """Where each of the wanted ids stands among others, and whether it does."""
    import numpy

    known = numpy.array(ids, int)
    order = numpy.argsort(known)
    at = numpy.searchsorted(known[order], wanted).clip(0, max(len(known) - 1, 0))
    place = order[at] if len(known) else at
    return place, known[place] == wanted if len(known) else numpy.zeros(len(wanted), bool)


def _ordered(
    codes: Sequence[Code],
    coded: _Coded,
    reasons: dict[tuple[int, int], list[Reason]],
    apart: set[Pair],
) -> list[SimilarPair]:
    import numpy

    counts = numpy.asarray(coded.matrix.sum(axis=1)).ravel().astype(int).tolist()
    shared = shared_answers(coded.matrix)
    found = []
    for places, why in reasons.items():
        if pair_of(codes[places[0]].id, codes[places[1]].id) in apart:
            continue
        large, small = sorted(places, key=lambda at: (-counts[at], codes[at].number))
        why.sort(key=lambda reason: -reason.strength)
        pair = (codes[large].id, codes[small].id, counts[large], counts[small])
        both = int(shared[large, small])
        found.append(SimilarPair(*pair, both, _together(why), tuple(why)))
    found.sort(key=lambda pair: (-pair.score, -pair.answers, pair.code_id, pair.other_id))
    return found


def _together(reasons: Sequence[Reason]) -> float:
    """As if each reason were right so often, whatever the others are."""
    return 1 - reduce(lambda doubt, reason: doubt * (1 - reason.strength), reasons, 1.0)
