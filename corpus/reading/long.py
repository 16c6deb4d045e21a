"""Long files: one row per answer, or per code of an answer."""

from collections.abc import Sequence

from corpus.bands import BandScheme
from corpus.problems import Problem
from corpus.reading.asked import question_of
from corpus.reading.given_codes import CodeColumns
from corpus.reading.plan import Oddity, Plan, Role
from corpus.reading.records import (
    AnswerRecord,
    Keep,
    QuestionRecord,
    Records,
    RespondentRecord,
)
from corpus.reading.sheet import Sheet
from corpus.reading.units import fact_columns, read_respondent


def read_long(sheet: Sheet, plan: Plan, scheme: BandScheme, keep: Keep) -> Records:
    """One answer for every respondent and question that has a row.

    The facts about a respondent come from its first row. Rows that repeat an answer with the same
    text are one answer with the codes of all; of different texts the first or the last is kept, and
    the rows are reported. Rows without id or question are left out and reported.
    """
    reader = _Reader(sheet, plan, scheme, keep)
    for row, cells in sheet.rows:
        reader.add(row, cells)
    return Records(
        questions=tuple(reader.questions.values()),
        respondents=tuple(reader.respondents.values()),
        answers=tuple(reader.answers.values()),
        oddities=tuple(reader.oddities),
        paths=reader.codes.paths,
    )


class _Reader:
    """Gathers questions, respondents and answers, row by row."""

    def __init__(self, sheet: Sheet, plan: Plan, scheme: BandScheme, keep: Keep) -> None:
        text = plan.one(Role.TEXT)
        if text is None:
            raise Problem("No column holds the answers' text.", "Name it: --text-column COLUMN.")
        self.header = sheet.header
        self.text = text.position
        self.id = plan.one(Role.ID)
        self.codes = CodeColumns(plan)
        self.asked = question_of(sheet, plan)
        self.facts = fact_columns(plan)
        self.fact_positions = self.facts.positions
        self.scheme = scheme
        self.keep = keep
        self.questions: dict[str, QuestionRecord] = {}
        self.respondents: dict[str, RespondentRecord] = {}
        self.first_cells: dict[str, Sequence[str]] = {}
        self.answers: dict[tuple[str, str], AnswerRecord] = {}
        self.oddities: list[Oddity] = []

    def add(self, row: int, cells: Sequence[str]) -> None:
        """Take in one row."""
        respondent = str(row) if self.id is None else cells[self.id.position].strip()
        question = self.asked(cells)
        if not respondent:
            self.report(row, "missing id", "The id is empty; the row is left out")
        elif question is None:
            self.report(row, "missing question", "No question is named; the row is left out")
        else:
            self.add_question(row, question)
            self.add_respondent(row, respondent, cells)
            self.add_answer(row, respondent, question.key, cells)

    def add_question(self, row: int, question: QuestionRecord) -> None:
        """Note a question when it is new."""
        known = self.questions.setdefault(question.key, question)
        if known is not question and known.text != question.text:
            self.report(
                row,
                "contradiction",
                f"Question {known.key} has another text in an earlier row, which counts",
            )

    def add_respondent(self, row: int, key: str, cells: Sequence[str]) -> None:
        """Note a respondent when it is new, or what contradicts its first row."""
        first = self.first_cells.get(key)
        if first is not None:
            self.compare(row, key, cells, first)
            return
        self.first_cells[key] = cells
        self.respondents[key], odd = read_respondent(row, key, cells, self.facts, self.scheme)
        self.oddities += odd

    def compare(self, row: int, key: str, cells: Sequence[str], first: Sequence[str]) -> None:
        """Report the facts in which a later row of a respondent differs from its first."""
        for position in self.fact_positions:
            said, now = first[position].strip(), cells[position].strip()
            if now and now != said:
                what = f"{self.header[position]} of “{key}” is “{now}”, in its first row “{said}”"
                self.report(row, "contradiction", what)

    def add_answer(self, row: int, respondent: str, question: str, cells: Sequence[str]) -> None:
        """Note an answer, or join it with the one that is known."""
        text = cells[self.text]
        codes, odd = self.codes.read(row, cells)
        self.oddities += odd
        new = AnswerRecord(row, respondent, question, text if text.strip() else "", codes)
        old = self.answers.setdefault((respondent, question), new)
        if old is not new:
            self.answers[respondent, question] = self.joined(old, new)

    def joined(self, old: AnswerRecord, new: AnswerRecord) -> AnswerRecord:
        """One answer of two to the same question by the same respondent; a blank text gives way."""
        codes = tuple(dict.fromkeys((*old.codes, *new.codes)))
        if not new.text or old.text.strip() == new.text.strip():
            return old._replace(codes=codes)
        if not old.text:
            return new._replace(codes=codes)
        kept, left = (old, new) if self.keep == "first" else (new, old)
        what = f"“{old.respondent}” answers {old.question} with another text in row {kept.row}"
        self.report(left.row, "duplicate id", f"{what}, which counts; row {left.row} is left out")
        return kept

    def report(self, row: int, kind: str, what: str) -> None:
        """Say something odd about a row."""
        self.oddities.append(Oddity(row, kind, f"{what}."))
