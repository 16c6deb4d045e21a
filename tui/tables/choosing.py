"""The screen of saved tables: what a table shows is chosen, and seen at once."""

from collections.abc import Callable, Mapping, Sequence
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
from corpus.problems import Problem
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.tables.offering import TablesOffering
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


class TablesChoosing(TablesOffering):
    """Each choice changes the table that is shown; nothing is saved by it."""

    def do_table_question(self) -> None:
        """Choose the question."""
        options = [(each.guid, each.full_key, each.text) for each in self.desk.offer.questions]

        def choose(definition: Definition) -> None:
            self.offer(
                _("Which question"),
                options,
                definition.question,
                lambda now, guid: with_question(now, guid),
            )

        self.with_table(choose)

    def do_table_rows(self) -> None:
        """Choose what stands in the rows."""

        def choose(definition: Definition) -> None:
            self.offer(
                _("Rows"),
                [(rows, _(name), "") for rows, name in ROWS.items()],
                rows_of(definition),
                lambda now, rows: with_rows(now, rows, self.desk.offer),
            )

        self.with_table(choose)

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
            self.offer(_("Columns"), options, at, with_columns)

        self.with_table(choose)

    def do_table_base(self) -> None:
        """Choose what percentages are of."""
        self.offer_field(_("Percent"), "base", _named(BASES))

    def do_table_order(self) -> None:
        """Choose the order of the rows."""
        self.offer_field(_("Order of the rows"), "order", _named(ORDERS))

    def do_table_hiding(self) -> None:
        """Choose how small numbers are kept from being published."""
        self.offer_field(_("Small numbers"), "guard", _named(GUARDS))

    def do_table_language(self) -> None:
        """Choose the language of the table."""
        self.offer_field(_("Language of the table"), "language", _named(LANGUAGES))

    def do_table_intervals(self) -> None:
        """With intervals, or without."""
        self.toggle_field("intervals")

    def do_table_differences(self) -> None:
        """With differences marked, or not."""
        self.with_table(
            lambda now: self.change(lambda: replace(now, differences=not now.differences))
        )

    def do_table_weight(self) -> None:
        """Choose a variable that weights, or none."""
        known = self.desk.offer.variables
        self.offer_field(_("Weight"), "weight", {"": _("(none)"), **{v: v for v in known}})

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

        self.with_table(ask)

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

        self.with_table(choose)

    def _everybody(self) -> None:
        self.with_table(
            lambda now: self.change(lambda: replace(now, filters=(), units=(), coder=""))
        )

    def _by_coder(self) -> None:
        names = self.desk.offer.coders
        self.offer_field(_("Coded by"), "coder", {"": _("(anybody)"), **{n: n for n in names}})

    def _by_unit(self, unit: str) -> None:
        self.with_table(
            lambda now: self.change(lambda: replace(now, units=toggled(now.units, unit)))
        )

    def _by_value(self, variable: str, at: int = 0) -> None:
        try:
            values = self.desk.values(variable)
        except Problem as problem:
            self.tell(problem)
            return
        title = _("{variable}: only these (escape: done)").format(variable=variable)

        def taken(definition: Definition) -> Sequence[str]:
            return next((f.values for f in definition.filters if f.variable == variable), ())

        self.offer_many(
            title,
            [(value, value) for value in values],
            taken,
            lambda now, value: with_value(now, variable, value),
            at,
        )

    def _offer_codes(self, title: str, field: str) -> None:
        def choose(definition: Definition) -> None:
            self.offer_many(
                title,
                self.desk.offer.codes(definition.question),
                lambda now: getattr(now, field),
                lambda now, guid: with_field(now, field, toggled(getattr(now, field), guid)),
            )

        self.with_table(choose)


def _named(words: Mapping[T, str]) -> dict[T, str]:
    """The words in the reader's language."""
    return {value: _(word) for value, word in words.items()}
