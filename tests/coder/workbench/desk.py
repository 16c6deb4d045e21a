"""A study with something of everything that the coding screen shows, and what is in it."""

import random
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.people import coder_id
from coder.study import Study
from coder.tables import CodingRow, FlagRow
from coder.workbench.filters import Flag
from coder.workbench.flags import set_flag
from corpus.queries import Question, find_question
from corpus.tables import AnswerRow, PresenceRow, ValueRow, VariableRow, VersionRow
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    new_study,
    records,
    respondent,
)

WORDS = ("bolig", "boliger", "Ærlig", "å", "aa", "øl", "nå", "Nå", "zoo", "e-post", "12", "Vet\0nå")
CODES = ("Bolig", "Bolig / Leie", "Økonomi", "Vet ikke", "Annet / Tid")
BANDS = ("<2000", "2000-5000", "bydel")
SAID_OFTEN = ("Vet ikke", "vet ikke ", "\nVET IKKE", "Nei", "nei")


@dataclass(frozen=True)
class Shown:
    """What the tests know of an answer by other ways than the program's."""

    id: int
    text: str
    band: str
    codes: frozenset[int]
    coders: frozenset[int]
    flags: frozenset[Flag]
    values: frozenset[tuple[int, str]]


def rich_study(folder: Path, seed: int = 0, answers: int = 60) -> Study:
    """A study of so many answers to k1 and fewer to k2; some blank, coded, flagged, the same."""
    source = random.Random(seed)
    keys = [f"R{at:03}" for at in range(answers)]
    people = [
        respondent(key, source.choice(BANDS), team=source.choice(("Ja", "Nei", "")), vet="Ja")
        for key in keys
    ]
    given = [(key, "k1", _text(source)) for key in keys]
    given += [(key, "k2", _text(source)) for key in keys[::3]]
    study = new_study(folder)
    import_records(study, records(given, people))
    texts = {key: text.strip() for key, _, text in given[:answers]}
    for coder in (CODER, CODER_2):
        code_all(study, _codings(source, texts), coder)
    who = next(key for key, text in texts.items() if len(text) > 3)
    code_segment(study, who, "k1", "Økonomi", 0, 3)
    with study.act("flag", CODER) as session:
        for name, flag in ((CODER, Flag.QUOTE), (CODER_2, Flag.COME_BACK)):
            ids = source.sample(list(session.scalars(select(AnswerRow.id))), answers // 4)
            set_flag(session, ids, flag, coder_id(session, name))
    return study


def question_of(study: Study, key: str = "k1") -> Question:
    """A question of the study."""
    with study.read() as session:
        return find_question(session, key)


def tree_of_question(study: Study, key: str = "k1") -> CodeTree:
    """The codebook of a question."""
    with study.read() as session:
        return codebook_of(session, find_question(session, key).id)


def code_called(tree: CodeTree, name: str) -> Code:
    """The code of this name."""
    return next(code for code in tree.codes if code.name == name)


def shown_answers(session: Session, question: Question) -> list[Shown]:
    """The answers with text of a question, in the order of the file."""
    rows = session.execute(
        select(AnswerRow, VersionRow.text, PresenceRow.band)
        .join(VersionRow, VersionRow.answer_id == AnswerRow.id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .where(VersionRow.number == AnswerRow.version, AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
    ).all()
    codings = session.scalars(select(CodingRow)).all()
    flags = session.scalars(select(FlagRow)).all()
    values = session.scalars(select(ValueRow)).all()
    return [
        Shown(
            answer.id,
            text,
            band,
            frozenset(each.code_id for each in codings if each.answer_id == answer.id),
            frozenset(each.coder_id for each in codings if each.answer_id == answer.id),
            frozenset(Flag(each.kind) for each in flags if each.answer_id == answer.id),
            frozenset(
                (v.variable_id, v.text) for v in values if v.presence_id == answer.presence_id
            ),
        )
        for answer, text, band in rows
    ]


def variable_ids(session: Session) -> list[int]:
    """The ids of the closed questions."""
    return list(session.scalars(select(VariableRow.id)))


def _text(source: random.Random) -> str:
    if source.random() < 0.2:
        return source.choice(SAID_OFTEN)
    return " ".join(source.choices(WORDS, k=source.randint(0, 7)))


def _codings(source: random.Random, texts: dict[str, str]) -> list[tuple[str, str, str]]:
    coded = [key for key, text in texts.items() if text and source.random() < 0.6]
    return [(key, "k1", ";".join(source.sample(CODES, source.randint(1, 3)))) for key in coded]
