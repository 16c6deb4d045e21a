"""A code being split: its answers, its parts, and which answer went to which part."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.paths import plain_name
from codebooks.tree import MAX_LEVELS, CodeTree
from coder.splitting import SplitItem, make_parts, send_to_all, split_items
from coder.tables import CodingRow
from coder.workbench.codebook_desk import CodebookDesk, Touches, still_there
from coder.workbench.duplicates import same_form
from coder.workbench.ids import among
from corpus.problems import Problem
from corpus.store.history import Parameter, Step

Place = tuple[int, int | None, int | None]
"""An answer, and the piece of it that is coded."""


class SplittingDesk:
    """Sends the answers that a code has at the beginning; each sending is one step.

    `parts` are the codes that answers are sent to: those under the code when its parts stand
    `below`, and those that are named meanwhile. Their order never changes, so that digits stay.
    """

    def __init__(self, book: CodebookDesk, code_id: int, below: bool) -> None:
        self.book = book
        self.code_id = code_id
        self.below = below
        with book.study.read() as session:
            self.items: Sequence[SplitItem] = split_items(session, code_id)
        children = book.tree.children(code_id) if below else ()
        self._same: defaultdict[str, list[SplitItem]] = defaultdict(list)
        for item in self.items:
            self._same[same_form(item.text)].append(item)
        self._parts = [code.id for code in children if code.status == "active"]
        self._on: Mapping[Place, frozenset[int]] = {}
        self._ever: defaultdict[int, set[int]] = defaultdict(set)
        self._look()

    @property
    def name(self) -> str:
        """The path of the code that is split."""
        return self.book.path(self.code_id)

    @property
    def parts(self) -> list[tuple[int, str]]:
        """The parts that are there, by id and name."""
        known = self.book.tree.by_id
        there = [known[id_] for id_ in self._parts if id_ in known]
        return [(code.id, code.name) for code in there if code.status == "active"]

    @property
    def sent(self) -> int:
        """How many answers do not have the code any more."""
        return sum(map(self.is_sent, self.items))

    def is_sent(self, item: SplitItem) -> bool:
        """Whether an answer does not have the code any more."""
        return self.code_id not in self._codes_on(item)

    def with_same(self, item: SplitItem) -> list[SplitItem]:
        """An answer, and while it has the code those that say the same and have it too."""
        if self.is_sent(item):
            return [item]
        same = self._same[same_form(item.text)]
        return [item, *(each for each in same if each is not item and not self.is_sent(each))]

    def parts_of(self, item: SplitItem) -> list[str]:
        """The names of the parts that an answer was sent to."""
        went = self._went_to(item)
        return [name for id_, name in self.parts if id_ in went]

    def sent_to(self, part_id: int) -> int:
        """How many of the answers were sent to a part."""
        return sum(part_id in self._went_to(item) for item in self.items)

    def send(self, items: Sequence[SplitItem], part_id: int, also: bool = False) -> int:
        """Send answers to a part; `also`: beside the parts that they were sent to before."""
        said = self._said(items, self.book.path(part_id))
        with self.book.acting("send_to_part", Touches.NOTHING, said) as (session, tree):
            sent = self._send(session, tree, items, part_id, also)
        self._sent(items, part_id)
        return sent

    def send_to_new(self, items: Sequence[SplitItem], name: str, also: bool = False) -> int:
        """Make a part, or take the one of this name, and send answers to it: one step."""
        said = self._said(items, plain_name(name))
        with self.book.acting("send_to_part", Touches.NOTHING, said) as (session, tree):
            code = still_there(tree, self.code_id)
            tree, (part,) = make_parts(session, tree, code, [name], self.below)
            sent = self._send(session, tree, items, part.id, also)
        self._sent(items, part.id)
        return sent

    def refresh(self) -> None:
        """Read again, after an undo or another program's work; a Problem when the code is gone."""
        self.book.refresh()
        still_there(self.book.tree, self.code_id)
        self._look()

    def undo(self) -> Step:
        """Take back the latest action; a Problem when there is none."""
        step = self.book.undo()
        self.refresh()
        return step

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        step = self.book.redo()
        self.refresh()
        return step

    def _send(
        self,
        session: Session,
        tree: CodeTree,
        items: Sequence[SplitItem],
        part_id: int,
        also: bool,
    ) -> int:
        alike: dict[frozenset[int], list[SplitItem]] = defaultdict(list)
        for item in items:
            alike[self._went_to(item)].append(item)
        sent = 0
        for went, same in alike.items():
            beside = sorted(went - {part_id}) if also else []
            parts = [still_there(tree, id_) for id_ in (*beside, part_id)]
            sent += send_to_all(session, _codings(session, same, went or {self.code_id}), parts)
        return sent

    def _sent(self, items: Sequence[SplitItem], part_id: int) -> None:
        if part_id not in self._parts:
            self._parts.append(part_id)
        for item in items:
            self._ever[item.coding_id].add(part_id)
        self._look()

    def _went_to(self, item: SplitItem) -> frozenset[int]:
        """The parts that an answer was sent to here and has still; none while it has the code."""
        if not self.is_sent(item):
            return frozenset()
        return self._codes_on(item) & self._ever[item.coding_id]

    def _codes_on(self, item: SplitItem) -> frozenset[int]:
        return self._on.get(_place(item), frozenset())

    def _look(self) -> None:
        with self.book.study.read() as session:
            self._on = _codes_at(session, self.items, (self.code_id, *self._parts))

    def _said(self, items: Sequence[SplitItem], part: str) -> dict[str, Parameter]:
        return {"code": self.name, "part": part, "answers": len(items)}


def may_stand_below(book: CodebookDesk, code_id: int) -> bool:
    """Whether a code can have parts under it."""
    return len(book.tree.lineage(code_id)) < MAX_LEVELS


def _place(item: SplitItem) -> Place:
    return item.answer_id, item.start, item.end


def _codes_at(
    session: Session, items: Sequence[SplitItem], codes: Collection[int]
) -> dict[Place, frozenset[int]]:
    """Which of the codes stand on each piece now."""
    answers = among({item.answer_id for item in items})
    query = select(
        CodingRow.answer_id, CodingRow.start_at, CodingRow.end_at, CodingRow.code_id
    ).where(CodingRow.answer_id.in_(answers), CodingRow.code_id.in_(among(codes)))
    found: dict[Place, set[int]] = defaultdict(set)
    for answer, start, end, code in session.execute(query):
        found[answer, start, end].add(code)
    return {place: frozenset(on_it) for place, on_it in found.items()}


def _codings(session: Session, items: Sequence[SplitItem], codes: Collection[int]) -> list[int]:
    """The codings of pieces with one of these codes; a Problem when there is none any more."""
    wanted = {_place(item) for item in items}
    query = select(CodingRow.id, CodingRow.answer_id, CodingRow.start_at, CodingRow.end_at).where(
        CodingRow.answer_id.in_(among({item.answer_id for item in items})),
        CodingRow.code_id.in_(among(codes)),
    )
    found = [id_ for id_, *place in session.execute(query) if tuple(place) in wanted]
    if not found:
        raise Problem("The answer does not have the code any more.", "Nothing was changed.")
    return found
