"""An import from rows to report, inside one act."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from coder.intake.answers import Progress, take_answers
from coder.intake.codes import take_codes
from coder.intake.questions import take_questions
from coder.intake.report import Report, Tally, Wishes
from coder.intake.respondents import take_respondents
from corpus.queries import study_facts
from corpus.reading.plan import Oddity
from corpus.reading.records import Records
from corpus.routing import apply_routings


def take_in(
    session: Session, records: Records, rows: int, wishes: Wishes, progress: Progress
) -> Report:
    """Add a file's respondents, questions, answers and codes; update what was there before.

    `rows` is the number of rows in the file; `progress` is called with the number of answers done
    since the last call, which may be 0. Raises a Problem, and leaves the study unchanged, when a
    wish cannot be carried out.
    """
    facts, tally = study_facts(session), Tally()
    presences = take_respondents(session, records.respondents, wishes.wave, facts.guid, tally)
    progress(0)
    questions = take_questions(session, records.questions, wishes, facts, tally)
    coded, oddities = take_answers(
        session, records.answers, questions, presences, wishes, tally, progress
    )
    apply_routings(session, wishes.wave)
    kept = take_codes(session, coded, questions, wishes, tally, records.paths)
    return _report(records, rows, tally, [*records.oddities, *oddities, *kept])


def _report(records: Records, rows: int, tally: Tally, oddities: Sequence[Oddity]) -> Report:
    kept, replaced = len(tally.kept), len(tally.replaced)
    return Report(
        rows=rows,
        respondents=len(records.respondents),
        new_respondents=tally.new_respondents,
        questions=len(records.questions),
        new_questions=tally.new_questions,
        answers=tally.new_answers + tally.unchanged + kept + replaced,
        new_answers=tally.new_answers,
        blanks=tally.blanks,
        not_asked=tally.not_asked,
        kept=kept,
        replaced=replaced,
        codes=tally.codes,
        codings=tally.codings,
        oddities=tuple(sorted(oddities, key=lambda oddity: oddity.row)),
    )
