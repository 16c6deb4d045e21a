"""A study whose suggestions are known."""

from pathlib import Path

import pytest

from tests.coder.workbench.known_suggesting import known_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Its file."""
    with known_study(tmp_path) as made:
        return made.path
