"""The import screen: what it shows."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Label, Static

from coder.workbench.importing import FileImport, Terms, Trial
from corpus.problems import Problem
from corpus.reading.draft import Draft
from corpus.reading.plan import Column
from corpus.visible import visible
from tui.commands.registry import Scope
from tui.import_words import ROLES, first_values, form_line, outcome_line, why_words
from tui.screens.command_screen import bindings_for
from tui.screens.importing_jobs import ImportJobs
from tui.widgets.cells import one_line
from tui.widgets.column_facts import ColumnFacts, ColumnView
from tui.widgets.footing import Footer
from tui.widgets.plan_list import PlanLine, PlanList
from tui.words import _, plural

_VALUES = 60


class ImportView(ImportJobs):
    """Composes the widgets and shows in them what is planned."""

    SCOPE = Scope.IMPORTING
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.IMPORTING)

    def __init__(self, work: FileImport) -> None:
        super().__init__(work)
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (36, "-tall")]
        self.draft: Draft | None = None
        self.terms = Terms()
        self.trial: Trial | None = None

    def compose(self) -> ComposeResult:
        """Title, how the file is read, what will happen, what is unclear; columns; one column."""
        yield Label(one_line(self._title()), classes="heading", markup=False)
        yield Label(id="form", markup=False)
        yield Label(id="outcome", markup=False)
        yield Static(id="notice", markup=False)
        yield PlanList()
        yield ColumnView()
        yield Footer()

    @property
    def plan_list(self) -> PlanList:
        """The list of columns."""
        return self.query_one(PlanList)

    def say_working(self, what: str) -> None:
        """Say what is being worked at."""
        self.query_one("#outcome", Label).update(what)

    def show_draft(self, draft: Draft) -> None:
        """Show a file as it is planned now; what it would do is not known yet."""
        if self.draft is None or self.draft.sheet is not draft.sheet:
            self.plan_list.use(lambda place: first_values(draft.sheet, place))
        self.draft, self.trial = draft, None
        self.query_one("#form", Label).update(one_line(form_line(draft.sheet, draft.plan)))
        self.show_columns()
        self.show_notice()
        self.show_column()

    def show_columns(self) -> None:
        """Show the columns as they are planned."""
        if self.draft:
            draft = self.draft
            self.plan_list.show([_line(each, draft) for each in draft.plan.columns])

    def show_trial(self, trial: Trial) -> None:
        """Show what an import would do."""
        self.trial = trial
        line = outcome_line(trial.report, self.work.study is None, len(trial.changed))
        self.query_one("#outcome", Label).update(one_line(line))

    def show_notice(self, problem: Problem | None = None) -> None:
        """Say what is wrong, or else what is not certain."""
        notice = self.query_one("#notice", Static)
        said = _told(problem) if problem else self._doubts()
        notice.set_class(problem is not None, "-fault")
        notice.display = bool(said)
        notice.update(Content(said))

    def show_column(self) -> None:
        """Show the column under the cursor closely."""
        if self.draft and self.draft.plan.columns:
            column = self.draft.plan.columns[self.plan_list.at]
            self.query_one(ColumnView).facts = self._facts(column, self.draft)

    def _title(self) -> str:
        file = self.work.file.name
        if self.work.study is None:
            return _("Import {file} as a new study").format(file=file)
        return _("Import {file} into {study}").format(file=file, study=self.work.study.path.stem)

    def _doubts(self) -> str:
        if self.draft is None:
            return ""
        plan = self.draft.plan
        lines = [f"? {visible(doubt.sentence)}" for doubt in plan.general_doubts]
        unsure = sum(not column.certain for column in plan.columns)
        if unsure:
            lines.append(
                plural(
                    "? {count} column is a guess to look at.",
                    "? {count} columns are guesses to look at.",
                    unsure,
                )
            )
        return "\n".join(lines)

    def _facts(self, column: Column, draft: Draft) -> ColumnFacts:
        words = ROLES[column.role]
        name = _(words.name) + (f" {column.key}" if column.key else "")
        routing = self.terms.wishes.routings.get(column.key) if column.key else None
        asked = (
            _("asked if {variable} = {value}").format(
                variable=routing.variable, value=routing.value
            )
            if routing
            else ""
        )
        parts = [name, asked or _(words.what), why_words(column.why)]
        values = [
            (row, cells[column.position])
            for row, cells in draft.sheet.rows[:_VALUES]
            if cells[column.position].strip()
        ]
        return ColumnFacts(
            header=column.header,
            role=one_line(" · ".join(part for part in parts if part)),
            doubt=column.doubt.sentence if column.doubt else "",
            values=values,
        )


def _line(column: Column, draft: Draft) -> PlanLine:
    settled = column.position in draft.settled.roles
    return PlanLine(column.header, column.role, column.certain, settled)


def _told(problem: Problem) -> str:
    """A problem as it is said on a screen: hints that name options are for the command line."""
    hint = "" if "--" in problem.hint or "fullkoding" in problem.hint else problem.hint
    return visible(f"! {problem.sentence} {hint}".rstrip())
