"""The screen of saved tables: menus of which each choice is seen in the table at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from coder.results.saved.definition import Definition
from coder.workbench.table_choices import with_field
from coder.workbench.table_drafts import NEW
from corpus.problems import Problem
from tui.screens.choosing import Choosing
from tui.tables.trying import Trying
from tui.tables.view import TablesView
from tui.words import _

T = TypeVar("T")

_TAKEN = "✓"


class TablesOffering(TablesView):
    """A choice that cannot stand beside the others is refused with a sentence."""

    def do_table_new(self) -> None:
        """Begin a table of the question of the one that is shown, else of the first."""
        known = self.desk.offer.questions
        if self.drafts.is_changed(NEW):
            self.show_tables(NEW)
            self.go_to_table()
            return
        if not known:
            self.tell(Problem(_("The study has no question yet."), ""))
            return
        shown = self.definition
        guids = [each.guid for each in known]
        guid = shown.question if shown and shown.question in guids else guids[0]
        self.drafts.change(NEW, Definition(guid))
        self.show_tables(NEW)
        self.go_to_table()

    def change(self, change: Callable[[], Definition]) -> None:
        """Let the table be changed; when it cannot be, tell why."""
        if self.at is None:
            return
        try:
            definition = change()
        except Problem as problem:
            self.tell(problem)
            return
        self.drafts.change(self.at, definition)
        self.show_tables(self.at)

    def toggle_field(self, field: str) -> None:
        """Change a field that is either so or not."""
        self.with_table(
            lambda now: self.change(lambda: with_field(now, field, not getattr(now, field)))
        )

    def offer_field(self, title: str, field: str, words: Mapping[T, str]) -> None:
        """Choose among the few values of a field; None stands for one of them, too."""
        values = list(words)

        def choose(definition: Definition) -> None:
            now = getattr(definition, field)
            self.offer(
                title,
                [(at, words[value], "") for at, value in enumerate(values)],
                values.index(now) if now in values else 0,
                lambda now, at: with_field(now, field, values[at]),
            )

        self.with_table(choose)

    def offer(
        self,
        title: str,
        options: Iterable[tuple[T, str, str]],
        now: T,
        change: Callable[[Definition, T], Definition],
    ) -> None:
        """Choose one of several; each is shown while the cursor is on it."""
        listed, table, before = list(options), self.at, self.definition
        if table is None or before is None:
            return
        values = [value for value, _name, _hint in listed]

        def show(value: T) -> None:
            with suppress(Problem):
                self.drafts.change(table, change(before, value))
                self.show_tables(table)

        def taken(value: T | None) -> None:
            self.drafts.change(table, before)
            self.show_tables(table)
            if value is not None:
                self.change(lambda: change(before, value))

        at = values.index(now) if now in values else 0
        self.app.push_screen(Trying(title, listed, at, show), taken)

    def offer_many(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        taken: Callable[[Definition], Sequence[str]],
        change: Callable[[Definition, str], Definition],
        at: int = 0,
    ) -> None:
        """Choose any number: each is put in or taken out, until escape."""
        definition = self.definition
        if definition is None:
            return
        chosen = taken(definition)
        listed = [
            (place, name, _TAKEN if value in chosen else "")
            for place, (value, name) in enumerate(options)
        ]

        def take(place: int | None) -> None:
            if place is not None:
                self.with_table(lambda now: self.change(lambda: change(now, options[place][0])))
                self.offer_many(title, options, taken, change, place)

        self.app.push_screen(Choosing(title, listed, at, _("There is none yet.")), take)

    def with_table(self, use: Callable[[Definition], None]) -> None:
        """Use what is shown; a table is begun when there is none."""
        if self.definition is None:
            self.do_table_new()
        definition = self.definition
        if definition is not None:
            use(definition)
