"""The command that chooses quotes: choose."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.cli.screen import counted, print_data, print_text, say
from tui.cli.shared import (
    CoderOption,
    JsonOption,
    StudyArgument,
    one_of,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.quoting.piece import Piece
    from coder.quoting.proposing import Asked
    from coder.study import Study
    from coder.workbench.quotes_desk import QuotesDesk

_KINDS = ("spread", "contrast", "small", "typical", "unusual")


def choose(
    study: StudyArgument,
    question: Annotated[
        str, typer.Option("--question", "-q", metavar="KEY", help="The question.")
    ] = "",
    code: Annotated[
        str, typer.Option("--code", metavar="PATH", help="The theme or code to quote from.")
    ] = "",
    listed: Annotated[
        bool, typer.Option("--list", help="Everything said under the theme (the default).")
    ] = False,
    count: Annotated[
        int | None, typer.Option("--propose", metavar="N", min=1, help="Propose N quotes.")
    ] = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="|".join(_KINDS), help="What kind of quotes is proposed."),
    ] = "spread",
    take: Annotated[bool, typer.Option("--take", help="Choose what is proposed.")] = False,
    shortest: Annotated[
        int, typer.Option("--shortest", metavar="N", min=1, help="Propose none of fewer words.")
    ] = 6,
    longest: Annotated[
        int, typer.Option("--longest", metavar="N", min=1, help="Propose none of more words.")
    ] = 60,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="Another draw than the study's own.")
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="PIECE", help="Choose R12, or R12:7-31; may be repeated."),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="PIECE", help="Put a piece back; may be repeated."),
    ] = None,
    move: Annotated[
        str, typer.Option("--move", metavar="PIECE", help="Put a chosen piece where --to says.")
    ] = "",
    to: Annotated[
        int, typer.Option("--to", metavar="N", min=1, help="Its new place under its code.")
    ] = 1,
    usage: Annotated[
        bool, typer.Option("--usage", help="Which quotes are used where, and who is quoted.")
    ] = False,
    coder: CoderOption = "",
    as_json: JsonOption = False,
) -> None:
    """Choose the quotes of a theme, with everything said under it in view; or let some be proposed.

    `--usage` shows all of the study. Respondents are named: none of this is for publication.
    """
    wishes = (listed, count is not None, add or remove, move, usage)
    if sum(map(bool, wishes)) > 1:
        raise typer.BadParameter(
            "Give one of --list, --propose, --add with --remove, --move and --usage."
        )
    if take and count is None:
        raise typer.BadParameter("--take goes with --propose N.")
    if usage:
        _usage(study, question, as_json)
        return
    if not question or not code:
        raise typer.BadParameter("Give --question KEY and --code PATH.")
    asked = _asked(count or 0, kind, shortest, longest)
    changes = bool(take or add or remove or move)
    with _opened(study, changes) as opened:
        desk, theme = _desk(opened, question, code, coder)
        shown = _carry_out(desk, theme, asked, seed, take, add or (), remove or (), (move, to))
        _show(desk, theme, shown, as_json, changes)


def _opened(study: Path, changes: bool) -> "AbstractContextManager[Study]":
    return open_to_change(study) if changes else open_study(study)


def _asked(count: int, kind: str, shortest: int, longest: int) -> "Asked":
    from coder.quoting.proposing import Asked, Kind, Limits

    if longest < shortest:
        raise typer.BadParameter("--longest is less than --shortest.")
    wanted = Kind(one_of("--kind", kind, _KINDS))
    return Asked(count, wanted, limits=Limits(shortest, longest))


def _desk(opened: "Study", question: str, code: str, coder: str) -> "tuple[QuotesDesk, int]":
    from coder.choosing import code_named
    from coder.workbench.quotes_desk import QuotesDesk

    desk = QuotesDesk(opened, question, who(coder))
    return desk, code_named(desk.tree, code).id


def _carry_out(
    desk: "QuotesDesk",
    theme: int,
    asked: "Asked",
    seed: int | None,
    take: bool,
    add: Sequence[str],
    remove: Sequence[str],
    move: tuple[str, int],
) -> "list[Piece]":
    """Do what is asked for; returns the pieces that are to be shown."""
    from coder.quoting.piece import piece_named
    from coder.workbench.quotes_desk import seeded

    pieces = desk.pieces(theme)
    if asked.count:
        proposed = desk.propose(pieces, seeded(asked, seed, desk.facts))
        if len(proposed) < asked.count:
            say(f"There are {counted(len(proposed), 'piece')} to propose, not {asked.count}.")
        if not take:
            return proposed
        say(f"Chose {counted(desk.choose(theme, proposed, True), 'quote')}.")
        places = {piece.place for piece in proposed}
        return [piece for piece in desk.pieces(theme) if piece.place in places]
    new = [piece_named(pieces, name) for name in add]
    gone = [piece_named(pieces, name) for name in remove]
    if new:
        say(f"Chose {counted(desk.choose(theme, new), 'quote')}.")
    if gone:
        say(f"Put {counted(desk.unchoose(theme, gone), 'quote')} back.")
    if move[0]:
        moved = desk.put(piece_named(pieces, move[0]), move[1])
        say("Moved." if moved else "It stands there already.")
    shown = desk.pieces(theme)
    if new or gone or move[0]:
        return sorted(
            (piece for piece in shown if piece.chosen is not None),
            key=lambda piece: (desk.path(piece.chosen or 0), piece.order),
        )
    return shown


def _show(
    desk: "QuotesDesk", theme: int, shown: "Sequence[Piece]", as_json: bool, changed: bool
) -> None:
    from coder.exports.chosen import pieces_json, pieces_text

    every = desk.pieces(theme)
    likely = dict(zip([each.name for each in every], desk.typical(every), strict=True))
    found = desk.cautions()
    say("Not for publication: respondents are named and nothing is masked.")
    if as_json:
        print_data(pieces_json(shown, likely, desk.tree, found), "json")
        return
    if changed and not shown:
        print_text("No quote is chosen here.")
    else:
        print_text(pieces_text(shown, likely, desk.tree, theme))
    for each in found:
        say(each.sentence)


def _usage(study: Path, question: str, as_json: bool) -> None:
    from coder.exports.chosen import usage_json, usage_text
    from coder.workbench.quotes_desk import QuotesDesk
    from corpus.problems import Problem
    from corpus.queries import questions

    with open_study(study) as opened:
        with opened.read() as session:
            known = questions(session)
        if not known:
            raise Problem("There is no question in the study yet.", "Import answers first.")
        desk = QuotesDesk(opened, question or known[0].full_key, who(""))
        here = desk.question.full_key
        quotes = [each for each in desk.chosen if not question or each.question == here]
        used, found = desk.used(), desk.cautions()
    say("Not for publication: respondents are named and nothing is masked.")
    if as_json:
        print_data(usage_json(quotes, used, found), "json")
    else:
        print_text(usage_text(quotes, used, found))


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("choose", choose),)
"""The names of the commands, and what carries them out."""
