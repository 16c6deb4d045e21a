"""Memos: what is noted about an answer, a coding, a code or the question."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import Memo, MemoPlace
from corpus.problems import Problem
from corpus.visible import visible
from tui.screens.choosing import Choosing
from tui.widgets.memo_list import MemoLine, MemoList
from tui.widgets.note_area import NoteArea
from tui.words import _, plural

_NEW = 0
_AROUND = 6


def open_memos(
    app: App[Any],
    desk: MemoDesk,
    places: Sequence[tuple[MemoPlace, str, str]],
    done: Callable[[bool], None],
) -> None:
    """Let the user choose a place, given as (place, label, hint), and open the memos on it.

    `done` is told at the end whether any memo was changed.
    """

    def show(place: MemoPlace | None) -> None:
        label = next((label for each, label, _hint in places if each == place), "")
        if place is not None:
            app.push_screen(Memos(desk, place, label), lambda changed: done(bool(changed)))

    if len(places) == 1:
        show(places[0][0])
        return
    counts = desk.counts([place for place, _label, _hint in places])
    options = [
        (place, label, plural("{count} memo", "{count} memos", count) if count else hint)
        for (place, label, hint), count in zip(places, counts, strict=True)
    ]
    app.push_screen(Choosing(_("Write a memo on"), options), show)


class Memos(ModalScreen[bool]):
    """The memos on one place; gives back whether any was changed.

    Own ones can be changed. What is typed is kept for each memo until it is saved with ctrl+s;
    escape asks before it is thrown away, and the end of the program saves it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("f8", "remove", "Remove", show=False),
        Binding("escape", "leave", "Leave", show=False),
    ]

    def __init__(self, desk: MemoDesk, place: MemoPlace, label: str) -> None:
        """`label` says in the reader's words what the place is."""
        super().__init__()
        self._desk = desk
        self._place = place
        self._label = label
        self._memos: dict[int, Memo] = {}
        self._drafts: dict[int, str] = {}
        self._open = _NEW
        self._shown = ""
        self._changed = False
        self._list = MemoList()
        self._area = NoteArea()

    def compose(self) -> ComposeResult:
        """What it is about, the memos there are, the open one, what to press."""
        with Vertical(id="memos"):
            title = _("Memos: {place}").format(place=self._label)
            yield Label(visible(title), classes="heading", markup=False)
            yield self._list
            yield self._area
            yield Label(self._keys(), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Open the coder's own latest memo, or an empty one."""
        self._read()
        own = [id_ for id_, memo in self._memos.items() if self._desk.is_own(memo)]
        self._turn_to(own[-1] if own else _NEW)
        self._area.focus()

    def on_resize(self) -> None:
        """A third of the window is for the list."""
        rows = max(1, min(len(self._ids()), (self.size.height - _AROUND) // 3))
        self._list.styles.height = rows

    def on_text_area_changed(self, _event: TextArea.Changed) -> None:
        """Keep what is typed."""
        self._keep()
        self._show_list()

    def on_memo_list_moved(self, message: MemoList.Moved) -> None:
        """Another memo is open."""
        self._keep()
        self._turn_to(self._ids()[message.place])

    def on_memo_list_taken(self) -> None:
        """Enter in the list goes to the text."""
        self._area.focus()

    def on_unmount(self) -> None:
        """Nothing that was typed is lost when the program ends."""
        self._keep()
        with suppress(Problem):
            self._write()

    def action_save(self) -> None:
        """Save what was typed, and close."""
        self._keep()
        try:
            self._write()
        except Problem as problem:
            self.notify(f"{problem.sentence} {problem.hint}", severity="error", markup=False)
            return
        self.dismiss(self._changed)

    def action_remove(self) -> None:
        """Take the open memo away."""
        memo = self._memos.get(self._open)
        if memo is None or not self._may_change(self._open):
            self.app.bell()
            return
        try:
            self._desk.remove(memo)
        except Problem as problem:
            self.notify(f"{problem.sentence} {problem.hint}", severity="error", markup=False)
            return
        self._changed = True
        self._drafts.pop(self._open, None)
        self._read()
        self._turn_to(_NEW)
        self.notify(_("The memo is removed; undo brings it back."), timeout=4)

    def action_leave(self) -> None:
        """Close; what is not saved is asked about."""
        self._keep()
        if not self._drafts:
            self.dismiss(self._changed)
            return
        options = [
            ("save", _("Save it"), ""),
            ("drop", _("Throw it away"), ""),
            ("stay", _("Go on writing"), ""),
        ]
        self.app.push_screen(Choosing(_("What you wrote is not saved."), options), self._answered)

    def _answered(self, what: str | None) -> None:
        if what == "save":
            self.action_save()
        elif what == "drop":
            self._drafts.clear()
            self._shown = self._area.text
            self.dismiss(self._changed)

    def _read(self) -> None:
        self._memos = {memo.id: memo for memo in self._desk.memos(self._place)}
        self.on_resize()

    def _ids(self) -> list[int]:
        return [*self._memos, *([] if self._desk.read_only else [_NEW])]

    def _may_change(self, id_: int) -> bool:
        own = id_ == _NEW or self._desk.is_own(self._memos[id_])
        return own and not self._desk.read_only

    def _turn_to(self, id_: int) -> None:
        ids = self._ids()
        self._open = id_ if id_ in ids else next(iter(reversed(ids)), _NEW)
        memo = self._memos.get(self._open)
        saved = memo.text if memo else ""
        self._area.load_text(saved)
        self._shown = self._area.text
        if self._open in self._drafts:
            self._area.load_text(self._drafts[self._open])
        self._area.read_only = not self._may_change(self._open) if ids else True
        self._area.move_cursor(self._area.document.end)
        self._show_list()

    def _keep(self) -> None:
        """Remember what is typed in the open memo, when it is not what is saved."""
        text = self._area.text
        if text == self._shown or (self._open == _NEW and not text.strip()):
            self._drafts.pop(self._open, None)
        else:
            self._drafts[self._open] = text

    def _write(self) -> None:
        """Save each memo that was changed; one whose text was emptied is removed."""
        for id_, text in list(self._drafts.items()):
            if id_ == _NEW:
                self._desk.write(self._place, text)
            elif text.strip():
                self._desk.change(self._memos[id_], text)
            else:
                self._desk.remove(self._memos[id_])
            del self._drafts[id_]
            self._changed = True
        self._shown = self._area.text

    def _show_list(self) -> None:
        lines = [
            MemoLine(memo.coder, self._drafts.get(id_, memo.text), id_ in self._drafts)
            for id_, memo in self._memos.items()
        ]
        if not self._desk.read_only:
            lines.append(MemoLine(_("new"), self._drafts.get(_NEW, ""), _NEW in self._drafts))
        at = self._ids().index(self._open) if self._open in self._ids() else 0
        self._list.show(lines, at)

    def _keys(self) -> str:
        if self._desk.read_only:
            return _("tab: the list   escape: close")
        return _("ctrl+s: save   escape: leave   F8: remove   tab: the list")
