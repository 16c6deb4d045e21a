"""All coded text under its headings, masked: quotes as they may leave the study."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.queries import count_uncoded
from coder.quoting.decisions import demands_approval
from coder.quoting.used import orders_of
from coder.results.honesty import HonestFacts, QuotedPiece, honest_notes
from coder.results.labels import MERGED, Labelling, LabelRule, study_labels, thin_labels
from coder.results.passages import Passage, coded_passages, shuffled
from coder.results.quote import Quote, QuoteSelection
from coder.results.wording import wording
from coder.results.wordings import Wordings
from corpus.bands import UNKNOWN
from corpus.language import format_number
from corpus.privacy.finder import Finder, finder_of
from corpus.problems import Problem
from corpus.queries import (
    Question,
    added_names,
    own_names,
    released_words,
    study_facts,
)

_NO_LABELS = Labelling({})


@dataclass(frozen=True)
class QuoteWishes:
    """What is exported: everything under `codes` (None: every code), at most `most` a heading.

    `seed` orders the quotes under a heading; None takes the study's own. `labels`: whether the
    size band stands behind each quote; `label_rule`: how many must stand behind it. `coder`: only
    this coder's id, None for everyone's.
    `approved`: only quotes whose wording as it is now was approved.
    `chosen`: only quotes that were chosen, in the order they were put in unless `shuffled`.
    """

    codes: frozenset[int] | None = None
    most: int | None = None
    seed: int | None = None
    labels: bool = True
    label_rule: LabelRule = MERGED
    coder: int | None = None
    approved: bool = False
    chosen: bool = False
    shuffled: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A quote with what was done to it, which stays inside: only the quote may leave the study.

    `merged`: whether its label stands for several bands. `released` was found in its answer and
    stands by decision.
    """

    quote: Quote
    question: str
    piece: QuotedPiece
    merged: bool = False
    released: tuple[str, ...] = ()


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
    facts = study_facts(session)
    words = wording(facts.language)
    printed: list[Printed] = []
    for each in print_quotes(session, questions, wishes):
        printed.append(each)
        progressed(1)
    unapproved = refuse_unapproved(session, printed)
    notes = [*quote_notes(session, questions, printed, wishes)]
    for question in questions:
        uncoded = count_uncoded(session, question, wishes.coder)
        if uncoded:
            note = words.uncoded.format(n=format_number(uncoded, facts.language))
            notes.append(f"{question.full_key}: {note}")
    return QuoteSelection(
        words.quotes_title.format(title=facts.title),
        facts.language,
        tuple(each.quote for each in printed),
        tuple(notes),
        "" if printed and not unapproved else words.draft,
        tuple(sorted({word for each in printed for word in each.released})),
    )


def print_quotes(
    session: Session, questions: Sequence[Question], wishes: QuoteWishes
) -> Iterator[Printed]:
    """The quotes of some questions in codebook order, each with what was done to it."""
    facts = study_facts(session)
    wordings = Wordings(session, study_finder(session, reading=True), facts)
    labels = study_labels(session, wishes.label_rule) if wishes.labels else {}
    seed = facts.seed if wishes.seed is None else wishes.seed
    for question in questions:
        labelling = labels.get(question.id, _NO_LABELS)
        for path, passage in _chosen(session, question, wishes, seed, wordings):
            label = labelling.of_band.get(passage.band, labelling.of_band.get(UNKNOWN, ""))
            yield Printed(
                Quote(path, wordings.printed(question, passage), label),
                question.full_key,
                wordings.done_to(question, passage),
                label in labelling.merged,
                wordings.released(question, passage),
            )


def quote_notes(
    session: Session, questions: Sequence[Question], printed: Sequence[Printed], wishes: QuoteWishes
) -> tuple[str, ...]:
    """What is said under quotes: what was done to them, which labels stand for several bands."""
    rule = wishes.label_rule
    merged = dict.fromkeys((each.question, each.quote.label) for each in printed if each.merged)
    used = {each.quote.label for each in printed}
    thin = thin_labels(session, questions) if rule.as_they_are else []
    facts = HonestFacts(
        pieces=[each.piece for each in printed],
        merged=tuple(merged),
        thin=tuple(label for label in thin if label in used),
        fewest=rule.fewest,
    )
    return honest_notes(facts, study_facts(session).language)


def refuse_unapproved(session: Session, printed: Sequence[Printed]) -> int:
    """How many answers are not approved; a Problem where the study lets none of them out."""
    count = len({each.piece.answer for each in printed if not each.piece.approved_by})
    if not count or not demands_approval(session):
        return count
    what = "1 answer is" if count == 1 else f"{count} answers are"
    raise Problem(
        f"{what} not approved, and this study lets only approved quotes out.",
        "Approve them with: fullkoding mask STUDY QUESTION --approve, or take --approved ones.",
    )


def _chosen(
    session: Session, question: Question, wishes: QuoteWishes, seed: int, wordings: Wordings
) -> Iterator[tuple[tuple[str, ...], Passage]]:
    """What is printed of a question, each under its path, in codebook order."""
    tree = codebook_of(session, question.id)
    by_code: dict[int, list[Passage]] = {}
    for passage in coded_passages(session, question, wishes.coder):
        by_code.setdefault(passage.code, []).append(passage)
    orders = orders_of(session, question) if wishes.chosen else {}
    for code in tree.walk():
        if wishes.codes is not None and code.id not in wishes.codes:
            continue
        passages = sorted(by_code.get(code.id, ()), key=lambda each: shuffled(each, seed))
        if wishes.approved:
            passages = [each for each in passages if wordings.is_approved(question, each)]
        if wishes.chosen:
            passages = [each for each in passages if (code.id, each.place) in orders]
        if wishes.chosen and not wishes.shuffled:
            passages.sort(key=lambda each: orders[each.code, each.place])
        path = (question.text, *tree.path(code.id))
        yield from ((path, each) for each in wordings.once(question, passages)[: wishes.most])
