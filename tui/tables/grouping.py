"""The screen of saved tables: codes that are put together in one row."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from coder.results.saved.definition import Definition, Group
from coder.workbench.table_choices import in_group
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.tables.choosing import TablesChoosing
from tui.words import _, plural


class TablesGrouping(TablesChoosing):
    """A group is made of codes that are chosen one after the other; without codes it is gone."""

    def do_table_groups(self) -> None:
        """Choose a group to change, or make one."""

        def choose(definition: Definition) -> None:
            kinds: list[tuple[Callable[[], None], str, str]] = [
                (
                    partial(self._offer_members, group.name),
                    group.name,
                    plural("{count} code", "{count} codes", len(group.codes)),
                )
                for group in definition.groups
            ]
            kinds.append((self._ask_group, _("(a new group)"), ""))
            if definition.groups:
                kinds.append((self._show_members, _("(their codes under them, or not)"), ""))

            def go(kind: Callable[[], None] | None) -> None:
                if kind is not None:
                    kind()

            self.app.push_screen(Choosing(_("Codes in one row"), kinds), go)

        self.with_table(choose)

    def _ask_group(self) -> None:
        def take(name: str | None) -> None:
            plain = " ".join(name.split()) if name else ""
            if plain:
                self._offer_members(plain)

        self.app.push_screen(Asking(_("What is the row called?"), _("for example: good")), take)

    def _offer_members(self, name: str) -> None:
        def members(definition: Definition) -> tuple[str, ...]:
            return next((each.codes for each in definition.groups if each.name == name), ())

        definition = self.definition
        if definition is not None:
            self.offer_many(
                _("{name}: which codes (escape: done)").format(name=name),
                self.desk.offer.codes(definition.question),
                members,
                lambda now, guid: in_group(now, name, guid),
            )

    def _show_members(self) -> None:
        def shown(now: Definition) -> Definition:
            are = all(group.shown for group in now.groups)
            groups = (Group(each.name, each.codes, not are) for each in now.groups)
            return replace(now, groups=tuple(groups))

        self.with_table(lambda now: self.change(lambda: shown(now)))
