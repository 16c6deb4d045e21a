"""The coding screen: which answers are shown, in which order, and which of them are marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from coder.workbench.choices import (
    answers_by_band,
    answers_by_coder,
    answers_by_flag,
    answers_by_value,
    variables_of,
)
from coder.workbench.filters import Filter, Sort, WorkList
from corpus.problems import Problem
from tui.coding.acting import CodingActs
from tui.coding.filter_words import band_in_words, filter_in_words, order_in_words
from tui.flags import flag_in_words
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.widgets.marks import Marks
from tui.words import _, plural

Offer = tuple[Filter, str, str]
"""A filter that could be chosen, what it is called, and how many answers it is about."""


class CodingLists(CodingActs):
    """Filters, orders and marks."""

    def list_again(self) -> None:
        """Show the answers that the filter leaves, in order."""
        ids = self.ids_in(self.order)
        if ids is not None:
            self.show_ids(ids)

    def ids_in(self, order: Sort) -> Sequence[int] | None:
        """The answers that the filter leaves; None, and told why, when they cannot be read.

        Codes that are gone from the codebook are taken out of the filter.
        """
        now = self.bench.filter_now(self.filter)
        if _codes_in(now) < _codes_in(self.filter):
            self.notify(_("A code of the filter is gone; it filters no more."), timeout=4)
        self.filter = now
        try:
            return self.bench.ids(now, order)
        except Problem as problem:
            self.tell(problem)
            return None

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these answers, identical ones as one row while they are folded."""
        if not self.is_attached:
            return
        self.shown = len(ids)
        if self.folded:
            ids = self.bench.same.one_of_each(ids)
        words = filter_in_words(self.filter, self.bench, self.bench.names())
        self.said = (words, "" if self.order is Sort.FILE else order_in_words(self.order))
        left = _("No answer is left by the filter.") if words else ""
        self.grid.empty = left or _("Nobody has written an answer to this question.")
        before = self.grid.cursor
        self.grid.show(ids, self._row_of(before, ids))
        if self.grid.cursor == before:
            self.show_status()

    def move_to_same(self, answer_id: int) -> bool:
        """To an answer, or while it stands behind an identical one, to that; False for neither."""
        return any(map(self.grid.move_to, (answer_id, *self.with_same([answer_id]))))

    def _row_of(self, answer: int | None, ids: Sequence[int]) -> int | None:
        """The row that stands for an answer among these: its own, or that of an identical one."""
        if answer is None or not self.folded:
            return answer
        same = frozenset(self.with_same([answer]))
        return next((id_ for id_ in ids if id_ in same), answer)

    def narrow(self, wanted: Filter) -> None:
        """Show the answers that a filter leaves."""
        self.filter = wanted
        self.list_again()

    def show_answers_with(self, code_id: int) -> None:
        """Show the answers with a code or anything under it, once this screen is shown."""
        wanted = Filter(with_codes=(self.bench.group(code_id),))
        self.call_after_refresh(lambda: self.narrow(wanted))

    def work_list(self, name: str, ids: Iterable[int]) -> None:
        """Show a list of answers that were put together for a purpose."""
        self.order = Sort.FILE
        self.narrow(Filter(listed=WorkList(name, tuple(ids))))

    def do_filter_uncoded(self) -> None:
        """Only answers without a code, or all again."""
        self.narrow(replace(self.filter, uncoded=not self.filter.uncoded))

    def do_filter_words(self) -> None:
        """Ask for words; an empty text takes the filter away."""

        def narrow(words: str | None) -> None:
            if words is not None:
                self.narrow(replace(self.filter, words=words.strip()))

        hint = _('words, beginnings*, "whole phrases"')
        self.app.push_screen(Asking(_("Answers with these words"), hint, self.filter.words), narrow)

    def do_filter_code(self) -> None:
        """Choose a code or theme that the answers must have."""
        self._offer(_("Answers with this code or theme"), self._by_code(without=False))

    def do_filter_more(self) -> None:
        """Choose what else to filter by, then the value."""
        kinds: list[tuple[Callable[[], None], str, str]] = [
            (self._offer_bands, _("Size band"), ""),
            (self._offer_variables, _("Closed question"), ""),
            (self._offer_coders, _("Coder"), ""),
            (self._offer_flags, _("Flag"), ""),
            (self._offer_without, _("Without a code or theme"), ""),
        ]

        def offer(kind: Callable[[], None] | None) -> None:
            if kind:
                kind()

        self.app.push_screen(Choosing(_("Show only answers by"), kinds), offer)

    def do_clear_filter(self) -> None:
        """Show all answers; the marks that were made in a work list go with it."""
        if self.filter.listed is not None:
            self.grid.mark(Marks())
        self.narrow(Filter())

    def do_fold(self) -> None:
        """Identical answers as one row, or each by itself."""
        self.folded = not self.folded
        self.grid.mark(Marks())
        self.grid.forget()
        self.list_again()
        self.show_codes()
        said = _("Identical answers are one row.") if self.folded else _("Every answer is a row.")
        self.notify(said, timeout=3)

    def do_sort(self) -> None:
        """Choose an order."""

        def order(chosen: Sort | None) -> None:
            if chosen is not None:
                self.sort_by(chosen)

        orders = [(each, order_in_words(each), "") for each in Sort]
        at = list(Sort).index(self.order)
        self.app.push_screen(Choosing(_("Order of the answers"), orders, at), order)

    def sort_by(self, order: Sort) -> None:
        """Show the answers in another order."""
        self.order = order
        self.list_again()

    def do_mark(self) -> None:
        """Mark the open answer, and go on to the one below."""
        self.grid.action_mark()
        self.grid.go(self.grid.at + 1)

    def do_mark_range(self) -> None:
        """Mark from the last mark to here."""
        self.grid.action_mark_range()

    def do_mark_all(self) -> None:
        """Mark all answers shown, or none."""
        self.grid.action_mark_all()

    def do_clear_marks(self) -> None:
        """Take all marks away."""
        self.grid.action_clear_marks()

    def _offer(self, title: str, offers: Sequence[Offer]) -> None:
        def narrow(wanted: Filter | None) -> None:
            if wanted is not None:
                self.narrow(wanted)

        self.app.push_screen(Choosing(title, offers, empty=_("There is none yet.")), narrow)

    def _offer_without(self) -> None:
        self._offer(_("Answers without this code or theme"), self._by_code(without=True))

    def _by_code(self, without: bool) -> list[Offer]:
        offers = []
        for use in self.codes.by_id.values():
            group = (self.bench.group(use.code.id),)
            if without:
                wanted = replace(self.filter, without_codes=(*self.filter.without_codes, *group))
            else:
                wanted = replace(self.filter, with_codes=(*self.filter.with_codes, *group))
            count = use.answers if use.under is None else use.under
            offers.append((wanted, " / ".join(use.path), _answers(count)))
        return offers

    def _offer_bands(self) -> None:
        with self.bench.study.read() as session:
            bands = answers_by_band(session, self.question)
        shown = self.filter
        offers = [
            (replace(shown, bands=shown.bands | {band}), band_in_words(band), _answers(count))
            for band, count in bands.items()
        ]
        self._offer(_("Answers from this size band"), offers)

    def _offer_variables(self) -> None:
        with self.bench.study.read() as session:
            variables = [(id_, key, "") for id_, key in variables_of(session)]

        def offer(variable: int | None) -> None:
            if variable is not None:
                self._offer_values(variable)

        title, empty = _("Closed question"), _("The study has no closed question.")
        self.app.push_screen(Choosing(title, variables, empty=empty), offer)

    def _offer_values(self, variable_id: int) -> None:
        with self.bench.study.read() as session:
            variable = answers_by_value(session, self.question, variable_id)
        values = [pair for pair in self.filter.values if pair[0] != variable_id]
        offers = [
            (replace(self.filter, values=(*values, (variable_id, value))), value, _answers(count))
            for value, count in variable.values.items()
        ]
        self._offer(variable.key, offers)

    def _offer_coders(self) -> None:
        with self.bench.study.read() as session:
            coders = answers_by_coder(session, self.question)
        offers = [
            (replace(self.filter, coder_id=id_), name, _answers(count))
            for id_, name, count in coders
        ]
        self._offer(_("Answers coded by"), offers)

    def _offer_flags(self) -> None:
        with self.bench.study.read() as session:
            flags = answers_by_flag(session, self.question)
        offers = [
            (replace(self.filter, flag=flag), flag_in_words(flag), _answers(count))
            for flag, count in flags.items()
        ]
        self._offer(_("Answers with this flag"), offers)


def _answers(count: int) -> str:
    return plural("{count} answer", "{count} answers", count)


def _codes_in(wanted: Filter) -> int:
    """How many codes and themes a filter names, each once."""
    return len({*wanted.with_codes}) + len({*wanted.without_codes})
