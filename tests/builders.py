"""Small studies for the tests, built by the program's own code."""

import itertools
import uuid
from collections.abc import Sequence
from pathlib import Path

from coder.batch.apply import code_lines
from coder.batch.lines import Line
from coder.intake.report import Report, Wishes
from coder.intake.take_in import take_in
from coder.segments import Segment
from coder.study import Study
from corpus.language import Language
from corpus.reading.records import AnswerRecord, QuestionRecord, Records, RespondentRecord
from corpus.store.store import Surroundings

CODER = "KH"
CODER_2 = "SO"


def fixed_surroundings(seed: int = 0) -> Surroundings:
    """A clock that goes a minute a look, and GUIDs that come in the same order every time."""
    minutes, guids = itertools.count(), itertools.count(seed * 1_000_000)

    def now() -> str:
        hours, minute = divmod(next(minutes), 60)
        days, hour = divmod(hours, 24)
        return f"2026-05-{1 + days % 28:02}T{hour:02}:{minute:02}:00Z"

    return Surroundings(now, lambda: str(uuid.UUID(int=next(guids), version=4)))


def new_study(folder: Path, language: Language = "nb", seed: int = 0) -> Study:
    """An empty study called Studie."""
    return Study.create(folder / "studie.fullkoding", language, "Studie", fixed_surroundings(seed))


def respondent(key: str, band: str = "2000-5000", **values: str) -> RespondentRecord:
    """A respondent `key`, whose own name is `<key>vik`."""
    return RespondentRecord(2, key, f"{key}vik", "kommune", None, band, values)


def records(
    answers: Sequence[tuple[str, str, str]],
    respondents: Sequence[RespondentRecord] = (),
) -> Records:
    """Answers as (respondent, question, text); respondents that are not given are made."""
    given = {each.key: each for each in respondents}
    keys = dict.fromkeys([*given, *(who for who, _, _ in answers)])
    questions = dict.fromkeys(question for _, question, _ in answers)
    return Records(
        questions=tuple(QuestionRecord(key, f"Spørsmål {key}?") for key in questions),
        respondents=tuple(given.get(key) or respondent(key) for key in keys),
        answers=tuple(
            AnswerRecord(row, who, question, text)
            for row, (who, question, text) in enumerate(answers, start=2)
        ),
        oddities=(),
    )


def import_records(study: Study, found: Records, wishes: Wishes | None = None) -> Report:
    """Import records as one act."""
    wishes = wishes or Wishes(coder=CODER)
    with study.act("import", CODER, file="test", rows=len(found.answers)) as session:
        return take_in(session, found, len(found.answers), wishes, lambda _: None)


def code_all(
    study: Study,
    codings: Sequence[tuple[str, str, str]],
    coder: str = CODER,
    segment: Segment | None = None,
) -> None:
    """Put codes on answers, given as (respondent, question, codes with ; between)."""
    lines = [
        Line(row, who, question, tuple(codes.split(";")), segment, coder)
        for row, (who, question, codes) in enumerate(codings, start=2)
    ]
    with study.act("code_file", coder, file="test", rows=len(lines)) as session:
        code_lines(session, lines, True, lambda _: None)


def code_segment(
    study: Study, who: str, question: str, code: str, start: int, end: int, coder: str = CODER
) -> None:
    """Put a code on characters `start` to `end` (not included) of an answer."""
    code_all(study, [(who, question, code)], coder, Segment(start, end))
