"""All coded text under its headings, masked: quotes as they may leave the study."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.queries import count_uncoded
from coder.quoting.decisions import (
    NONE,
    Decisions,
    Text,
    decisions_of,
    demands_approval,
    worded,
)
from coder.quoting.piece import Place
from coder.quoting.used import orders_of
from coder.quoting.wording import ChoiceKind, Wording, released_pieces
from coder.results.quote import Quote, QuoteSelection
from coder.results.wording import wording
from coder.tables import CodingRow
from corpus.language import format_number
from corpus.privacy.finder import Finder, finder_of
from corpus.privacy.own_names import called
from corpus.problems import Problem
from corpus.queries import (
    Question,
    StudyFacts,
    added_names,
    own_names,
    released_words,
    study_facts,
)
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow


@dataclass(frozen=True)
class QuoteWishes:
    """What is exported: everything under `codes` (None: every code), at most `most` a heading.

    `seed` orders the quotes under a heading; None takes the study's own. `labels`: whether the
    size band stands behind each quote. `coder`: only this coder's id, None for everyone's.
    `approved`: only quotes whose wording as it is now was approved.
    `chosen`: only quotes that were chosen, in the order they were put in.
    """

    codes: frozenset[int] | None = None
    most: int | None = None
    seed: int | None = None
    labels: bool = True
    coder: int | None = None
    approved: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class _Passage:
    """A coded piece of an answer, before masking."""

    answer: int
    version: int
    code: int
    start: int
    end: int
    text: str
    name: str
    band: str
    place: Place

    @property
    def names(self) -> tuple[str, ...]:
        """What the file calls the respondent, for the finder."""
        return (self.name,) if self.name else ()


def study_finder(
    session: Session, *, reading: bool = False, also_released: Sequence[str] = ()
) -> Finder:
    """The finder that knows the names of all the study's respondents and the released words.

    `reading` adds the trained recogniser, for masking; what is masked is searched again without.
    `also_released` may stand, too, in what is searched.
    """
    return finder_of(
        tuple(own_names(session)),
        frozenset({*released_words(session), *also_released}),
        tuple(added_names(session)),
        reading=reading,
    )


def select_quotes(
    session: Session,
    questions: Sequence[Question],
    wishes: QuoteWishes,
    progressed: Callable[[int], None] = lambda _: None,
) -> QuoteSelection:
    """The coded text of some questions in codebook order, worded and labelled.

    It is a draft while one of the quotes is not approved. Raises a Problem where the study lets
    only approved quotes out and one of them is not.
    """
    facts, finder = study_facts(session), study_finder(session, reading=True)
    words = wording(facts.language)
    wordings = _Wordings(session, finder, facts)
    quotes: list[Quote] = []
    notes: list[str] = []
    for question in questions:
        for quote in _of_question(session, question, wishes, facts, wordings):
            quotes.append(quote)
            progressed(1)
        uncoded = count_uncoded(session, question, wishes.coder)
        if uncoded:
            note = words.uncoded.format(n=format_number(uncoded, facts.language))
            notes.append(f"{question.full_key}: {note}")
    if wordings.unapproved and demands_approval(session):
        raise _not_approved(len(wordings.unapproved))
    notes.insert(0, words.quotes.format(n=format_number(len(quotes), facts.language)))
    return QuoteSelection(
        words.quotes_title.format(title=facts.title),
        facts.language,
        tuple(quotes),
        tuple(notes),
        "" if quotes and not wordings.unapproved else words.draft,
        tuple(sorted(wordings.released)),
    )


def _not_approved(count: int) -> Problem:
    what = "1 answer is" if count == 1 else f"{count} answers are"
    return Problem(
        f"{what} not approved, and this study lets only approved quotes out.",
        "Approve them with: fullkoding mask STUDY QUESTION --approve, or take --approved ones.",
    )


class _Wordings:
    """Words each answer once, however many of its pieces are quoted.

    `unapproved` are the quoted texts whose wording is not approved, `released` what was found in
    quoted texts and stands by decision.
    """

    def __init__(self, session: Session, finder: Finder, facts: StudyFacts) -> None:
        self.unapproved: set[Text] = set()
        self.released: set[str] = set()
        self._session = session
        self._finder = finder
        self._facts = facts
        self._decisions: dict[int, Mapping[Text, Decisions]] = {}
        self._worded: dict[Text, tuple[Wording, bool]] = {}

    def is_approved(self, question: Question, passage: _Passage) -> bool:
        """Whether the wording of a passage's answer, as it is now, was approved."""
        return self._of(question, passage)[1]

    def once(self, question: Question, passages: Sequence[_Passage]) -> list[_Passage]:
        """The passages under a heading, of an answer that is paraphrased only the first."""
        first: dict[object, _Passage] = {}
        for each in passages:
            is_whole = bool(self._of(question, each)[0].paraphrase)
            first.setdefault((each.answer, each.version) if is_whole else each, each)
        return list(first.values())

    def masked(self, question: Question, passage: _Passage) -> str:
        """The passage as it is printed."""
        found, is_approved = self._of(question, passage)
        place = Text(passage.answer, passage.version)
        if not is_approved:
            self.unapproved.add(place)
        choices = self._decided(question).get(place, NONE).choices
        if any(each.kind is ChoiceKind.RELEASE for each in choices):
            hits = self._finder.find(passage.text, passage.names)
            self.released.update(released_pieces(hits, choices))
        return found.piece(passage.start, passage.end)

    def _of(self, question: Question, passage: _Passage) -> tuple[Wording, bool]:
        place = Text(passage.answer, passage.version)
        if place not in self._worded:
            decisions = self._decided(question).get(place, NONE)
            language = self._facts.language
            found = worded(self._finder, passage.text, passage.names, decisions, language)
            is_approved = bool(decisions.approved) and decisions.approved == found.sha256
            self._worded[place] = found, is_approved
        return self._worded[place]

    def _decided(self, question: Question) -> Mapping[Text, Decisions]:
        if question.id not in self._decisions:
            self._decisions[question.id] = decisions_of(self._session, question.id)
        return self._decisions[question.id]


def _of_question(
    session: Session,
    question: Question,
    wishes: QuoteWishes,
    facts: StudyFacts,
    wordings: _Wordings,
) -> Iterator[Quote]:
    tree = codebook_of(session, question.id)
    by_code: dict[int, list[_Passage]] = {}
    for passage in _passages(session, question, wishes.coder):
        by_code.setdefault(passage.code, []).append(passage)
    seed = facts.seed if wishes.seed is None else wishes.seed
    orders = orders_of(session, question) if wishes.chosen else {}
    for code in tree.walk():
        if wishes.codes is not None and code.id not in wishes.codes:
            continue
        passages = sorted(by_code.get(code.id, ()), key=lambda each: _shuffled(each, seed))
        if wishes.approved:
            passages = [each for each in passages if wordings.is_approved(question, each)]
        if wishes.chosen:
            passages = [each for each in passages if (code.id, each.place) in orders]
            passages.sort(key=lambda each: orders[each.code, each.place])
        path = (question.text, *tree.path(code.id))
        for passage in wordings.once(question, passages)[: wishes.most]:
            label = facts.scheme.label(passage.band, facts.language) if wishes.labels else ""
            yield Quote(path, wordings.masked(question, passage).strip(), label)


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
            CodingRow.version,
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
            version,
            code,
            start or 0,
            len(text) if end is None else end,
            text,
            called(name, kind),
            band,
            Place(answer, start, end),
        )
        for answer, version, code, start, end, text, name, kind, band in session.execute(query)
    )
    return [each for each in passages if each.text[each.start : each.end].strip()]
