"""Codebooks of two years beside each other, with the answers of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.comparing import KINDS, Difference, Kind, Standing, differences, match, standing
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.results.codebook_wording import codebook_words
from coder.results.counts import Grouping, count_each, count_union
from coder.results.tally import percent
from coder.results.wording import wording
from corpus.language import Language
from corpus.queries import Question, reach


@dataclass(frozen=True)
class CountedBook:
    """A codebook with the distinct answers under each code, of `n` who answered its question.

    `used` are the codes that answers have.
    """

    name: str
    tree: CodeTree
    counts: Mapping[int, int]
    used: frozenset[int]
    n: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Answers with a code or anything under it, and their percent, rounded half up."""

    count: int
    percent: int


@dataclass(frozen=True)
class YearRow:
    """What became of a code, with the answers of both years; None where the year lacks it.

    `standing` is new or confirms for a code in use in the later year, else None.
    """

    kind: Kind
    was: tuple[str, ...]
    now: tuple[str, ...]
    guid: str
    before: Figure | None
    after: Figure | None
    standing: Standing | None = None


@dataclass(frozen=True)
class YearComparison:
    """Two codebooks compared, rows by kind; `before` and `after` say which, with what n."""

    title: str
    language: Language
    before: str
    after: str
    n_before: int
    n_after: int
    rows: tuple[YearRow, ...]
    notes: tuple[str, ...] = ()


def counted_book(session: Session, question: Question, study: str = "") -> CountedBook:
    """The codebook of a question with its counts; `study` names another study's."""
    tree = codebook_of(session, question.id)
    own = {id_: by[""] for id_, by in count_each(session, question, Grouping(), None).items()}
    counts = dict(own)
    for code in tree.walk():
        ids = tree.subtree(code.id)
        if len(ids) > 1:
            counts[code.id] = count_union(session, question, Grouping(), None, ids).get("", 0)
    name = f"{study}:{question.full_key}" if study else question.full_key
    return CountedBook(name, tree, counts, frozenset(own), reach(session, question).answered)


def compare_years(before: CountedBook, after: CountedBook, language: Language) -> YearComparison:
    """Every difference between two codebooks, then the codes that are as they were."""
    words = codebook_words(language)
    stands = standing(before.tree, after.tree, before.used, after.used)
    found = sorted(differences(before.tree, after.tree), key=lambda each: KINDS.index(each.kind))
    notes = [wording(language).base_answered.format(n=f"{before.n} / {after.n}")]
    if match(before.tree, after.tree).by == "path":
        notes.append(words.by_path)
    return YearComparison(
        title=words.years.format(before=before.name, after=after.name),
        language=language,
        before=before.name,
        after=after.name,
        n_before=before.n,
        n_after=after.n,
        rows=tuple(_row(each, before, after, stands) for each in found),
        notes=tuple(notes),
    )


def rows_of(found: YearComparison, kind: Kind) -> Sequence[YearRow]:
    """The rows of one kind."""
    return [row for row in found.rows if row.kind == kind]


def _row(
    each: Difference, before: CountedBook, after: CountedBook, stands: Mapping[int, Standing]
) -> YearRow:
    one = each.after or each.before
    return YearRow(
        kind=each.kind,
        was=each.was,
        now=each.now,
        guid=one.guid if one else "",
        before=_figure(before, each.before),
        after=_figure(after, each.after),
        standing=stands.get(each.after.id) if each.after else None,
    )


def _figure(book: CountedBook, code: Code | None) -> Figure | None:
    if code is None:
        return None
    count = book.counts.get(code.id, 0)
    return Figure(count, percent(count, book.n))
