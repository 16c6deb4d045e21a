"""Two codebooks beside each other: what is new, gone, renamed, moved, merged, redefined. Pure."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from codebooks.paths import plain_name
from codebooks.tree import Code, CodeTree

Kind = Literal["new", "gone", "renamed", "moved", "merged", "redefined", "same"]
Standing = Literal["new", "confirms"]
MatchedBy = Literal["guid", "path"]

KINDS: tuple[Kind, ...] = ("new", "gone", "merged", "renamed", "moved", "redefined", "same")
"""All kinds, in the order in which they are told; `same` is what none of the others is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A code that is not what it was, by the codes and their paths before and after.

    `before` is None for a new code, `after` for one that is not there any more; a retired one has
    both. For a merged code `after` is what it was merged into.
    """

    kind: Kind
    before: Code | None
    after: Code | None
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matching:
    """Which code of the later book each code of the earlier is, by id, and how it was found out.

    A code that was merged has the merged one, not what it became.
    """

    pairs: Mapping[int, int]
    by: MatchedBy

    def latest(self, after: CodeTree, code_id: int) -> int | None:
        """What a code of the earlier book is at last, merging followed; None when it is gone."""
        found = self.pairs.get(code_id)
        return None if found is None else after.followed(after.by_id[found]).id


def match(before: CodeTree, after: CodeTree) -> Matching:
    """The codes that two books have in common: by GUID, by path when no GUID is in both.

    Paths are the same in any letter case. Merged codes of the earlier book are left out.
    """
    lasting = [code for code in before.codes if code.status != "merged"]
    by_guid = {code.guid: code.id for code in after.codes}
    if by_guid.keys() & {code.guid for code in before.codes}:
        pairs = {code.id: by_guid[code.guid] for code in lasting if code.guid in by_guid}
        return Matching(pairs, "guid")
    by_path = {_folded(after, code): code.id for code in sorted(after.codes, key=_merged_first)}
    found = {code.id: by_path.get(_folded(before, code)) for code in lasting}
    return Matching({mine: other for mine, other in found.items() if other is not None}, "path")


def compare(before: CodeTree, after: CodeTree) -> list[Difference]:
    """What is not as it was, by kind, within a kind in codebook order.

    A code may be told of twice: renamed and moved. A theme that is renamed, or merged into another
    with what is under it, moves nothing. Codes that were retired before count as gone already.
    """
    found = [each for each in differences(before, after) if each.kind != "same"]
    return sorted(found, key=lambda each: KINDS.index(each.kind))


def differences(before: CodeTree, after: CodeTree) -> Iterator[Difference]:
    """What became of every code, in the order of the earlier book, then what is new."""
    matching = match(before, after)
    for code in before.walk():
        other = matching.pairs.get(code.id)
        yield from _changes(before, after, matching, code, after.by_id[other] if other else None)
    known = set(matching.pairs.values())
    for code in after.walk():
        if code.id not in known:
            yield Difference("new", None, code, (), after.path(code.id))


def standing(
    before: CodeTree,
    after: CodeTree,
    used_before: Collection[int] | None = None,
    used_after: Collection[int] | None = None,
) -> dict[int, Standing]:
    """For every code of the later book in use: whether it confirms the earlier, or is new.

    `used_before` and `used_after` are the codes that answers have, by id; None for all. A theme is
    in use when anything under it is. A code confirms when it, or one that was merged into it, was
    in use before.
    """
    matching = match(before, after)
    earlier = _in_use(before, used_before)
    confirmed = {matching.latest(after, code_id) for code_id in earlier}
    return {
        code_id: "confirms" if code_id in confirmed else "new"
        for code_id in _in_use(after, used_after)
    }


def _in_use(tree: CodeTree, used: Collection[int] | None) -> list[int]:
    if used is None:
        return [code.id for code in tree.walk()]
    reached = {at for code_id in used if code_id in tree.by_id for at in tree.lineage(code_id)}
    return [code.id for code in tree.walk() if code.id in reached]


def _changes(
    before: CodeTree, after: CodeTree, matching: Matching, code: Code, other: Code | None
) -> Iterator[Difference]:
    was = before.path(code.id)
    if other is None:
        if code.status == "active":
            yield Difference("gone", code, None, was)
        return
    if other.status == "merged":
        became = after.followed(other)
        yield Difference("merged", code, became, was, after.path(became.id))
        return
    now = after.path(other.id)
    kinds = [kind for kind, is_so in _TESTS if is_so(code, other)]
    if _is_moved(after, matching, code, other):
        kinds.append("moved")
    for kind in kinds or ["same"]:
        yield Difference(kind, code, other, was, now)


def _is_moved(after: CodeTree, matching: Matching, code: Code, other: Code) -> bool:
    theme = None if code.parent_id is None else matching.latest(after, code.parent_id)
    return theme != other.parent_id or (theme is None and code.parent_id is not None)


def _is_gone(code: Code, other: Code) -> bool:
    return code.status == "active" and other.status == "retired"


def _is_back(code: Code, other: Code) -> bool:
    return code.status == "retired" and other.status == "active"


def _is_renamed(code: Code, other: Code) -> bool:
    return plain_name(code.name) != plain_name(other.name)


def _is_redefined(code: Code, other: Code) -> bool:
    return _meaning(code) != _meaning(other)


_TESTS: tuple[tuple[Kind, Callable[[Code, Code], bool]], ...] = (
    ("new", _is_back),
    ("gone", _is_gone),
    ("renamed", _is_renamed),
    ("redefined", _is_redefined),
)


def _meaning(code: Code) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in (code.definition, code.include, code.exclude))


def _folded(tree: CodeTree, code: Code) -> tuple[str, ...]:
    return tuple(plain_name(name).casefold() for name in tree.path(code.id))


def _merged_first(code: Code) -> tuple[bool, int]:
    """So that of several codes at one path the one that stands there wins."""
    return code.status != "merged", code.id
