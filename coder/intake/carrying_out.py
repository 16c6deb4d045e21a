"""An import as one action of a study; or tried to its end, with nothing kept."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from coder.intake.answers import Progress
from coder.intake.report import Report, Wishes
from coder.intake.take_in import take_in
from coder.study import Study
from corpus.reading.records import Records


class Stopped(Exception):
    """Raised by a progress function to end an import; the study is as it was before."""


@dataclass(frozen=True)
class Source:
    """Where records come from: the name of the file, and how many rows it has."""

    file: str
    rows: int


class _OnlyTried(Exception):
    """Ends a trial, so that its transaction is taken back."""


def carry_out(
    study: Study, found: Records, source: Source, wishes: Wishes, progress: Progress
) -> Report:
    """Import records as one action, and tell what it did.

    Raises a Problem, or whatever `progress` raises, with nothing changed. `progress` is called
    with the number of answers done since the last call.
    """
    return _act(study, found, source, wishes, progress, lambda _: None)


def try_out(
    study: Study, found: Records, source: Source, wishes: Wishes, progress: Progress
) -> Report:
    """What an import would do; nothing is changed."""
    reports: list[Report] = []

    def stop(report: Report) -> None:
        reports.append(report)
        raise _OnlyTried

    with suppress(_OnlyTried):
        _act(study, found, source, wishes, progress, stop)
    return reports[0]


def _act(
    study: Study,
    found: Records,
    source: Source,
    wishes: Wishes,
    progress: Progress,
    before_commit: Callable[[Report], None],
) -> Report:
    with study.act(
        "import", wishes.coder, file=source.file, rows=source.rows, wave=wishes.wave
    ) as session:
        report = take_in(session, found, source.rows, wishes, progress)
        progress(0)
        before_commit(report)
    return report
