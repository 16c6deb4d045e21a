"""What the log keeps of a table that is written without being saved."""

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
    """Within, a file is written; the study notes it as a step when it hides anything.

    A study that can only be read notes nothing, and the person is told.
    """
    if output is None or not decisions:
        yield
        return
    with open_study(study) as opened:
        can_note = os.access(opened.path, os.W_OK)
    if not can_note:
        say("The study can only be read, so what is hidden is not noted in it.")
        yield
        return
    from coder.exporting import note_file
    from coder.results.saved.exporting import decisions_text

    told = {"question": question, "file": output.name, "decisions": decisions_text(decisions)}
    with (
        open_to_change(study) as opened,
        opened.act("export_table", who(""), **told) as session,
    ):
        note_file(session, "table", output.name, who(""))
        yield
