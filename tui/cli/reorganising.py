"""Commands that split codes and find those that may be one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.cli.codebook_shared import CodeArgument, QuestionOption, changing, path_in_words
from tui.cli.screen import counted, print_text, say
from tui.cli.shared import CoderOption, StudyArgument, open_study

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from codebooks.tree import Code, CodeTree
    from coder.merge_preview import MergePreview
    from coder.similar.pair import Reason, SimilarPair
    from coder.splitting import SplitItem
    from corpus.queries import Question


def split(
    study: StudyArgument,
    question: QuestionOption,
    path: CodeArgument,
    part: Annotated[
        list[str] | None,
        typer.Option("--part", metavar="NAME", help="A part; may be given several times."),
    ] = None,
    below: Annotated[
        bool, typer.Option("--below", help="Make the parts under the code, not beside it.")
    ] = False,
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--sheet",
            metavar="FILE",
            readable=False,
            help="Write the answers of the code to this file, with an empty column part.",
        ),
    ] = None,
    from_file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            readable=False,
            help="Send answers as this file says: columns respondent and part.",
        ),
    ] = None,
    words: Annotated[
        str,
        typer.Option(
            "--words",
            metavar="WORDS",
            help="Send the answers with a word that begins so: bil, buss",
        ),
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help="The part that --words are sent to.")
    ] = "",
    retire: Annotated[
        bool, typer.Option("--retire", help="Retire the code when no answer is left to it.")
    ] = False,
    coder: CoderOption = "",
) -> None:
    """Split a code: make its parts, and send its answers to them. One step, one undo."""
    if bool(words) != bool(to):
        raise typer.BadParameter("Give --words and --to together.")
    if not (part or sheet or from_file or words):
        raise typer.BadParameter("Give --part, --sheet, --from or --words.")
    if sheet is not None and not (part or from_file or words):
        _write_sheet(study, question, path, sheet)
        return
    from coder.choosing import code_named

    with changing(study, question, "split_code", coder, code=path) as (session, found, tree):
        code = code_named(tree, path)
        wanted = _wanted(session, code, found, from_file, words, to)
        sent, made = _send(session, tree, code, wanted, part or [], below)
        left = _left(session, code, retire)
    for name in made:
        say(f"New code: {name}")
    say(f"{counted(sent, 'answer')} sent, {left} left to {path}.")
    if sheet is not None:
        _write_sheet(study, question, path, sheet)


def similar(
    study: StudyArgument,
    question: QuestionOption,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="How many pairs at most.")
    ] = 20,
    keep: Annotated[
        tuple[str, str] | None,
        typer.Option("--keep", metavar="PATH PATH", help="These two are two: list them no more."),
    ] = None,
    forget: Annotated[
        tuple[str, str] | None,
        typer.Option("--forget", metavar="PATH PATH", help="These two may be listed again."),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """List codes that may be one: by their names, their answers, the words of their answers."""
    if keep and forget:
        raise typer.BadParameter("Give --keep or --forget, not both.")
    if keep or forget:
        _set_apart(study, question, keep or forget or ("", ""), bool(keep), coder)
        return
    from codebooks.queries import codebook_of, questions_using
    from coder.similar.pairs import similar_codes
    from corpus.queries import find_question, questions

    with open_study(study) as opened, opened.read() as session:
        tree = codebook_of(session, find_question(session, question).id)
        using = set(questions_using(session, tree.id))
        asked = [each for each in questions(session) if each.id in using]
        pairs = similar_codes(session, tree, asked, limit)
    for pair in pairs:
        print_text("\n".join(_pair_lines(tree, pair)))
    if not pairs:
        print_text("No two codes look like one.")


def preview_lines(preview: "MergePreview") -> list[str]:
    """What a merge would change, a line each."""
    lines = [f"Into {' / '.join(preview.target)}: {_growth(preview.before, preview.after)}"]
    if (preview.total_before, preview.total_after) != (preview.before, preview.after):
        total = _growth(preview.total_before, preview.total_after)
        lines.append(f"  with what stands under it: {total}")
    for source in preview.sources:
        more = [f"{source.shared} of them have both"] if source.shared else []
        more += [counted(source.memos, "memo")] if source.memos else []
        more += ["a definition that is kept"] if source.has_rules else []
        said = ", ".join([counted(source.answers, "answer"), *more])
        lines.append(f"  {' / '.join(source.path)}: {said}")
    for child in preview.children:
        verb = "becomes one with" if child.merged else "moves to"
        lines.append(f"  {' / '.join(child.path)} {verb} {' / '.join(child.becomes)}")
    if preview.doubled:
        lines.append(f"  {counted(preview.doubled, 'coding')} there twice, once afterwards")
    return lines


def _growth(before: int, after: int) -> str:
    return f"{counted(before, 'answer')} now, {after} afterwards"


def _wanted(
    session: "Session",
    code: "Code",
    question: "Question",
    from_file: Path | None,
    words: str,
    to: str,
) -> dict[tuple[str, ...], list[int]]:
    """The codings that go to each choice of parts."""
    from coder.split_sheet import read_split_lines, sent_to
    from coder.splitting import split_items, with_words
    from corpus.reading.files import read_sheet

    items: list[SplitItem] = split_items(session, code.id)
    going: dict[tuple[str, ...], list[int]] = {}
    if from_file is not None:
        going = sent_to(items, read_split_lines(read_sheet(from_file), question.full_key))
    if words:
        known = {coding for codings in going.values() for coding in codings}
        found = [item.coding_id for item in with_words(items, words.split(","))]
        going.setdefault((to,), []).extend(id_ for id_ in found if id_ not in known)
    return going


def _send(
    session: "Session",
    tree: "CodeTree",
    code: "Code",
    wanted: dict[tuple[str, ...], list[int]],
    parts: list[str],
    below: bool,
) -> tuple[int, list[str]]:
    from codebooks.edits import clean_name
    from coder.splitting import make_parts, send_to_all

    names = [*parts, *(name for chosen in wanted for name in chosen)]
    now, made = make_parts(session, tree, code, names, below)
    by_name = {each.name: each for each in made}
    sent = 0
    for chosen, codings in wanted.items():
        sent += send_to_all(session, codings, [by_name[clean_name(name)] for name in chosen])
    return sent, [path_in_words(now, each) for each in made if each.id not in tree.by_id]


def _left(session: "Session", code: "Code", retire: bool) -> int:
    from codebooks.edits import set_status
    from coder.splitting import split_items

    left = len(split_items(session, code.id))
    if retire and not left:
        set_status(session, code, "retired")
    return left


def _write_sheet(study: Path, question: str, path: str, target: Path) -> None:
    from codebooks.queries import codebook_of
    from coder.choosing import code_named
    from coder.exports.atomic import write_file
    from coder.exports.delimited import csv_bytes
    from coder.split_sheet import split_csv
    from coder.splitting import split_items
    from corpus.queries import find_question

    with open_study(study) as opened, opened.read() as session:
        tree = codebook_of(session, find_question(session, question).id)
        items = split_items(session, code_named(tree, path).id)
    data = csv_bytes(split_csv(items))
    write_file(target, lambda temporary: temporary.write_bytes(data))
    say("Not for publication: these answers are not masked.")
    say(f"{counted(len(items), 'answer')} written to {target}.")


def _set_apart(study: Path, question: str, paths: tuple[str, str], apart: bool, coder: str) -> None:
    from coder.choosing import code_named
    from coder.similar.apart import forget_apart, keep_apart

    kind = "keep_apart" if apart else "forget_apart"
    one, other = paths
    with changing(study, question, kind, coder, code=one, other=other) as (session, _, tree):
        ids = code_named(tree, one).id, code_named(tree, other).id
        changed = (keep_apart if apart else forget_apart)(session, *ids)
    done = "are kept apart" if apart else "may be listed again"
    say(f"{one} and {other} {done}." if changed else "It was so already.")


def _pair_lines(tree: "CodeTree", pair: "SimilarPair") -> list[str]:
    one, other = tree.by_id[pair.code_id], tree.by_id[pair.other_id]
    answers = f"({pair.answers})", f"({pair.other_answers})"
    head = f"{path_in_words(tree, one)} {answers[0]}  ~  {path_in_words(tree, other)} {answers[1]}"
    return [f"{pair.score:.2f}  {head}", *(f"      {_said(pair, each)}" for each in pair.reasons)]


def _said(pair: "SimilarPair", reason: "Reason") -> str:
    if reason.kind == "answers":
        return f"{counted(pair.shared, 'answer has', 'answers have')} both"
    if reason.kind == "words":
        return f"their other answers say the same: {', '.join(reason.words)}"
    return _NAMES[reason.how]


_NAMES = {
    "same": "the same name",
    "spacing": "the same name with other spaces",
    "forms": "the same words in other forms",
    "order": "the same words in another order",
    "typo": "the same name but for single letters",
    "words": "most words of their names are the same",
}

COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("split", split), ("similar", similar))
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
