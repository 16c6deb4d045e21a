"""A codebook goes on from an earlier year: its codes are taken over with their identity."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import set_mode
from codebooks.locks import refuse_locked
from codebooks.paths import plain_name
from codebooks.queries import codebook_of
from codebooks.tables import CodeRow
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from coder.study import Study
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import Question

T = TypeVar("T")

_MEANING = ("definition", "include", "exclude", "color", "symbol")


@dataclass(frozen=True)
class Continued:
    """What was taken over: codes made, codes joined by GUID and by path.

    `renumbered` and `renamed` are made codes whose number, or name under its theme, was taken:
    (path in the source, what it became).
    """

    made: int = 0
    by_guid: int = 0
    by_path: int = 0
    renumbered: tuple[tuple[str, int], ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


def continue_codebook(session: Session, source: CodeTree, question: Question) -> Continued:
    """Copy a codebook, of this study or another, into that of a question; codings are not copied.

    A code keeps GUID, number, name, place and description; retired ones stay retired, merged ones
    what they became. Codes of the question that have the same GUID, or stand at the same path, are
    the same code from then on and keep their codings; one joined by path takes GUID and number
    over. Where the question has no codings yet its codebook takes over the mode too. Raises a
    Problem when the question's codebook is the source itself or locked.
    """
    target = codebook_of(session, question.id)
    refuse_locked(session, target.id, None)
    used = set(
        session.scalars(
            select(CodingRow.code_id)
            .join(CodeRow, CodeRow.id == CodingRow.code_id)
            .where(CodeRow.codebook_id == target.id)
            .distinct()
        )
    )
    if not used:
        set_mode(session, target, source.single, source.ordered)
    return _Continuing(session, source, target, used).carry_out()


def refuse_itself(session: Session, source: Question, question: Question) -> None:
    """Raise a Problem when two questions have one codebook already."""
    if codebook_of(session, source.id).id == codebook_of(session, question.id).id:
        raise Problem(
            f"{question.full_key} and {source.full_key} are coded with the same codebook.",
            "There is nothing to take over.",
        )


class _OnlyTried(Exception):
    """Ends a trial, so that its transaction is taken back."""


def tried_out(study: Study, coder: str, carry_out: Callable[[Session], T]) -> T:
    """What an action on codebooks would give; nothing is changed."""
    found: list[T] = []
    with suppress(_OnlyTried), study.act("continue_codebook", coder) as session:
        found.append(carry_out(session))
        raise _OnlyTried
    return found[0]


@dataclass
class _Continuing:
    """One codebook on its way into another; `ids` are the target's codes by the source's."""

    session: Session
    source: CodeTree
    target: CodeTree
    used: set[int]
    ids: dict[int, int] = field(default_factory=dict)
    lineages: dict[int, tuple[int, ...]] = field(default_factory=dict)
    names: dict[int | None, set[str]] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)
    renumbered: list[tuple[str, int]] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)

    def carry_out(self) -> Continued:
        """Join what is the same, make the rest, level by level."""
        by_guid = self._same_guid()
        by_path = self._same_path(by_guid)
        self.ids = {**by_guid, **by_path}
        theirs = set(by_path.values())
        self.numbers = {code.number for code in self.target.codes if code.id not in theirs}
        self.lineages = {code.id: self.target.lineage(code.id) for code in self.target.codes}
        self._join(by_path)
        new = [code for code in self.source.walk() if code.id not in self.ids]
        for level in range(1, MAX_LEVELS + 1):
            self._make(code for code in new if len(self.source.lineage(code.id)) == level)
        gone = [c for c in self.source.codes if c.status == "merged" and c.id not in self.ids]
        self._make(gone)
        made = len(new)
        return Continued(
            made, len(by_guid), len(by_path), tuple(self.renumbered), tuple(self.renamed)
        )

    def _same_guid(self) -> dict[int, int]:
        known = {code.guid: code.id for code in self.target.codes}
        return {code.id: known[code.guid] for code in self.source.codes if code.guid in known}

    def _same_path(self, by_guid: dict[int, int]) -> dict[int, int]:
        """Codes at one path that are not joined by GUID; themes are followed, not only names."""
        found: dict[int, int] = {}
        taken = set(by_guid.values())
        for code in self.source.walk():
            known = by_guid | found
            if code.id in known or (code.parent_id is not None and code.parent_id not in known):
                continue
            theme = self._place(known, code)
            for other in self.target.children(theme):
                if other.id not in taken and _folded(other.name) == _folded(code.name):
                    found[code.id] = other.id
                    taken.add(other.id)
                    break
        return found

    def _place(self, known: dict[int, int], code: Code) -> int | None:
        """The target's theme for a code; what a theme was merged into stands for it."""
        if code.parent_id is None:
            return None
        theme = self.target.by_id.get(known[code.parent_id])
        return self.target.followed(theme).id if theme else known[code.parent_id]

    def _join(self, by_path: dict[int, int]) -> None:
        """Codes found by path become the source's codes; numbers change places all at once."""
        rows = [
            (self.source.by_id[mine], self.session.get_one(CodeRow, other))
            for mine, other in by_path.items()
        ]
        had = {row.id: row.number for _, row in rows}
        for _, row in rows:
            row.number = -row.id
        self.session.flush()
        for code, row in rows:
            row.guid = code.guid
            row.number = self._number(code, had[row.id])
            if row.id not in self.used:
                row.status, row.outcome = code.status, int(code.outcome)
            for fact in _MEANING:
                if row.id not in self.used or not getattr(row, fact):
                    setattr(row, fact, getattr(code, fact) or getattr(row, fact))
        self.session.flush()

    def _make(self, codes: Iterable[Code]) -> None:
        rows = [(code, self._row(code)) for code in codes]
        self.session.add_all(row for _, row in rows)
        self.session.flush()
        self.ids |= {code.id: row.id for code, row in rows}
        for _, row in rows:
            above = () if row.parent_id is None else self.lineages[row.parent_id]
            self.lineages[row.id] = (*above, row.id)

    def _row(self, code: Code) -> CodeRow:
        theme = self._high_enough(code)
        number = self._number(code, None)
        became = self.source.followed(code).id
        siblings = self._siblings(theme)
        return CodeRow(
            guid=code.guid,
            codebook_id=self.target.id,
            parent_id=theme,
            name=code.name if code.status == "merged" else self._name(code, number, siblings),
            number=number,
            position=len(siblings) + max(self._positions(theme), default=0),
            status=code.status,
            merged_into_id=None if became == code.id else self.ids[became],
            outcome=int(code.outcome),
            locked=0,
            **{fact: getattr(code, fact) for fact in _MEANING},
        )

    def _high_enough(self, code: Code) -> int | None:
        """The theme of a new code, one further up where it would stand too deep."""
        theme = self._place(self.ids, code)
        if theme is None:
            return None
        return self.lineages[theme][: MAX_LEVELS - 1][-1]

    def _siblings(self, theme: int | None) -> set[str]:
        if theme not in self.names:
            self.names[theme] = {code.name for code in self.target.children(theme)}
        return self.names[theme]

    def _positions(self, theme: int | None) -> Iterator[int]:
        return (code.position for code in self.target.children(theme))

    def _name(self, code: Code, number: int, siblings: set[str]) -> str:
        name = code.name
        if name in siblings:
            name = f"{code.name} ({number})"
            self.renamed.append((" / ".join(self.source.path(code.id)), name))
        siblings.add(name)
        return name

    def _number(self, code: Code, had: int | None) -> int:
        """The source's number, else the one the target's code had, else the next that is free."""
        number = code.number
        if number in self.numbers and had is not None and had not in self.numbers:
            number = had
        elif number in self.numbers:
            every = (*self.source.codes, *self.target.codes)
            number = max(*self.numbers, *(each.number for each in every)) + 1
        if number != code.number and code.status != "merged":
            self.renumbered.append((" / ".join(self.source.path(code.id)), number))
        self.numbers.add(number)
        return number


def _folded(name: str) -> str:
    return plain_name(name).casefold()
