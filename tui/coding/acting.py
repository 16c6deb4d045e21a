"""The coding screen: how keys become actions on answers."""

from collections.abc import Callable

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
    Refused,
    RepeatLast,
)
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import Coverage
from tui.widgets.grid import AnswerGrid
from tui.widgets.hits import Hits
from tui.words import _, plural

_KEYS = {"enter": Key.ENTER, "backspace": Key.BACKSPACE, "escape": Key.ESCAPE}


class CodingActs(CodingView):
    """Routes keys to the finder, and what the finder gives to the study."""

    def on_key(self, event: events.Key) -> None:
        """Characters, enter, backspace and escape go to the finder."""
        pressed = _KEYS.get(event.key) or (event.character if event.is_printable else None)
        if pressed is None:
            return
        event.stop()
        if pressed is Key.ESCAPE and self.finder.typing.idle:
            self.leave_mode()
            return
        self.carry_out(self.finder.press(pressed))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is a search or a name; it never picks a code."""
        event.stop()
        self.finder.paste(event.text)

    def on_hits_chosen(self, message: Hits.Chosen) -> None:
        """A click on a code."""
        self.carry_out(ApplyCode(message.hit.code_id))

    def on_hits_new_chosen(self, message: Hits.NewChosen) -> None:
        """A click on the code that could be made."""
        self.carry_out(NewCode(message.new.name))

    def on_code_list_chosen(self, message: CodeList.Chosen) -> None:
        """Enter in the codebook; what is typed goes first."""
        typed = not self.finder.typing.idle
        effect = self.finder.press(Key.ENTER) if typed else ApplyCode(message.code_id)
        self.carry_out(effect)

    def on_answer_grid_cursor_moved(self, message: AnswerGrid.CursorMoved) -> None:
        """Another answer is open."""
        if self._given:
            self._last, self._given = self._given, ()
        self.leave_mode()
        self.finder.next_answer()
        self.open(message.answer_id)

    def carry_out(self, effect: Effect | None) -> None:
        """Do what a key asked for."""
        match effect:
            case ApplyCode(code_id):
                self._toggle(code_id)
            case NewCode(name):
                self.make(name)
            case NextUncoded():
                self.go_on()
            case RepeatLast():
                for code_id in self._last:
                    self._apply(code_id)
            case Refused(why):
                self.app.bell()
                self.notify(_(why), severity="warning", timeout=2)

    def go_on(self) -> None:
        """To the next answer without a code, round the end of the list."""
        following = self.bench.next_uncoded(self.grid.ids, self.grid.cursor)
        if following is not None and following != self.grid.cursor:
            self.grid.move_to(following)
            return
        said = _("Every answer that is shown has a code.")
        if self.bench.tally.uncoded and following is None:
            said += " " + _("ctrl+g shows the others.")
        self.notify(said if following is None else _("Only this one is left."), timeout=3)

    def made(self, code_id: int) -> None:
        """A code was made just now."""

    def leave_mode(self) -> None:
        """Escape with nothing typed; a mode of the screen ends."""

    def make(self, name: str) -> None:
        """Make a code under the theme of new codes, and give it."""
        chosen = self.chosen()
        under = self.finder.path_of(name)
        if chosen.answers:
            known = set(self.bench.tree.by_id)
            code: list[int] = []
            self.act(lambda: code.append(apply_new(self.bench, under, chosen).id), chosen)
            for made in code:
                self._note(made)
                if made not in known:
                    self.made(made)

    def act(self, action: Callable[[], object], chosen: Chosen) -> bool:
        """Carry out an action and show what it changed; a Problem is told, nothing is changed."""
        try:
            action()
        except Problem as problem:
            self.tell(problem)
            return False
        self.session.coded.update(chosen.answers if self.answer is None else [self.answer.id])
        self.show_changed(chosen.answers)
        return True

    def _toggle(self, code_id: int) -> None:
        """A code that all chosen answers have is taken off, else it is put on them."""
        chosen = self.chosen()
        if self._coverage(chosen).get(code_id) is Coverage.ALL:
            gone: list[int] = []
            self.act(lambda: gone.append(remove(self.bench, code_id, chosen)), chosen)
            if sum(gone):
                self._given = tuple(code for code in self._given if code != code_id)
                self._report(_("taken off"), sum(gone))
                return
        self._apply(code_id)

    def _apply(self, code_id: int) -> None:
        chosen, changed = self.chosen(), list[int]()
        if not chosen.answers or code_id not in self.codes.by_id:
            return
        self._note(code_id)
        self.act(lambda: changed.append(apply(self.bench, code_id, chosen)), chosen)
        self._report(_("applied"), sum(changed))

    def _note(self, code_id: int) -> None:
        self._given = (*(code for code in self._given if code != code_id), code_id)

    def _report(self, what: str, count: int) -> None:
        if count > 1 or len(self.grid.marks):
            counted = plural("{count} answer", "{count} answers", count)
            self.notify(f"{what}: {counted}", timeout=3, markup=False)
