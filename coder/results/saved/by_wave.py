"""The same question in several waves side by side, with what is new and what confirms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from codebooks.comparing import match
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.results.counts import PLAIN, count_each
from coder.results.lines import Line, lines_of, recount
from coder.results.request import Request
from coder.results.saved.columned import Beside, rows_beside
from coder.results.saved.wording import saved_words
from coder.results.table import Base, Column, Row, Table
from coder.results.tally import bare_table, reached, with_words
from coder.results.wording import Wording, wording
from corpus.language import alphabetical
from corpus.problems import Problem
from corpus.queries import Question, Reach


@dataclass(frozen=True)
class _Wave:
    """A wave: its request, and for every code of the latest wave which of its codes that is."""

    request: Request
    same: dict[int, tuple[int, ...]]
    n: int


def wave_table(session: Session, request: Request, earlier: Sequence[Question]) -> Table:
    """The rows of a request, and those that only earlier waves had; a column for each wave.

    Codes are the same by GUID, or by path where no GUID is in both codebooks. Whole rows count the
    answers of all waves. A Problem when no other wave is given.
    """
    if not earlier:
        raise Problem("A table by wave needs another wave.", "Name its question: --with KEY@WAVE")
    words = wording(request.language)
    waves = [_wave(session, request, each) for each in (*earlier, request.question)]
    waves.sort(key=lambda each: each.request.question.wave)
    lines = [*lines_of(session, request, words)]
    lines += _unused(session, request, waves, lines)
    gone = _gone(session, waves, request)
    columns = []
    for wave in waves:
        ids = [_mapped(wave, line.ids) for line in lines]
        found = recount(session, wave.request, [*ids, *_alone(wave, gone)])
        question = wave.request.question
        column = Column(question.full_key, question.wave or question.key, wave.n)
        columns.append(Beside(column, tuple(found)))
    return _table(session, request, waves, lines, gone, columns, words)


def _table(
    session: Session,
    request: Request,
    waves: Sequence[_Wave],
    lines: Sequence[Line],
    gone: Sequence[tuple[CodeTree, Code]],
    columns: Sequence[Beside],
    words: Wording,
) -> Table:
    reaches = [reached(session, wave.request) for wave in waves]
    counts = Reach(*(sum(getattr(each, name) for each in reaches) for name in _PARTS))
    base = Base(request.base, getattr(counts, request.base))
    every = [*lines, *(Line(tree.path(code.id), code, {}, ()) for tree, code in gone)]
    totals = [sum(each.counts[at] or 0 for each in columns) for at in range(len(every))]
    counted = [replace(line, counts={"": n}) for line, n in zip(every, totals, strict=True)]
    rows = rows_beside(counted, base, request.tree, columns)
    latest = next(at for at, each in enumerate(waves) if each.request.question == request.question)
    rows = _sorted([_marked(row, latest, words) for row in rows], counted, request)
    heads = tuple(each.column for each in columns)
    told = saved_words(request.language)
    table = with_words(bare_table(request, counts, base, heads, rows, told.year), request, 0)
    return replace(table, notes=(*table.notes, told.earlier))


_PARTS = ("units", "asked", "answered")


def _wave(session: Session, request: Request, question: Question) -> _Wave:
    if question == request.question:
        same: dict[int, tuple[int, ...]] = {code.id: (code.id,) for code in request.tree.codes}
        return _Wave(request, same, getattr(reached(session, request), request.base))
    tree = codebook_of(session, question.id)
    asked = replace(request, question=question, tree=tree, pins=(), only=(), groups=())
    matching = match(tree, request.tree)
    found: dict[int, tuple[int, ...]] = {}
    for code in tree.walk():
        latest = matching.latest(request.tree, code.id)
        if latest is not None:
            found[latest] = (*found.get(latest, ()), code.id)
    return _Wave(asked, found, getattr(reached(session, asked), request.base))


def _mapped(wave: _Wave, ids: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for id_ in ids for one in wave.same.get(id_, ())))


def _unused(
    session: Session, request: Request, waves: Sequence[_Wave], lines: Sequence[Line]
) -> list[Line]:
    """The codes of the latest wave that only earlier ones used."""
    if request.only:
        return []
    tree, known = request.tree, {id_ for line in lines for id_ in line.ids}
    used = {id_ for wave in waves for id_ in _in_use(session, wave)}
    pool = tree.children(None) if request.level == "theme" else tuple(tree.walk())
    found = []
    for code in pool:
        ids = tree.subtree(code.id) if request.level == "theme" else (code.id,)
        if code.id not in known and any(set(_mapped(wave, ids)) & used for wave in waves):
            found.append(Line(tree.path(code.id), code, {}, tree.subtree(code.id)))
    return found


def _in_use(session: Session, wave: _Wave) -> list[int]:
    asked = wave.request
    return list(count_each(session, asked.question, PLAIN, asked.coder, asked.population))


def _gone(
    session: Session, waves: Sequence[_Wave], request: Request
) -> list[tuple[CodeTree, Code]]:
    """The codes in use in earlier waves that the latest does not have, each once."""
    if request.only or request.level == "theme":
        return []
    found: dict[str, tuple[CodeTree, Code]] = {}
    for wave in waves:
        known = {id_ for ids in wave.same.values() for id_ in ids}
        tree = wave.request.tree
        gone = [code for code in tree.codes if code.id not in known]
        used = set(_in_use(session, wave)) if gone else set()
        found |= {code.guid: (tree, code) for code in gone if code.id in used}
    return list(found.values())


def _sorted(rows: Sequence[Row], lines: Sequence[Line], request: Request) -> tuple[Row, ...]:
    """By the answers of all waves, when rows go by count; pinned ones stay last."""
    if (request.order or ("codebook" if request.tree.ordered else "count")) != "count":
        return tuple(rows)
    pinned = [bool(set(line.ids[:1]) & set(request.pins)) for line in lines]
    free = [row for row, stays in zip(rows, pinned, strict=True) if not stays]
    free.sort(key=lambda row: (-row.count, [alphabetical(name) for name in reversed(row.path)]))
    return (*free, *(row for row, stays in zip(rows, pinned, strict=True) if stays))


def _alone(wave: _Wave, gone: Sequence[tuple[CodeTree, Code]]) -> list[tuple[int, ...]]:
    """What the codes that are gone later are in this wave."""
    by_guid = {code.guid: code.id for code in wave.request.tree.codes}
    return [(by_guid[code.guid],) if code.guid in by_guid else () for _, code in gone]


def _marked(row: Row, latest: int, words: Wording) -> Row:
    """The row with the mark of a code in use in the latest wave."""
    counts = [cell.count or 0 for cell in row.cells]
    if not counts[latest] or row.kind != "code":
        return row
    before = any(count for at, count in enumerate(counts) if at < latest)
    return replace(row, mark=words.confirms if before else words.new)
