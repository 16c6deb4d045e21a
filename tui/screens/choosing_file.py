"""A window to choose a file in, by typing a path and by walking through folders."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Label
from textual.worker import get_current_worker

from corpus.visible import visible
from tui.folders import Entry, Listing, aimed_at, completed, lead, list_folder, shown_path
from tui.widgets.cells import cut_front, one_line
from tui.widgets.file_list import FileList
from tui.widgets.path_line import PathLine
from tui.words import _


class ChoosingFile(ModalScreen[Path | None]):
    """Gives the file back, or None when escape was pressed.

    Typing narrows; a path that is typed is followed. Enter goes into a folder and takes a file,
    backspace in the empty line goes up. Folders are read beside the screen, however large.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("up", "move('step', -1)", "Up", show=False),
        Binding("down", "move('step', 1)", "Down", show=False),
        Binding("pageup", "move('page', -1)", "Page up", show=False),
        Binding("pagedown", "move('page', 1)", "Page down", show=False),
    ]

    class Listed(Message):
        """A folder has been read."""

        def __init__(self, listing: Listing) -> None:
            super().__init__()
            self.listing = listing

    def __init__(self, title: str, suffixes: Sequence[str], folder: Path) -> None:
        """`suffixes` are the endings of the files that are shown, in lower case with their dot."""
        super().__init__()
        self._title = title
        self._suffixes = suffixes
        self._base = folder.absolute()
        self._read = Listing(Path())
        self._reading: Path | None = None
        self._from = ""

    def compose(self) -> ComposeResult:
        """The title, the folder, what is typed, what stands there, what to press."""
        with Vertical(id="choosing-file"):
            yield Label(visible(self._title), classes="heading", markup=False)
            yield Label(id="folder", markup=False)
            yield PathLine(placeholder=_("type to narrow, or a path"))
            yield FileList()
            yield Label(id="said", classes="quiet", markup=False)
            yield Label(
                _("enter: take it   escape: leave   backspace: up   tab: complete"),
                classes="quiet",
                markup=False,
            )

    def on_mount(self) -> None:
        """Read the folder to begin with."""
        self.query_one(PathLine).focus()
        self._go(self._base)

    def on_resize(self) -> None:
        """The end of the folder's path is what matters."""
        self.call_after_refresh(self._show_folder)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow a path that is typed, and narrow to its name."""
        self._say("")
        folder, name = aimed_at(self._base, event.value)
        if folder == self._read.folder:
            self._reading = None
            self._show(self._read.entries, name)
        else:
            self._list(folder)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what is typed, when there is such a thing, or what is under the cursor."""
        files, typed = self.query_one(FileList), event.value.strip()
        meant = lead(self._base, typed)
        if typed and files.at == 0 and _is_there(meant):
            self._take(meant)
        elif files.cursor and self._is_current():
            self._take(self._read.folder / files.cursor.name)
        elif typed and not self._reading:
            self._say(_("There is no {path}.").format(path=shown_path(meant)))

    def on_path_line_left(self) -> None:
        """Backspace in the empty line goes up, with the cursor on the folder one came from."""
        self._from = self._base.name
        self._go(self._base.parent)

    def on_path_line_completed(self) -> None:
        """Fill in what all fitting names agree on."""
        line = self.query_one(PathLine)
        name = aimed_at(self._base, line.value)[1]
        if self._is_current():
            done = completed(self._read.entries, name)
            line.value = line.value.rstrip()[: len(line.value.rstrip()) - len(name)] + done
            line.cursor_position = len(line.value)

    def on_file_list_taken(self, message: FileList.Taken) -> None:
        """A click takes the file, or goes into the folder."""
        self._take(self._read.folder / message.entry.name)

    def on_choosing_file_listed(self, message: Listed) -> None:
        """Show a folder that has been read, when it is still the one that is wanted."""
        if message.listing.folder != self._reading:
            return
        self._reading, self._read = None, message.listing
        name = aimed_at(self._base, self.query_one(PathLine).value)[1]
        self._show(message.listing.entries, name)

    def action_move(self, how: str, far: int) -> None:
        """Move the cursor by lines or pages."""
        files = self.query_one(FileList)
        (files.action_step if how == "step" else files.action_page)(far)

    def action_leave(self) -> None:
        """Escape leaves everything as it was."""
        self.dismiss(None)

    def _take(self, path: Path) -> None:
        if path.is_dir():
            self._go(path)
        else:
            self.dismiss(path)

    def _go(self, folder: Path) -> None:
        """Walk to a folder: what is typed is seen from there."""
        self._base = folder
        self._show_folder()
        line = self.query_one(PathLine)
        with line.prevent(Input.Changed):
            line.value = ""
        self._say("")
        self._list(folder)

    def _list(self, folder: Path) -> None:
        if folder == self._reading:
            return
        self._reading = folder
        self.query_one(FileList).show((), "", _("Reading ..."))
        work = partial(self._read_folder, folder)
        self.run_worker(work, group="folder", exclusive=True, thread=True, exit_on_error=False)

    def _read_folder(self, folder: Path) -> None:
        worker = get_current_worker()
        listing = list_folder(folder, self._suffixes, lambda: worker.is_cancelled)
        if listing is not None:
            self.post_message(self.Listed(listing))

    def _show(self, entries: Sequence[Entry], name: str) -> None:
        empty = self._read.problem or _("No such file here; files of other kinds can be typed.")
        self.query_one(FileList).show(entries, name, empty, self._from)
        self._from = ""

    def _show_folder(self) -> None:
        label = self.query_one("#folder", Label)
        width = label.size.width or self.size.width
        label.update(cut_front(one_line(shown_path(self._base)), width))

    def _say(self, sentence: str) -> None:
        label = self.query_one("#said", Label)
        label.update(visible(sentence))
        label.display = bool(sentence)

    def _is_current(self) -> bool:
        return self._reading is None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
