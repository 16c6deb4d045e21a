"""A study with saved tables, built once and copied for every test."""

import shutil
from pathlib import Path

import pytest

from tests.tui.tables import desk


@pytest.fixture(scope="session")
def built_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study as it is built."""
    return desk.study_with_tables(tmp_path_factory.mktemp("tables"))


@pytest.fixture
def study(built_tables: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed as one likes."""
    return Path(shutil.copy(built_tables, tmp_path))
