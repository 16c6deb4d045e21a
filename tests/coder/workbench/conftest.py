"""Studies that tests of the workbench only read."""

from collections.abc import Iterator

import pytest

from coder.study import Study
from tests.coder.workbench.desk import rich_study


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study with something of everything, without an index of words. Only to be read."""
    with rich_study(tmp_path_factory.mktemp("rich")) as study:
        yield study
