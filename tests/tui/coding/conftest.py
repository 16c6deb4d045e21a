"""Studies built once a session, and copied for every test."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.coding import desk

Build = Callable[[Path], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Build], Path]:
    """The study that a function builds, the same one every time."""
    known: dict[Build, Path] = {}

    def build(make: Build) -> Path:
        if make not in known:
            known[make] = make(tmp_path_factory.mktemp(make.__name__))
        return known[make]

    return build


@pytest.fixture
def copy_of(built: Callable[[Build], Path], tmp_path: Path) -> Callable[[Build], Path]:
    """A copy of such a study, to be changed as one likes."""

    def copied(make: Build) -> Path:
        return Path(shutil.copy(built(make), tmp_path))

    return copied


@pytest.fixture
def study(copy_of: Callable[[Build], Path]) -> Path:
    """A copy of the rich study."""
    return copy_of(desk.rich)
