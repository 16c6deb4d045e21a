"""Where the codes of a file come to stand: no twins, no fourth level, no theme under itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.finding import FoundCodes
from codebooks.exchange.shaping import JOINT
from codebooks.tree import MAX_LEVELS, CodeTree

Path = tuple[str, ...]
Place = tuple[int | None, str]
"""A theme (None: the top), and a name under it."""


@dataclass
class Placement:
    """Where everything stands, by place in the file from 0, or by id.

    `made` are new codes: id below zero, theme, name. `joined` are those that turned out to be a
    code of the codebook, by its id. `held` are new codes that cannot be made, `staying` known ones
    that stay where they are, with the reason. `known` is the place of every code of the codebook.
    """

    known: dict[int, Place]
    made: dict[int, tuple[int, int | None, str]] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    held: dict[int, str] = field(default_factory=dict)
    staying: dict[int, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def placed(tree: CodeTree, draft: DraftBook, found: FoundCodes) -> Placement:
    """Where the codes of a file stand afterwards; what cannot go to its place stays in its own."""
    staying = {found.codes[at]: "" for at in found.by_guid if tree.is_locked(found.codes[at])}
    while True:
        attempt = _Attempt(tree, draft, found, staying)
        refused = attempt.carry_out()
        if not refused:
            attempt.placement.staying = {id_: why for id_, why in staying.items() if why}
            return attempt.placement
        staying = {**staying, **refused}


class _Attempt:
    """One try, in which the codes in `staying` do not move."""

    def __init__(
        self, tree: CodeTree, draft: DraftBook, found: FoundCodes, staying: dict[int, str]
    ) -> None:
        self._tree = tree
        self._draft = draft
        self._found = found
        current = {code.id: (code.parent_id, code.name) for code in tree.walk()}
        self.placement = Placement(current)
        self._movers = {found.codes[at] for at in found.by_guid} - staying.keys()
        self._taken = {place: id_ for id_, place in current.items() if id_ not in self._movers}
        self._ids: dict[Path, int | None] = {(): None}
        self._refused: dict[int, str] = {}

    def carry_out(self) -> dict[int, str]:
        """Place code by code; returns what must stay where it is, with the reason."""
        for at, code in enumerate(self._draft.codes):
            if code.path[:-1] not in self._ids:
                self.placement.held[at] = "stands under a theme that is not made"
            elif at not in self._found.codes:
                self._make(at, code)
            else:
                id_ = self._found.codes[at]
                self._ids[code.path] = id_
                if at in self._found.by_guid and id_ in self._movers:
                    self._move(id_, code)
        return {**self._refused, **self._standing_wrong()}

    def _move(self, id_: int, code: DraftCode) -> None:
        theme = self._ids[code.path[:-1]]
        wanted = (theme, code.path[-1])
        current = self.placement.known[id_]
        if self._taken.setdefault(wanted, id_) != id_:
            self._refused[id_] = "stays: another code has its name there"
        elif theme != current[0] and self._is_locked(theme):
            self._refused[id_] = "stays: the theme of the file is locked"
        else:
            self.placement.known[id_] = wanted

    def _make(self, at: int, code: DraftCode) -> None:
        theme, name = self._ids[code.path[:-1]], code.path[-1]
        if self._is_locked(theme):
            self.placement.held[at] = "is not made: its theme is locked"
            return
        line = list(self._line(theme))
        if len(line) >= MAX_LEVELS:
            name = JOINT.join([*(self._name(each) for each in line[MAX_LEVELS - 1 :]), name])
            theme = line[MAX_LEVELS - 2]
            path = " / ".join(code.path)
            self.placement.warnings.append(f"{path} is made as {name}, on the third level.")
        own = -at - 1
        stands = self._taken.setdefault((theme, name), own)
        self._ids[code.path] = stands
        if stands != own:
            self._join(at, stands)
        else:
            self.placement.made[at] = (own, theme, name)

    def _join(self, at: int, stands: int) -> None:
        if stands > 0:
            self.placement.joined[at] = stands
        else:
            self.placement.held[at] = "is the same as another code of the file"

    def _is_locked(self, theme: int | None) -> bool:
        if theme is None or theme < 0:
            return self._tree.locked
        return self._tree.is_locked(theme)

    def _standing_wrong(self) -> dict[int, str]:
        """The moved codes because of which a code stands too deep or under itself."""
        wrong: dict[int, str] = {}
        for id_ in (*self.placement.known, *(own for own, _, _ in self.placement.made.values())):
            line = list(self._line(id_))
            if len(line) > MAX_LEVELS:
                moved = [each for each in line if each in self._movers]
                wrong |= dict.fromkeys(moved, "stays: there it would stand too deep")
        return wrong

    def _line(self, id_: int | None) -> Iterator[int]:
        """The ids from the main theme to a code; more than three levels of a circle at most."""
        ids: list[int] = []
        while id_ is not None and len(ids) <= 2 * MAX_LEVELS:
            ids.append(id_)
            id_ = self._theme(id_)
        return reversed(ids)

    def _theme(self, id_: int) -> int | None:
        return self.placement.made[-id_ - 1][1] if id_ < 0 else self.placement.known[id_][0]

    def _name(self, id_: int) -> str:
        return self.placement.made[-id_ - 1][2] if id_ < 0 else self.placement.known[id_][1]
