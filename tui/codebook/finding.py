"""The codebook screen: what is typed finds codes; codes are marked; themes fold."""

from textual import events
from textual.widgets import Static

from tui.codebook.view import CodebookView
from tui.finder import Finder, FinderCode
from tui.finding.narrowing import label_key, narrowed
from tui.screens.pages import Page
from tui.widgets.cells import cut_front, one_line
from tui.widgets.labels import show
from tui.words import _, plural

_LONGEST = 200
_MORE = 100
_WIDEST = 100
_DIGITS = "0123456789"


class CodebookFinding(CodebookView):
    """Keys that are no commands: letters find, space marks, enter opens, escape goes back."""

    _typed = ""
    _folded: frozenset[int] = frozenset()
    _keys: tuple[object, list[tuple[str, str]]] = (None, [])

    def on_mount(self) -> None:
        """Say what can be typed."""
        super().on_mount()
        self._show_typed()

    def on_resize(self) -> None:
        """What is typed is seen up to its end."""
        self._show_typed()

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Carry out a key at once, before the next one is looked at."""
        if not self.is_mounted:
            return False
        if isinstance(event, events.Paste):
            self._seek(self._typed + " ".join(event.text.split()))
        elif event.key == "backspace":
            self._seek(self._typed[:-1])
        elif event.key == "escape":
            self._escape()
        elif event.key == "enter":
            self._enter()
        elif event.key == "space" and not self._typed:
            self.do_mark_code()
        elif event.is_printable and event.character:
            self._seek(self._typed + event.character)
        else:
            return await self._run_bound(event.key)
        return True

    def do_mark_code(self) -> None:
        """Mark the code under the cursor, or take its mark away; and go on to the one below."""
        tree = self.tree_list
        if tree.cursor is not None:
            tree.marks ^= {tree.cursor}
            tree.go(tree.at + 1)
            self.show_heading()

    def do_unmark_codes(self) -> None:
        """Take all marks away."""
        self.tree_list.marks = frozenset()
        self.show_heading()

    def do_fold_all(self) -> None:
        """Fold all themes, or unfold them."""
        tree = self.tree_list
        themes = frozenset(row.id for row in tree.rows if row.theme)
        tree.folded = frozenset() if tree.folded else themes

    def do_code_details(self) -> None:
        """Everything about the code under the cursor."""
        if self.cursor is not None:
            self.app.push_screen(Page(_("All about the code"), self.lines_of(_MORE)))

    def end_seeking(self) -> None:
        """The whole tree is shown again."""
        if self._typed:
            self._seek("")

    def _escape(self) -> None:
        if self._typed:
            self._seek("")
        elif not self.tree_list.has_focus:
            self.tree_list.focus()
        else:
            self.app.pop_screen()

    def _enter(self) -> None:
        if self._typed:
            self._seek("")
        else:
            self.do_code_details()

    def _seek(self, typed: str) -> None:
        """Show the codes that hold what is typed, the cursor on the one that fits best."""
        typed = "".join(sign for sign in typed if sign.isprintable())[:_LONGEST]
        if typed == self._typed:
            return
        tree, at = self.tree_list, self.cursor
        if not self._typed:
            self._folded, tree.folded = tree.folded, frozenset()
        self._typed = typed
        self.wanted = self._fitting(typed) if typed.strip() else None
        tree.empty = _("No code has this in it.") if typed else _("No code yet: ctrl+n makes one.")
        tree.rows = self.rows()
        if not typed:
            tree.folded = self._folded
        at = self.wanted[0] if self.wanted else at
        if at is not None:
            tree.move_to(at)
        self._show_typed()
        self.show_details()

    def _fitting(self, typed: str) -> list[int]:
        """The codes that hold it, best first; else those that are nearly called so."""
        tree = self.desk.tree
        codes = [code.id for code in tree.walk()]
        if typed[:1] == "#" and not typed[1:].strip(_DIGITS):
            return [code for code in codes if str(tree.by_id[code].number).startswith(typed[1:])]
        if self._keys[0] is not tree:
            self.prepare()
        found = [codes[place] for place in narrowed(self._keys[1], typed)]
        if found:
            return found
        known = [FinderCode(code, tree.path(code), tree.by_id[code].number) for code in codes]
        return [hit.code_id for hit in Finder(known).find(typed)]

    def prepare(self) -> None:
        """Know the codes as they are compared with what is typed."""
        tree = self.desk.tree
        keys = [label_key(" ".join(tree.path(code.id))) for code in tree.walk()]
        self._keys = (tree, keys)

    def _show_typed(self) -> None:
        room = max(8, min(_WIDEST, self.size.width - 4))
        if not self._typed:
            said = _("type to find; space marks; enter shows all about a code")
        else:
            count = len(self.wanted or ())
            found = plural("{count} found", "{count} found", count)
            said = f"{cut_front(one_line(self._typed), room - len(found) - 2)}  {found}"
        show(self.query_one("#sought", Static), f"› {said}")

    async def _run_bound(self, key: str) -> bool:
        bound = self.active_bindings.get(key)
        if bound is None or not bound.enabled:
            return False
        await self.app.run_action(bound.binding.action, bound.node)
        return True
