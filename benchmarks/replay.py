"""A real coding session played again, every key counted: ours against a spreadsheet.

The coder knows the codes of the file and nothing is suggested from the text of an answer.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.coding_keys import (
    ApplyCode,
    Effect,
    Key,
    NewCode,
    NextUncoded,
    Shown,
    Typing,
    entered,
    press,
)
from tui.finder import Finder, FinderCode
from tui.finding.slots import Slots

_VARIABLE = "FULLKODING_TEST_DATA"
_FILE = Path("bench") / "nhs_patient_feedback.csv"
_QUESTION = "What could we do better?"


@dataclass(frozen=True)
class Group:
    """Identical answers: how many they are, and all codes that the file gives any of them."""

    answers: int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class KeysLine:
    """The keys of one way to code, by what they were for."""

    what: str
    keys: Counter[str]
    groups: int
    answers: int
    goal: str = ""

    def __str__(self) -> str:
        total = self.keys.total()
        parts = ", ".join(f"{name} {count / self.groups:.2f}" for name, count in self.keys.items())
        each = f"{total / self.groups:>6.2f} keys per answer coded ({total / self.answers:.2f} per"
        return f"{self.what:<34}{each} answer given): {parts}  {self.goal}".rstrip()


def run(_: Path, __: int) -> Iterator[KeysLine | str]:
    """The whole session by a coder who looks after every letter, after three, and in cells."""
    folder = os.environ.get(_VARIABLE)
    if not folder:
        yield f"replay is skipped: {_VARIABLE} does not name the folder with the real data"
        return
    groups = read_groups(Path(folder) / _FILE, _QUESTION)
    size = (len(groups), sum(group.answers for group in groups))
    yield KeysLine("replay: looks after each letter", play(groups, 1), *size, "<= 5.0")
    yield KeysLine("replay: looks after three letters", play(groups, 3), *size)
    yield KeysLine("spreadsheet with completion", spreadsheet(groups), *size)


def read_groups(path: Path, question: str) -> list[Group]:
    """The answers to one question in the order of the file, identical ones together."""
    groups: dict[str, Group] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["question"] == question:
                codes = [code.strip() for code in row["codes"].split(";") if code.strip()]
                known = groups.get(row["text"].strip(), Group(0, ()))
                united = tuple(dict.fromkeys([*known.codes, *codes]))
                groups[row["text"].strip()] = Group(known.answers + 1, united)
    return list(groups.values())


def play(groups: Iterable[Group], patience: int) -> Counter[str]:
    """The keys of a session; `patience` letters are typed before each look at what is found."""
    desk = Desk()
    for group in groups:
        for name in group.codes:
            if name in desk.ids:
                _give(desk, name, patience)
            else:
                _make(desk, name)
        desk.press(" ", "moving on")
    return desk.keys


@dataclass
class Desk:
    """The screen as far as keys reach it: codes, ready digits, finder, and what is typed."""

    keys: Counter[str] = field(default_factory=Counter)
    codes: dict[int, FinderCode] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    held: set[int] = field(default_factory=set)
    slots: Slots = field(default_factory=Slots)
    finder: Finder = field(default_factory=lambda: Finder(()))
    typing: Typing = field(default_factory=Typing)
    codings: int = 0

    def shown(self) -> Shown:
        """What the coder sees."""
        return Shown(self.slots.places, self.finder.find(self.typing.text, self.held))

    def press(self, key: str | Key, purpose: str) -> Effect | None:
        """Press a key and let happen what it does."""
        self.keys[purpose] += 1
        self.typing, effect = press(self.typing, key, self.shown())
        match effect:
            case ApplyCode(code_id):
                self._apply(code_id)
            case NewCode(name):
                code_id = len(self.codes) + 1
                self.ids[name] = code_id
                self.codes[code_id] = FinderCode(code_id, (name,), code_id)
                self._apply(code_id)
            case NextUncoded():
                self.held.clear()
                self.slots = self.slots.renewed(list(self.codes.values()))
        return effect

    def _apply(self, code_id: int) -> None:
        code = self.codes[code_id]
        self.codings += 1
        self.codes[code_id] = replace(code, uses=code.uses + 1, last_used=self.codings)
        self.held.add(code_id)
        self.finder = Finder(list(self.codes.values()), self.finder)


def _make(desk: Desk, name: str) -> None:
    for character in name:
        desk.press(character, "new names")
    new = NewCode(name)
    key = Key.ENTER if entered(desk.typing, desk.shown().hits) == new else Key.NEW
    _expect(desk.press(key, "new names"), new)


def _give(desk: Desk, name: str, patience: int) -> None:
    code_id = desk.ids[name]
    digit = desk.slots.digit(code_id)
    if digit:
        _expect(desk.press(str(digit), "digits"), ApplyCode(code_id))
        return
    for count, letter in enumerate(name, start=1):
        desk.press(letter, "finding")
        found = [hit.code_id for hit in desk.shown().hits]
        if code_id in found and (count >= patience or letter == name[-1]):
            key = Key.ENTER if found[0] == code_id else str(found.index(code_id) + 1)
            _expect(desk.press(key, "finding"), ApplyCode(code_id))
            return
    raise RuntimeError(f"{name} is not found by its own letters")


def _expect(effect: Effect | None, wanted: Effect) -> None:
    if effect != wanted:
        raise RuntimeError(f"the key did {effect} instead of {wanted}")


def spreadsheet(groups: Iterable[Group]) -> Counter[str]:
    """A column for each code of an answer; a cell completes itself when only one name fits.

    The key that leaves a cell takes the completed name, so that moving on costs nothing more.
    All columns know each other's names, which no spreadsheet does.
    """
    keys: Counter[str] = Counter()
    used: list[str] = []
    for group in groups:
        for name in group.codes:
            if name in used:
                keys["finding"] += _unique_beginning(name, used) + 1
            else:
                keys["new names"] += len(name) + 1
                used.append(name)
    return keys


def _unique_beginning(name: str, used: Sequence[str]) -> int:
    plain = name.casefold()
    others = [other.casefold() for other in used if other != name]
    lengths = range(1, len(plain) + 1)
    return next(
        (length for length in lengths if not any(o.startswith(plain[:length]) for o in others)),
        len(plain),
    )
