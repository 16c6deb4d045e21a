"""Fixtures that tests of every package share."""

import gc
import os
from pathlib import Path

import pytest

gc.set_threshold(100_000, 20, 20)
"""Every screen started makes more objects than are usually waited for; so the tests take less."""

VARIABLE = "FULLKODING_TEST_DATA"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two workers a core: a test of a screen waits for its threads half of the time."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data that stays outside the project; without it the test is skipped."""
    folder = os.environ.get(VARIABLE, "")
    if not folder:
        pytest.skip(f"{VARIABLE} does not name the folder with the real data")
    if not Path(folder).is_dir():
        pytest.skip(f"{VARIABLE} names {folder}, which is not a folder")
    return Path(folder)
