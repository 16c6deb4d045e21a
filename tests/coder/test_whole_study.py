"""Whatever is done to a study, in whatever order, it stays whole, and undo walks all the way."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path, move, rename, set_status
from codebooks.queries import codebook_of, read_codebook
from codebooks.tree import Code, CodeTree
from coder.batch.apply import code_lines
from coder.batch.lines import Line
from coder.coding import Wanted, code_answer, uncode_answer
from coder.intake.report import Changed, Wishes
from coder.intake.take_in import take_in
from coder.merging import merge, share
from coder.modes import change_question
from coder.segments import Segment
from coder.study import Study
from coder.versions import list_changed, settle
from corpus.bands import scheme
from corpus.edits import set_band_limits, set_question_text
from corpus.problems import Problem
from corpus.queries import Routing, find_question, questions
from corpus.reading.records import AnswerRecord, QuestionRecord, Records, RespondentRecord
from corpus.tables import AnswerRow, PresenceRow, QuestionRow, RespondentRow
from tests.builders import CODER, CODER_2, fixed_surroundings, new_study
from tests.invariants import broken
from tests.snapshots import Content, content
from tests.trials import trials

WHO = st.sampled_from(["r1", "r2", "r3", "r4"])
KEYS = st.sampled_from(["k1", "k2"])
WAVES = st.sampled_from(["", "2021"])
TEXTS = st.sampled_from(
    ["", " ", "NAV, NAV", "NAV og bolig, NAV", "Å NAV, NAV", "A\u030a, ja\r\nnei"]
)
NAMES = st.sampled_from(["Bolig", "bolig", "NAV", "Økonomi", "Vet ikke", "Annet"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(" / ".join)
BOUNDS = st.none() | st.sampled_from([(0, 3), (0, 3), (5, 8), (0, 8), (4, 99)])
CODERS = st.sampled_from([CODER, CODER_2])
PLACES = st.integers(0, 50)
VALUES = st.sampled_from(["", "Ja", "Nei"])
BANDS = st.sampled_from(["<2000", "2000-5000", "bydel", "unknown"])
ROUTINGS = st.sampled_from([None, Routing("team", "Ja"), Routing("team", "Ja|Nei")])
CHANGED: st.SearchStrategy[Changed] = st.sampled_from(["keep", "replace", "ask"])

PEOPLE = st.dictionaries(
    WHO, st.tuples(VALUES, BANDS, st.none() | st.integers(0, 60_000)), min_size=1
)
CELLS = st.dictionaries(
    st.tuples(WHO, KEYS), st.tuples(TEXTS, st.lists(NAMES, max_size=2)), min_size=1
)
Facts = dict[str, tuple[str, str, int | None]]
Cells = dict[tuple[str, str], tuple[str, list[str]]]


def _records(people: Facts, cells: Cells) -> Records:
    keys = dict.fromkeys([*people, *(who for who, _ in cells)])
    facts = {who: people.get(who, ("", "unknown", None)) for who in keys}
    return Records(
        questions=tuple(QuestionRecord(key, key) for key in dict.fromkeys(q for _, q in cells)),
        respondents=tuple(
            RespondentRecord(2, who, f"{who}vik", "kommune", population, band, {"team": team})
            for who, (team, band, population) in facts.items()
        ),
        answers=tuple(
            AnswerRecord(row, who, key, text, tuple(codes))
            for row, ((who, key), (text, codes)) in enumerate(cells.items(), start=2)
        ),
    )


class WholeStudy(RuleBasedStateMachine):
    """A study, and the contents it had before and after each step that can be undone or redone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.study = new_study(Path(self.folder.name))
        self.now = content(self.study)
        self.past: list[Content] = []
        self.future: list[Content] = []
        self.steps = 0

    def teardown(self) -> None:
        while self.past:
            self.undo()
        self.study.__exit__()
        self.folder.cleanup()

    def act(self, kind: str, change: Callable[[Session], object]) -> None:
        """Do something; when it is refused nothing has changed."""
        before, refused = self.now, False
        try:
            with self.study.act(kind, CODER) as session:
                change(session)
        except Problem:
            refused = True
        self.now = content(self.study)
        steps = len(self.study.steps())
        if steps > self.steps and not refused:
            self.steps = steps
            self.past.append(before)
            self.future.clear()
        else:
            assert (self.now, self.steps) == (before, steps)

    @initialize(texts=st.lists(TEXTS, min_size=8, max_size=8), codes=st.lists(NAMES, max_size=2))
    def import_first_file(self, texts: list[str], codes: list[str]) -> None:
        places = [(who, key) for who in ("r1", "r2", "r3", "r4") for key in ("k1", "k2")]
        cells = {place: (text, codes) for place, text in zip(places, texts, strict=True)}
        found = _records({}, cells)
        self.act("import", lambda session: take_in(session, found, 4, Wishes(), lambda _: None))

    def has_questions(self) -> bool:
        with self.study.read() as session:
            return bool(questions(session))

    def answer(self, at: int) -> tuple[str, str]:
        """Question and respondent of one of the answers with text; nobody's when there is none."""
        with self.study.read() as session:
            rows = session.execute(
                select(QuestionRow.key, QuestionRow.wave, RespondentRow.key)
                .join(AnswerRow, AnswerRow.question_id == QuestionRow.id)
                .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
                .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
                .where(AnswerRow.version > 0)
                .order_by(AnswerRow.id)
            ).all()
        if not rows:
            return "k1", "nobody"
        key, wave, who = rows[at % len(rows)]
        return f"{key}@{wave}", who

    @rule(people=PEOPLE, cells=CELLS, wave=WAVES, changed=CHANGED, routing=ROUTINGS)
    def import_file(
        self, people: Facts, cells: Cells, wave: str, changed: Changed, routing: Routing | None
    ) -> None:
        found = _records(people, cells)
        routings = {found.questions[-1].key: routing} if routing else {}
        wishes = Wishes(wave=wave, changed=changed, routings=routings, coder=CODER)
        self.act("import", lambda session: take_in(session, found, 1, wishes, lambda _: None))
        once = self.now
        if changed == "replace":
            self.act("import", lambda session: take_in(session, found, 1, wishes, lambda _: None))
            assert self.now == once

    @precondition(has_questions)
    @rule(places=st.lists(PLACES, min_size=1, max_size=4), path=PATHS, bounds=BOUNDS, coder=CODERS)
    def code(
        self, places: list[int], path: str, bounds: tuple[int, int] | None, coder: str
    ) -> None:
        def change(session: Session, wanted: Wanted) -> None:
            code_answer(session, wanted, True)

        for at in places:
            wanted = Wanted(*self.answer(at), (path,), bounds, coder)
            self.act("apply_code", partial(change, wanted=wanted))

    @precondition(has_questions)
    @rule(at=PLACES, code=PLACES, bounds=BOUNDS, coder=CODERS)
    def uncode(self, at: int, code: int, bounds: tuple[int, int] | None, coder: str) -> None:
        key, who = self.answer(at)

        def change(session: Session) -> None:
            tree = codebook_of(session, find_question(session, key).id)
            codes = list(tree.walk())
            path = " / ".join(tree.path(codes[code % len(codes)].id))
            uncode_answer(session, Wanted(key, who, (path,), bounds, coder))

        self.act("remove_code", change)

    @precondition(has_questions)
    @rule(at=PLACES, text=TEXTS, changed=CHANGED)
    def import_one_text(self, at: int, text: str, changed: Changed) -> None:
        name, who = self.answer(at)
        key, _, wave = name.partition("@")
        wishes = Wishes(wave=wave, changed=changed, coder=CODER)
        found = _records({}, {(who, key): (text, [])})
        self.act("import", lambda session: take_in(session, found, 1, wishes, lambda _: None))

    @rule(
        rows=st.lists(st.tuples(PLACES, st.lists(PATHS, max_size=2), BOUNDS, CODERS), max_size=4),
        create=st.booleans(),
    )
    def code_file(
        self, rows: list[tuple[int, list[str], tuple[int, int] | None, str]], create: bool
    ) -> None:
        lines = []
        for row, (at, paths, bounds, coder) in enumerate(rows, start=2):
            key, who = self.answer(at)
            segment = Segment(*bounds) if bounds else None
            lines.append(Line(row, who, key, tuple(paths), segment, coder))
        self.act("code_file", lambda session: code_lines(session, lines, create, lambda _: None))

    def change_codebook(
        self, kind: str, key: str, change: Callable[[Session, CodeTree, list[Code]], object]
    ) -> None:
        def within(session: Session) -> None:
            tree = codebook_of(session, find_question(session, key).id)
            change(session, tree, list(tree.walk()))

        self.act(kind, within)

    @precondition(has_questions)
    @rule(key=KEYS, path=st.lists(NAMES, min_size=1, max_size=4))
    def add_code(self, key: str, path: list[str]) -> None:
        self.change_codebook("add_code", key, lambda s, tree, _: add_path(s, tree, path))

    @precondition(has_questions)
    @rule(key=KEYS, at=PLACES, name=NAMES)
    def rename_code(self, key: str, at: int, name: str) -> None:
        self.change_codebook(
            "rename_code", key, lambda s, tree, codes: rename(s, tree, codes[at % len(codes)], name)
        )

    @precondition(has_questions)
    @rule(key=KEYS, at=PLACES, to=st.none() | PLACES, position=st.none() | st.integers(1, 4))
    def move_code(self, key: str, at: int, to: int | None, position: int | None) -> None:
        def change(session: Session, tree: CodeTree, codes: list[Code]) -> None:
            theme = None if to is None else codes[to % len(codes)]
            move(session, tree, codes[at % len(codes)], theme, position)

        self.change_codebook("move_code", key, change)

    @precondition(has_questions)
    @rule(key=KEYS, at=PLACES, to=PLACES)
    def merge_codes(self, key: str, at: int, to: int) -> None:
        def change(session: Session, tree: CodeTree, codes: list[Code]) -> None:
            source, target = codes[at % len(codes)], codes[to % len(codes)]
            merge(session, tree, source, target)
            assert read_codebook(session, tree.id).by_id[source.id].merged_into_id == target.id

        self.change_codebook("merge_codes", key, change)

    @precondition(has_questions)
    @rule(key=KEYS, at=PLACES)
    def retire_code(self, key: str, at: int) -> None:
        def change(session: Session, tree: CodeTree, codes: list[Code]) -> None:
            code = codes[at % len(codes)]
            set_status(session, code, "retired" if code.status == "active" else "active")

        self.change_codebook("retire_code", key, change)

    @precondition(has_questions)
    @rule(one=PLACES, other=PLACES)
    def share_codebook(self, one: int, other: int) -> None:
        def change(session: Session) -> None:
            known = questions(session)
            share(session, known[one % len(known)], known[other % len(known)])

        self.act("share_codebook", change)

    @precondition(has_questions)
    @rule(key=KEYS, routing=ROUTINGS, single=st.none() | st.booleans(), ordered=st.booleans())
    def change_question(
        self, key: str, routing: Routing | None, single: bool | None, ordered: bool
    ) -> None:
        def change(session: Session) -> None:
            change_question(
                session,
                key,
                routing=routing,
                asked_of_all=routing is None,
                single=single,
                ordered=ordered,
            )
            set_question_text(session, find_question(session, key), f"Ny tekst {single}")

        self.act("question", change)

    @rule(limits=st.sampled_from([[2000, 5000], [3000], [2000, 5000, 10000, 20000, 50000]]))
    def divide_bands(self, limits: list[int]) -> None:
        self.act("bands", lambda session: set_band_limits(session, scheme(limits)))

    @rule(reject=st.booleans())
    def settle_changed(self, reject: bool) -> None:
        def change(session: Session) -> None:
            changed = [f"{each.question}:{each.respondent}" for each in list_changed(session)]
            settle(session, (), changed if reject else (), not reject)
            assert reject or list_changed(session) == []

        self.act("changed", change)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.study.undo(CODER)
        self.future.append(self.now)
        self.now = content(self.study)
        assert self.now == self.past.pop()
        self.steps += 1

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.study.redo(CODER)
        self.past.append(self.now)
        self.now = content(self.study)
        assert self.now == self.future.pop()
        self.steps += 1

    @precondition(lambda self: self.past)
    @rule(many=st.integers(1, 5))
    def undo_to(self, many: int) -> None:
        actions = [step.id for step in self.study.steps() if step.in_effect and not step.undoes]
        taken_back = self.study.undo_to(CODER, actions[-many:][0] - 1)
        assert [step.id for step in taken_back] == actions[-many:][::-1]
        for _ in taken_back:
            self.future.append(self.now)
            self.now = self.past.pop()
        self.steps += len(taken_back)
        assert content(self.study) == self.now

    @precondition(lambda self: self.future)
    @rule(many=st.integers(1, 5))
    def redo_to(self, many: int) -> None:
        waiting = self.study.redoable()[:many]
        assert [step.id for step in self.study.redo_to(CODER, waiting[-1])] == waiting
        for _ in waiting:
            self.past.append(self.now)
            self.now = self.future.pop()
        self.steps += len(waiting)
        assert content(self.study) == self.now

    @rule()
    def reopen(self) -> None:
        self.study.__exit__()
        self.study = Study(self.study.path, fixed_surroundings(self.steps + 1))

    @invariant()
    def is_whole(self) -> None:
        assert broken(self.study) == []


TestWholeStudy = WholeStudy.TestCase
TestWholeStudy.settings = settings(
    max_examples=trials(5), stateful_step_count=25, deadline=None, print_blob=True
)
