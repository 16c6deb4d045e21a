"""Answers that show what a code is used for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codebooks.paths import find_code
from coder.study import Study
from coder.workbench.codebook_desk import CodebookDesk
from tests.builders import CODER, code_all, import_records, new_study, records

TEXTS = {"R1": "Ingenting", "R2": "ingenting.", "R3": "For få folk", "R4": "Nye veier"}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with new_study(tmp_path) as study:
        import_records(study, records([(who, "k1", text) for who, text in TEXTS.items()]))
        code_all(study, [("R4", "k1", "D / C"), ("R3", "k1", "A"), ("R2", "k1", "A; B")])
        code_all(study, [("R1", "k1", "A; B")])
        yield study


def _examples(study: Study, path: str, most: int = 9) -> list[str]:
    desk = CodebookDesk(study, "k1", CODER)
    code = find_code(desk.tree, path)
    assert code is not None
    return [example.text for example in desk.look(code.id, most).examples]


def test_answers_that_say_the_same_are_one_example(study: Study) -> None:
    assert _examples(study, "A") == ["ingenting.", "For få folk"]


def test_no_more_than_asked_for(study: Study) -> None:
    assert len(_examples(study, "A", 1)) == 1


def test_a_theme_without_answers_of_its_own_shows_those_under_it(study: Study) -> None:
    assert _examples(study, "D") == ["Nye veier"]
