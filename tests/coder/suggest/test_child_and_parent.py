"""The child process goes with its parent, and keeps away from the parent's terminal."""

import io
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coder.suggest.requests import Begin, Purpose

ROOT = Path(__file__).resolve().parents[3]
ASKING = """
import os, signal, sys, time
from coder.suggest.child import Child
from tests.coder.suggest.asking import never, nobody, order, source

child = Child()
"""
PREPARED = ASKING + "child.prepare(source(), nobody, never)\nprint(child.pid, flush=True)\n"
AT_WORK = """
texts = [f"svar {n} om bolig {n * n}" for n in range(50_000)]
child.prepare(source(texts), lambda done: print(child.pid, flush=True), never)
"""


def _parent(script: str, warnings: str = "error") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", warnings, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _is_gone(pid: int, within: float = 10) -> bool:
    """Whether a process ends within some seconds; one that only waits to be reaped is gone."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        shown = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
        ).stdout.strip()
        if not shown or shown.startswith("Z"):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("doing", [PREPARED + "time.sleep(60)", ASKING + AT_WORK])
def test_the_process_goes_when_its_parent_is_killed(doing: str) -> None:
    with _parent(doing) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _is_gone(pid)


def test_the_process_goes_when_its_parent_is_killed_before_it_is_ready() -> None:
    with _parent(ASKING + "child.start()\nprint(child.pid, flush=True)\ntime.sleep(60)") as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _is_gone(pid)


def test_a_parent_that_forgets_to_close_ends_quietly_and_the_process_with_it() -> None:
    with _parent(PREPARED, "ignore::ResourceWarning") as parent:
        out, err = parent.communicate()
    assert (parent.returncode, err) == (0, "")
    assert _is_gone(int(out))


def test_ctrl_c_in_the_terminal_does_not_reach_the_process() -> None:
    script = PREPARED + (
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "os.killpg(0, signal.SIGINT)\n"
        "before = child.pid\n"
        "assert order(child) == [1, 3, 2, 4, 5]\n"
        "assert child.pid == before\n"
        "child.close()\n"
    )
    with _parent(script) as parent:
        out, err = parent.communicate()
    assert (parent.returncode, err) == (0, "")
    assert out.strip().isdigit()


def test_asking_the_process_imports_nothing_heavy_here() -> None:
    heavy = "{'numpy', 'scipy', 'sklearn', 'sqlalchemy', 'multiprocessing'}"
    script = PREPARED + f"child.close()\nassert not {heavy} & sys.modules.keys()"
    with _parent(script) as parent:
        _, err = parent.communicate()
    assert (parent.returncode, err) == (0, "")


def test_nothing_that_the_process_prints_is_taken_for_a_reply() -> None:
    script = (
        "from coder.suggest import serving\n"
        "serving.Bench.reply = lambda bench, request: print('noise')\n"
        "serving.main()\n"
    )
    request = pickle.dumps(Begin(Purpose.COMPARE))
    served = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, input=request, capture_output=True, check=True
    )
    replies = io.BytesIO(served.stdout)
    assert [pickle.load(replies), pickle.load(replies)] == [None, None]
    assert not replies.read()


def test_a_program_in_the_current_folder_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "numpy.py").write_text("raise SystemExit('not numpy')", "utf-8")
    elsewhere = f"import os, sys\nsys.path[:] = [{str(ROOT)!r}, *filter(None, sys.path)]\n"
    script = f"{elsewhere}os.chdir({str(tmp_path)!r})\n{PREPARED}child.close()"
    with _parent(script) as parent:
        _, err = parent.communicate()
    assert (parent.returncode, err) == (0, "")
