"""Whatever is done to a codebook and its answers, undo walks all the way back, and merges keep all.

Things done are told by numbers, which are taken modulo what there is.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.arranging import move_all
from codebooks.describing import Description, describe
from codebooks.edits import add_path, move, rename, set_status
from codebooks.joining import plan_joining
from codebooks.locks import set_code_lock
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from coder.merge_preview import preview_merge
from coder.merging import merge_all
from coder.people import coder_id
from coder.similar.apart import forget_apart, keep_apart
from coder.splitting import make_parts, send_to_all, split_items
from coder.study import Study
from coder.tables import CodingRow, MemoRow
from coder.workbench.memos import MemoPlace, write_memo
from corpus.problems import Problem
from tests.builders import CODER, CODER_2, code_all
from tests.coder.reorganising import study_with, tree_in, tree_of
from tests.invariants import broken
from tests.snapshots import content
from tests.trees import NAMES, trees
from tests.trees import tree_of as made_tree
from tests.trials import trials

TEXTS = ["Bil og buss", "Bussen er sen", "Bil", "Tog"]
PATHS = ("Bolig / Leie", "Bolig / Eie / Ny", "Arbeid / Leie", "Arbeid", "NAV", "Hjem")
NUMBERS = st.integers(0, 40)
Edit = tuple[str, int, int, int]
EDITS = st.tuples(
    st.sampled_from(
        [
            *("add", "rename", "move", "move several", "merge", "merge", "split", "send", "send"),
            *("retire", "lock", "define", "keep apart", "forget", "code", "memo"),
        ]
    ),
    *(NUMBERS, NUMBERS, NUMBERS),
)


class Bench:
    """One edit at a time, in one session."""

    def __init__(self, session: Session, edit: Edit) -> None:
        self.session, self.tree = session, tree_in(session)
        self.codes = list(self.tree.walk())
        self.kind, *self.numbers = edit

    def code(self, at: int) -> Code:
        """The code that the number at a place means."""
        return self.codes[self.numbers[at] % len(self.codes)]

    def name(self) -> str:
        """A name out of a few."""
        return ("Leie", "Eie", "NAV", "Bolig", f"Ny {self.numbers[2] % 3}")[self.numbers[1] % 5]

    def do(self) -> None:
        """Carry the edit out."""
        edits: dict[str, Callable[[], object]] = {
            "add": lambda: add_path(
                self.session, self.tree, [*self.tree.path(self.code(0).id), self.name()]
            ),
            "rename": lambda: rename(self.session, self.tree, self.code(0), self.name()),
            "move": lambda: move(self.session, self.tree, self.code(0), self.code(1)),
            "move several": lambda: move_all(
                self.session,
                self.tree,
                [self.code(0), self.code(1)],
                self.code(2) if self.numbers[2] % 3 else None,
                self.numbers[2] % 4 or None,
            ),
            "merge": self.merge,
            "split": lambda: make_parts(
                self.session, self.tree, self.code(0), [self.name()], self.numbers[2] % 2 == 0
            ),
            "send": self.send,
            "retire": lambda: set_status(self.session, self.code(0), "retired"),
            "lock": lambda: set_code_lock(self.session, self.code(0).id, self.numbers[1] % 3 == 0),
            "define": lambda: describe(
                self.session, self.code(0), Description(self.name(), include=self.name())
            ),
            "keep apart": lambda: keep_apart(self.session, self.code(0).id, self.code(1).id),
            "forget": lambda: forget_apart(self.session, self.code(0).id, self.code(1).id),
            "memo": self.memo,
        }
        edits[self.kind]()

    def merge(self) -> None:
        """Merge two codes into one; what was foreseen is what came, and nothing is lost."""
        sources, target = [self.code(0), self.code(1)], self.code(2)
        codes = [target, *sources]
        under = {id_ for code in codes for id_ in self.tree.subtree(code.id)}
        before, memos = self.answers(under), self.memos()
        foreseen = preview_merge(self.session, self.tree, sources, target)
        whose = self.whose()
        done = merge_all(self.session, self.tree, sources, target)
        now = tree_in(self.session)
        assert self.answers(now.subtree(target.id)) == before
        assert self.whose() == whose
        assert self.memos() == memos + done.notes
        assert len(self.answers([target.id])) == foreseen.after
        assert len(before) == foreseen.total_after
        assert done.doubled == foreseen.doubled
        assert all(
            now.path(
                child.code_id if not child.merged else now.followed(now.by_id[child.code_id]).id
            )
            == child.becomes
            for child in foreseen.children
        )

    def send(self) -> None:
        """Send some pieces of a code to two others; every answer keeps a code by its coder."""
        items = split_items(self.session, self.code(0).id)[: self.numbers[1] % 4]
        whose = self.whose()
        sent = send_to_all(
            self.session, [item.coding_id for item in items], [self.code(1), self.code(2)]
        )
        assert sent == len(items)
        assert self.whose() == whose

    def memo(self) -> None:
        """A memo on a code or on a coding."""
        codings = list(self.session.scalars(select(CodingRow.id)))
        place = MemoPlace("code", self.code(0).id)
        if codings and self.numbers[1] % 2:
            place = MemoPlace("coding", codings[self.numbers[1] % len(codings)])
        write_memo(self.session, place, "Husk", coder_id(self.session, CODER))

    def answers(self, codes: "set[int] | tuple[int, ...] | list[int]") -> set[int]:
        having = select(CodingRow.answer_id).where(CodingRow.code_id.in_(codes))
        return set(self.session.scalars(having))

    def whose(self) -> set[tuple[int, int, int | None]]:
        """Who has coded which piece."""
        rows = select(CodingRow.answer_id, CodingRow.coder_id, CodingRow.start_at)
        return {(*row,) for row in self.session.execute(rows)}

    def memos(self) -> int:
        return self.session.scalar(select(func.count()).select_from(MemoRow)) or 0


def _do(study: Study, edit: Edit) -> None:
    kind, one, other, third = edit
    if kind == "code":
        tree = tree_of(study)
        codes = [code for code in tree.walk() if code.status == "active"]
        path = ">>".join(tree.path(codes[one % len(codes)].id))
        coder = CODER if third % 2 else CODER_2
        code_all(study, [("abcd"[other % 4], "k1", path)], coder)
        return
    with study.act(kind, CODER) as session:
        Bench(session, edit).do()


@settings(max_examples=trials(12), deadline=None)
@given(edits=st.lists(EDITS, min_size=3, max_size=14))
def test_after_any_edits_the_study_is_whole_and_undo_of_all_gives_what_was(
    edits: list[Edit],
) -> None:
    codings = [("a", "Bolig>>Leie;NAV"), ("b", "Bolig>>Leie;Arbeid>>Leie"), ("c", "NAV;Hjem")]
    with (
        tempfile.TemporaryDirectory() as folder,
        study_with(Path(folder), TEXTS, codings, *PATHS) as study,
    ):
        start, steps = content(study), study.steps()[-1].id
        for edit in edits:
            before = content(study)
            try:
                _do(study, edit)
            except Problem:
                assert content(study) == before
        assert broken(study) == []
        after = content(study)
        if study.steps()[-1].id > steps:
            study.undo_to(CODER, steps)
            assert content(study) == start
            study.redo_to(CODER, study.redoable()[-1])
            assert content(study) == after


@settings(max_examples=trials(100), deadline=None)
@given(tree=trees(NAMES), at=st.lists(NUMBERS, min_size=1, max_size=3), to=NUMBERS)
def test_a_plan_of_joining_leaves_a_tree_or_is_refused(
    tree: CodeTree, at: list[int], to: int
) -> None:
    codes = list(tree.walk())
    sources, target = [codes[n % len(codes)] for n in at], codes[to % len(codes)]
    try:
        plan = plan_joining(tree, sources, target)
    except Problem:
        return
    staying = [code for code in codes if code.id not in plan.merged]
    parents = {code.id: plan.moved.get(code.id, code.parent_id) for code in staying}
    assert plan.merged.keys() & plan.moved.keys() == set()
    assert set(plan.merged.values()) <= parents.keys()
    for code in staying:
        lineage = [code.id]
        while (above := parents[lineage[-1]]) is not None:
            lineage.append(above)
        assert len(lineage) <= MAX_LEVELS
    names = [(parents[code.id], code.name) for code in staying]
    assert len(set(names)) == len(names)


def test_codes_are_moved_side_by_side_with_what_is_under_them(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [], *PATHS) as study:
        with study.act("move_code", CODER) as session:
            tree = tree_in(session)
            by_path = {" / ".join(tree.path(code.id)): code for code in tree.walk()}
            chosen = [by_path["Hjem"], by_path["Bolig / Eie"], by_path["Bolig / Eie / Ny"]]
            moved = move_all(session, tree, chosen, None, 1)
        assert [code.name for code in moved] == ["Hjem", "Eie"]
        now = tree_of(study)
        assert [code.name for code in now.children(None)][:3] == ["Hjem", "Eie", "Bolig"]
        assert [now.path(code.id) for code in now.walk() if code.name == "Ny"] == [("Eie", "Ny")]


@pytest.mark.parametrize(
    ("paths", "theme", "sentence"),
    [
        (("Bolig",), "Bolig / Leie", "under itself"),
        (("Hjem", "Bolig"), "Bolig / Leie", "under itself"),
        (("NAV", "Bolig / Eie"), "Arbeid / Leie", "more than 3 levels"),
        (("NAV", "Bolig / Leie"), "Arbeid", "Arbeid / Leie already"),
        (("Bolig / Leie", "Arbeid / Leie"), "", "Leie already"),
    ],
)
def test_a_move_of_several_that_makes_no_tree_is_refused_wholly(
    tmp_path: Path, paths: tuple[str, ...], theme: str, sentence: str
) -> None:
    with study_with(tmp_path, TEXTS, [], *PATHS) as study:
        before, tree = content(study), tree_of(study)
        by_path = {" / ".join(tree.path(code.id)): code for code in tree.walk()}
        codes = [by_path[path] for path in paths]
        with (
            pytest.raises(Problem, match=sentence),
            study.act("move_code", CODER) as session,
        ):
            move_all(session, tree, codes, by_path.get(theme))
        assert content(study) == before


def test_a_fourth_level_is_refused_before_anything_is_merged() -> None:
    tree = made_tree([("A", "B", "C"), ("D", "E")])
    by_name = {code.name: code for code in tree.codes}
    with pytest.raises(Problem, match="more than 3 levels"):
        plan_joining(tree, [by_name["A"]], by_name["E"])
