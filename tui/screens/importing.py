"""The import screen: a plan that is looked at, changed, and carried out."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from textual.message import Message
from textual.timer import Timer

from coder.intake.founding import NewStudy
from coder.intake.report import Report
from coder.workbench.importing import FileImport, Terms
from corpus.problems import Problem
from tui.folders import shown_path
from tui.import_words import report_lines
from tui.screens.importing_changes import Deciding, Decisions
from tui.screens.importing_jobs import Counted, Imported, Job, Planned, Refused, Tried, Unsettled
from tui.screens.importing_menus import ImportMenus
from tui.screens.new_study import NewStudyForm
from tui.screens.pages import Page
from tui.screens.working import Working
from tui.words import _

_PAUSE = 0.3
_ROWS = 20
_LONGEST = 300


class Importing(ImportMenus):
    """Reads a file, and brings it into a study or makes one of it."""

    class Done(Message):
        """The answers are in this study."""

        def __init__(self, study: Path) -> None:
            super().__init__()
            self.study = study

    def __init__(self, work: FileImport) -> None:
        super().__init__(work)
        self._is_ordered = False
        self._new: NewStudy | None = None
        self._soon: Timer | None = None
        self._window: Working | None = None

    def on_mount(self) -> None:
        """Read the file."""
        self.plan_list.focus()
        self.say_working(_("Reading ..."))
        self.plan(self.work.read)

    def on_planned(self, message: Planned) -> None:
        """Show the plan, and find out what it would do."""
        self.wanted = message.draft.settled
        self.show_draft(message.draft)
        self.changed()
        if self._is_ordered:
            self.do_import_now()

    def on_tried(self, message: Tried) -> None:
        """Show what would happen."""
        self.show_trial(message.trial)

    def on_counted(self, message: Counted) -> None:
        """Show how far it is."""
        if message.job is Job.IMPORT and self._window:
            self._window.show(message.done, message.total)
        elif message.job is Job.TRIAL and self.trial is None:
            counting = _("Counting ... {done} of {total}")
            self.say_working(counting.format(done=message.done, total=message.total))

    def on_refused(self, message: Refused) -> None:
        """Say why something cannot be; what was there before stays."""
        self._close_window()
        self._is_ordered = False
        if message.job is Job.PLAN and self.draft:
            self.wanted = self.draft.settled
            self.show_columns()
            if self.trial:
                self.show_trial(self.trial)
        elif message.job is not Job.IMPORT:
            self.say_working("")
        stopped = Problem(_("Stopped; nothing was imported."))
        self.show_notice(message.problem or stopped)

    def on_unsettled(self, message: Unsettled) -> None:
        """Ask what becomes of changed texts, and go on."""
        self._close_window()

        def go_on(decisions: Decisions | None) -> None:
            if decisions is None:
                self.show_notice(Problem(_("Nothing was imported.")))
            else:
                wishes = replace(self.terms.wishes, decisions=decisions)
                self._carry_out(replace(self.terms, wishes=wishes))

        self.app.push_screen(Deciding(message.texts), go_on)

    def on_imported(self, message: Imported) -> None:
        """Show what was done, then the questions."""
        self._close_window()
        page = Page(_("Imported"), list(self._result(message.report)))
        self.app.push_screen(page, lambda _none: self._end())

    def changed(self) -> None:
        """Find out what would happen, once nothing has been changed for a moment."""
        self.stop(Job.TRIAL)
        if self._soon:
            self._soon.stop()
        self.trial = None
        self.say_working(_("Counting ..."))
        self._soon = self.set_timer(_PAUSE, self._try)

    def do_import_now(self) -> None:
        """Import; a new study is given a name first."""
        if self.draft is None:
            return
        self._is_ordered = self.draft.settled != self.wanted
        if self._is_ordered:
            return
        if self.work.study is not None:
            self._carry_out(self.terms)
            return
        file = self.work.file.absolute()
        taken = _("Choose another name; or open that study and import there.")
        title = _("A new study of {file}").format(file=file.name)
        form = NewStudyForm(title, _folder_for(file), file.stem, taken)
        self.app.push_screen(form, self._called)

    def do_undo(self) -> None:
        """Nothing here is done yet that could be undone."""
        self.show_notice(Problem(_("Nothing is imported yet, so nothing can be undone here.")))

    def do_redo(self) -> None:
        """Nothing here is done yet that could be done again."""
        self.do_undo()

    def do_next_doubt(self) -> None:
        """Go to the next column that is not certain."""
        if self.draft:
            unsure = [each.position for each in self.draft.plan.columns if not each.certain]
            after = [place for place in unsure if place > self.plan_list.at]
            if unsure:
                self.plan_list.go((after or unsure)[0])

    def do_show_rows(self) -> None:
        """Read the first rows."""
        if self.draft:
            self.app.push_screen(Page(_("The first rows"), list(self._rows())))

    def do_show_report(self) -> None:
        """Read what would happen."""
        if self.trial:
            lines = list(report_lines(self.trial.report, _("Nothing is changed yet.")))
            self.app.push_screen(Page(_("What would happen"), lines))

    def _try(self) -> None:
        if self.draft and self._window is None:
            self.try_out(self.draft, self.terms_for_plan(self.terms))

    def _called(self, new: NewStudy | None) -> None:
        if new is not None:
            self._new = new
            self._carry_out(self.terms)

    def _carry_out(self, terms: Terms) -> None:
        if self.draft is None:
            return
        self.show_notice()
        title = _("Importing {file}").format(file=self.work.file.name)
        otherwise = _("Then nothing is imported.")
        self._window = Working(title, otherwise, lambda: self.stop(Job.IMPORT))
        self.app.push_screen(self._window)
        self.carry_out(self.draft, self.terms_for_plan(terms), self._new)

    def _close_window(self) -> None:
        if self._window:
            self._window.dismiss(None)
            self._window = None

    def _end(self) -> None:
        self.post_message(self.Done(self._study_path()))

    def _study_path(self) -> Path:
        """The study that the answers come into."""
        made = self._new.path if self._new else self.work.file
        return self.work.study.path if self.work.study else made

    def _rows(self) -> Iterator[str]:
        if self.draft is None:
            return
        sheet = self.draft.sheet
        for number, cells in sheet.rows[:_ROWS]:
            yield _("Row {number}").format(number=number)
            for name, cell in zip(sheet.header, cells, strict=True):
                if cell.strip():
                    yield f"  {_short(name, 60)}: {_short(cell, _LONGEST)}"
            yield ""

    def _result(self, report: Report) -> Iterator[str]:
        yield from report_lines(report, shown_path(self._study_path()))
        yield ""
        if self.work.study:
            yield _("Undo takes the import back.")


def _short(text: str, most: int) -> str:
    plain = " ".join(text[: 2 * most].split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _folder_for(file: Path) -> Path:
    """Where a study of a file is made: beside it, or here when nothing can be written there."""
    return file.parent if os.access(file.parent, os.W_OK) else Path.cwd()
