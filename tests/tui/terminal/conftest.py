"""A small study that programs in terminals of their own are tried on; not on Windows."""

import sys
from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from coder.queries import coded_answers
from coder.study import Study
from corpus.queries import find_question
from tests.builders import import_records, new_study, records
from tui.settings import settings_path

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []

UNSUGGESTED = "[suggest]\non = false\n"
ANSWERS = [
    ("a", "k1", "For få boliger"),
    ("b", "k1", "Mangel på psykologer"),
    ("c", "k1", "For lite penger til alt vi skulle gjort"),
    ("d", "k1", "Vi vet ikke"),
]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study of one question with four answers, none of them coded."""
    with new_study(tmp_path) as made:
        import_records(made, records(ANSWERS))
        return made.path


@pytest.fixture
def unsuggested() -> None:
    """The settings say that no codes are suggested, so that no second process is started."""
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(UNSUGGESTED, "utf-8")


def codes_in(path: Path) -> list[str]:
    """The codes that answers have, in the order of the answers."""
    with Study(path) as opened, opened.read() as session:
        question = find_question(session, "k1")
        answers = coded_answers(session, question, codebook_of(session, question.id))
        return [" / ".join(code) for answer in answers for code in answer.codes]
