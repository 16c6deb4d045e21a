"""A study with a codebook, built once and copied for every test."""

import shutil
from datetime import UTC
from pathlib import Path

import pytest

from tests.tui.codebook import desk
from tui.codebook.screen import Codebook


@pytest.fixture(scope="session")
def built_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study as it is built."""
    return desk.book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def study(built_book: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed as one likes."""
    return Path(shutil.copy(built_book, tmp_path))


@pytest.fixture(autouse=True)
def _same_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Codebook, "ZONE", UTC)
