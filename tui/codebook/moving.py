"""The codebook screen: codes go to another theme, or to another place among those beside them."""

from collections.abc import Callable

from codebooks.tree import MAX_LEVELS
from coder.workbench import codebook_moves as moves
from tui.codebook.editing import CodebookEditing
from tui.screens.choosing import Choosing
from tui.words import _, plural

_TOP, _NEW = 0, -1


class CodebookMoving(CodebookEditing):
    """Several marked codes move at once."""

    def do_move_codes(self) -> None:
        """Choose the theme that the chosen codes go under."""
        codes = self.chosen()
        if not codes or not self.may_change():
            return

        def move(theme: int | None) -> None:
            if theme == _NEW:
                title = _("A new theme for {codes}").format(codes=self.in_words(codes))
                self.ask_for_name(title, lambda name: self._move_to_new(codes, name))
            elif theme is not None:
                self._move(codes, theme or None)

        title = _("Move {codes} under").format(codes=self.in_words(codes))
        self.app.push_screen(Choosing(title, self._themes(codes)), move)

    def do_code_up(self) -> None:
        """Before the code above it."""
        self._go(lambda code: moves.shift(self.desk, code, -1))

    def do_code_down(self) -> None:
        """After the code below it."""
        self._go(lambda code: moves.shift(self.desk, code, 1))

    def do_code_in(self) -> None:
        """Under the code above it."""
        self._go(lambda code: moves.move_in(self.desk, code))

    def do_code_out(self) -> None:
        """Out of its theme, right after it."""
        self._go(lambda code: moves.move_out(self.desk, code))

    def _themes(self, codes: list[int]) -> list[tuple[int, str, str]]:
        tree, moving = self.desk.tree, set(codes)
        themes = [
            (code.id, self.desk.path(code.id), "")
            for code in tree.walk()
            if len(tree.lineage(code.id)) < MAX_LEVELS
            and moving.isdisjoint(tree.lineage(code.id))
            and not code.outcome
        ]
        return [(_TOP, _("(the top)"), ""), (_NEW, _("(a new theme)"), ""), *themes]

    def _move(self, codes: list[int], theme_id: int | None) -> None:
        moved = self.act(lambda: moves.move_codes(self.desk, codes, theme_id))
        if moved is None:
            return
        if moved == 0:
            self.notify(_("It stands there already."), timeout=3)
            return
        to = self.desk.path(theme_id) if theme_id else _("the top")
        self._moved(codes, moved, to)

    def _move_to_new(self, codes: list[int], name: str) -> None:
        moved = self.act(lambda: moves.move_to_new(self.desk, codes, name))
        if moved is not None:
            theme = self.desk.tree.by_id[codes[0]].parent_id
            self._moved(codes, moved, self.desk.path(theme) if theme else name)

    def _moved(self, codes: list[int], moved: int, to: str) -> None:
        self.tree_list.marks = frozenset()
        self.show_book(codes[0])
        said = plural("Moved {count} code to", "Moved {count} codes to", moved)
        self.tell_done(f"{said} {to}.")

    def _go(self, way: Callable[[int], bool]) -> None:
        code = self.cursor
        if code is None or not self.may_change():
            return
        self.end_seeking()
        gone = self.act(lambda: way(code))
        if gone is False:
            self.app.bell()
        elif gone:
            self.tree_list.move_to(code)
