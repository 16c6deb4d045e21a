"""A chapter: the code tree as headings, with lead-ins, tables of counts and masked quotes."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.queries import count_uncoded
from coder.quoting.lead_ins import filled, lead_ins
from coder.results.chapter_wording import chapter_wording
from coder.results.counts import Grouping, count_union
from coder.results.honesty import tables_notes
from coder.results.passages import coded_passages
from coder.results.quote import Quote
from coder.results.quotes import (
    Printed,
    QuoteWishes,
    print_quotes,
    quote_notes,
    refuse_unapproved,
    study_finder,
)
from coder.results.saved.listing import share_in_words
from coder.results.saved.quoting import beside_saved
from coder.results.table import Table
from coder.results.tally import build_table, percent
from coder.results.wishes import TableWishes
from coder.results.wording import wording
from corpus.language import Language, format_number
from corpus.queries import Question, reach, study_facts

_SIZE = re.compile(
    r"\b(?:bydel|city district|(?:små|liten|lita|stor|store|mindre|større|small|large|big)\w*"
    r"\s+(?:kommun|municipalit))",
    re.IGNORECASE,
)

ChapterTables = Literal["question", "themes", "none"]


@dataclass(frozen=True)
class ChapterWishes:
    """Which quotes, and which tables: one a question, that and one for each theme, or none."""

    quotes: QuoteWishes = field(default_factory=QuoteWishes)
    tables: ChapterTables = "question"
    with_quotes: bool = True


@dataclass(frozen=True)
class ChapterPart:
    """A heading (`level` 1 a question, then as deep as the code stands) and what is under it."""

    level: int
    heading: str
    lead_in: str = ""
    table: Table | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """The parts in codebook order, what is said below them, and the warning of a draft.

    For a person to see: `doubtful` are words in lead-ins that may be names, each with its heading;
    `telling` are headings over labelled quotes that say a size or kind of municipality.
    """

    title: str
    language: Language
    parts: tuple[ChapterPart, ...]
    notes: tuple[str, ...]
    draft: str = ""
    released: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()
    telling: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes, in their order."""
        return tuple(quote for part in self.parts for quote in part.quotes)


def collect_chapter(
    session: Session,
    asked: Sequence[Question],
    wishes: ChapterWishes,
    progressed: Callable[[int], None] = lambda _: None,
) -> Chapter:
    """The chapter on some questions; a draft while one of its quotes is not approved.

    Labels of quotes are left out where counting them would give a hidden cell of a saved table.
    Raises a Problem where the study lets only approved quotes out and one of them is not.
    """
    facts = study_facts(session)
    printed: list[Printed] = []
    if wishes.with_quotes:
        for each in print_quotes(session, asked, wishes.quotes):
            printed.append(each)
            progressed(1)
    unapproved = refuse_unapproved(session, printed)
    quotes, hidden, unlabelled = beside_saved(
        session,
        asked,
        [each.quote for each in printed],
        None if _is_complete(wishes.quotes) else [each.piece.answer for each in printed],
        wishes.quotes.label_rule,
    )
    parts = [
        part
        for question in asked
        for part in _parts(session, question, _of_question(printed, quotes, question), wishes)
    ]
    notes = [
        *_notes(session, asked, printed, wishes),
        *tables_notes(hidden, unlabelled, facts.language),
    ]
    return Chapter(
        chapter_wording(facts.language).title.format(study=facts.title),
        facts.language,
        tuple(parts),
        tuple(notes),
        wording(facts.language).draft if printed and unapproved else "",
        tuple(sorted({word for each in printed for word in each.released})),
        tuple((part.heading, word) for part in parts for word in names_in(session, part.lead_in)),
        tuple(part.heading for part in parts if _says_size(part)),
    )


def _of_question(
    printed: Sequence[Printed], quotes: Sequence[Quote], question: Question
) -> list[Quote]:
    """The quotes of a question as they may be printed."""
    pairs = zip(printed, quotes, strict=True)
    return [quote for made, quote in pairs if made.question == question.full_key]


def _says_size(part: ChapterPart) -> bool:
    """Whether a heading over labelled quotes says more of who wrote them than the labels do."""
    return bool(_SIZE.search(part.heading)) and any(quote.label for quote in part.quotes)


def names_in(session: Session, text: str) -> list[str]:
    """What may be a name in a text that a person has typed; the recogniser is asked too."""
    if not text:
        return []
    return [hit.text for hit in study_finder(session, reading=True).find(text)]


def _is_complete(wishes: QuoteWishes) -> bool:
    return not (wishes.chosen or wishes.approved or wishes.most or wishes.codes)


def _parts(
    session: Session, question: Question, quotes: Sequence[Quote], wishes: ChapterWishes
) -> Iterator[ChapterPart]:
    """The parts of a question; headings with nothing under them are left out."""
    tree, written = codebook_of(session, question.id), lead_ins(session)
    of_path: dict[tuple[str, ...], list[Quote]] = {}
    for quote in quotes:
        of_path.setdefault(quote.path[1:], []).append(quote)
    codes = [code for code in tree.walk() if _is_asked(tree, code, wishes)]
    told = {
        ancestor
        for code in codes
        if tree.path(code.id) in of_path or code.id in written
        for ancestor in tree.lineage(code.id)
    }
    table = _table(session, question, wishes)
    if not told and (table is None or not table.rows):
        return
    yield ChapterPart(1, question.text, table=table if table and table.rows else None)
    of_codes = build_table(session, question, TableWishes()) if wishes.tables == "themes" else None
    for code in codes:
        if code.id in told:
            path = tree.path(code.id)
            yield ChapterPart(
                len(path) + 1,
                code.name,
                _lead_in(session, question, tree, code, written),
                _theme_table(of_codes, path),
                tuple(of_path.get(path, ())),
            )


def _is_asked(tree: CodeTree, code: Code, wishes: ChapterWishes) -> bool:
    wanted = wishes.quotes.codes
    return wanted is None or not wanted.isdisjoint(tree.subtree(code.id))


def _table(session: Session, question: Question, wishes: ChapterWishes) -> Table | None:
    if wishes.tables == "none":
        return None
    level: Literal["code", "theme"] = "theme" if wishes.tables == "themes" else "code"
    return build_table(session, question, TableWishes(level=level))


def _theme_table(table: Table | None, path: tuple[str, ...]) -> Table | None:
    """The codes under a main theme, when there are two or more."""
    if table is None or len(path) > 1:
        return None
    rows = [row for row in table.rows if row.kind == "code" and row.path[:1] == path]
    under = [row for row in rows if len(row.path) > 1]
    if len(under) < 2:
        return None
    words = chapter_wording(table.language)
    n = format_number(table.base.n, table.language)
    title = words.theme_table.format(theme=path[0], n=n)
    return replace(table, title=title, rows=tuple(under), notes=table.notes[:1])


def _lead_in(
    session: Session, question: Question, tree: CodeTree, code: Code, written: Mapping[int, str]
) -> str:
    """The lead-in with its numbers, by the counting rules of the tables."""
    text = written.get(code.id, "")
    if "{" not in text:
        return text
    language = study_facts(session).language
    n = reach(session, question).answered
    count = count_union(session, question, Grouping(), None, tree.subtree(code.id)).get("", 0)
    values = {
        "n": format_number(count, language),
        "base": format_number(n, language),
        "percent": "<1" if count and not percent(count, n) else str(percent(count, n)),
        "phrase": share_in_words(count, n, language),
    }
    return filled(text, values)


def _notes(
    session: Session,
    asked: Sequence[Question],
    printed: Sequence[Printed],
    wishes: ChapterWishes,
) -> Iterator[str]:
    language = study_facts(session).language
    words, own = chapter_wording(language), wording(language)
    if printed:
        every = sum(len(coded_passages(session, each, wishes.quotes.coder)) for each in asked)
        form = words.every if len(printed) == every else words.chosen
        if wishes.quotes.most and not wishes.quotes.chosen and len(printed) < every:
            form = words.most
        yield form.format(
            shown=format_number(len(printed), language),
            every=format_number(every, language),
            most=wishes.quotes.most,
        )
        yield from quote_notes(session, asked, printed, wishes.quotes)
    for question in asked:
        if uncoded := count_uncoded(session, question, wishes.quotes.coder):
            note = own.uncoded.format(n=format_number(uncoded, language))
            yield f"{question.full_key}: {note}"
