"""Writes docs/commands.md from the commands themselves."""

from pathlib import Path

import typer
from typer.main import get_command

from tui.cli.app import app

_TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
_HEAD = """# Commands

Made by `python scripts/commands_page.py` from the program itself; `fullkoding COMMAND --help` says the same.

STUDY is the study file; its ending `.fullkoding` may be left out. QUESTION is a question's KEY (`k7.3`) or KEY@WAVE.
PATH is a code with its themes: names with ` / ` or `>>` between. A whole name that exists always wins, whatever is in it.
Exit codes: 0 done; 1 something you can put right (nothing was changed); 2 wrong usage; 3 `check` or `scan` found something;
70 unexpected (the log file is named).
"""


def page() -> str:
    """The page as Markdown."""
    root = get_command(app)
    context = typer.Context(root, info_name="fullkoding")
    parts = [_HEAD]
    for name in root.list_commands(context):  # type: ignore[attr-defined]
        parts.append(_section(context, root.get_command(context, name), name))  # type: ignore[attr-defined]
    return "\n".join(parts)


def _section(context: typer.Context, command: object, name: str) -> str:
    own = typer.Context(command, info_name=name, parent=context)  # type: ignore[arg-type]
    if hasattr(command, "list_commands"):
        inner = [
            _section(own, command.get_command(own, each), each)  # type: ignore[attr-defined]
            for each in command.list_commands(own)
        ]
        return "\n".join(inner)
    lines = [f"## {own.command_path.removeprefix('fullkoding ')}", "", command.help or "", ""]  # type: ignore[attr-defined]
    lines += [f"`{own.command_path} {' '.join(command.collect_usage_pieces(own))}`", ""]  # type: ignore[attr-defined]
    records = [each.get_help_record(own) for each in command.get_params(own)]  # type: ignore[attr-defined]
    rows = [(left, right) for left, right in filter(None, records) if "--help" not in left]
    if rows:
        lines += ["| option | what |", "|---|---|"]
        lines += [f"| `{_cell(left)}` | {_cell(right)} |" for left, right in rows]
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    _TARGET.write_text(page(), encoding="utf-8")
