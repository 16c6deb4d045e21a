"""Groups of answers without a code: looked at one by one, and coded as one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from corpus.visible import visible
from tui.commands.registry import Scope
from tui.screens.command_screen import bindings_for
from tui.screens.pages import Page
from tui.suggested.answer_lines import LONGEST
from tui.suggested.finding import READING, FindingScreen, Shown
from tui.suggested.group_lines import GroupLine, GroupLines
from tui.suggested.wordings import begin
from tui.widgets.cells import one_line
from tui.words import _, later, plural

if TYPE_CHECKING:
    from coder.workbench.groups_desk import Group, GroupsDesk

_MORE = 100
_NAMED = 24


class GroupsScreen(FindingScreen):
    """A group is coded on the coding screen, where its answers are shown and marked."""

    SCOPE = Scope.GROUPS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.GROUPS), *READING]
    LOOKING = later("Putting answers without a code into groups")

    def __init__(self, desk: "GroupsDesk", show_list: Shown, banner: str = "") -> None:
        """`show_list` shows answers on the coding screen, all of them marked."""
        self._list = GroupLines()
        super().__init__(desk, self._list, banner)
        self.desk = desk
        self._show_list = show_list

    def begin(self) -> None:
        """What was found before is gone on with."""
        if self.desk.is_outdated():
            self.find()
        else:
            self.is_found = True
            self.call_after_refresh(self.look_again)

    def on_group_lines_moved(self) -> None:
        """Show the group under the cursor."""
        self.desk.at = self._list.at
        self._show_group()

    def do_group_open(self) -> None:
        """Its answers among all others, all of them marked."""
        group = self._cursor() if self.is_ready() else None
        if group is not None:
            name = begin(self._about(group), _NAMED)
            self.leave()
            self._show_list(name, group.ids)

    def do_group_read(self) -> None:
        """More of its answers, whole."""
        group = self._cursor() if self.is_ready() else None
        if group is None:
            return
        texts = self.desk.texts(group.ids[:_MORE])
        lines: list[str | Content] = []
        for answer in group.ids[:_MORE]:
            lines += [texts.get(answer, "")[:LONGEST], ""]
        left = len(group.ids) - _MORE
        if left > 0:
            lines.append(plural("and {count} more", "and {count} more", left))
        self.app.push_screen(Page(self._about(group), lines))

    def do_group_again(self) -> None:
        """Put what is left into groups."""
        if self.is_ready():
            self.find()

    def show(self) -> None:
        """Show the groups that are left."""
        groups = self.desk.groups
        self._list.empty = self._empty()
        lines = [GroupLine(len(group.ids), self._about(group)) for group in groups]
        self._list.show(lines, self.desk.at)
        self.desk.at = self._list.at
        count = plural("{count} group", "{count} groups", len(groups))
        inside = plural("{count} answer", "{count} answers", sum(map(len, self._ids())))
        self.put(
            "suggested",
            _("Without a code: {groups}, {answers}").format(groups=count, answers=inside),
        )
        self._show_group()

    def _ids(self) -> Iterator[tuple[int, ...]]:
        return (group.ids for group in self.desk.groups)

    def _cursor(self) -> "Group | None":
        groups = self.desk.groups
        return groups[self._list.at] if self._list.at < len(groups) else None

    def _about(self, group: "Group") -> str:
        """The words of a group, or the beginning of an answer that stands for it."""
        if group.words:
            return ", ".join(group.words)
        return f"“{begin(self.desk.beginning(group))}”"

    def _empty(self) -> str:
        if not self.desk.looked_at:
            return _("Every answer that is shown has a code.")
        return _("No group is left among the answers without a code.")

    def _show_group(self) -> None:
        group = self._cursor()
        self.put("why", _("Typical answers:") if group else "")
        self.put("marks", _("enter: mark its answers to code them") if group else "")
        texts = self.desk.texts(group.typical) if group else {}
        typical = group.typical if group else ()
        self.put_answer(
            Content.styled("• ", "bold") + Content(one_text(texts.get(answer, "")))
            for answer in typical
        )


def one_text(text: str) -> str:
    """A text that can be drawn, in one piece."""
    return visible(one_line(text[:LONGEST]))
