"""What the log keeps of files that are written without being saved tables."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import say
from tui.cli.shared import open_study, open_to_change, who

if TYPE_CHECKING:
    from coder.disclosure.decisions import Decision


@contextmanager
def noted_export(
    study: Path, question: str, output: Path | None, decisions: "Sequence[Decision]"
) -> Iterator[None]:
    """Within, a table is written; the study notes it as a step when it hides anything."""
    if output is None or not decisions:
        yield
        return
    from coder.results.saved.exporting import decisions_text

    told = {"question": question, "decisions": decisions_text(decisions)}
    with noted_file(study, "table", "export_table", output.name, **told):
        yield


@contextmanager
def noted_file(study: Path, kind: str, step: str, file: str, **told: str) -> Iterator[None]:
    """Within, a file of this kind is written, which the study notes as a step.

    A study that can only be read notes nothing, and the person is told.
    """
    with open_study(study) as opened:
        can_note = os.access(opened.path, os.W_OK)
    if not can_note:
        say(f"The study can only be read, so {file} is not noted in it.")
        yield
        return
    from coder.exporting import note_file

    with (
        open_to_change(study) as opened,
        opened.act(step, who(""), operation=None, file=file, **told) as session,
    ):
        note_file(session, kind, file, who(""))
        yield
