"""The codebook screen: several codes become one, one becomes several, similar ones are reviewed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from codebooks.tree import Code
from coder.workbench import codebook_joining as joins
from corpus.problems import Problem
from tui.codebook.moving import CodebookMoving
from tui.coding.background import from_thread, in_background
from tui.screens.choosing import Choosing
from tui.screens.confirming import Confirming
from tui.words import _, plural

if TYPE_CHECKING:
    from coder.merge_preview import MergePreview
    from coder.merging import Merged

_CHILDREN = 50


class CodebookJoining(CodebookMoving):
    """What a merge changes is shown before it is agreed; large ones are done in a thread."""

    _is_busy = False

    def do_merge_codes(self) -> None:
        """Merge the marked codes into the one under the cursor; with none marked, ask into what."""
        target = self.cursor
        if target is None or self._is_busy or not self.may_change():
            return
        sources = [code for code in self.chosen() if code != target]
        if sources:
            self._ask(sources, target)
        else:
            self._choose_target([target])

    def do_split_code(self) -> None:
        """Send the answers of the code under the cursor to parts of it."""
        code = self.current()
        if code is None or not self.may_change():
            return
        if not self.desk.own[code.id]:
            self.notify(_("No answer has this code itself."), severity="warning", timeout=4)
            return
        from coder.workbench.splitting_desk import may_stand_below

        if self.desk.tree.children(code.id):
            self._split(code.id, below=True)
        elif not may_stand_below(self.desk, code.id):
            self._split(code.id, below=False)
        else:
            self._ask_where(code)

    def do_similar_codes(self) -> None:
        """Review codes that may be one."""
        from coder.workbench.similar_desk import SimilarDesk
        from tui.codebook.reviewing import Reviewing

        self.going()
        self.app.push_screen(Reviewing(SimilarDesk(self.desk), self._banner))

    def _ask_where(self, code: Code) -> None:
        where = [
            (True, _("under it: it becomes their theme"), ""),
            (False, _("beside it: it is left without answers"), ""),
        ]

        def split(below: bool | None) -> None:
            if below is not None:
                self._split(code.id, below)

        title = _("The parts of {code} stand").format(code=code.name)
        self.app.push_screen(Choosing(title, where), split)

    def _split(self, code_id: int, below: bool) -> None:
        from coder.workbench.splitting_desk import SplittingDesk
        from tui.codebook.splitting import Splitting

        try:
            desk = SplittingDesk(self.desk, code_id, below)
        except Problem as problem:
            self.tell(problem)
            return
        self.going()
        self.app.push_screen(Splitting(desk, self._banner))

    def _choose_target(self, sources: list[int]) -> None:
        tree, going = self.desk.tree, set(sources)
        options = [
            (code.id, self.desk.path(code.id), str(self.desk.own[code.id]))
            for code in tree.walk()
            if going.isdisjoint(tree.lineage(code.id))
        ]

        def ask(target: int | None) -> None:
            if target is not None:
                self._ask(sources, target)

        title = _("Merge {codes} into").format(codes=self.in_words(sources))
        self.app.push_screen(Choosing(title, options), ask)

    def _ask(self, sources: list[int], target: int) -> None:
        """Look in a thread what it would change; then ask."""
        self._is_busy = True
        self.notify(_("Looking what changes …"), timeout=1)
        in_background(self, "merge", lambda: self._preview(sources, target))

    def _preview(self, sources: list[int], target: int) -> None:
        try:
            found = joins.preview(self.desk, sources, target)
        except Problem as problem:
            from_thread(self, self._refused, problem)
        else:
            from_thread(self, self._show_preview, sources, found)

    def _show_preview(self, sources: list[int], found: "MergePreview") -> None:
        self._is_busy = False

        def merge(agreed: bool | None) -> None:
            if agreed:
                self._is_busy = True
                in_background(self, "merge", lambda: self._merge(sources, found.target_id))

        into = " / ".join(found.target)
        count = len(found.sources)
        title = plural("Merge {count} code into", "Merge {count} codes into", count)
        self.app.push_screen(Confirming(f"{title} {into}?", list(preview_lines(found))), merge)

    def _merge(self, sources: list[int], target: int) -> None:
        """In a thread."""
        try:
            merged = joins.merge_codes(self.desk, sources, target)
        except Problem as problem:
            from_thread(self, self._refused, problem)
        else:
            from_thread(self, self._merged, merged, target)

    def _merged(self, merged: "Merged", target: int) -> None:
        self._is_busy = False
        self.tree_list.marks = frozenset()
        self.show_book(target)
        self.tell_done(merged_in_words(merged, self.desk.path(target)))

    def _refused(self, problem: Problem) -> None:
        self._is_busy = False
        self.tell(problem)


def merged_in_words(merged: "Merged", into: str) -> str:
    """What a merge did."""
    codes = plural("Merged {count} code into", "Merged {count} codes into", merged.codes)
    moved = plural("{count} coding moved", "{count} codings moved", merged.codings)
    return f"{codes} {into}: {moved}."


def preview_lines(found: "MergePreview") -> Iterator[str]:
    """What a merge would change."""
    target = " / ".join(found.target)
    yield _("{code}: {before} → {after} answers").format(
        code=target, before=found.before, after=found.after
    )
    if (found.total_before, found.total_after) != (found.before, found.after):
        yield _("with what is under it: {before} → {after}").format(
            before=found.total_before, after=found.total_after
        )
    yield ""
    yield _("These go; their number, name and history are kept:")
    for source in found.sources:
        parts = [plural("{count} answer", "{count} answers", source.answers)]
        if source.shared:
            parts.append(_("{count} have both").format(count=source.shared))
        if source.memos:
            parts.append(plural("{count} memo is kept", "{count} memos are kept", source.memos))
        if source.has_rules:
            parts.append(_("its definition is kept"))
        yield f"  #{source.number} {' / '.join(source.path)}: {', '.join(parts)}"
    yield from _children(found)


def _children(found: "MergePreview") -> Iterator[str]:
    if found.children:
        yield ""
        yield _("What stands under them:")
    for child in found.children[:_CHILDREN]:
        how = _("{code} becomes {other}") if child.merged else _("{code} moves to {other}")
        yield "  " + how.format(code=" / ".join(child.path), other=" / ".join(child.becomes))
    left = len(found.children) - _CHILDREN
    if left > 0:
        yield plural("and {count} more", "and {count} more", left)
