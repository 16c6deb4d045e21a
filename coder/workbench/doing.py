"""What the coding screen does to answers: each function is one action with one undo."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.paths import find_code, names_to_make
from codebooks.queries import codebook_of
from codebooks.tables import CodeRow
from codebooks.tree import Code
from coder.actions import Target, apply_code, remove_code
from coder.declining import decline_taken, give_after_all
from coder.people import coder_id
from coder.segments import Segment
from coder.workbench.filters import Flag
from coder.workbench.flags import flags_of, set_flag, unset_flag
from coder.workbench.ids import AMONG_IDS, among, ids_given
from coder.workbench.marking import apply_to_many, remove_from_many
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.store.history import Parameter
from corpus.tables import AnswerRow

_BY_HAND: Mapping[int, int] = {}
_STATUSES = select(CodeRow.id, CodeRow.status).where(CodeRow.id.in_(AMONG_IDS))


@dataclass(frozen=True)
class Chosen:
    """Answers to act on, as a whole or (`segments`, by answer id) a piece of each.

    `respondent` names the one that is open, for the history.
    """

    answers: tuple[int, ...]
    respondent: str = ""
    segments: Mapping[int, Segment] = field(default_factory=dict)

    def said(self) -> dict[str, Parameter]:
        """What the history says about them."""
        where: dict[str, Parameter] = {"answer": self.respondent} if self.respondent else {}
        return where if self._is_one else {**where, "answers": len(self.answers)}

    def kind(self, of_one: str, of_many: str) -> str:
        """The kind of the step: of one answer, or of many."""
        return of_one if self._is_one else of_many

    @property
    def _is_one(self) -> bool:
        return len(self.answers) == 1 and bool(self.respondent)


def apply(
    bench: Workbench, codes: Sequence[int], chosen: Chosen, scores: Mapping[int, int] = _BY_HAND
) -> int:
    """Put codes on answers or their pieces; returns how many answers changed.

    `scores` are of the codes that were suggested and taken as such: how likely each was, in
    thousandths. Raises a Problem for a code that was retired, merged or removed, also by another
    program.
    """
    kind = chosen.kind("apply_code", "apply_to_many")
    if not all(code in bench.tree.by_id for code in codes):
        raise Problem("This code is not in the codebook any more.", "Use another code.")
    said = {"code": "; ".join(map(bench.path, codes)), **chosen.said()}
    with bench.acting(kind, chosen.answers, said) as session:
        refuse_unused(session, bench, codes)
        give_after_all(session, codes, chosen.answers, coder_id(session, bench.coder))
        return max(
            _put(session, bench, bench.tree.by_id[code], chosen, scores.get(code)) for code in codes
        )


def apply_new(bench: Workbench, path: str, chosen: Chosen) -> Code:
    """Make a code (or find the one of that path) and put it on answers or their pieces."""
    kind = chosen.kind("make_code_here", "apply_new_code")
    before = bench.tree
    try:
        with bench.acting(kind, chosen.answers, {"code": path, **chosen.said()}) as session:
            tree = codebook_of(session, bench.question.id)
            code = find_code(tree, path)
            if code is None:
                tree, code = add_path(session, tree, names_to_make(tree, path))
            bench.tree = tree
            _put(session, bench, code, chosen)
    except BaseException:
        bench.tree = before
        raise
    return code


def remove(bench: Workbench, code_id: int, chosen: Chosen) -> int:
    """Take the coder's code off answers or their pieces; returns how many answers had it.

    What was taken as a suggestion is remembered as declined when the whole answer loses it.
    """
    kind = chosen.kind("remove_code", "remove_from_many")
    code = bench.tree.by_id.get(code_id)
    if code is None:
        return 0
    said = {"code": bench.path(code_id), **chosen.said()}
    with bench.acting(kind, chosen.answers, said) as session:
        coder = coder_id(session, bench.coder)
        if not chosen.segments:
            decline_taken(session, code_id, chosen.answers, coder)
            return remove_from_many(session, code, chosen.answers, coder)
        targets = _targets(session, chosen)
        return sum(remove_code(session, code, target, coder) for target in targets)


def toggle_flag(bench: Workbench, flag: Flag, answers: Collection[int]) -> bool:
    """Flag answers, or take the flag off when all have it; returns whether it is set now."""
    with bench.acting("flag", (), {"flag": flag.value, "answers": len(answers)}) as session:
        flags = flags_of(session, answers)
        if all(flag in flags.get(answer, ()) for answer in answers):
            unset_flag(session, answers, flag)
            return False
        set_flag(session, answers, flag, coder_id(session, bench.coder))
        return True


def refuse_unused(session: Session, bench: Workbench, codes: Sequence[int]) -> None:
    """Raise a Problem when one of these codes cannot be given any more."""
    statuses = dict(session.connection().execute(_STATUSES, ids_given(codes)).all())
    for code in codes:
        status = statuses.get(code, "no longer there")
        if status != "active":
            raise Problem(f"{bench.path(code)} is {status}.", "Use another code.")


def _put(
    session: Session, bench: Workbench, code: Code, chosen: Chosen, score: int | None = None
) -> int:
    coder = coder_id(session, bench.coder)
    question, tree = bench.question, bench.tree
    if not chosen.segments:
        return apply_to_many(session, question, tree, code, chosen.answers, coder, score)
    targets = _targets(session, chosen)
    return sum(apply_code(session, question, tree, code, each, coder, score) for each in targets)


def _targets(session: Session, chosen: Chosen) -> list[Target]:
    query = select(AnswerRow.id, AnswerRow.version).where(AnswerRow.id.in_(among(chosen.segments)))
    versions = session.connection().execute(query)
    return [Target(id_, version, chosen.segments[id_]) for id_, version in versions]
