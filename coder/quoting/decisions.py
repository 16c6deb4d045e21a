"""What was decided on the wording of answers, read from and written to the study."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVarTuple

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coder.quoting.tables import (
    ApprovalRow,
    MaskChoiceRow,
    ParaphraseRow,
    QuoteRuleRow,
    ThinLabelsRow,
)
from coder.quoting.wording import ChoiceKind, MaskChoice, Wording, wording
from coder.tables import CoderRow
from corpus.language import Language
from corpus.privacy.finder import Finder
from corpus.privacy.hits import Category
from corpus.privacy.masking import mask
from corpus.problems import Problem
from corpus.tables import AnswerRow
from corpus.written_standard import written_standard

Ts = TypeVarTuple("Ts")


class Text(NamedTuple):
    """One version of an answer: what decisions are on."""

    answer_id: int
    version: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided on one text: `approved` is the digest of the wording approved, or ""."""

    choices: tuple[MaskChoice, ...] = ()
    paraphrase: str = ""
    approved: str = ""
    approved_by: str = ""


NONE = Decisions()


def decisions_of(session: Session, question_id: int) -> Mapping[Text, Decisions]:
    """The decisions on all answers to a question; a text without any is not in it."""
    choices: dict[Text, list[MaskChoice]] = defaultdict(list)
    for row in session.scalars(_of(select(MaskChoiceRow), MaskChoiceRow, question_id)):
        kind = ChoiceKind(row.kind)
        choice = MaskChoice(row.start_at, row.end_at, kind, row.category)
        choices[Text(row.answer_id, row.version)].append(choice)
    paraphrases = {
        Text(row.answer_id, row.version): row.text
        for row in session.scalars(_of(select(ParaphraseRow), ParaphraseRow, question_id))
    }
    approvals = {
        Text(row.answer_id, row.version): (row.sha256, name)
        for row, name in session.execute(
            _of(select(ApprovalRow, CoderRow.name), ApprovalRow, question_id).join(
                CoderRow, CoderRow.id == ApprovalRow.coder_id
            )
        )
    }
    return {
        text: Decisions(
            tuple(sorted(choices.get(text, ()), key=_order)),
            paraphrases.get(text, ""),
            *approvals.get(text, ("", "")),
        )
        for text in (*choices, *paraphrases, *approvals)
    }


def worded(
    finder: Finder, text: str, own_names: Sequence[str], decisions: Decisions, usual: Language
) -> Wording:
    """The wording of an answer after what was decided on it.

    `own_names` are what the file calls its respondent; `usual` is the study's language, taken when
    the answer's own cannot be told. A paraphrase is masked, too.
    """
    language = written_standard(text, usual)
    hits, paraphrase = finder.find(text, own_names), decisions.paraphrase
    if paraphrase:
        paraphrase = mask(paraphrase, finder.find(paraphrase, own_names), language)
    return wording(text, hits, decisions.choices, language, paraphrase)


def decide(session: Session, text: Text, choice: MaskChoice, coder: int) -> None:
    """Put a choice in the place of the one on the same characters; a flag's answer beside it."""
    if not 0 <= choice.start < choice.end:
        raise Problem("Nothing is chosen.", "Choose some characters of the answer.")
    if choice.kind is not ChoiceKind.ANSWERED:
        forget(session, text, choice.start, choice.end)
    session.execute(
        insert(MaskChoiceRow)
        .values(
            answer_id=text.answer_id,
            version=text.version,
            start_at=choice.start,
            end_at=choice.end,
            kind=choice.kind.value,
            category=_category(choice),
            coder_id=coder,
        )
        .on_conflict_do_nothing()
    )


def forget(session: Session, text: Text, start: int, end: int) -> None:
    """Take back the choice on these very characters; answers to flags stay."""
    session.execute(
        delete(MaskChoiceRow).where(
            MaskChoiceRow.answer_id == text.answer_id,
            MaskChoiceRow.version == text.version,
            MaskChoiceRow.start_at == start,
            MaskChoiceRow.end_at == end,
            MaskChoiceRow.kind != ChoiceKind.ANSWERED.value,
        )
    )


def put_paraphrase(session: Session, text: Text, words: str, coder: int) -> None:
    """Print these words instead of the answer; with "" the answer again."""
    _clear(session, ParaphraseRow, text)
    if words.strip():
        session.add(
            ParaphraseRow(
                answer_id=text.answer_id,
                version=text.version,
                text=words.strip(),
                coder_id=coder,
            )
        )
        session.flush()


def approve(session: Session, text: Text, sha256: str, coder: int) -> None:
    """Store that a coder approves the wording with this digest, instead of an earlier approval."""
    withdraw(session, text)
    session.add(
        ApprovalRow(answer_id=text.answer_id, version=text.version, sha256=sha256, coder_id=coder)
    )
    session.flush()


def withdraw(session: Session, text: Text) -> None:
    """Take an approval away."""
    _clear(session, ApprovalRow, text)


def demands_approval(session: Session) -> bool:
    """Whether the study lets only approved quotes out."""
    return bool(session.scalar(select(QuoteRuleRow.approved_only)))


def demand_approval(session: Session, demanded: bool) -> None:
    """Say whether the study lets only approved quotes out."""
    session.execute(delete(QuoteRuleRow))
    if demanded:
        session.add(QuoteRuleRow(approved_only=1))
        session.flush()


def note_labels(session: Session, questions: str, reason: str, coder: int) -> None:
    """Store why the size bands of these questions were printed as they are, and by whom."""
    session.add(ThinLabelsRow(questions=questions, reason=reason, coder_id=coder))
    session.flush()


def _category(choice: MaskChoice) -> str:
    if choice.kind in (ChoiceKind.MASK, ChoiceKind.ADD):
        return Category(choice.category).value
    return choice.category if choice.kind is ChoiceKind.ANSWERED else ""


def _clear(session: Session, table: type[ParaphraseRow] | type[ApprovalRow], text: Text) -> None:
    session.execute(
        delete(table).where(table.answer_id == text.answer_id, table.version == text.version)
    )


def _order(choice: MaskChoice) -> tuple[int, int, str, str]:
    return choice.start, choice.end, choice.kind, choice.category


def _of(
    query: Select[*Ts],
    table: type[MaskChoiceRow] | type[ParaphraseRow] | type[ApprovalRow],
    question_id: int,
) -> Select[*Ts]:
    return query.join(AnswerRow, AnswerRow.id == table.answer_id).where(
        AnswerRow.question_id == question_id
    )
