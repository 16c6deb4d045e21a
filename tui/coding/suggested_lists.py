"""The coding screen: lists that suggestions give for a whole question."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from coder.suggest.child import Cancelled
from coder.workbench.filters import Filter, Sort
from corpus.problems import Problem
from tui.coding.background import cancelled, from_thread, in_background
from tui.coding.work_lists import CodingWorkLists, Offered, plural_answers
from tui.screens.choosing import Choosing
from tui.widgets.marks import Marks
from tui.words import _

if TYPE_CHECKING:
    from coder.workbench.doubts_desk import DoubtsDesk
    from coder.workbench.groups_desk import Finds, GroupsDesk
    from coder.workbench.suggesting import Suggesting


class CodingSuggestedLists(CodingWorkLists):
    """Likely answers of a code, doubtful codings, groups of answers without a code."""

    _likely: int | None = None
    _doubts: "DoubtsDesk | None" = None
    _groups: "dict[str, GroupsDesk] | None" = None

    @cached_property
    def suggesting(self) -> "Suggesting":
        """What suggests codes for this question."""
        from coder.workbench.suggesting import Suggesting

        return Suggesting(self.bench, self.child)

    def do_find_likely(self) -> None:
        """Choose a code, and go through the answers that are likely to have it."""
        self._choose_code(_("Likely answers of which code"), self.go_through_likely)

    def do_find_doubtful(self) -> None:
        """Go through the codings that look wrong, or that look forgotten."""
        from coder.workbench.doubts_desk import DoubtsDesk
        from tui.suggested.doubtful import DoubtfulScreen

        self._doubts = self._doubts or DoubtsDesk(self.bench, self.suggesting)
        self.going()
        self.app.push_screen(DoubtfulScreen(self._doubts, self._open_later, self.banner))

    def do_find_clusters(self) -> None:
        """Look at answers without a code in groups by what they are about."""
        from coder.workbench.groups_desk import clusters_by

        self._go_through_groups("clusters", clusters_by(self.suggesting))

    def do_find_near_groups(self) -> None:
        """Look at answers without a code in groups that say nearly the same."""
        from coder.workbench.groups_desk import near_groups_by

        self._go_through_groups("near", near_groups_by(self.suggesting, self.bench))

    def go_through_likely(self, code_id: int) -> None:
        """Go through the answers that are likely to have this code."""
        from coder.workbench.likely_desk import LikelyDesk
        from tui.suggested.likely import LikelyScreen

        try:
            desk = LikelyDesk(self.bench, self.suggesting, code_id)
        except Problem as problem:
            self.tell(problem)
            return
        self.going()
        self.app.push_screen(LikelyScreen(desk, self.list_later, self.banner))

    def list_later(self, name: str, answers: Sequence[int]) -> None:
        """Show a list of answers on this screen, whatever stands over it."""
        self._come_forward()
        self.call_after_refresh(lambda: self._show_list(name, answers))

    def lists_to_read(self) -> list[Offered]:
        """The lists of suggestions stand with the others."""
        return [
            *super().lists_to_read(),
            (self.do_find_likely, _("answers that are likely to have a code"), ""),
            (self.do_find_doubtful, _("doubtful codings"), ""),
            (self.do_find_clusters, _("without a code: groups by subject"), ""),
            (self.do_find_near_groups, _("without a code: groups by wording"), ""),
        ]

    def sort_by(self, order: Sort) -> None:
        """Show the answers in another order; for the likeliest a code is chosen first."""
        if order is not Sort.LIKELY:
            super().sort_by(order)
            return

        def sort(code_id: int) -> None:
            self._likely = code_id
            super(CodingSuggestedLists, self).sort_by(order)

        self._choose_code(_("Likely to have which code"), sort)

    def list_again(self) -> None:
        """Show the answers that the filter leaves; by likelihood they come when it is known."""
        code = self.codes.by_id.get(self._likely or 0)
        if self.order is Sort.LIKELY and code is None:
            self.order = Sort.FILE
        if self.order is not Sort.LIKELY or code is None:
            super().list_again()
            return
        code_id, ids = code.code.id, self.ids_in(Sort.FILE)
        if ids is not None:
            in_background(self, "order", lambda: self._order_likely(code_id, ids))

    def show_ids(self, ids: Sequence[int]) -> None:
        """Say which code the answers are likely to have."""
        super().show_ids(ids)
        code = self.codes.by_id.get(self._likely or 0)
        if self.order is Sort.LIKELY and code is not None and self.is_attached:
            self.said = (self.said[0], _("likely {code} first").format(code=code.code.name))
            self.show_status()

    def _order_likely(self, code_id: int, ids: Sequence[int]) -> None:
        """In a thread. Those that have the code, or were declined, come last."""
        try:
            found = self.suggesting.likely(code_id, 0.0, self._told(), cancelled())
        except Cancelled:
            return
        except Problem as problem:
            from_thread(self, self.tell, problem)
            from_thread(self, self._give_up)
            return
        place = {answer: at for at, (answer, _probability) in enumerate(found)}
        ordered = sorted(ids, key=lambda id_: place.get(id_, len(place)))
        from_thread(self, self.show_ids, ordered)

    def _choose_code(self, title: str, take: Callable[[int], None]) -> None:
        from coder.workbench.likely_desk import may_be_likely

        options = [
            (use.code.id, self.bench.path(use.code.id), plural_answers(use.answers))
            for use in self.codes.by_id.values()
            if may_be_likely(self.bench, use.code.id)
        ]

        def go(code_id: int | None) -> None:
            if code_id is not None:
                take(code_id)

        self.app.push_screen(Choosing(title, options, empty=_("There is none yet.")), go)

    def _go_through_groups(self, kind: str, finds: "Finds") -> None:
        """What was found before for the same filter is gone on with."""
        from coder.workbench.groups_desk import GroupsDesk
        from tui.suggested.groups import GroupsScreen

        known = self._groups = self._groups or {}
        desk = GroupsDesk(self.bench, self.filter, finds)
        if kind in known and known[kind].shown == desk.shown:
            desk = known[kind]
        known[kind] = desk
        self.going()
        self.app.push_screen(GroupsScreen(desk, self._mark_later, self.banner))

    def _mark_later(self, name: str, answers: Sequence[int]) -> None:
        """Show a list of answers on this screen, all of them marked."""

        def show() -> None:
            self._show_list(name, answers)
            self.grid.mark(Marks(frozenset(self.grid.ids)))
            said = _("A code goes on all of them; f6 takes a mark away, ctrl+g shows all answers.")
            self.notify(said, timeout=5)

        self._come_forward()
        self.call_after_refresh(show)

    def _open_later(self, answer_id: int) -> None:
        """Open an answer on this screen; a filter that hides it is taken away."""

        def go() -> None:
            if not self.move_to_same(answer_id):
                self.narrow(Filter())
                self.move_to_same(answer_id)

        self._come_forward()
        self.call_after_refresh(go)

    def _come_forward(self) -> None:
        while self in self.app.screen_stack and self.app.screen is not self:
            self.app.pop_screen()
