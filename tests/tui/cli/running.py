"""Commands run as from the command line: quickly in this process, or in one of their own."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import typer.main

from tui.cli.border import run as cross_the_border

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Result:
    """What a command left: exit code, stdout, stderr."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout read as JSON."""
        return json.loads(self.out)

    @property
    def has_traceback(self) -> bool:
        """Whether a person was shown the inside of the program."""
        return "Traceback" in self.out + self.err


_built = cache(typer.main.get_command)
"""Typer builds all commands anew each time it is called, which takes longer than most of them."""


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def run(*arguments: object, stdin: str = "", terminal: bool = False) -> Result:
    """Run `fullkoding ARGUMENTS` in this process, with pipes or terminals for all streams."""
    kind = _Screen if terminal else io.TextIOWrapper
    out, err = io.BytesIO(), io.BytesIO()
    streams: dict[str, Any] = {
        "stdin": kind(io.BytesIO(stdin.encode()), encoding="utf-8"),
        "stdout": kind(out, encoding="utf-8"),
        "stderr": kind(err, encoding="utf-8"),
    }
    words = ["fullkoding", *map(str, arguments)]
    with (
        mock.patch.object(sys, "argv", words),
        mock.patch.multiple(sys, **streams),
        mock.patch("typer.main.get_command", _built),
    ):
        code = cross_the_border()
    for name in ("stdout", "stderr"):
        streams[name].flush()
    return Result(code, out.getvalue().decode(), err.getvalue().decode())


def done(*arguments: object, stdin: str = "") -> Result:
    """Run a command that must succeed."""
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 0, result
    return result


def refused(*arguments: object, stdin: str = "") -> str:
    """Run a command that must end in an expected problem; returns what was said about it."""
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 1, result
    assert result.err.strip()
    assert not result.has_traceback
    return result.err


def misused(*arguments: object) -> str:
    """Run a command that must be refused as wrong usage; returns what was said."""
    result = run(*arguments)
    assert result.exit_code == 2, result
    assert not result.has_traceback
    return result.err


def command(*arguments: object) -> list[str]:
    """The words that start `fullkoding ARGUMENTS` in a process of its own."""
    return [sys.executable, "-m", "tui", *map(str, arguments)]


def surroundings() -> dict[str, str]:
    """The environment for a process of its own, which finds the program wherever it runs."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def start(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    """Run a command in a process of its own, to its end."""
    return subprocess.run(
        command(*arguments),
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        **options,
    )
