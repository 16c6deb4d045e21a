"""What the suggestions say of a question, with paths and texts in the place of ids."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.suggest.grouping import clusters
from coder.suggest.new_names import new_names, rarity_in
from coder.suggest.study_ranker import ranker_of
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import Question, find_answer, over_answers
from corpus.tables import AnswerRow, RespondentRow, VersionRow

if TYPE_CHECKING:
    from coder.suggest.ranker.suggestion import Reason

Path = tuple[str, ...]
Advance = Callable[[int], None]


@dataclass(frozen=True)
class Said:
    """An answer: the respondent's key, its text, and the paths of its codes."""

    respondent: str
    text: str
    codes: tuple[Path, ...]


@dataclass(frozen=True)
class Proposed:
    """A code for an answer: its path, how likely it is (0 to 1), and what speaks for it.

    `like` is the nearest answer that has the code, when that speaks most for it.
    """

    code: Path
    probability: float
    reason: "Reason"
    like: Said | None


@dataclass(frozen=True)
class ForAnswer:
    """An answer with the codes proposed for it, and names for a new one."""

    said: Said
    proposed: tuple[Proposed, ...]
    new_names: tuple[str, ...]


@dataclass(frozen=True)
class Likely:
    """An answer that does not have a code, and how likely it gets it."""

    said: Said
    probability: float


@dataclass(frozen=True)
class Doubtful:
    """A coded answer and a code: given although unlikely, or not given although likely."""

    said: Said
    code: Path
    given: bool
    probability: float


@dataclass(frozen=True)
class Group:
    """Answers without a code on much the same subject; `typical` are nearest the middle."""

    words: tuple[str, ...]
    typical: tuple[Said, ...]
    answers: tuple[Said, ...]


def for_answer(session: Session, question: Question, respondent: str) -> ForAnswer:
    """The codes suggested for one respondent's answer, likeliest first, at most nine."""
    answer, _ = find_answer(session, question, respondent)
    tree = codebook_of(session, question.id)
    ranker, said = ranker_of(session, question), _said(session, question, tree)
    proposed = tuple(
        Proposed(
            tree.path(each.code),
            each.probability,
            each.reason,
            said.get(each.reason.answer) if each.reason.answer is not None else None,
        )
        for each in ranker.suggest(answer)
    )
    names = [code.name for code in tree.walk()]
    return ForAnswer(
        said[answer], proposed, new_names(said[answer].text, names, rarity_in(ranker.answers))
    )


def likely_answers(
    session: Session,
    question: Question,
    code: Code,
    least: float,
    advance: Advance = lambda _: None,
) -> list[Likely]:
    """Answers without a code, nor one under it, that are likely to get it, likeliest first.

    Raises a Problem for a code that cannot be suggested.
    """
    tree = codebook_of(session, question.id)
    ranker, said = ranker_of(session, question), _said(session, question, tree)
    if code.id not in ranker.codes:
        raise Problem(
            f"{' / '.join(tree.path(code.id))} is {code.status}.", "It is not suggested any more."
        )
    having = _having(session, question, set(tree.subtree(code.id)))
    found = []
    for ids, probabilities in ranker.likely(code.id):
        pairs = zip(ids, probabilities, strict=True)
        found += [(each, id_) for id_, each in pairs if each >= least and id_ not in having]
        advance(len(ids))
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return [Likely(said[id_], each) for each, id_ in found]


def doubtful(session: Session, question: Question, least: float) -> list[Doubtful]:
    """Codings that the other answers speak against, the surest first."""
    tree = codebook_of(session, question.id)
    ranker, said = ranker_of(session, question), _said(session, question, tree)
    return [
        Doubtful(said[each.answer], tree.path(each.code), each.given, each.probability)
        for each in ranker.doubts(least)
    ]


def groups(session: Session, question: Question) -> list[Group]:
    """The answers without a code in groups by what they say, the largest first."""
    tree = codebook_of(session, question.id)
    ranker, said = ranker_of(session, question), _said(session, question, tree)
    uncoded = [id_ for id_ in ranker.answers.ids if not said[id_].codes]
    return [
        Group(
            each.words,
            tuple(said[id_] for id_ in each.typical),
            tuple(said[id_] for id_ in each.ids),
        )
        for each in clusters(ranker.answers, uncoded)
    ]


def _said(session: Session, question: Question, tree: CodeTree) -> dict[int, Said]:
    """Every answer with text by its id."""
    codes = _codes_of_answers(session, question)
    order = {code.id: at for at, code in enumerate(tree.walk())}
    query = over_answers(select(AnswerRow.id, RespondentRow.key, VersionRow.text))
    rows = session.execute(query.where(AnswerRow.question_id == question.id))
    return {
        answer: Said(who, text, tuple(_paths(tree, codes.get(answer, ()), order)))
        for answer, who, text in rows
    }


def _paths(
    tree: CodeTree, codes: "set[int] | tuple[()]", order: Mapping[int, int]
) -> Iterator[Path]:
    return (tree.path(id_) for id_ in sorted(codes, key=lambda id_: order.get(id_, 0)))


def _codes_of_answers(session: Session, question: Question) -> dict[int, set[int]]:
    query = select(CodingRow.answer_id, CodingRow.code_id)
    rows = session.execute(query.where(CodingRow.question_id == question.id))
    having: defaultdict[int, set[int]] = defaultdict(set)
    for answer, code in rows:
        having[answer].add(code)
    return dict(having)


def _having(session: Session, question: Question, codes: set[int]) -> set[int]:
    having = _codes_of_answers(session, question)
    return {answer for answer, own in having.items() if own & codes}
