"""A study with pieces to choose from, built once and copied for every test."""

import shutil
from pathlib import Path

import pytest

from tests.tui.choosing_quotes import desk


@pytest.fixture(scope="session")
def built_quotes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study as it is built."""
    return desk.build(tmp_path_factory.mktemp("quotes"))


@pytest.fixture
def study(built_quotes: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed as one likes."""
    return Path(shutil.copy(built_quotes, tmp_path))
