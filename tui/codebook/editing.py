"""The codebook screen: codes made, renamed, described, retired, locked; memos on them."""

from collections.abc import Callable

from codebooks.tree import Code
from coder.workbench import codebook_edits as edits
from coder.workbench.codebook_desk import Touches
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from corpus.visible import visible
from tui.codebook.describing import Describing
from tui.codebook.finding import CodebookFinding
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.memo import open_memos
from tui.words import _, later, plural

_ORDERS: dict[edits.Order, str] = {
    "count": later("most answers first"),
    "name": later("by name"),
}


class CodebookEditing(CodebookFinding):
    """Each action is one step with one undo."""

    def do_add_beside(self) -> None:
        """Make a code beside the one under the cursor."""
        code = self.current()
        self._add(code.parent_id if code else None)

    def do_add_under(self) -> None:
        """Make a code under the one under the cursor."""
        code = self.current()
        self._add(code.id if code else None)

    def do_rename_code(self) -> None:
        """Another name for the code under the cursor."""
        code = self.current()
        if code is None or not self.may_change():
            return

        def rename(name: str | None) -> None:
            if name is None or name == code.name:
                return
            self.act(lambda: edits.rename(self.desk, code.id, name))
            now = self.desk.tree.by_id.get(code.id)
            if now is not None and now.name != code.name:
                said = _("{code} is called {name} now.")
                self.tell_done(said.format(code=code.name, name=now.name))

        asked = Asking(_("Another name for {code}").format(code=code.name), text=visible(code.name))
        self.app.push_screen(asked, rename)

    def do_describe_code(self) -> None:
        """What the code under the cursor means, when it is given, and how it looks."""
        code = self.current()
        if code is None or not self.may_change():
            return

        def done(described: bool | None) -> None:
            if described:
                self.show_book()
                self.tell_done(_("{code} is described anew.").format(code=code.name))

        window = Describing(code, lambda text: edits.describe_code(self.desk, code.id, text))
        self.app.push_screen(window, done)

    def do_retire_codes(self) -> None:
        """Retire the chosen codes, or offer them again."""
        codes = self.chosen()
        if not codes or not self.may_change():
            return
        retired = self.act(lambda: edits.retire(self.desk, codes))
        if retired is not None:
            what = self.in_words(codes)
            said = _("Retired: {codes}. Answers keep it; it is not offered.")
            again = _("Offered again: {codes}.")
            self.tell_done((said if retired else again).format(codes=what))

    def do_lock_codes(self) -> None:
        """Lock the chosen codes, or unlock them."""
        codes = self.chosen()
        if codes and self.may_change():
            locked = self.act(lambda: edits.lock(self.desk, codes))
            if locked is not None:
                said = _("Locked: {codes}.") if locked else _("Unlocked: {codes}.")
                self.tell_done(said.format(codes=self.in_words(codes)))

    def do_lock_book(self) -> None:
        """Lock the whole codebook, or unlock it."""
        if self.may_change():
            locked = self.act(lambda: edits.lock_book(self.desk))
            if locked is not None:
                is_locked = _("The codebook is locked: no code is made or changed.")
                self.tell_done(is_locked if locked else _("The codebook is unlocked."))

    def do_sort_codes(self) -> None:
        """Put the code under the cursor and those beside it in order, once."""
        code = self.current()
        if code is None or not self.may_change():
            return

        def sort(order: edits.Order | None) -> None:
            if order is None:
                return
            sorted_ = self.act(lambda: edits.sort_beside(self.desk, code.id, order))
            if sorted_ is not None:
                done = plural("Sorted {count} code.", "Sorted {count} codes.", sorted_)
                self.tell_done(done)

        theme = self.desk.path(code.parent_id) if code.parent_id else _("the main themes")
        title = _("Order of {theme}").format(theme=theme)
        options = [(order, _(said), "") for order, said in _ORDERS.items()]
        self.app.push_screen(Choosing(title, options), sort)

    def do_code_memo(self) -> None:
        """Write on the code under the cursor."""
        code = self.current()
        if code is None:
            return

        def done(changed: bool) -> None:
            if changed:
                self.desk.read_again(Touches.NOTHING)
                self.show_book()

        label = _("the code {code}").format(code=self.desk.path(code.id))
        desk = MemoDesk(self.desk.study, self.desk.coder)
        open_memos(self.app, desk, [(MemoPlace("code", code.id), label, "")], done)

    def current(self) -> Code | None:
        """The code under the cursor."""
        return None if self.cursor is None else self.desk.tree.by_id.get(self.cursor)

    def in_words(self, codes: list[int]) -> str:
        """A code by its name, or how many."""
        if len(codes) == 1:
            return self.desk.tree.by_id[codes[0]].name
        return plural("{count} code", "{count} codes", len(codes))

    def ask_for_name(self, title: str, then: Callable[[str], None], hint: str = "") -> None:
        """Ask for the name of a code that is to be made."""

        def take(name: str | None) -> None:
            if name is not None and name.strip():
                then(name)

        self.app.push_screen(Asking(title, hint), take)

    def _add(self, theme_id: int | None) -> None:
        if not self.may_change():
            return

        def add(name: str) -> None:
            code = self.act(lambda: edits.add(self.desk, theme_id, name))
            if code is not None:
                self.end_seeking()
                self.show_book(code.id)
                said = _("New code: {code}, number {number}.")
                self.tell_done(said.format(code=self.desk.path(code.id), number=code.number))

        where = (
            _("A new code under {theme}").format(theme=self.desk.path(theme_id or 0))
            if (theme_id)
            else _("A new main theme or code")
        )
        self.ask_for_name(where, add, _("a name, or theme / code"))
