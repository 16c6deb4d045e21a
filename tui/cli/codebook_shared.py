"""What the commands on code lists share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.shared import StudyArgument, open_to_change, who

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from codebooks.tree import Code, CodeTree
    from corpus.queries import Question

QuestionOption = Annotated[
    str, typer.Option("--question", metavar="KEY", help="The question the codebook belongs to.")
]
CodeArgument = Annotated[str, typer.Argument(metavar="PATH", help="Theme / code.")]


def path_in_words(tree: "CodeTree", code: "Code") -> str:
    """The names from the main theme to a code on one line."""
    return " / ".join(tree.path(code.id))


@contextmanager
def changing(
    study: StudyArgument, question: str, kind: str, coder: str, **parameters: str
) -> "Iterator[tuple[Session, Question, CodeTree]]":
    """One action on the codebook of a question: the session, the question, its tree."""
    from codebooks.queries import codebook_of
    from corpus.queries import find_question

    with (
        open_to_change(study) as opened,
        opened.act(kind, who(coder), question=question, **parameters) as session,
    ):
        found = find_question(session, question)
        yield session, found, codebook_of(session, found.id)
