"""Behind every number of a table stand as many answers as it says."""

from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from coder.continuing import continue_codebook
from coder.intake.report import Wishes
from coder.results.saved.behind import answers_behind
from coder.results.saved.counting import count_saved
from coder.results.saved.defining import Named, define
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records, respondent


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Forty respondents, two questions, a variable, weights, themes; another wave of k1."""
    study = new_study(tmp_path_factory.mktemp("behind"))
    who = [f"r{at:02}" for at in range(40)]
    people = [
        respondent(
            each,
            "<2000" if at % 3 else "bydel",
            **({"parti": "Ap"} if at % 4 else {}),
            vekt="1,5" if at % 2 else "",
        )
        for at, each in enumerate(who)
    ]
    given = [(each, "k1", "" if at % 9 == 0 else "Svar") for at, each in enumerate(who)]
    given += [(each, "k2", "Svar") for each in who]
    import_records(study, records(given, people))
    some = [each for at, each in enumerate(who) if at % 9]
    codes = ("Bolig / Leie", "Bolig / Kjøp;Bolig / Leie", "Penger", "Folk;Penger")
    code_all(study, [(each, "k1", codes[at % 4]) for at, each in enumerate(some)])
    code_all(study, [(each, "k2", "Tid" if at % 3 else "Ro") for at, each in enumerate(who)])
    code_all(study, [("r01", "k1", "Rart")], CODER_2)
    return study


ALL_KINDS = (
    Named("k1", guard="none"),
    Named("k1", level="theme", by="band", guard="none"),
    Named("k1", by="parti", cutoff=12, guard="none"),
    Named("k1", by="code:k2", guard="none"),
    Named("k1", by="code:k1", guard="none"),
    Named("k1", groups=("+Alt=Penger|Folk",), by="band", guard="none"),
    Named("k1", filters=("parti=Ap",), coder=CODER, by="band", guard="none"),
    Named("k1", only=("Penger",), guard="none"),
    Named("k1", kind="response", others=("k2",), by="parti", guard="none"),
)


@pytest.mark.parametrize("named", ALL_KINDS, ids=str)
def test_every_number_has_its_answers(study: Study, named: Named) -> None:
    with study.read() as session:
        definition = define(session, named)
        table = count_saved(session, definition)
        assert table.rows
        for row in table.rows:
            whole = answers_behind(session, definition, table, row, None)
            assert len(whole.answers) == row.count
            for cell, column in zip(row.cells, table.columns, strict=True):
                found = answers_behind(session, definition, table, row, column)
                if cell.count is not None:
                    assert len(found.answers) == cell.count
                    assert set(found.answers) <= set(whole.answers)


def test_weighted_numbers_lead_to_the_answers_of_the_row(study: Study) -> None:
    with study.read() as session:
        definition = define(session, Named("k1", weight="vekt"))
        table = count_saved(session, definition)
        row, column = table.rows[0], table.columns[0]
        found = answers_behind(session, definition, table, row, column)
        assert len(found.answers) == row.count


def test_who_left_it_blank_gave_no_answer(study: Study) -> None:
    with study.read() as session:
        definition = define(session, Named("k1", kind="missing"))
        table = count_saved(session, definition)
        with pytest.raises(Problem, match="gave no answer"):
            answers_behind(session, definition, table, table.rows[0], None)


def test_a_wave_leads_to_the_answers_of_its_own_question(tmp_path: Path) -> None:
    study = new_study(tmp_path)
    who = ["a", "b", "c", "d"]
    for wave in ("2016", "2020"):
        found = records([(each, "k1", "Svar") for each in who])
        import_records(study, found, Wishes(coder=CODER, wave=wave))
    code_all(study, [("a", "k1@2016", "X"), ("b", "k1@2016", "X;Borte")])
    with study.act("continue_codebook", CODER) as session:
        source = codebook_of(session, find_question(session, "k1@2016").id)
        continue_codebook(session, source, find_question(session, "k1@2020"))
    code_all(study, [("c", "k1@2020", "X"), ("d", "k1@2020", "Ny")])
    with study.read() as session:
        definition = define(session, Named("k1@2020", by="wave", others=("k1@2016",)))
        table = count_saved(session, definition)
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                found_ = answers_behind(session, definition, table, row, column)
                assert (found_.question, len(found_.answers)) == (column.key, cell.count)
