"""The case matrix: what each case says under each theme, masked, under its pseudonym."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.cases.pseudonyms import Case, cases, find_case
from coder.cases.summaries import summaries
from coder.quoting.used import orders_of
from coder.results.case_matrix import CaseMatrix, turned
from coder.results.case_wording import MOST, CaseWording, case_wording
from coder.results.honesty import HonestFacts, honest_notes
from coder.results.labels import study_labels
from coder.results.passages import Passage, coded_passages
from coder.results.quote import Quote
from coder.results.quotes import Printed, refuse_unapproved, study_finder
from coder.results.wording import wording
from coder.results.wordings import Wordings
from corpus.bands import UNKNOWN
from corpus.language import format_number
from corpus.problems import Problem
from corpus.queries import Question, StudyFacts, study_facts
from corpus.tables import AnswerRow, PresenceRow


class CellKind(StrEnum):
    """What a cell holds: EITHER is the summary where one is written, else quotes."""

    EITHER = "either"
    BOTH = "both"
    QUOTES = "quotes"
    SUMMARIES = "summaries"
    COUNTS = "counts"


@dataclass(frozen=True)
class CaseWishes:
    """What is wanted: `named` are keys or pseudonyms (none: every case that has something to show).

    `level` is how far down themes are columns, 1 or 2; `approved` takes quotes that were approved.
    """

    cells: CellKind = CellKind.EITHER
    named: tuple[str, ...] = ()
    level: int = 1
    turned: bool = False
    approved: bool = False
    with_band: bool = False


@dataclass(frozen=True)
class _Column:
    """A theme and the codes that count under it."""

    code: int
    name: str
    codes: frozenset[int]


@dataclass(frozen=True)
class _Piece:
    """A printable piece of a case under a theme, with what was done to it."""

    question: Question
    passage: Passage


Pieces = Mapping[tuple[int, int], Sequence[_Piece]]
"""The pieces of each case, by respondent and theme, in reading order."""


def case_matrix(
    session: Session,
    questions: Sequence[Question],
    wishes: CaseWishes,
    progressed: Callable[[int], None] = lambda _: None,
) -> CaseMatrix:
    """The matrix of some questions; themes of a codebook that they share are one column.

    It is a draft while one of its quotes is not approved. Raises a Problem for an unknown case,
    for nothing to show, and where the study lets only approved quotes out.
    """
    return _Building(session, study_facts(session), wishes, progressed).matrix(questions)


class _Building:
    """One matrix on its way: what was read, and what was printed so far."""

    def __init__(
        self,
        session: Session,
        facts: StudyFacts,
        wishes: CaseWishes,
        progressed: Callable[[int], None],
    ) -> None:
        self._session = session
        self._facts = facts
        self._wishes = wishes
        self._progressed = progressed
        self._wordings = Wordings(session, study_finder(session, reading=True), facts)
        self._printed: list[Printed] = []
        self._summarised = 0

    def matrix(self, questions: Sequence[Question]) -> CaseMatrix:
        """The finished matrix."""
        words = case_wording(self._facts.language)
        columns, pieces = self._read(questions)
        written = self._written(columns)
        every = cases(self._session)
        named = [find_case(every, name) for name in self._wishes.named]
        there = {respondent for respondent, _ in (*pieces, *written)}
        rows = list(dict.fromkeys(named)) or [each for each in every if each.respondent in there]
        cells = [[self._cell(case, each, pieces, written) for each in columns] for case in rows]
        used = [at for at in range(len(columns)) if any(row[at] for row in cells)]
        if not used:
            raise Problem("There is nothing to show of these cases.", "Code answers first.")
        made = CaseMatrix(
            words.title.format(title=self._facts.title),
            self._facts.language,
            words.case,
            tuple(self._names(rows, questions)),
            tuple(columns[at].name for at in used),
            tuple(tuple(row[at] for at in used) for row in cells),
            tuple(self._notes(len(rows), words)),
            self._draft(),
            tuple(sorted({word for each in self._printed for word in each.released})),
        )
        return turned(made, words.theme) if self._wishes.turned else made

    def _read(self, questions: Sequence[Question]) -> tuple[list[_Column], Pieces]:
        trees: dict[int, CodeTree] = {}
        asked: defaultdict[int, list[Question]] = defaultdict(list)
        for question in questions:
            tree = codebook_of(self._session, question.id)
            trees[tree.id] = tree
            asked[tree.id].append(question)
        columns: list[_Column] = []
        pieces: defaultdict[tuple[int, int], list[_Piece]] = defaultdict(list)
        for number, tree in trees.items():
            above = tuple(dict.fromkeys(each.text for each in asked[number]))
            these = list(_columns(tree, self._wishes.level, above if len(trees) > 1 else ()))
            columns += these
            for question in asked[number]:
                for place, piece in self._pieces_of(question, these):
                    pieces[place].append(piece)
        return columns, pieces

    def _pieces_of(
        self, question: Question, columns: Sequence[_Column]
    ) -> Iterator[tuple[tuple[int, int], _Piece]]:
        """What is shown of a question: of each case under a theme what was chosen, else all."""
        orders = orders_of(self._session, question)
        people = _respondents(self._session, question)
        theme = {code: each.code for each in columns for code in each.codes}
        found: defaultdict[tuple[int, int], list[Passage]] = defaultdict(list)
        for passage in coded_passages(self._session, question, None):
            self._progressed(1)
            if passage.code not in theme:
                continue
            if self._wishes.approved and not self._wordings.is_approved(question, passage):
                continue
            found[people[passage.answer], theme[passage.code]].append(passage)
        for place, passages in found.items():
            chosen = [each for each in passages if (each.code, each.place) in orders]
            once = {(each.answer, each.start, each.end): each for each in chosen or passages}
            ordered = [once[key] for key in sorted(once)]
            for passage in self._wordings.once(question, ordered):
                yield place, _Piece(question, passage)

    def _written(self, columns: Sequence[_Column]) -> dict[tuple[int, int], str]:
        """The summaries by respondent and theme; those of a theme's codes stand under the theme."""
        if self._wishes.cells in (CellKind.QUOTES, CellKind.COUNTS):
            return {}
        theme = {code: each.code for each in columns for code in each.codes}
        found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        known = summaries(self._session, theme)
        for code, column in theme.items():
            for respondent in [who for who, of in known if of == code]:
                found[respondent, column].append(known[respondent, code])
        return {place: "\n".join(texts) for place, texts in found.items()}

    def _cell(
        self, case: Case, column: _Column, pieces: Pieces, written: Mapping[tuple[int, int], str]
    ) -> tuple[str, ...]:
        place, kind = (case.respondent, column.code), self._wishes.cells
        summary = written.get(place, "")
        self._summarised += bool(summary)
        if kind is CellKind.COUNTS:
            return (str(len(pieces[place])),) if place in pieces else ()
        quoted = kind in (CellKind.QUOTES, CellKind.BOTH) or (
            kind is CellKind.EITHER and not summary
        )
        quotes = [self._quote(each) for each in pieces.get(place, ())] if quoted else []
        return (*([summary] if summary else []), *quotes)

    def _quote(self, piece: _Piece) -> str:
        text = self._wordings.printed(piece.question, piece.passage)
        self._printed.append(
            Printed(
                Quote((), text, ""),
                piece.question.full_key,
                self._wordings.done_to(piece.question, piece.passage),
                released=self._wordings.released(piece.question, piece.passage),
            )
        )
        return case_wording(self._facts.language).quoted.format(text=text)

    def _names(self, rows: Sequence[Case], questions: Sequence[Question]) -> Iterator[str]:
        labels = self._labels(questions) if self._wishes.with_band else {}
        for case in rows:
            label = labels.get(case.respondent, "")
            called = case.called(self._facts.language)
            yield f"{called} ({label})" if label else called

    def _labels(self, questions: Sequence[Question]) -> dict[int, str]:
        """The label of each respondent, as its band was in the last question that it was asked."""
        known, labels = study_labels(self._session), {}
        for question in questions:
            of_band = known[question.id].of_band
            for respondent, band in _bands(self._session, question):
                labels[respondent] = of_band.get(band, of_band.get(UNKNOWN, ""))
        return labels

    def _draft(self) -> str:
        unapproved = refuse_unapproved(self._session, self._printed)
        return wording(self._facts.language).draft if unapproved else ""

    def _notes(self, rows: int, words: CaseWording) -> Iterator[str]:
        language = self._facts.language
        yield words.linked
        if self._wishes.with_band:
            yield words.banded
        if rows > MOST:
            yield words.many.format(n=format_number(rows, language))
        if self._summarised:
            yield words.summarised.format(n=format_number(self._summarised, language))
        if self._wishes.cells is CellKind.COUNTS:
            yield words.counted
        if self._printed:
            yield from honest_notes(HonestFacts([each.piece for each in self._printed]), language)


def _columns(tree: CodeTree, level: int, above: Sequence[str]) -> Iterator[_Column]:
    """The themes of a codebook down to a level; above the last level a theme has its own codings.

    `above` are lines that stand over the name.
    """

    def column(code: Code, codes: Sequence[int]) -> _Column:
        name = " / ".join(tree.path(code.id))
        return _Column(code.id, "\n".join((*above, name)), frozenset(codes))

    for theme in tree.children(None):
        under = tree.children(theme.id) if level > 1 else ()
        yield column(theme, [theme.id] if under else tree.subtree(theme.id))
        for code in under:
            yield column(code, tree.subtree(code.id))


def _respondents(session: Session, question: Question) -> dict[int, int]:
    """Who gave each answer of a question, by ids."""
    rows = session.execute(
        select(AnswerRow.id, PresenceRow.respondent_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .where(AnswerRow.question_id == question.id)
    )
    return dict(rows.all())


def _bands(session: Session, question: Question) -> list[tuple[int, str]]:
    rows = session.execute(
        select(PresenceRow.respondent_id, PresenceRow.band)
        .join(AnswerRow, PresenceRow.id == AnswerRow.presence_id)
        .where(AnswerRow.question_id == question.id)
    )
    return list(rows)
