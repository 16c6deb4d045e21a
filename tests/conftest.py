"""Fixtures that tests of every package share."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.trials import trials

gc.set_threshold(100_000, 20, 20)
"""Every screen started makes more objects than are usually waited for; so the tests take less."""

settings.register_profile(
    "ordinary", max_examples=max(30, trials(30)), deadline=None, database=None
)
settings.load_profile("ordinary")
"""Properties that do not say how often they are tried; FULLKODING_TRIALS makes it more often."""

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
