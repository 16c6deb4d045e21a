"""Changes of what was answered: question texts, size bands, released words."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from corpus.bands import DISTRICT, UNKNOWN, BandScheme
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question
from corpus.tables import (
    AddedNameRow,
    BandLabelRow,
    PresenceRow,
    QuestionRow,
    ReleasedWordRow,
    StudyRow,
)


def set_question_text(session: Session, question: Question, text: str) -> None:
    """Give a question another wording; it is what stands over its tables and quotes."""
    if not text.strip():
        raise Problem("A question needs a text.", "Nothing was changed.")
    session.get_one(QuestionRow, question.id).text = normalise(text.strip())
    session.flush()


def set_band_limits(session: Session, scheme: BandScheme) -> int:
    """Divide the respondents anew; returns how many have no place in the new bands.

    Those whose band was given instead of a population keep it when it exists in the new scheme,
    and become unknown when not.
    """
    session.scalars(select(StudyRow)).one().band_limits = ",".join(map(str, scheme.limits))
    lost = 0
    for row in session.scalars(select(PresenceRow)):
        if row.band == DISTRICT:
            continue
        if row.population is not None:
            row.band = scheme.of_population(row.population)
        elif row.band not in scheme.names:
            row.band = UNKNOWN
            lost += 1
    session.execute(delete(BandLabelRow).where(BandLabelRow.band.not_in(scheme.names)))
    session.flush()
    return lost


def set_band_labels(session: Session, scheme: BandScheme, labels: Mapping[str, str]) -> None:
    """Word the labels of some bands anew; an empty label goes back to the usual one."""
    for band, label in labels.items():
        scheme.with_label(band, label)
        wanted = normalise(label.strip())
        row = session.scalar(select(BandLabelRow).where(BandLabelRow.band == band))
        if row and wanted:
            row.label = wanted
        elif row:
            session.delete(row)
        elif wanted:
            session.add(BandLabelRow(band=band, label=wanted))
    session.flush()


def add_name(session: Session, name: str) -> None:
    """Mask a name that no list has wherever it stands in the study; it is no longer released."""
    wanted = normalise(name.strip())
    if not any(sign.isalpha() for sign in wanted):
        raise Problem("There is no name to add.", "Nothing was changed.")
    released = session.scalars(select(ReleasedWordRow)).all()
    for row in released:
        if row.word.casefold() == wanted.casefold():
            session.delete(row)
    known = session.scalars(select(AddedNameRow.name)).all()
    if wanted.casefold() not in [each.casefold() for each in known]:
        session.add(AddedNameRow(name=wanted))
    session.flush()


def release_word(session: Session, word: str) -> None:
    """Let a word stand that looks like a name, everywhere in the study, even an added one."""
    wanted = normalise(word.strip())
    if not wanted:
        raise Problem("There is no word to release.", "Nothing was changed.")
    for row in session.scalars(select(AddedNameRow)).all():
        if row.name.casefold() == wanted.casefold():
            session.delete(row)
    known = session.scalars(select(ReleasedWordRow.word)).all()
    if wanted.casefold() not in [each.casefold() for each in known]:
        session.add(ReleasedWordRow(word=wanted))
    session.flush()
