"""The import screen: what is changed in a plan, by letters and by menus."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.workbench.importing import FileImport, Terms
from corpus.problems import Problem
from corpus.queries import Routing
from corpus.reading.draft import read_anew, settled_anew
from corpus.reading.plan import Column, Role
from corpus.reading.settled import LAYOUT_OF, Settled
from tui.import_words import ROLES, first_values, layout_words
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.importing_settings import (
    TYPED,
    Setting,
    choices,
    chosen_now,
    say,
    settings,
    typed_now,
)
from tui.screens.importing_view import ImportView
from tui.widgets.plan_list import PlanList
from tui.words import _, plural

_GUESS = "guess"
_VALUES = 40


class ImportMenus(ImportView):
    """Every change leads to a new plan; one that cannot be leaves the one there is."""

    def __init__(self, work: FileImport) -> None:
        super().__init__(work)
        self.wanted = Settled()
        """What a person has said up to now; the plan follows a moment later."""

    def changed(self) -> None:
        """Something was said that changes what the import would do."""
        raise NotImplementedError

    def on_plan_list_moved(self) -> None:
        """Show another column."""
        self.show_column()

    def on_plan_list_given(self, message: PlanList.Given) -> None:
        """A letter gives a role."""
        self._give(message.role)

    def do_choose_role(self) -> None:
        """Choose what the columns hold from a menu."""
        if self.draft is None or not self.plan_list.meant:
            return
        meant = [self.draft.plan.columns[place] for place in self.plan_list.meant]
        options = [(_GUESS, _("as guessed"), ""), *self._roles()]
        names = [value for value, _label, _hint in options]
        role = meant[0].role.name if meant[0].position in self.wanted.roles else _GUESS

        def give(value: str | None) -> None:
            if value:
                self._give(None if value == _GUESS else Role[value])

        self.app.push_screen(Choosing(_headers(meant), options, names.index(role)), give)

    def do_import_settings(self) -> None:
        """Say how the file is read."""
        if self.draft is None:
            return
        offered = settings(self.draft, self.terms, self.work.study is None)
        options = [(setting, _(setting.value), now) for setting, now in offered]
        self.app.push_screen(Choosing(_("How the file is read"), options), self._ask)

    def do_asked_if(self) -> None:
        """Choose the variable and the value on which a question is asked."""
        if self.draft is None:
            return
        column = self.draft.plan.columns[self.plan_list.at]
        if column.role is not Role.QUESTION:
            self.show_notice(Problem(_("Only an open question can be asked of some only.")))
            return
        variables = self.draft.plan.having(Role.VARIABLE)
        options = [("", _("asked of all"), "")]
        options += [(str(each.position), each.header, "") for each in variables]

        def go_on(position: str | None) -> None:
            if position == "":
                self._route(column, None)
            elif position:
                self._choose_value(column, int(position))

        title = _("{question}: asked because of which answer?").format(question=column.key)
        self.app.push_screen(Choosing(title, options), go_on)

    def terms_for_plan(self, terms: Terms) -> Terms:
        """The terms without conditions of questions that the plan has no more."""
        keys = {column.key for column in self.draft.plan.columns} if self.draft else set()
        kept = {key: one for key, one in terms.wishes.routings.items() if key in keys}
        return replace(terms, wishes=replace(terms.wishes, routings=kept))

    def _roles(self) -> Iterator[tuple[str, str, str]]:
        """All roles; those of the other layout say that it changes with them."""
        layout = self.draft.plan.layout if self.draft else "wide"
        for role, words in ROLES.items():
            other = LAYOUT_OF.get(role, layout) != layout
            what = layout_words(LAYOUT_OF[role]) if other else _(words.what)
            yield role.name, _(words.name), f"{what}  {words.letter}"

    def _give(self, role: Role | None) -> None:
        meant = self.plan_list.meant
        self.plan_list.unmark()
        if role is not None:
            self.plan_list.promise(meant, role)
        self._settle(self.wanted.with_role(meant, role))

    def _settle(self, settled: Settled) -> None:
        draft = self.draft
        if draft is not None:
            self.wanted = settled
            self.plan(lambda: settled_anew(draft, settled))

    def _ask(self, setting: Setting | None) -> None:
        if setting is None or self.draft is None:
            return

        def take(value: str | None) -> None:
            if value is not None:
                self._say(setting, value)

        if setting in TYPED:
            self.app.push_screen(Asking(*typed_now(setting, self.terms)), take)
        else:
            options = choices(setting, self.draft)
            now = chosen_now(setting, self.draft, self.terms)
            at = [value for value, _label, _hint in options].index(now)
            self.app.push_screen(Choosing(_(setting.value), options, at), take)

    def _say(self, setting: Setting, value: str) -> None:
        draft = self.draft
        if draft is None:
            return
        said = say(setting, value, replace(draft, settled=self.wanted), self.terms)
        if said.way is not None:
            way = said.way
            self.say_working(_("Reading ..."))
            self.plan(lambda: read_anew(draft, way))
        if said.settled is not None:
            self._settle(said.settled)
        if said.terms is not None:
            self._agree(said.terms)

    def _choose_value(self, column: Column, position: int) -> None:
        if self.draft is None:
            return
        variable = self.draft.plan.columns[position].header
        values = first_values(self.draft.sheet, position, _VALUES)

        def take(value: str | None) -> None:
            if value:
                self._route(column, Routing(variable, value))

        title = _("Asked of those who answered what?")
        self.app.push_screen(Choosing(title, [(value, value, "") for value in values]), take)

    def _route(self, column: Column, routing: Routing | None) -> None:
        others = {k: one for k, one in self.terms.wishes.routings.items() if k != column.key}
        routings = {**others, column.key: routing} if routing else others
        self._agree(replace(self.terms, wishes=replace(self.terms.wishes, routings=routings)))

    def _agree(self, terms: Terms) -> None:
        self.terms = terms
        self.show_notice()
        self.show_column()
        self.changed()


def _headers(columns: Sequence[Column]) -> str:
    if len(columns) == 1:
        return " ".join(columns[0].header[:200].split())
    return plural("1 column", "{count} columns", len(columns))
