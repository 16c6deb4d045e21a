"""A real coding session played again, every key counted: ours against a spreadsheet.

The coder knows the codes of the file. Without suggestions the most used codes stand on the digits;
with them those that are suggested when the answer is opened, and names are proposed for new codes.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from benchmarks.suggesting_desk import Offer, Suggester
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
    """Identical answers: how many they are, all codes that the file gives any, and the text."""

    answers: int
    codes: tuple[str, ...]
    text: str = ""


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
    yield KeysLine("replay: with suggestions", play(groups, 1, suggested(groups)), *size, "<= 4.2")
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
                text = row["text"].strip()
                groups[text] = Group(known.answers + 1, united, text)
    return list(groups.values())


def suggested(groups: Iterable[Group]) -> Suggester:
    """What suggests codes for these answers, none of which is coded yet."""
    return Suggester([group.text for group in groups])


def play(
    groups: Iterable[Group], patience: int, suggester: Suggester | None = None
) -> Counter[str]:
    """The keys of a session; `patience` letters are typed before each look at what is found.

    `suggester` suggests codes and names when an answer is opened; it knows the answers as they
    come, and none of them as coded.
    """
    desk = Desk()
    for place, group in enumerate(groups):
        if suggester:
            desk.offer = suggester.offer(place, desk.names())
        for name in group.codes:
            if name in desk.ids:
                _give(desk, name, patience)
            else:
                _make(desk, name)
        if suggester:
            suggester.learn(place, {desk.ids[name]: name for name in group.codes})
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
    offer: Offer | None = None

    def names(self) -> list[str]:
        """What the codes are called."""
        return list(self.ids)

    def shown(self) -> Shown:
        """What the coder sees."""
        if self.offer is None:
            return Shown(self.slots.places, self.finder.find(self.typing.text, self.held))
        hits = self.finder.find(self.typing.text, self.held, self.offer.likely)
        return Shown(self.offer.codes, hits, names=self.offer.names)

    def digit(self, code_id: int) -> int | None:
        """The digit on which a code stands ready, if it does."""
        if self.offer is None:
            return self.slots.digit(code_id)
        codes = self.offer.codes
        return codes.index(code_id) + 1 if code_id in codes else None

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
    """Type the whole name, or change a proposed one where that takes fewer keys."""
    new = NewCode(name)
    for key in min([[*name], *_from_proposed(desk, name)], key=len):
        desk.press(key, "new names")
    enters = desk.typing.naming or entered(desk.typing, desk.shown().hits) == new
    _expect(desk.press(Key.ENTER if enters else Key.NEW, "new names"), new)


def _from_proposed(desk: Desk, name: str) -> Iterator[list[str | Key]]:
    """The keys that make the name out of each proposed one."""
    for times, proposed in enumerate(desk.shown().names, start=1):
        pairs = zip(proposed, name, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        back = [Key.BACKSPACE] * (len(proposed) - same)
        if name[same : same + 1] != "0" or back:
            yield [*["0"] * times, *back, *name[same:]]


def _give(desk: Desk, name: str, patience: int) -> None:
    code_id = desk.ids[name]
    digit = desk.digit(code_id)
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
