"""A package of another program in our packages' place is named in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.guard import intruder

ROOT = Path(__file__).resolve().parent.parent.parent


def test_our_own_packages_are_no_intruders() -> None:
    assert intruder() == ""


@pytest.mark.parametrize("name", ["corpus", "codebooks", "coder"])
def test_a_stranger_stops_the_program_before_it_does_anything(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").write_text("raise RuntimeError('never imported')")
    starter = "import sys; from tui.__main__ import main; main()"
    run = subprocess.run(
        [sys.executable, "-P", "-c", starter, "--help"],
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 70
    assert f"'{name}' is found in {tmp_path / name}" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
