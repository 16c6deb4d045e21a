"""What every test of the review needs."""

import pytest

from corpus.privacy.recogniser.model import trained


@pytest.fixture(scope="session", autouse=True)
def _recogniser() -> None:
    """Loading it takes seconds once, for which no test of a screen waits."""
    trained()
