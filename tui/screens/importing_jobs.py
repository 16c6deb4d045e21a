"""The work behind the import screen, in threads that only tell how it went."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from textual.message import Message
from textual.worker import get_current_worker

from coder.intake.carrying_out import Stopped
from coder.intake.founding import NewStudy
from coder.intake.report import ChangedText, Report, TextsChanged
from coder.workbench.importing import Done, FileImport, Terms, Trial
from corpus.problems import Problem
from corpus.reading.draft import Draft
from tui.screens.command_screen import CommandScreen


class Job(StrEnum):
    """What is worked at; a new job of a kind ends the one before."""

    PLAN = "plan"
    TRIAL = "trial"
    IMPORT = "import"


@dataclass
class Planned(Message):
    """A file has been read or planned anew."""

    draft: Draft


@dataclass
class Tried(Message):
    """It is known what an import would do."""

    trial: Trial


@dataclass
class Counted(Message):
    """How far a trial or an import is, in answers."""

    job: Job
    done: int
    total: int


@dataclass
class Imported(Message):
    """The answers are in."""

    report: Report


@dataclass
class Unsettled(Message):
    """Nothing was imported: a person must say what becomes of changed texts."""

    texts: list[ChangedText]


@dataclass
class Refused(Message):
    """A job ended with a problem, or (None) because it was stopped; nothing was changed."""

    job: Job
    problem: Problem | None


@dataclass
class Failed(Message):
    """A job ended in a way that nobody expected; nothing was changed."""

    error: Exception


class ImportJobs(CommandScreen):
    """Starts jobs and stops them."""

    def __init__(self, work: FileImport) -> None:
        super().__init__()
        self.work = work

    def on_failed(self, message: Failed) -> None:
        """What nobody expected is no business of this screen."""
        raise message.error

    def plan(self, make: Callable[[], Draft]) -> None:
        """Read or plan a file; ends in Planned or Refused."""
        self._start(Job.PLAN, lambda _done: Planned(make()))

    def try_out(self, draft: Draft, terms: Terms) -> None:
        """Find out what an import would do; ends in Tried or Refused."""
        self._start(Job.TRIAL, lambda done: Tried(self.work.try_out(draft, terms, done)))

    def carry_out(self, draft: Draft, terms: Terms, new: NewStudy | None) -> None:
        """Import; ends in Imported, Unsettled or Refused."""
        self.stop(Job.TRIAL)
        self._start(Job.IMPORT, lambda done: Imported(self.work.carry_out(draft, terms, done, new)))

    def stop(self, job: Job) -> None:
        """End a job as soon as it can be ended."""
        self.workers.cancel_group(self, job)

    def _start(self, job: Job, work: Callable[[Done], Message]) -> None:
        task = partial(self._carry_through, job, work)
        self.run_worker(task, group=job, exclusive=True, thread=True, exit_on_error=False)

    def _carry_through(self, job: Job, work: Callable[[Done], Message]) -> None:
        """Work in a thread; of a job that was stopped only an import tells its end."""
        worker = get_current_worker()

        def done(so_far: int, total: int) -> None:
            if worker.is_cancelled:
                raise Stopped
            self.post_message(Counted(job, so_far, total))

        ended = _outcome(job, lambda: work(done))
        if job is Job.IMPORT or not worker.is_cancelled:
            self.post_message(ended)


def _outcome(job: Job, work: Callable[[], Message]) -> Message:
    try:
        return work()
    except Stopped:
        return Refused(job, None)
    except TextsChanged as unsettled:
        return Unsettled(unsettled.texts)
    except Problem as problem:
        return Refused(job, problem)
    except Exception as error:
        return Failed(error)
