"""Commands run as a user runs them, in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path


def fullkoding(*arguments: object) -> int:
    """Run a command; returns the most memory it used, in bytes."""
    command = [sys.executable, "-m", "tui", *map(str, arguments)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        raise RuntimeError(f"failed: {command}")
    return usage.ru_maxrss * 1024
