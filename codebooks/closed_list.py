"""A locked codebook made of closed alternatives, each with its own number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.paths import plain_name
from codebooks.tables import CodebookRow, CodeRow
from corpus.store.store import new_guid

_NUMBERED = re.compile(r"\(?(\d{1,6})(?:\s*[).:=-]+\s*|\s+)(\S.*)", re.DOTALL)
_NUMBER = re.compile(r"\(?(\d{1,6})[).:]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """An alternative: its number on the form, its name, and the value as it is stored."""

    number: int
    name: str
    value: str


def entries(values: Sequence[str]) -> tuple[Entry, ...]:
    """Alternatives from the values of a variable: `1 Økonomi`, `(1) Økonomi`, `1` or `Økonomi`.

    Numbers are taken from the values when every value has one of its own, else given in order.
    Values with numbers stand in their order, others as given.
    """
    read = [_read(value) for value in values]
    numbers = [number for number, _ in read]
    if None in numbers or len(set(numbers)) < len(numbers):
        return tuple(Entry(at, plain_name(v), v) for at, v in enumerate(values, start=1))
    found = [
        Entry(number or 0, plain_name(name), value)
        for (number, name), value in zip(read, values, strict=True)
    ]
    if len({entry.name for entry in found}) < len(found):
        found = [Entry(entry.number, plain_name(entry.value), entry.value) for entry in found]
    return tuple(sorted(found, key=lambda entry: entry.number))


def new_closed_list(
    session: Session, name: str, listed: Sequence[Entry], outcomes: Sequence[str], single: bool
) -> int:
    """A locked codebook of these alternatives, outcomes after them; returns its id.

    An outcome that is called like an alternative is left out.
    """
    book = CodebookRow(guid=new_guid(session), name=name, single=int(single), ordered=0, locked=1)
    session.add(book)
    session.flush()
    names = {entry.name.casefold() for entry in listed}
    codes = [(entry.number, entry.name, False) for entry in listed]
    last = max((entry.number for entry in listed), default=0)
    rest = [outcome for outcome in outcomes if outcome.casefold() not in names]
    codes += [(number, outcome, True) for number, outcome in enumerate(rest, start=last + 1)]
    session.add_all(
        CodeRow(
            guid=new_guid(session),
            codebook_id=book.id,
            parent_id=None,
            name=code,
            number=number,
            position=at,
            status="active",
            merged_into_id=None,
            definition="",
            outcome=int(outcome),
        )
        for at, (number, code, outcome) in enumerate(codes, start=1)
    )
    session.flush()
    return book.id


def _read(value: str) -> tuple[int | None, str]:
    """The number and the name a value has; a value that is only a number is its own name."""
    plain = value.strip()
    if found := _NUMBERED.fullmatch(plain):
        return int(found[1]), found[2]
    if found := _NUMBER.fullmatch(plain):
        return int(found[1]), plain
    return None, plain
