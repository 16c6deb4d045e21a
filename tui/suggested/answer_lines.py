"""The answer under the cursor as lines to be read, and the beginnings of others."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.suggested.scored_lines import Beginning
from tui.widgets.cells import one_line

if TYPE_CHECKING:
    from coder.workbench.context import AnswerContext
    from coder.workbench.workbench import Workbench

LONGEST = 8_000
"""Characters of an answer that are shown below a list."""


def answer_lines(bench: "Workbench", answer: "AnswerContext | None") -> Iterator[str | Content]:
    """Who said it and what codes it has, on one line; then the text."""
    if answer is None:
        return
    known = bench.tree.by_id
    given = dict.fromkeys(each.code_id for each in answer.codings)
    codes = "; ".join(one_line(bench.path(code)) for code in given if code in known)
    has = Content.styled(f" · {codes}", "$text-primary") if codes else Content("")
    yield Content.styled(one_line(answer.respondent), "bold") + has
    text = answer.text
    yield text if len(text) <= LONGEST else text[:LONGEST] + "…"


def beginnings(bench: "Workbench", answers: Sequence[int], each: bool = False) -> list[Beginning]:
    """The beginnings of some answers, and how many say the same unless it is about each alone."""
    rows = bench.rows(answers)
    return [Beginning(row.id, row.beginning, 1 if each else row.same) for row in rows]
