"""Definitions that are being changed and are not saved yet, each in place of a saved table."""

from dataclasses import dataclass, field

from coder.results.saved.definition import Definition
from coder.results.saved.keeping import SavedTable
from coder.workbench.tables_desk import TablesDesk

NEW = 0
"""Stands for the id of a table that was never saved."""


@dataclass
class Drafts:
    """What has been chosen for saved tables by their ids, and for a new one."""

    desk: TablesDesk
    changed: dict[int, Definition] = field(default_factory=dict)

    @property
    def ids(self) -> list[int]:
        """The tables in their order, the new one last."""
        saved = [each.id for each in self.desk.tables]
        return [*saved, NEW] if NEW in self.changed else saved

    def saved(self, table_id: int) -> SavedTable | None:
        """The table as it is saved; None for a new one or one that is gone."""
        return next((each for each in self.desk.tables if each.id == table_id), None)

    def name(self, table_id: int) -> str:
        """What a table is called; "" for a new one."""
        saved = self.saved(table_id)
        return saved.name if saved else ""

    def definition(self, table_id: int) -> Definition | None:
        """What a table is to show: as it was chosen, else as it is saved; None when it is gone."""
        if table_id in self.changed:
            return self.changed[table_id]
        saved = self.saved(table_id)
        return saved.definition if saved else None

    def change(self, table_id: int, definition: Definition) -> None:
        """Let a table show something else until it is saved."""
        saved = self.saved(table_id)
        if saved is not None and saved.definition == definition:
            self.forget(table_id)
        else:
            self.changed[table_id] = definition

    def is_changed(self, table_id: int) -> bool:
        """Whether something was chosen that is not saved."""
        return table_id in self.changed

    def forget(self, table_id: int) -> None:
        """Let a table be as it is saved."""
        self.changed.pop(table_id, None)

    def tidy(self) -> None:
        """Forget what was chosen for tables that are gone."""
        known = {each.id for each in self.desk.tables}
        self.changed = {
            id_: each for id_, each in self.changed.items() if id_ == NEW or id_ in known
        }
