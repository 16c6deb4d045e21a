"""The coding screen: how keys become actions on answers."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from textual import events

from coder.workbench.doing import Chosen, apply, apply_new, remove
from corpus.problems import Problem
from tui.coding.view import CodingView
from tui.coding_keys import (
    ApplyCode,
    Effect,
    Key,
    NewCode,
    NextUncoded,
    Refusal,
    Refused,
    RepeatLast,
    TakeTicked,
)
from tui.finding.offer import Offer
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import Coverage
from tui.widgets.hits import Hits
from tui.words import _, later, plural

T = TypeVar("T")

_REFUSED: dict[Refusal, str] = {
    "no code on this digit": later("No code stands on this digit."),
    "no code with this number": later("No code has this number."),
    "too long": later("This is too long for a name."),
}

NOT_SUGGESTED: Mapping[int, int] = MappingProxyType({})

_KEYS = {"enter": Key.ENTER, "backspace": Key.BACKSPACE, "escape": Key.ESCAPE}


class CodingActs(CodingView):
    """Routes keys to the finder, and what the finder gives to the study."""

    _refused: tuple[Refusal, str] | None = None
    _opened: int | None = None

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Carry out a key at once, before the next one is looked at.

        Left to the queues of the widgets, a digit typed fast could overtake the arrow key before
        it, and the code would go on another answer. What is pasted never picks a code.
        """
        if not self.is_mounted:
            return False
        self.catch_up()
        if isinstance(event, events.Paste):
            self.finder.paste(event.text)
            return True
        pressed = _KEYS.get(event.key) or (event.character if event.is_printable else None)
        if pressed is None or (pressed is Key.ENTER and self._chooses_in_codebook()):
            return await self._run_bound(event.key)
        if pressed is Key.ESCAPE and self.finder.typing.idle:
            self.escape()
        else:
            self.carry_out(self.finder.press(pressed))
        self.catch_up()
        return True

    def catch_up(self) -> None:
        """Open the answer under the cursor, if another one is open still."""
        if not self.is_current:
            return
        cursor = self.grid.cursor
        if cursor == (self.answer.id if self.answer else None):
            return
        if self._given:
            self._last, self._given = self._given, ()
        self.leave_mode()
        self.open(cursor)

    def open(self, answer_id: int | None) -> None:
        """Show an answer as it is now, another one with what is suggested for it."""
        if answer_id != self._opened:
            self._opened = answer_id
            self.finder.next_answer(self.offered(answer_id))
        super().open(answer_id)

    def offered(self, answer_id: int | None) -> Offer | None:
        """What is suggested for an answer that is opened, if that is known."""

    def on_hits_chosen(self, message: Hits.Chosen) -> None:
        """A click on a code."""
        self.carry_out(ApplyCode(message.hit.code_id, message.hit.share))

    def on_hits_names_chosen(self) -> None:
        """A click on the proposed names begins with the first of them."""
        self.carry_out(self.finder.press("0"))

    def on_hits_new_chosen(self, message: Hits.NewChosen) -> None:
        """A click on the code that could be made."""
        self.carry_out(NewCode(message.new.name))

    def on_code_list_chosen(self, message: CodeList.Chosen) -> None:
        """Enter in the codebook gives the code under its cursor."""
        self.carry_out(ApplyCode(message.code_id))

    def on_answer_grid_cursor_moved(self) -> None:
        """Open the answer, unless a key has done it already."""
        self.catch_up()

    def carry_out(self, effect: Effect | None) -> None:
        """Do what a key asked for."""
        match effect:
            case ApplyCode(code_id, share):
                self._toggle(code_id, share)
            case TakeTicked(shares):
                self._apply([*shares], shares)
            case NewCode(name):
                self.make(name)
            case NextUncoded():
                self.go_on()
            case RepeatLast():
                self._apply([code for code in self._last if code in self.bench.tree.by_id])
            case Refused(why):
                self._refuse(why)

    def _refuse(self, why: Refusal) -> None:
        """Say why a key does nothing, once as long as nothing else is typed."""
        refused = (why, self.finder.typing.text)
        if refused != self._refused:
            self._refused = refused
            self.app.bell()
            self.notify(_(_REFUSED[why]), severity="warning", timeout=2)
            self.set_timer(2, self._forget_refused)

    def _forget_refused(self) -> None:
        self._refused = None

    def go_on(self) -> None:
        """To the next answer without a code, round the end of the list."""
        following = self.bench.next_uncoded(self.grid.ids, self.grid.cursor, self.folded)
        if following is not None and following != self.grid.cursor:
            self.grid.move_to(following)
            return
        said = _("Every answer that is shown has a code.")
        if self.bench.tally.uncoded and following is None:
            said += " " + _("ctrl+g shows the others.")
        self.notify(said if following is None else _("Only this one is left."), timeout=3)

    def coded(self, chosen: Chosen) -> None:
        """Answers were given a code just now."""

    def made(self, code_id: int) -> None:
        """A code was made just now."""

    def escape(self) -> None:
        """Escape with nothing typed."""
        self.leave_mode()

    def leave_mode(self) -> None:
        """A mode of the screen ends."""

    def make(self, name: str) -> None:
        """Make a code under the theme of new codes, and give it."""
        chosen = self.chosen()
        under = self.finder.path_of(name)
        if not chosen.answers:
            self.say_nothing_open()
            return
        known = set(self.bench.tree.by_id)
        code = self.act(lambda: apply_new(self.bench, under, chosen), chosen.answers)
        if code is not None:
            self._coded([code.id], chosen, len(chosen.answers))
            if code.id not in known:
                self.made(code.id)

    def act(self, action: Callable[[], T], answers: Sequence[int]) -> T | None:
        """Carry out an action and show what it changed; when it cannot be, tell why: None."""
        try:
            done = action()
        except Problem as problem:
            self.tell(problem)
            return None
        self.show_changed(answers)
        return done

    def say_nothing_open(self) -> None:
        """Say why an action on answers does nothing."""
        self.notify(_("No answer is open."), severity="warning", timeout=3)

    def say_theirs_stays(self) -> None:
        """Say why a code is still there."""
        self.notify(_("Another coder gave this code; theirs stays."), timeout=4)

    def take_off(self, code_id: int, chosen: Chosen) -> int | None:
        """Take the coder's own code off; what others gave stays, and that is said."""
        gone = self.act(lambda: remove(self.bench, code_id, chosen), chosen.answers)
        if not gone:
            return gone
        self._given = tuple(code for code in self._given if code != code_id)
        if code_id in self.codes_on(chosen):
            self.say_theirs_stays()
        elif gone > 1 or len(self.grid.marks):
            said = plural("taken off: {count} answer", "taken off: {count} answers", gone)
            self.notify(said, timeout=3)
        return gone

    def _chooses_in_codebook(self) -> bool:
        return self.finder.typing.idle and self.query_one(CodeList).has_focus

    async def _run_bound(self, key: str) -> bool:
        bound = self.active_bindings.get(key)
        if bound is None or not bound.enabled:
            return False
        await self.app.run_action(bound.binding.action, bound.node)
        self.catch_up()
        return True

    def _toggle(self, code_id: int, share: int | None) -> None:
        """A code that all chosen answers have is taken off, else it is put on them."""
        chosen = self.chosen()
        if self._coverage(chosen).get(code_id) is not Coverage.ALL:
            self._apply([code_id], {} if share is None else {code_id: share})
        elif not self._is_own(code_id, chosen) or self.take_off(code_id, chosen) == 0:
            self._apply([code_id])
            self.notify(_("Another coder gave this code; now you gave it too."), timeout=4)

    def _is_own(self, code_id: int, chosen: Chosen) -> bool:
        """Whether the coder may have given this code: of one answer it is seen, of many not."""
        if self.answer is None or chosen.segments or chosen.answers != (self.answer.id,):
            return True
        given = self.answer.codings
        return any(each.code_id == code_id and each.coder == self.bench.coder for each in given)

    def _apply(self, codes: Sequence[int], shares: Mapping[int, int] = NOT_SUGGESTED) -> None:
        """Put codes on what is chosen; `shares` says how likely suggested ones were said to be.

        That was said of the open answer, so it is not kept for others that are marked.
        """
        chosen = self.chosen()
        if not chosen.answers:
            self.say_nothing_open()
        elif codes:
            scores = NOT_SUGGESTED if self.grid.marks else shares
            changed = self.act(lambda: apply(self.bench, codes, chosen, scores), chosen.answers)
            if changed is not None:
                self._coded(codes, chosen, changed)

    def _coded(self, codes: Sequence[int], chosen: Chosen, changed: int) -> None:
        """Remember what was given, for `.` and for how the session goes, and tell of many."""
        self._given = (*(code for code in self._given if code not in codes), *codes)
        self.session.coded.update(chosen.answers)
        self.show_status()
        if changed > 1 or len(self.grid.marks):
            said = plural("applied: {count} answer", "applied: {count} answers", changed)
            self.notify(said, timeout=3)
        self.coded(chosen)
