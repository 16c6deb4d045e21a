"""What the import screen asks and does: a file read, tried, and brought into a study."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from coder.intake.answers import Progress
from coder.intake.carrying_out import Source, carry_out, try_out
from coder.intake.founding import NewStudy, found_study
from coder.intake.report import ChangedText, Report, TextsChanged, Wishes
from coder.study import SUFFIX, Study
from corpus.bands import BandScheme
from corpus.problems import Problem
from corpus.queries import study_facts
from corpus.reading.draft import Draft, new_draft
from corpus.reading.extracting import records
from corpus.reading.records import Keep, Records

Done = Callable[[int, int], None]
"""Called with the answers done and all there are; it may raise Stopped to end the work."""


@dataclass(frozen=True)
class Terms:
    """What is said beside the plan: wishes, and which row counts when an id stands twice."""

    wishes: Wishes = field(default_factory=Wishes)
    duplicates: Keep = "first"


@dataclass(frozen=True)
class Trial:
    """What an import would do; `changed` are texts that would need a person's decision.

    The report counts them as kept.
    """

    report: Report
    changed: tuple[ChangedText, ...] = ()


class FileImport:
    """A file that is brought into an open study, or into one that is not made yet (None).

    Every method may run in a thread of its own; a trial that is being stopped is waited for.
    """

    def __init__(self, file: Path, study: Study | None, coder: str) -> None:
        self.file = file
        self.study = study
        self._coder = coder
        self._alone = Lock()

    def read(self) -> Draft:
        """The file as it looks by itself; a Problem when it cannot be read."""
        return new_draft(self.file, self._scheme())

    def try_out(self, draft: Draft, terms: Terms, done: Done) -> Trial:
        """What the import would do; nothing is changed."""
        found, wishes = self._found(draft, terms), self._wishes(terms)
        source = _source(draft)
        with self._alone, self._somewhere() as study:
            try:
                return Trial(try_out(study, found, source, wishes, _counting(found, done)))
            except TextsChanged as unsettled:
                kept = replace(wishes, changed="keep")
                report = try_out(study, found, source, kept, _counting(found, done))
                return Trial(report, tuple(unsettled.texts))

    def carry_out(
        self, draft: Draft, terms: Terms, done: Done, new: NewStudy | None = None
    ) -> Report:
        """Import, as one action; raises a Problem, or what `done` raises, with nothing changed.

        `new` is the study to be made where there is none yet.
        """
        found, wishes = self._found(draft, terms), self._wishes(terms)

        def fill(study: Study) -> Report:
            return carry_out(study, found, _source(draft), wishes, _counting(found, done))

        with self._alone:
            return self._fill(fill, new)

    def _fill(self, fill: Callable[[Study], Report], new: NewStudy | None) -> Report:
        if self.study is None:
            if new is None:
                raise Problem("The new study has no name.", "Nothing was changed.")
            return found_study(new, fill)
        self.study.back_up_if_due()
        return fill(self.study)

    def _found(self, draft: Draft, terms: Terms) -> Records:
        return records(draft.sheet, draft.plan, draft.scheme, duplicates=terms.duplicates)

    def _wishes(self, terms: Terms) -> Wishes:
        return replace(terms.wishes, coder=self._coder)

    def _scheme(self) -> BandScheme:
        if self.study is None:
            return BandScheme()
        with self.study.read() as session:
            return study_facts(session).scheme

    @contextmanager
    def _somewhere(self) -> Iterator[Study]:
        """The study, or an empty one for as long as something is tried."""
        if self.study is not None:
            yield self.study
            return
        with (
            TemporaryDirectory() as folder,
            Study.create(Path(folder) / f"trial{SUFFIX}", "nb") as study,
        ):
            yield study


def _source(draft: Draft) -> Source:
    return Source(draft.path.name, len(draft.sheet.rows))


def _counting(found: Records, done: Done) -> Progress:
    """A progress function that adds up what it is told."""
    so_far, total = 0, len(found.answers)

    def advance(more: int) -> None:
        nonlocal so_far
        so_far += more
        done(so_far, total)

    return advance
