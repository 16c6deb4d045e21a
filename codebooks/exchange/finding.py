"""Which code of a codebook a code of a file is."""

from collections.abc import Iterator

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.former import Past, find_former
from codebooks.tree import Code, CodeTree

Path = tuple[str, ...]


class FoundCodes:
    """The codes of a file that a codebook has, by their place in the file from 0.

    `codes` are the ids. `by_guid` are places of codes found by GUID, which the file may rename and
    move; `elsewhere` of those that were merged, or are called something else now. A code of the
    codebook is at most one code of the file, but for those elsewhere.
    """

    def __init__(self, tree: CodeTree, draft: DraftBook, past: Past = ()) -> None:
        self.codes: dict[int, int] = {}
        self.by_guid: set[int] = set()
        self.elsewhere: set[int] = set()
        self._tree = tree
        self._past = past
        self._claimed: set[int] = set()
        self._by_name: dict[int | None, dict[str, list[Code]]] = {}
        self._ids: dict[Path, int | None] = {(): None}
        self._paths = {code.path for code in draft.codes}
        self._merged = dict(_merged_paths(tree))
        self._former_names = {place.name for place in past}
        self._match_guids(draft)
        for at, code in enumerate(draft.codes):
            if at not in self.codes:
                self._match_path(at, code)
            if at in self.codes:
                self._ids[code.path] = self.codes[at]

    def _match_guids(self, draft: DraftBook) -> None:
        known = {code.guid: code for code in self._tree.codes}
        for at, code in enumerate(draft.codes):
            own = known.get(code.guid) if code.guid else None
            if own is None:
                continue
            if own.status == "merged":
                self._find_elsewhere(at, self._tree.followed(own))
            else:
                self.codes[at] = own.id
                self.by_guid.add(at)
                self._claimed.add(own.id)

    def _match_path(self, at: int, code: DraftCode) -> None:
        theme = code.path[:-1]
        own = self._child(self._ids[theme], code) if theme in self._ids else None
        if own is not None:
            self.codes[at] = own.id
            self._claimed.add(own.id)
            return
        folded = _fold(code.path)
        if folded in self._merged:
            self._find_elsewhere(at, self._merged[folded])
        elif folded[-1] in self._former_names:
            former = find_former(self._tree, self._past, code.path)
            if former and former.status != "merged" and former.id not in self._claimed:
                self._find_elsewhere(at, former)

    def _child(self, theme: int | None, code: DraftCode) -> Code | None:
        """The code of this name under a theme, unless it is another code of the file."""
        alike = [
            child
            for child in self._children(theme).get(code.path[-1].casefold(), ())
            if child.id not in self._claimed
        ]
        exact = next((child for child in alike if child.name == code.path[-1]), None)
        others = (child for child in alike if (*code.path[:-1], child.name) not in self._paths)
        return exact or next(others, None)

    def _children(self, theme: int | None) -> dict[str, list[Code]]:
        if theme not in self._by_name:
            names: dict[str, list[Code]] = {}
            for child in self._tree.children(theme):
                names.setdefault(child.name.casefold(), []).append(child)
            self._by_name[theme] = names
        return self._by_name[theme]

    def _find_elsewhere(self, at: int, code: Code) -> None:
        self.codes[at] = code.id
        self.elsewhere.add(at)


def _merged_paths(tree: CodeTree) -> Iterator[tuple[Path, Code]]:
    for code in tree.codes:
        if code.status == "merged":
            yield _fold(tree.path(code.id)), tree.followed(code)


def _fold(path: Path) -> Path:
    return tuple(name.casefold() for name in path)
