"""Commands on the code list: show, add, rename, move, merge, retire, share."""

from typing import Annotated

import typer

from corpus.problems import Problem
from tui.cli.codebook_shared import CodeArgument, QuestionOption, changing, path_in_words
from tui.cli.screen import counted, print_text, say
from tui.cli.shared import CoderOption, StudyArgument, open_study

app = typer.Typer(help="The code list of a question.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def show(study: StudyArgument, question: QuestionOption) -> None:
    """The tree: number, code, answers with the code and, for themes, answers under it."""
    from codebooks.queries import codebook_of
    from coder.results.counts import Grouping, count_each, count_union
    from corpus.queries import find_question

    with open_study(study) as opened, opened.read() as session:
        found = find_question(session, question)
        tree = codebook_of(session, found.id)
        own = count_each(session, found, Grouping(), None)
        total = {
            code.id: count_union(session, found, Grouping(), None, tree.subtree(code.id))
            for code in tree.walk()
        }
    mode = "one code an answer" if tree.single else "several codes an answer"
    print_text(f"Codebook {tree.name}: {mode}{', a scale' if tree.ordered else ''}")
    print_text(f"{'#':>5} {'own':>6} {'all':>6}")
    for code in tree.walk():
        counts = own.get(code.id, {}).get("", 0), total[code.id].get("", 0)
        indent = "  " * (len(tree.lineage(code.id)) - 1)
        retired = "  (retired)" if code.status == "retired" else ""
        figures = f"{code.number:>5} {counts[0]:>6} {counts[1]:>6}"
        print_text(f"{figures}  {indent}{code.name}{retired}")


@app.command()
def add(
    study: StudyArgument, question: QuestionOption, path: CodeArgument, coder: CoderOption = ""
) -> None:
    """Add a code, and the themes above it that are missing."""
    from codebooks.edits import add_path
    from codebooks.paths import find_names, names_to_make

    with changing(study, question, "add_code", coder, code=path) as (session, _, tree):
        names = names_to_make(tree, path)
        known = find_names(tree, [path]) or find_names(tree, names)
        if known:
            raise Problem(
                f"There is a code {path_in_words(tree, known)} already.", "Nothing was changed."
            )
        tree, code = add_path(session, tree, names)
    say(f"Added {path_in_words(tree, code)} as number {code.number}.")


@app.command()
def rename(
    study: StudyArgument,
    question: QuestionOption,
    path: CodeArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The new name, without its theme.")],
    coder: CoderOption = "",
) -> None:
    """Give a code another name; its answers follow."""
    from codebooks.edits import rename as rename_code
    from coder.choosing import code_named

    with changing(study, question, "rename_code", coder, code=path, name=name) as (
        session,
        _,
        tree,
    ):
        rename_code(session, tree, code_named(tree, path), name)
    say(f"Renamed to {name}.")


@app.command()
def define(
    study: StudyArgument,
    question: QuestionOption,
    path: CodeArgument,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help='When the code is given; "" takes it away.')
    ],
    coder: CoderOption = "",
) -> None:
    """Write down what a code means, and when it is given."""
    from codebooks.edits import define as define_code
    from coder.choosing import code_named

    with changing(study, question, "define_code", coder, code=path) as (session, _, tree):
        code = code_named(tree, path)
        define_code(session, code, text)
    say(f"Defined {path_in_words(tree, code)}.")


@app.command()
def move(
    study: StudyArgument,
    question: QuestionOption,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="What is moved.")],
    under: Annotated[str, typer.Option("--under", metavar="THEME", help="The new theme.")] = "",
    top: Annotated[bool, typer.Option("--top", help="Make it a main theme.")] = False,
    position: Annotated[
        int | None,
        typer.Option("--position", metavar="N", min=1, help="Place under the theme, from 1."),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """Put codes under another theme (made when it is missing), or in another place."""
    from codebooks.edits import add_path
    from codebooks.edits import move as move_code
    from codebooks.paths import find_code, names_to_make
    from codebooks.queries import read_codebook
    from coder.choosing import code_named

    if under and top:
        raise typer.BadParameter("Give --under THEME or --top, not both.")
    if not (under or top or position):
        raise typer.BadParameter("Give --under THEME, --top or --position.")
    parameters, made = {"code": "; ".join(paths), "theme": under}, False
    with changing(study, question, "move_code", coder, **parameters) as (session, _, tree):
        theme = find_code(tree, under) if under else None
        if under and theme is None:
            tree, theme = add_path(session, tree, names_to_make(tree, under))
            made = True
        codes = [code_named(tree, path) for path in paths]
        for at, code in enumerate(codes):
            tree = read_codebook(session, tree.id)
            stays = not under and not top and code.parent_id is not None
            parent = tree.by_id[code.parent_id] if stays and code.parent_id else theme
            move_code(session, tree, code, parent, position + at if position else None)
    if made and theme:
        say(f"New code: {path_in_words(tree, theme)}")
    say(f"Moved {', '.join(paths)}.")


@app.command()
def merge(
    study: StudyArgument,
    question: QuestionOption,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="What disappears.")],
    into: Annotated[str, typer.Option("--into", metavar="PATH", help="The code that stays.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; change nothing.")
    ] = False,
    coder: CoderOption = "",
) -> None:
    """Merge codes into one; their answers follow, and undo brings them back."""
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.merge_preview import preview_merge
    from coder.merging import merge_all
    from corpus.queries import find_question
    from tui.cli.reorganising import preview_lines

    if dry_run:
        with open_study(study) as opened, opened.read() as session:
            tree = codebook_of(session, find_question(session, question).id)
            sources, target = [code_named(tree, path) for path in paths], code_named(tree, into)
            preview = preview_merge(session, tree, sources, target)
        print_text("\n".join(preview_lines(preview)))
        return
    parameters = {"code": "; ".join(paths), "into": into}
    with changing(study, question, "merge_codes", coder, **parameters) as (session, _, tree):
        sources, target = [code_named(tree, path) for path in paths], code_named(tree, into)
        merged = merge_all(session, tree, sources, target)
    say(f"Merged into {into}: {counted(merged.codings, 'coding')} moved.")


@app.command()
def retire(
    study: StudyArgument,
    question: QuestionOption,
    path: CodeArgument,
    undo: Annotated[bool, typer.Option("--undo", help="Offer the code again.")] = False,
    coder: CoderOption = "",
) -> None:
    """Keep a code for the answers that have it, but offer it no more."""
    from codebooks.edits import set_status
    from coder.choosing import code_named

    kind = "unretire_code" if undo else "retire_code"
    with changing(study, question, kind, coder, code=path) as (session, _, tree):
        set_status(session, code_named(tree, path), "active" if undo else "retired")
    say(f"{path} is {'offered again' if undo else 'retired'}.")


@app.command()
def share(
    study: StudyArgument,
    question: QuestionOption,
    other: Annotated[
        str, typer.Option("--with", metavar="KEY", help="The question that takes this codebook.")
    ],
    coder: CoderOption = "",
) -> None:
    """Code another question with this codebook too; what it had moves by path."""
    from coder.merging import share as share_codebook
    from corpus.queries import find_question

    with changing(study, question, "share_codebook", coder, other=other) as (session, found, _):
        moved = share_codebook(session, found, find_question(session, other))
    say(f"{other} is coded with the codebook of {question} now; {counted(moved, 'coding')} moved.")
