"""What becomes of a file's codes in a codebook: found out before anything is changed. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.finding import FoundCodes
from codebooks.exchange.placement import Placement, placed
from codebooks.former import Past
from codebooks.tree import Code, CodeTree

Kind = Literal["new", "changed", "same", "found", "held"]
KINDS: tuple[Kind, ...] = ("new", "changed", "same", "found", "held")

_TEXTS = ("definition", "include", "exclude", "color", "symbol")


@dataclass(frozen=True, slots=True)
class Item:
    """What becomes of one code of the file.

    `new` is made, `changed` gets what the file says, `same` is there already; `found` stands in
    another place, or was merged, and stays; `held` is kept as it is by a lock or another code.
    `id` and `theme` (None: the top) are ids of codes: those that are to be made have ids below
    zero; a new code that is held has id 0. `changes` are the fields that change; `why` says what
    holds it or where it was found.
    """

    kind: Kind
    draft: DraftCode
    id: int
    theme: int | None
    name: str
    number: int | None = None
    changes: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class IntakePlan:
    """What taking in a file does: an item for each of its codes, in the order of the file.

    `single` and `ordered` are what the codebook should become, None where it stays; taking in does
    not change them. `warnings` are sentences, those of the file first.
    """

    items: tuple[Item, ...]
    single: bool | None = None
    ordered: bool | None = None
    warnings: tuple[str, ...] = ()

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The items of one kind."""
        return tuple(item for item in self.items if item.kind == kind)

    @property
    def changes_anything(self) -> bool:
        """Whether the codebook is not the same afterwards."""
        modes = (self.single, self.ordered)
        return any(mode is not None for mode in modes) or any(
            item.kind in ("new", "changed") for item in self.items
        )


def plan_intake(tree: CodeTree, draft: DraftBook, past: Past = ()) -> IntakePlan:
    """How a codebook takes in a file; nothing is ever removed.

    A code is the one with its GUID, else the one at its path in any letter case, else the one that
    stood there before (`past`) or was merged since. By GUID it gets the name and the theme of the
    file; texts, colour and symbol are taken over where the file has them; a code becomes an
    outcome, retired or locked, never the reverse. Locked codes stay as they are.
    """
    found = FoundCodes(tree, draft, past)
    places = placed(tree, draft, found)
    numbers = _numbers(tree, [code for at, code in enumerate(draft.codes) if at in places.made])
    items = []
    for at, code in enumerate(draft.codes):
        if at in places.made:
            id_, theme, name = places.made[at]
            items.append(Item("new", code, id_, theme, name, next(numbers)))
        elif at in places.held:
            items.append(Item("held", code, 0, None, code.path[-1], why=places.held[at]))
        else:
            items.append(_known(tree, code, at, found, places))
    modes, warnings = _modes(tree, draft)
    renumbered = _renumbered(tree, items)
    return IntakePlan(
        tuple(items), *modes, (*draft.warnings, *warnings, *places.warnings, *renumbered)
    )


def _known(tree: CodeTree, draft: DraftCode, at: int, found: FoundCodes, places: Placement) -> Item:
    code = tree.by_id[places.joined.get(at) or found.codes[at]]
    path = " / ".join(tree.path(code.id))
    if at in places.joined or at in found.elsewhere:
        return Item("found", draft, code.id, code.parent_id, code.name, why=f"is {path}")
    theme, name = places.known.get(code.id, (code.parent_id, code.name))
    kept = places.staying.get(code.id, "")
    changes = [] if theme == code.parent_id else ["theme"]
    changes += [] if name == code.name else ["name"]
    changes += _differing(code, draft)
    other_place = at in found.by_guid and _folded(draft.path) != _folded(tree.path(code.id))
    if (changes or other_place) and tree.is_locked(code.id):
        return Item("held", draft, code.id, code.parent_id, code.name, why="is locked")
    if changes:
        return Item("changed", draft, code.id, theme, name, changes=tuple(changes), why=kept)
    kind: Kind = "held" if kept else "same"
    return Item(kind, draft, code.id, code.parent_id, code.name, why=kept)


def _folded(path: Sequence[str]) -> list[str]:
    return [name.casefold() for name in path]


def _differing(code: Code, draft: DraftCode) -> list[str]:
    changes = [
        field
        for field in _TEXTS
        if getattr(draft, field) and getattr(draft, field) != getattr(code, field)
    ]
    changes += ["outcome"] if draft.outcome and not code.outcome else []
    changes += ["retired"] if draft.retired and code.status == "active" else []
    return [*changes, "locked"] if draft.locked and not code.locked else changes


def _numbers(tree: CodeTree, new: Sequence[DraftCode]) -> Iterator[int]:
    """A number for each new code: that of the file where it is free, else one beyond all."""
    taken = {code.number for code in tree.codes}
    kept: list[int | None] = []
    for code in new:
        free = code.number is not None and code.number not in taken
        kept.append(code.number if free else None)
        taken |= {code.number} if free and code.number is not None else set()
    last = max(taken, default=0)
    for number in kept:
        if number is None:
            last += 1
        yield last if number is None else number


def _renumbered(tree: CodeTree, items: Sequence[Item]) -> Iterator[str]:
    wished = [item for item in items if item.draft.number is not None]
    new = sum(item.kind == "new" and item.number != item.draft.number for item in wished)
    if new:
        codes = "1 new code gets" if new == 1 else f"{new} new codes get"
        yield f"{codes} another number than in the file: it is taken here."
    known = [item for item in wished if item.kind in ("changed", "same")]
    kept = sum(tree.by_id[item.id].number != item.draft.number for item in known)
    if kept:
        codes = "1 code keeps the number it has" if kept == 1 else f"{kept} codes keep their number"
        yield f"{codes} here."


def _modes(
    tree: CodeTree, draft: DraftBook
) -> tuple[tuple[bool | None, bool | None], tuple[str, ...]]:
    """The mode of the file, as long as the codebook has no codes of its own."""
    single = draft.single if draft.single not in (None, tree.single) else None
    ordered = draft.ordered if draft.ordered not in (None, tree.ordered) else None
    if all(code.outcome for code in tree.codes):
        return (single, ordered), ()
    if single is None and ordered is None:
        return (None, None), ()
    mode = "one code an answer" if draft.single else "several codes an answer"
    scale = ", a scale" if draft.ordered else ""
    return (None, None), (f"The file is for {mode}{scale}; the codebook stays as it is.",)
