"""Codes as a file has them become a codebook: three levels, no twins, no nameless codes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from codebooks.exchange.cleaning import Remarks, clean_guid, cleaned
from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.paths import plain_name
from codebooks.tree import MAX_LEVELS
from corpus.problems import Problem

MOST_CODES = 20_000

Path = tuple[str, ...]

JOINT = " – "
"""What stands between the names of a code that was raised to the third level."""


def shaped(
    name: str,
    found: Iterable[DraftCode],
    *,
    single: bool | None = None,
    ordered: bool | None = None,
    warnings: Iterable[str] = (),
) -> DraftBook:
    """A codebook of these codes, which may have any depth, order and content.

    Codes deeper than three levels stand on the third with their names joined. The same path twice
    is one code, with what either says; two with different GUIDs are two, the second numbered.
    Themes that are missing are made. A Problem when nothing is left, or far too much.
    """
    remarks = Remarks()
    named = [code for rough in found if (code := _named(rough, remarks))]
    if not named:
        raise Problem("The file holds no codes.", "It needs one code or more, each with a name.")
    if len(named) > MOST_CODES:
        raise Problem(
            f"The file holds {len(named)} codes, more than any codebook.",
            "Is this the right file? A codebook has one row for each code.",
        )
    codes = _Shape(remarks).of(named)
    return DraftBook(name, tuple(codes), single, ordered, (*warnings, *remarks.sentences()))


def _named(rough: DraftCode, remarks: Remarks) -> DraftCode | None:
    names = [plain_name(name) for name in rough.path]
    if not names or not names[-1]:
        remarks.add("nameless", " / ".join(name for name in names if name))
        return None
    path = tuple(name for name in names if name)
    if len(path) > MAX_LEVELS:
        remarks.add("deep", " / ".join(path))
        path = (*path[: MAX_LEVELS - 1], JOINT.join(path[MAX_LEVELS - 1 :]))
    return replace(rough, path=path)


class _Shape:
    """Codes by path; `_places` says where each path was mentioned first."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._codes: dict[Path, DraftCode] = {}
        self._folded: dict[Path, Path] = {}
        self._places: dict[Path, int] = {}

    def of(self, named: list[DraftCode]) -> list[DraftCode]:
        """The codes cleaned and in printing order."""
        for level in range(1, MAX_LEVELS + 1):
            for at, code in enumerate(named):
                if len(code.path) == level:
                    self._take(code, at)
        guids: set[str] = set()
        return [cleaned(self._codes[path], guids, self._remarks) for path in self._walk()]

    def _take(self, code: DraftCode, at: int) -> None:
        theme = self._theme(code.path[:-1], at)
        code = replace(code, path=(*theme, code.path[-1]))
        twin = self._codes.get(code.path)
        if twin and _are_two(twin, code):
            twin, code = None, self._numbered(code)
        elif twin:
            self._remarks.add("twins", " / ".join(code.path))
        self._codes[code.path] = _joined(twin, code) if twin else code
        self._mention(code.path, at)

    def _theme(self, path: Path, at: int) -> Path:
        """The theme a path means in any letter case, made when it is missing."""
        if not path:
            return ()
        wanted = (*self._theme(path[:-1], at), path[-1])
        if wanted not in self._codes:
            wanted = self._folded.get(_fold(wanted), wanted)
        if wanted not in self._codes:
            self._codes[wanted] = DraftCode(wanted)
        self._mention(wanted, at)
        return wanted

    def _numbered(self, code: DraftCode) -> DraftCode:
        count = 2
        while (path := (*code.path[:-1], f"{code.path[-1]} ({count})")) in self._codes:
            count += 1
        self._remarks.add("numbered", " / ".join(path))
        return replace(code, path=path)

    def _mention(self, path: Path, at: int) -> None:
        self._folded.setdefault(_fold(path), path)
        self._places[path] = min(at, self._places.get(path, at))

    def _walk(self) -> Iterator[Path]:
        under: dict[Path, list[Path]] = defaultdict(list)
        for path in sorted(self._codes, key=lambda path: self._places[path]):
            under[path[:-1]].append(path)
        waiting = list(reversed(under[()]))
        while waiting:
            path = waiting.pop()
            yield path
            waiting += reversed(under.get(path, []))


def _are_two(one: DraftCode, other: DraftCode) -> bool:
    guids = {clean_guid(one.guid), clean_guid(other.guid)}
    return len(guids) == 2 and "" not in guids


def _joined(one: DraftCode, other: DraftCode) -> DraftCode:
    """One code with what either says; different texts one after the other."""
    return DraftCode(
        path=one.path,
        guid=one.guid or other.guid,
        number=other.number if one.number is None else one.number,
        definition=_both(one.definition, other.definition),
        include=_both(one.include, other.include),
        exclude=_both(one.exclude, other.exclude),
        color=one.color or other.color,
        symbol=one.symbol or other.symbol,
        outcome=one.outcome or other.outcome,
        retired=one.retired or other.retired,
        locked=one.locked or other.locked,
    )


def _both(one: str, other: str) -> str:
    if f"\n{other.strip()}\n" in f"\n{one.strip()}\n":
        return one
    return "\n".join(text for text in (one.strip(), other.strip()) if text)


def _fold(path: Path) -> Path:
    return tuple(name.casefold() for name in path)
