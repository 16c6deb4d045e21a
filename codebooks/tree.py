"""The codebook as a tree of themes and codes; pure, in printing order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

MAX_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Code:
    """A node: a code, or a theme when it has children. `status`: active, retired or merged.

    `include` and `exclude` say when the code is given and when not; `color` is "" or `#RRGGBB`,
    `symbol` "" or one character; `locked` holds for everything under it too.
    """

    id: int
    guid: str
    parent_id: int | None
    name: str
    number: int
    position: int
    status: str = "active"
    merged_into_id: int | None = None
    definition: str = ""
    outcome: bool = False
    include: str = ""
    exclude: str = ""
    color: str = ""
    symbol: str = ""
    locked: bool = False


@dataclass(frozen=True)
class CodeTree:
    """A codebook: how it is used, and its codes. Merged codes are known but not in the tree."""

    id: int
    guid: str
    name: str
    single: bool
    ordered: bool
    codes: tuple[Code, ...]
    locked: bool = False

    @cached_property
    def by_id(self) -> dict[int, Code]:
        """Every code, merged ones too, by its id."""
        return {code.id: code for code in self.codes}

    @cached_property
    def _children(self) -> dict[int | None, list[Code]]:
        children: dict[int | None, list[Code]] = defaultdict(list)
        for code in sorted(self.codes, key=_printing_order):
            if code.status != "merged":
                children[code.parent_id].append(code)
        return children

    def children(self, parent_id: int | None) -> tuple[Code, ...]:
        """The codes right under a theme (None: the main themes), in codebook order."""
        return tuple(self._children.get(parent_id, ()))

    def walk(self, parent_id: int | None = None) -> Iterator[Code]:
        """All codes under a theme, in codebook order, a theme before what is under it."""
        if parent_id is None:
            yield from self._in_order
        else:
            yield from self._under(parent_id)

    @cached_property
    def _in_order(self) -> tuple[Code, ...]:
        return tuple(self._under(None))

    def _under(self, parent_id: int | None) -> Iterator[Code]:
        for code in self.children(parent_id):
            yield code
            yield from self._under(code.id)

    def subtree(self, code_id: int) -> tuple[int, ...]:
        """The ids of a theme and of everything under it."""
        return (code_id, *(code.id for code in self.walk(code_id)))

    def path(self, code_id: int) -> tuple[str, ...]:
        """The names from the main theme to the code."""
        known = self._paths
        if code_id not in known:
            known[code_id] = tuple(self.by_id[id_].name for id_ in self.lineage(code_id))
        return known[code_id]

    @cached_property
    def _paths(self) -> dict[int, tuple[str, ...]]:
        return {}

    def lineage(self, code_id: int) -> tuple[int, ...]:
        """The ids from the main theme to the code."""
        ids: list[int] = []
        at: int | None = code_id
        while at is not None:
            ids.append(at)
            at = self.by_id[at].parent_id
        return tuple(reversed(ids))

    def height(self, code_id: int) -> int:
        """How many levels a theme and what is under it take: 1 for a code."""
        return 1 + max((self.height(child.id) for child in self.children(code_id)), default=0)

    def is_locked(self, code_id: int) -> bool:
        """Whether a code, a theme above it or the whole codebook is locked."""
        return self.locked or any(self.by_id[id_].locked for id_ in self.lineage(code_id))

    def followed(self, code: Code) -> Code:
        """The code itself, or what it was merged into at last."""
        while code.merged_into_id is not None:
            code = self.by_id[code.merged_into_id]
        return code


def _printing_order(code: Code) -> tuple[bool, int, int]:
    """Outcomes come last: they are no themes."""
    return code.outcome, code.position, code.number
