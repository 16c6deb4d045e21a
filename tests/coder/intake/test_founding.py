"""A new study comes into being with its first answers, or not at all."""

from pathlib import Path

import pytest

from coder.intake.founding import NewStudy, found_study
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import study_facts
from tests.builders import import_records, records

ANSWERS = records([("R1", "k1", "Flere folk"), ("R2", "k1", "Mer tid")])


def _fill(study: Study) -> int:
    return import_records(study, ANSWERS).answers


def _fail(study: Study) -> int:
    import_records(study, ANSWERS)
    raise KeyboardInterrupt


def test_the_study_has_its_name_language_and_answers(tmp_path: Path) -> None:
    path = tmp_path / "svar.fullkoding"
    assert found_study(NewStudy(path, "nn"), _fill) == 2
    with Study(path) as study, study.read() as session:
        facts = study_facts(session)
    assert (facts.title, facts.language) == ("svar", "nn")
    assert list(tmp_path.iterdir()) == [path]


def test_when_it_is_not_finished_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        found_study(NewStudy(tmp_path / "svar.fullkoding"), _fail)
    assert list(tmp_path.iterdir()) == []


def test_what_has_the_name_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "svar.fullkoding"
    path.write_text("mine", "utf-8")
    with pytest.raises(Problem, match="exists already"):
        found_study(NewStudy(path), _fill)
    assert path.read_text("utf-8") == "mine"


def test_what_got_the_name_in_the_meantime_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "svar.fullkoding"

    def fill(study: Study) -> int:
        path.write_text("mine", "utf-8")
        return _fill(study)

    with pytest.raises(Problem, match="exists already"):
        found_study(NewStudy(path), fill)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.read_text("utf-8") == "mine"


def test_a_link_that_leads_nowhere_has_the_name_too(tmp_path: Path) -> None:
    path = tmp_path / "svar.fullkoding"
    path.symlink_to(tmp_path / "nosuch")
    with pytest.raises(Problem, match="exists already"):
        found_study(NewStudy(path), _fill)


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no folder"):
        found_study(NewStudy(tmp_path / "nosuch" / "svar.fullkoding"), _fill)
