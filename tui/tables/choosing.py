"""The screen of saved tables: what a table shows is chosen, and seen at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from coder.results.saved.definition import Definition
from coder.workbench.table_choices import (
    rows_of,
    toggled,
    with_columns,
    with_field,
    with_question,
    with_rows,
    with_value,
)
from coder.workbench.table_drafts import NEW
from corpus.problems import Problem
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.tables.view import TablesView
from tui.tables.words import (
    BASES,
    GUARDS,
    LANGUAGES,
    ORDERS,
    ROWS,
    columns_of,
    columns_words,
)
from tui.words import _

T = TypeVar("T")

_MOST_CUTOFF = 1_000_000
_TAKEN = "✓"


class TablesChoosing(TablesView):
    """Each choice changes the table that is shown; nothing is saved by it."""

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

    def do_table_question(self) -> None:
        """Choose the question."""
        options = [(each.guid, each.full_key, each.text) for each in self.desk.offer.questions]

        def choose(definition: Definition) -> None:
            self._offer(
                _("Which question"),
                options,
                definition.question,
                lambda now, guid: with_question(now, guid),
            )

        self._with(choose)

    def do_table_rows(self) -> None:
        """Choose what stands in the rows."""

        def choose(definition: Definition) -> None:
            self._offer(
                _("Rows"),
                [(rows, _(name), "") for rows, name in ROWS.items()],
                rows_of(definition),
                lambda now, rows: with_rows(now, rows, self.desk.offer),
            )

        self._with(choose)

    def do_table_columns(self) -> None:
        """Choose what stands in the columns."""
        offer = self.desk.offer

        def choose(definition: Definition) -> None:
            known = offer.columns(definition.question)
            now = columns_of(definition, offer)
            at = next(
                (each for each in known if (each.kind, each.by) == (now.kind, now.by)), known[0]
            )
            options = [(each, columns_words(each), "") for each in known]
            self._offer(_("Columns"), options, at, with_columns)

        self._with(choose)

    def do_table_base(self) -> None:
        """Choose what percentages are of."""
        self._offer_field(_("Percent"), "base", BASES)

    def do_table_order(self) -> None:
        """Choose the order of the rows."""
        self._offer_field(_("Order of the rows"), "order", ORDERS)

    def do_table_hiding(self) -> None:
        """Choose how small numbers are kept from being published."""
        self._offer_field(_("Small numbers"), "guard", GUARDS)

    def do_table_language(self) -> None:
        """Choose the language of the table."""
        self._offer_field(_("Language of the table"), "language", LANGUAGES)

    def do_table_intervals(self) -> None:
        """With intervals, or without."""
        self._with(lambda now: self.change(lambda: replace(now, intervals=not now.intervals)))

    def do_table_differences(self) -> None:
        """With differences marked, or not."""
        self._with(lambda now: self.change(lambda: replace(now, differences=not now.differences)))

    def do_table_weight(self) -> None:
        """Choose a variable that weights, or none."""
        known = self.desk.offer.variables
        self._offer_field(_("Weight"), "weight", {"": _("(none)"), **{v: v for v in known}})

    def do_table_cutoff(self) -> None:
        """Ask how many answers a row of its own takes."""

        def ask(definition: Definition) -> None:
            def take(text: str | None) -> None:
                if text is None:
                    return
                if not (text.strip().isdecimal() and int(text) <= _MOST_CUTOFF):
                    self.tell(Problem(_("This takes a whole number, 0 or more."), ""))
                    return
                self.change(lambda: replace(definition, cutoff=int(text)))

            asked = _("Codes with fewer answers than this go in one row (0: none)")
            self.app.push_screen(Asking(asked, text=str(definition.cutoff)), take)

        self._with(ask)

    def do_table_only(self) -> None:
        """Choose the codes that are rows, one after the other."""
        self._offer_codes(_("Only these codes (escape: done)"), "only")

    def do_table_last(self) -> None:
        """Choose the codes that stand last, one after the other."""
        self._offer_codes(_("These codes stand last (escape: done)"), "pins")

    def do_table_whom(self) -> None:
        """Choose by which variable respondents are left out, or by coder."""
        offer = self.desk.offer
        kinds: list[tuple[Callable[[], None], str, str]] = [
            (self._everybody, _("everybody, coded by anybody"), ""),
            (self._by_coder, _("coded by one person"), ""),
            *((partial(self._by_value, variable), variable, "") for variable in offer.variables),
        ]
        kinds += [
            (partial(self._by_unit, unit), _("kind of unit: {kind}").format(kind=unit), "")
            for unit in (offer.units if len(offer.units) > 1 else ())
        ]

        def go(kind: Callable[[], None] | None) -> None:
            if kind is not None:
                kind()

        def choose(_now: Definition) -> None:
            self.app.push_screen(Choosing(_("Only whom"), kinds), go)

        self._with(choose)

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

    def _everybody(self) -> None:
        self._with(lambda now: self.change(lambda: replace(now, filters=(), units=(), coder="")))

    def _by_coder(self) -> None:
        names = self.desk.offer.coders
        self._offer_field(_("Coded by"), "coder", {"": _("(anybody)"), **{n: n for n in names}})

    def _by_unit(self, unit: str) -> None:
        self._with(lambda now: self.change(lambda: replace(now, units=toggled(now.units, unit))))

    def _by_value(self, variable: str, at: int = 0) -> None:
        try:
            values = self.desk.values(variable)
        except Problem as problem:
            self.tell(problem)
            return
        title = _("{variable}: only these (escape: done)").format(variable=variable)

        def taken(definition: Definition) -> Sequence[str]:
            return next((f.values for f in definition.filters if f.variable == variable), ())

        self._offer_many(
            title,
            [(value, value) for value in values],
            taken,
            lambda now, value: with_value(now, variable, value),
            at,
        )

    def _offer_codes(self, title: str, field: str) -> None:
        def choose(definition: Definition) -> None:
            self._offer_many(
                title,
                self.desk.offer.codes(definition.question),
                lambda now: getattr(now, field),
                lambda now, guid: with_field(now, field, toggled(getattr(now, field), guid)),
            )

        self._with(choose)

    def _offer_field(self, title: str, field: str, words: Mapping[T, str]) -> None:
        """Choose among the few values of a field; None stands for one of them, too."""
        values = list(words)

        def choose(definition: Definition) -> None:
            now = getattr(definition, field)
            self._offer(
                title,
                [(at, _(words[value]), "") for at, value in enumerate(values)],
                values.index(now) if now in values else 0,
                lambda now, at: with_field(now, field, values[at]),
            )

        self._with(choose)

    def _offer(
        self,
        title: str,
        options: Iterable[tuple[T, str, str]],
        now: T,
        change: Callable[[Definition, T], Definition],
    ) -> None:
        """Choose one of several; the cursor begins on what is chosen now."""
        listed = list(options)
        values = [value for value, _name, _hint in listed]

        def taken(value: T | None) -> None:
            if value is not None:
                self._with(lambda now: self.change(lambda: change(now, value)))

        at = values.index(now) if now in values else 0
        self.app.push_screen(Choosing(title, listed, at), taken)

    def _offer_many(
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
                self._with(lambda now: self.change(lambda: change(now, options[place][0])))
                self._offer_many(title, options, taken, change, place)

        self.app.push_screen(Choosing(title, listed, at, _("There is none yet.")), take)

    def _with(self, use: Callable[[Definition], None]) -> None:
        """Use what is shown; a table is begun when there is none."""
        if self.definition is None:
            self.do_table_new()
        definition = self.definition
        if definition is not None:
            use(definition)
