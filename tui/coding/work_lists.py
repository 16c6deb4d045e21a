"""The coding screen: lists of answers: nearly the same, most alike, to be read again."""

from collections.abc import Callable, Sequence

from coder.people import find_coder
from coder.suggest.child import Cancelled, Child
from coder.workbench.comparing import source_of
from coder.workbench.filters import Sort
from coder.workbench.proposing import near_answers
from coder.workbench.redefined import definition_changes
from coder.workbench.rereading import earlier_answers, may_have, sample_of_codings
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tui.coding.background import cancelled, from_thread, in_background
from tui.coding.segments import CodingSegments
from tui.coding.session import Session
from tui.screens.choosing import Choosing
from tui.widgets.marks import Marks
from tui.words import _, plural

_SHOWN = 24

Offered = tuple[Callable[[], None], str, str]
"""What shows a list, what the list is called, and a hint."""


class CodingWorkLists(CodingSegments):
    """A work list is a filter like others: it combines with them, and the same key clears it."""

    def __init__(self, bench: Workbench, child: Child, session: Session | None = None) -> None:
        """`child` compares answers in a process of its own."""
        super().__init__(bench, session)
        self.child = child
        self._like: int | None = None
        self._new_code: int | None = None

    def sort_by(self, order: Sort) -> None:
        """Show the answers in another order; by likeness to the one that is open now."""
        self._like = self.answer.id if self.answer else None
        super().sort_by(order)

    def list_again(self) -> None:
        """Show the answers that the filter leaves; by likeness they come when compared."""
        if self.order is not Sort.SIMILAR or self._like is None:
            self.workers.cancel_group(self, "order")
            super().list_again()
            return
        like, ids = self._like, self.ids_in(Sort.FILE)
        if ids is not None:
            in_background(self, "order", lambda: self._compare(like, ids))

    def escape(self) -> None:
        """Escape gives up comparing."""
        if any(worker.group == "order" and worker.is_running for worker in self.workers):
            self._give_up()
        else:
            super().escape()

    def _give_up(self) -> None:
        self.order = Sort.FILE
        self.list_again()

    def do_near(self) -> None:
        """List and mark the answers that say nearly the same as the open one."""
        if self.answer is None:
            self.say_nothing_open()
        else:
            answer_id, text = self.answer.id, self.answer.text
            in_background(self, "near", lambda: self._find_near(answer_id, text))

    def do_reread(self) -> None:
        """Choose a list of answers to read again."""

        def go(which: Callable[[], None] | None) -> None:
            if which is not None:
                which()

        self.app.push_screen(Choosing(_("Lists of answers"), self.lists_to_read()), go)

    def lists_to_read(self) -> list[Offered]:
        """The lists that can be chosen."""
        return [
            (self._offer_late, _("earlier answers that may have a code"), ""),
            (self._offer_redefined, _("answers of a code that was defined anew"), ""),
            (self._sample, _("a random sample of your own codings"), ""),
        ]

    def made(self, code_id: int) -> None:
        """A code was made just now: it is offered first for reading again."""
        self._new_code = code_id

    def _compare(self, like: int, ids: Sequence[int]) -> None:
        try:
            source = source_of(self.bench.study, self.question)
            ordered = self.child.order_like(source, like, ids, self._told(), cancelled())
        except Cancelled:
            return
        except Problem as problem:
            from_thread(self, self.tell, problem)
            from_thread(self, self._give_up)
            return
        from_thread(self, self.show_ids, ordered)

    def _told(self) -> Callable[[float], None]:
        """Tells how far comparing is, ten times at most."""
        seen = [-1]

        def told(done: float) -> None:
            if int(done * 10) > seen[0]:
                seen[0] = int(done * 10)
                from_thread(self, self._show_done, done)

        return told

    def _show_done(self, done: float) -> None:
        said = _("comparing … {percent} % (escape stops)").format(percent=round(100 * done))
        self.said = (self.said[0], said)
        self.show_status()

    def _find_near(self, answer_id: int, text: str) -> None:
        found = near_answers(self.bench.study, self.question, answer_id)
        from_thread(self, self._show_near, answer_id, text, [id_ for id_, _likeness in found])

    def _show_near(self, answer_id: int, text: str, near: Sequence[int]) -> None:
        if not near:
            self.notify(_("No answer says nearly the same."), timeout=3)
            return
        name = _("nearly “{text}”").format(text=_begin(text))
        self.work_list(name, self.bench.same.with_same([answer_id, *near]))
        self.grid.mark(Marks(frozenset(self.grid.ids)))
        self.grid.move_to(answer_id)
        self.notify(_("f6 takes a mark away; ctrl+g shows all answers again."), timeout=5)

    def _offer_late(self) -> None:
        uses = sorted(self.codes.by_id.values(), key=lambda use: -use.code.number)
        newest = [use for use in uses if use.code.id == self._new_code]
        options = [
            (use.code.id, self.bench.path(use.code.id), plural_answers(use.answers))
            for use in dict.fromkeys([*newest, *uses])
            if not use.code.outcome
        ]

        def go(code_id: int | None) -> None:
            if code_id is not None:
                in_background(self, "late", lambda: self._find_late(code_id))

        title, empty = _("Which code, the newest first"), _("There is none yet.")
        self.app.push_screen(Choosing(title, options, empty=empty), go)

    def _find_late(self, code_id: int) -> None:
        study, question = self.bench.study, self.question
        code = self.bench.tree.by_id.get(code_id)
        if code is None:
            return
        from_thread(self, self.notify, _("Looking for answers that may have it …"))
        with study.read() as session:
            known = earlier_answers(session, question, code)
        alike: Sequence[tuple[int, float]] = ()
        try:
            if known.having and known.earlier:
                source = source_of(study, question)
                compare = self.child.like_examples
                alike = compare(source, known.having, known.earlier, _untold, cancelled())
        except Cancelled:
            return
        except Problem:
            alike = ()
        found = may_have(study, question, code, alike)
        name = _("may have {code}").format(code=code.name)
        from_thread(self, self._show_list, name, [id_ for id_, _score in found])

    def _offer_redefined(self) -> None:
        with self.bench.study.read() as session:
            changes = definition_changes(session, self.question)
        lists = [(self.bench.path(change.code_id), change.answers) for change in changes]
        options = [
            (at, path, plural_answers(len(answers))) for at, (path, answers) in enumerate(lists)
        ]

        def go(at: int | None) -> None:
            if at is not None:
                path, answers = lists[at]
                self._show_list(_("{code}, defined anew").format(code=path), answers)

        empty = _("No code was defined anew after answers got it.")
        self.app.push_screen(Choosing(_("Which code"), options, empty=empty), go)

    def _sample(self) -> None:
        in_background(self, "sample", self._draw_sample)

    def _draw_sample(self) -> None:
        with self.bench.study.read() as session:
            coder = find_coder(session, self.bench.coder)
            drawn = sample_of_codings(session, self.question, coder) if coder else []
        answers = dict.fromkeys(coding.answer_id for coding in drawn)
        from_thread(self, self._show_list, _("sample of your codings"), list(answers))

    def _show_list(self, name: str, answers: Sequence[int]) -> None:
        if not answers:
            self.notify(_("There is no such answer."), timeout=3)
            return
        self.work_list(name, answers)
        self.grid.action_first()


def plural_answers(count: int) -> str:
    """So many answers, in words."""
    return plural("{count} answer", "{count} answers", count)


def _untold(_done: float) -> None:
    """Nothing is said of how far it is."""


def _begin(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
