"""What the import screen asks: a file is read, tried, and brought in as one action."""

from pathlib import Path

import pytest

from coder.intake.carrying_out import Stopped
from coder.intake.founding import NewStudy
from coder.intake.report import Wishes
from coder.overview import overview
from coder.study import Study
from coder.workbench.importing import FileImport, Terms
from corpus.problems import Problem
from corpus.reading.draft import Way, read_anew, settled_anew
from corpus.reading.plan import Role
from tests.builders import import_records, new_study, records

HEADER = "id;kommune;k1 Beskriv samarbeidet;k2 Hva mangler?"
ROWS = ("R1;Storvik;Samarbeidet er godt;Flere folk", "R2;Nyvik;Vi møtes for sjelden;Tid til møter")


def answers(folder: Path, *rows: str, encoding: str = "utf-8") -> Path:
    """A wide file with these rows."""
    path = folder / "svar.csv"
    path.write_bytes("\n".join([HEADER, *rows]).encode(encoding))
    return path


def ignored(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def stop(done: int, total: int) -> None:
    """Progress that ends the work."""
    raise Stopped


def questions(path: Path) -> list[tuple[str, int]]:
    """The questions of a study with how many answers each has."""
    with Study(path) as study, study.read() as session:
        seen = overview(session).questions
    return [(question.key, done.answered) for question, done in seen]


def test_a_trial_of_a_new_study_tells_what_would_come_and_makes_nothing(tmp_path: Path) -> None:
    work = FileImport(answers(tmp_path, *ROWS), None, "KH")
    report = work.try_out(work.read(), Terms(), ignored).report
    assert (report.new_respondents, report.new_questions, report.new_answers) == (2, 2, 4)
    assert [path.name for path in tmp_path.iterdir()] == ["svar.csv"]


def test_an_import_makes_the_new_study(tmp_path: Path) -> None:
    work, target = FileImport(answers(tmp_path, *ROWS), None, "KH"), tmp_path / "ny.fullkoding"
    report = work.carry_out(work.read(), Terms(), ignored, NewStudy(target))
    assert report.answers == 4
    assert questions(target) == [("k1", 2), ("k2", 2)]


def test_an_import_that_is_stopped_makes_nothing(tmp_path: Path) -> None:
    work = FileImport(answers(tmp_path, *ROWS), None, "KH")
    with pytest.raises(Stopped):
        work.carry_out(work.read(), Terms(), stop, NewStudy(tmp_path / "ny.fullkoding"))
    assert [path.name for path in tmp_path.iterdir()] == ["svar.csv"]


def test_without_a_name_for_the_new_study_nothing_is_made(tmp_path: Path) -> None:
    work = FileImport(answers(tmp_path, *ROWS), None, "KH")
    with pytest.raises(Problem, match="no name"):
        work.carry_out(work.read(), Terms(), ignored)


def test_a_trial_tells_which_texts_have_changed_and_changes_nothing(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        same = ("R2", "k1", ROWS[1].split(";")[2])
        import_records(study, records([("R1", "k1", "Dårlig"), same]))
        before = study.path.read_bytes()
        work = FileImport(answers(tmp_path, *ROWS), study, "KH")
        trial = work.try_out(work.read(), Terms(), ignored)
        assert [(each.respondent, each.stored) for each in trial.changed] == [("R1", "Dårlig")]
        assert (trial.report.new_questions, trial.report.kept) == (1, 1)
        assert study.path.read_bytes() == before


def test_changed_texts_are_taken_in_as_was_decided(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "Dårlig"), ("R2", "k1", "Sjelden")]))
        work = FileImport(answers(tmp_path, *ROWS), study, "KH")
        decisions = Wishes(decisions={("R1", "k1"): "replace", ("R2", "k1"): "keep"})
        report = work.carry_out(work.read(), Terms(decisions), ignored)
    assert (report.replaced, report.kept) == (1, 1)


def test_an_import_that_is_stopped_leaves_the_study_as_it_was(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = study.path.read_bytes()
        work = FileImport(answers(tmp_path, *ROWS), study, "KH")
        with pytest.raises(Stopped):
            work.carry_out(work.read(), Terms(), stop)
        assert study.path.read_bytes() == before


def test_a_study_that_can_only_be_read_takes_nothing_in(tmp_path: Path) -> None:
    new_study(tmp_path).__exit__()
    with Study(tmp_path / "studie.fullkoding", read_only=True) as study:
        work = FileImport(answers(tmp_path, *ROWS), study, "KH")
        with pytest.raises(Problem, match="reading only"):
            work.carry_out(work.read(), Terms(), ignored)


def test_of_an_id_twice_the_last_counts_when_told(tmp_path: Path) -> None:
    work = FileImport(answers(tmp_path, *ROWS, "R1;Storvik;Noe annet;"), None, "KH")
    target = tmp_path / "ny.fullkoding"
    work.carry_out(work.read(), Terms(duplicates="last"), ignored, NewStudy(target))
    assert questions(target) == [("k1", 2), ("k2", 1)]


def test_what_was_settled_stays_when_the_file_is_read_in_another_encoding(tmp_path: Path) -> None:
    draft = FileImport(answers(tmp_path, *ROWS, encoding="mac_roman"), None, "KH").read()
    draft = settled_anew(draft, draft.settled.with_role([1], Role.IGNORE))
    again = read_anew(draft, Way(encoding="mac_roman"))
    assert again.plan.columns[1].role is Role.IGNORE
    assert again.sheet.rows[1][1][2] == "Vi møtes for sjelden"


def test_what_was_settled_goes_when_the_columns_are_others(tmp_path: Path) -> None:
    draft = FileImport(answers(tmp_path, *ROWS), None, "KH").read()
    draft = settled_anew(draft, draft.settled.with_role([1], Role.IGNORE))
    assert read_anew(draft, Way(delimiter=",")).settled.roles == {}


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no file"):
        FileImport(tmp_path / "nosuch.csv", None, "KH").read()
