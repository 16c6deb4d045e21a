"""Writes docs/commands.md from the commands themselves."""

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from tui.cli.app import app

_TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
_HEAD = """# Commands

Made by `python scripts/commands_page.py` from the program itself; `fullkoding COMMAND --help`
says the same.

STUDY is the study file; its ending `.fullkoding` may be left out. QUESTION is a question's KEY
(`k7.3`) or KEY@WAVE. PATH is a code with its themes: names with ` / ` or `>>` between. A whole
name that exists always wins, whatever is in it. Exit codes: 0 done; 1 something you can put right
(nothing was changed); 2 wrong usage; 3 `check` or `scan` found something; 70 unexpected (the log
file is named).
"""


def page() -> str:
    """The page as Markdown."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    context = typer.Context(group, info_name="fullkoding")
    return "\n".join([_HEAD, *_sections(context, group)])


def _sections(context: typer.Context, group: TyperGroup) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        own = typer.Context(command, info_name=name, parent=context)
        if isinstance(command, TyperGroup):
            yield from _sections(own, command)
        elif isinstance(command, TyperCommand):
            yield _section(own, command)


def _section(context: typer.Context, command: TyperCommand) -> str:
    path = context.command_path
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"## {path.removeprefix('fullkoding ')}", "", command.help or "", ""]
    lines += [f"`{path} {usage}`", ""]
    records = [each.get_help_record(context) for each in command.get_params(context)]
    rows = [record for record in records if record and "--help" not in record[0]]
    if rows:
        lines += ["| option | what |", "|---|---|"]
        lines += [f"| `{_cell(left)}` | {_cell(right)} |" for left, right in rows]
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    _TARGET.write_text(page(), encoding="utf-8")
