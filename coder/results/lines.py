"""The rows of a table before they are printed: codes, themes and groups with their answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.tree import Code, CodeTree
from coder.results.counts import Counts, count_each, count_union
from coder.results.request import Request, RowGroup
from coder.results.wording import Wording
from corpus.language import alphabetical, format_number


@dataclass(frozen=True)
class Line:
    """A row before it is printed: the code (None: several), its answers by column, all its ids."""

    path: tuple[str, ...]
    code: Code | None
    counts: Counts
    ids: tuple[int, ...]
    is_rest: bool = False

    @property
    def total(self) -> int:
        """The answers of all columns."""
        return sum(self.counts.values())


def lines_of(session: Session, request: Request, words: Wording) -> list[Line]:
    """The rows in printing order: small ones put together, groups before what they are made of."""
    counter = _Counter(session, request)
    grouped = {id_ for group in request.groups for id_ in _spread(request.tree, group.codes)}
    singly = [_line(counter, code) for code in _codes(request, counter) if code.id not in grouped]
    groups = [_group(counter, group) for group in request.groups]
    lines = _ordered(request, [*singly, *groups])
    lines = _cut_off(counter, lines, words)
    return [each for line in lines for each in (line, *_members(counter, line))]


def everyone(session: Session, request: Request, lines: Sequence[Line]) -> Counts:
    """The distinct answers with a code in the table, by column."""
    return _Counter(session, request).union({id_ for line in lines for id_ in line.ids})


def recount(session: Session, request: Request, ids: Sequence[Collection[int]]) -> list[int]:
    """For each of these sets of codes the distinct answers of a request without columns."""
    counter = _Counter(session, request)
    return [sum(counter.union(set(each)).values()) for each in ids]


class _Counter:
    """Counts the answers of a request; codes one by one in a single query."""

    def __init__(self, session: Session, request: Request) -> None:
        self._session = session
        self.request = request
        self._each: dict[int, Counts] | None = None

    @property
    def each(self) -> dict[int, Counts]:
        """For every code in use, its answers by column."""
        if self._each is None:
            asked = self.request
            self._each = count_each(
                self._session, asked.question, asked.grouping, asked.coder, asked.population
            )
        return self._each

    def union(self, ids: Collection[int]) -> Counts:
        """The distinct answers with one of these codes, by column."""
        if len(ids) == 1:
            return self.each.get(next(iter(ids)), {})
        asked = self.request
        return count_union(
            self._session, asked.question, asked.grouping, asked.coder, ids, asked.population
        )


def _codes(request: Request, counter: _Counter) -> list[Code]:
    """Every code in use, or every main theme with a code in use; of a scale the others, too."""
    tree, used = request.tree, counter.each
    if request.only:
        return [tree.by_id[id_] for id_ in request.only]
    if request.level == "theme":
        wanted = [code for code in tree.children(None) if set(tree.subtree(code.id)) & set(used)]
    else:
        wanted = [code for code in tree.walk() if code.id in used]
    if tree.ordered:
        shown = {code.id for code in wanted}
        pool = tree.children(None) if request.level == "theme" else _leaves(tree)
        unused = [c for c in pool if c.status == "active" and not c.outcome and c.id not in shown]
        wanted += unused
    return wanted


def _leaves(tree: CodeTree) -> list[Code]:
    return [code for code in tree.walk() if not tree.children(code.id)]


def _line(counter: _Counter, code: Code) -> Line:
    tree = counter.request.tree
    ids = tree.subtree(code.id)
    return Line(tree.path(code.id), code, counter.union(ids), ids)


def _group(counter: _Counter, group: RowGroup) -> Line:
    ids = _spread(counter.request.tree, group.codes)
    return Line((group.name,), None, counter.union(ids), ids)


def _members(counter: _Counter, line: Line) -> list[Line]:
    """The codes of a group that stand under it."""
    group = next((each for each in counter.request.groups if (each.name,) == line.path), None)
    if line.code is not None or line.is_rest or group is None or not group.shown:
        return []
    made = [_line(counter, counter.request.tree.by_id[id_]) for id_ in group.codes]
    return [Line((group.name, each.path[-1]), each.code, each.counts, each.ids) for each in made]


def _spread(tree: CodeTree, codes: Collection[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(id_ for code in codes for id_ in tree.subtree(code)))


def _ordered(request: Request, lines: list[Line]) -> list[Line]:
    place = {code.id: at for at, code in enumerate(request.tree.walk())}
    order = request.order or ("codebook" if request.tree.ordered else "count")

    def key(line: Line) -> tuple[object, ...]:
        name = [alphabetical(name) for name in reversed(line.path)]
        if order == "codebook":
            return (min(place[id_] for id_ in line.ids[:1]),)
        return (name,) if order == "name" else (-line.total, name)

    lines = sorted(lines, key=key)
    free = [line for line in lines if line.ids[0] not in request.pins]
    by_id = {line.ids[0]: line for line in lines}
    return free + [by_id[id_] for id_ in request.pins if id_ in by_id]


def _cut_off(counter: _Counter, lines: list[Line], words: Wording) -> list[Line]:
    """Put codes with few answers together in one line with their distinct answers."""
    request = counter.request
    few = [
        line
        for line in lines
        if line.code and 0 < line.total < request.cutoff and line.ids[0] not in request.pins
    ]
    if not few:
        return lines
    ids = tuple(id_ for line in few for id_ in line.ids)
    counts = counter.union(ids)
    answers = format_number(sum(counts.values()), request.language)
    name = words.rest.format(codes=len(few), answers=answers)
    kept = [line for line in lines if line not in few]
    last = sum(line.ids[0] not in request.pins for line in kept)
    return [*kept[:last], Line((name,), None, counts, ids, is_rest=True), *kept[last:]]
