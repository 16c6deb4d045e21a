"""The command on the sentences that introduce themes in print: lead-in."""

from pathlib import Path
from typing import Annotated

import typer

from tui.cli.screen import print_text, say
from tui.cli.shared import CoderOption, StudyArgument, open_study, open_to_change, who


def lead_in(
    study: StudyArgument,
    text: Annotated[
        str,
        typer.Argument(metavar="[TEXT]", help="{n} {base} {percent} {phrase} are computed."),
    ] = "",
    question: Annotated[
        str, typer.Option("--question", "-q", metavar="KEY", help="The question.")
    ] = "",
    code: Annotated[str, typer.Option("--code", metavar="PATH", help="The theme or code.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take it out.")] = False,
    coder: CoderOption = "",
) -> None:
    """The sentence that introduces what is printed under a theme; without TEXT, show them."""
    if not text and not remove:
        _show(study, question)
        return
    if not question or not code:
        raise typer.BadParameter("Give --question KEY and --code PATH.")
    if text and remove:
        raise typer.BadParameter("Give TEXT or --remove.")
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.people import coder_id
    from coder.quoting.lead_ins import set_lead_in
    from coder.results.chapter import names_in
    from corpus.queries import find_question

    with open_to_change(study) as opened:
        with opened.read() as session:
            tree = codebook_of(session, find_question(session, question).id)
            found = code_named(tree, code)
        path, name = " / ".join(tree.path(found.id)), who(coder)
        with opened.act("lead_in", name, question=question, code=path) as session:
            changed = set_lead_in(session, found.id, text, coder_id(session, name))
    with open_study(study) as opened, opened.read() as session:
        for word in names_in(session, text):
            say(f"{word} may be a name, and is printed as it stands.")
    done = f"The lead-in of {path} was {'taken out' if remove else 'written'}."
    say(done if changed else "Nothing was changed.")


def _show(study: Path, question: str) -> None:
    from codebooks.queries import codebook_of
    from coder.quoting.lead_ins import lead_ins
    from corpus.queries import find_question, questions

    with open_study(study) as opened, opened.read() as session:
        written = lead_ins(session)
        asked = [find_question(session, question)] if question else questions(session)
        for each in asked:
            tree = codebook_of(session, each.id)
            for code in tree.walk():
                if code.id in written:
                    path = " / ".join(tree.path(code.id))
                    print_text(f"{each.full_key}  {path}: {written[code.id]}")
