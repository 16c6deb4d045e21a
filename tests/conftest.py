"""Fixtures that tests of every package share."""

import os
from pathlib import Path

import pytest

VARIABLE = "FULLKODING_TEST_DATA"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data that stays outside the project; without it the test is skipped."""
    folder = os.environ.get(VARIABLE, "")
    if not folder:
        pytest.skip(f"{VARIABLE} does not name the folder with the real data")
    if not Path(folder).is_dir():
        pytest.skip(f"{VARIABLE} names {folder}, which is not a folder")
    return Path(folder)
