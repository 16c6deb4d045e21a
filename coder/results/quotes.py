"""All coded text under its headings, masked: quotes as they may leave the study."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.queries import count_uncoded
from coder.results.quote import Quote, QuoteSelection
from coder.results.wording import wording
from coder.tables import CodingRow
from corpus.language import format_number
from corpus.privacy.finder import Finder, finder_of
from corpus.privacy.hits import Hit
from corpus.privacy.masking import mask_range
from corpus.privacy.own_names import called
from corpus.queries import (
    Question,
    StudyFacts,
    added_names,
    own_names,
    released_words,
    study_facts,
)
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow
from corpus.written_standard import written_standard


@dataclass(frozen=True)
class QuoteWishes:
    """What is exported: everything under `codes` (None: every code), at most `most` a heading.

    `seed` orders the quotes under a heading; None takes the study's own. `labels`: whether the
    size band stands behind each quote. `coder`: only this coder's id, None for everyone's.
    """

    codes: frozenset[int] | None = None
    most: int | None = None
    seed: int | None = None
    labels: bool = True
    coder: int | None = None


@dataclass(frozen=True, slots=True)
class _Passage:
    """A coded piece of an answer, before masking."""

    answer: int
    code: int
    start: int
    end: int
    text: str
    name: str
    band: str


def study_finder(session: Session, *, reading: bool = False) -> Finder:
    """The finder that knows the names of all the study's respondents and the released words.

    `reading` adds the trained recogniser, for masking; what is masked is searched again without.
    """
    return finder_of(
        tuple(own_names(session)),
        frozenset(released_words(session)),
        tuple(added_names(session)),
        reading=reading,
    )


def select_quotes(
    session: Session,
    questions: Sequence[Question],
    wishes: QuoteWishes,
    progressed: Callable[[int], None] = lambda _: None,
) -> QuoteSelection:
    """The coded text of some questions in codebook order, masked and labelled, as a draft."""
    facts, finder = study_facts(session), study_finder(session, reading=True)
    words = wording(facts.language)
    masks = _Masks(finder, facts)
    quotes: list[Quote] = []
    notes: list[str] = []
    for question in questions:
        for quote in _of_question(session, question, wishes, facts, masks):
            quotes.append(quote)
            progressed(1)
        uncoded = count_uncoded(session, question, wishes.coder)
        if uncoded:
            note = words.uncoded.format(n=format_number(uncoded, facts.language))
            notes.append(f"{question.full_key}: {note}")
    notes.insert(0, words.quotes.format(n=format_number(len(quotes), facts.language)))
    title = words.quotes_title.format(title=facts.title)
    return QuoteSelection(title, facts.language, tuple(quotes), tuple(notes), words.draft)


class _Masks:
    """Masks each answer once, however many of its pieces are quoted."""

    def __init__(self, finder: Finder, facts: StudyFacts) -> None:
        self._finder = finder
        self._facts = facts
        self._hits: dict[int, tuple[Hit, ...]] = {}

    def masked(self, passage: _Passage) -> str:
        """The passage with what would tell who wrote it replaced."""
        if passage.answer not in self._hits:
            names = [passage.name] if passage.name else []
            self._hits[passage.answer] = self._finder.find(passage.text, names)
        language = written_standard(passage.text, self._facts.language)
        hits = self._hits[passage.answer]
        return mask_range(passage.text, passage.start, passage.end, hits, language)


def _of_question(
    session: Session,
    question: Question,
    wishes: QuoteWishes,
    facts: StudyFacts,
    masks: _Masks,
) -> Iterator[Quote]:
    tree = codebook_of(session, question.id)
    by_code: dict[int, list[_Passage]] = {}
    for passage in _passages(session, question, wishes.coder):
        by_code.setdefault(passage.code, []).append(passage)
    seed = facts.seed if wishes.seed is None else wishes.seed
    for code in tree.walk():
        if wishes.codes is not None and code.id not in wishes.codes:
            continue
        passages = sorted(by_code.get(code.id, ()), key=lambda each: _shuffled(each, seed))
        path = (question.text, *tree.path(code.id))
        for passage in passages[: wishes.most]:
            label = facts.scheme.label(passage.band, facts.language) if wishes.labels else ""
            yield Quote(path, masks.masked(passage).strip(), label)


def _shuffled(passage: _Passage, seed: int) -> bytes:
    """An order that has nothing to do with who answered, the same for the same seed.

    It differs from heading to heading, so that no two quotes are linked by where they stand.
    """
    place = f"{seed}:{passage.code}:{passage.answer}:{passage.start}:{passage.end}"
    return hashlib.sha256(place.encode()).digest()


def _passages(session: Session, question: Question, coder: int | None) -> list[_Passage]:
    query = (
        select(
            CodingRow.answer_id,
            CodingRow.code_id,
            CodingRow.start_at,
            CodingRow.end_at,
            VersionRow.text,
            RespondentRow.name,
            PresenceRow.kind,
            PresenceRow.band,
        )
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .join(
            VersionRow,
            (VersionRow.answer_id == CodingRow.answer_id)
            & (VersionRow.number == CodingRow.version),
        )
        .where(CodingRow.question_id == question.id)
        .distinct()
    )
    if coder is not None:
        query = query.where(CodingRow.coder_id == coder)
    passages = (
        _Passage(
            answer,
            code,
            start or 0,
            len(text) if end is None else end,
            text,
            called(name, kind),
            band,
        )
        for answer, code, start, end, text, name, kind, band in session.execute(query)
    )
    return [each for each in passages if each.text[each.start : each.end].strip()]
