"""Tables of little or nothing, and definitions that cannot be meant."""

from pathlib import Path

import pytest

from coder.exports.table_formats import table_writer
from coder.results.saved.defining import Named
from coder.results.saved.definition import Definition
from coder.results.table import Table
from corpus.problems import Problem
from tests.builders import code_all, import_records, new_study, records, respondent
from tests.coder.results.saved.studies import built, coded_study, many, save

FORMS = ("text", "json", "csv", "xlsx", "docx")


def _written(table: Table, folder: Path) -> None:
    for form in FORMS:
        table_writer(table, form)(folder / f"ut.{form}")


@pytest.mark.parametrize("by", ["", "band", "team"])
def test_a_question_without_codes_or_answers_makes_an_empty_table(tmp_path: Path, by: str) -> None:
    people = [respondent("a", team="Ja"), respondent("b", team="Nei")]
    with new_study(tmp_path) as study:
        import_records(study, records([("a", "k1", "Svar"), ("b", "k2", "")], people))
        no_codes, no_answers = (built(study, Named(key, by=by), key) for key in ("k1", "k2"))
    assert (no_codes.base.n, no_codes.rows) == (1, ())
    assert (no_answers.base.n, no_answers.rows, no_answers.columns) == (0, (), ())
    _written(no_codes, tmp_path)
    _written(no_answers, tmp_path)


def test_one_band_tells_no_more_than_the_whole(tmp_path: Path) -> None:
    people = [respondent(f"r{at}") for at in range(9)]
    with new_study(tmp_path) as study:
        import_records(study, records([(each.key, "k1", "Svar") for each in people], people))
        code_all(study, [(each.key, "k1", "Bolig") for each in people[:3]])
        table = built(study, Named("k1", by="band"))
    assert [cell.suppressed for cell in table.rows[0].cells] == [True]
    assert table.rows[0].count == 3
    _written(table, tmp_path)


def test_all_cells_hidden_is_a_table_still(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=3, NAV=2, Rus=2)) as study:
        table = built(study, Named("k1", by="band"))
    assert all(cell.suppressed for row in table.rows for cell in row.cells)
    _written(table, tmp_path)


def test_a_filter_that_leaves_nobody_who_answered_has_a_base_of_nought(tmp_path: Path) -> None:
    people = [respondent("a", team="Ja"), respondent("b", team="Nei")]
    with new_study(tmp_path) as study:
        import_records(study, records([("a", "k1", "Svar"), ("b", "k1", "")], people))
        code_all(study, [("a", "k1", "Bolig")])
        table = built(study, Named("k1", filters=("team=Nei",), intervals=True, only=("Bolig",)))
    assert (table.base.n, table.response_rate) == (0, 0)
    assert [(row.count, row.percent, row.interval) for row in table.rows] == [(0, 0, None)]
    _written(table, tmp_path)


def test_a_variable_with_400_values_is_no_row_of_columns(tmp_path: Path) -> None:
    people = [respondent(f"r{at}", kommune=f"K{at}") for at in range(400)]
    with new_study(tmp_path) as study:
        import_records(study, records([(each.key, "k1", "Svar") for each in people], people))
        code_all(study, [("r1", "k1", "Bolig")])
        with pytest.raises(Problem, match="400 values") as told:
            save(study, "alle", Named("k1", by="kommune"))
    assert "At most 60" in told.value.hint


REFUSED = (
    (Named("k9"), "no question k9"),
    (Named("k1", by="nosuch"), "no variable nosuch"),
    (Named("k1", by="code:k9"), "no question k9"),
    (Named("k1", weight="nosuch"), "no variable nosuch"),
    (Named("k1", coder="Ingen"), "Nobody called Ingen"),
    (Named("k1", only=("Hytte",)), "no code Hytte"),
    (Named("k1", pins=("Hytte",)), "no code Hytte"),
    (Named("k1", groups=("Bolig",)), "no group of codes"),
    (Named("k1", groups=("=Bolig",)), "no group of codes"),
    (Named("k1", groups=("Alt=",)), "no group of codes"),
    (Named("k1", groups=("Alt=Hytte",)), "no code Hytte"),
    (Named("k1", filters=("team",)), "no condition"),
    (Named("k1", filters=("team=",)), "no condition"),
    (Named("k1", filters=("nosuch=Ja",)), "no variable nosuch"),
    (Named("k1", cutoff=-1), "not less than 0"),
    (Named("k1", by="wave"), "needs another wave"),
    (Named("k1", by="wave", cutoff=2), "no cut-off"),
    (Named("k1", by="band", shape="list"), "no columns"),
    (Named("k1", kind="response", shape="list"), "no columns"),
    (Named("k1", kind="response", by="wave"), "by size band or by a variable"),
    (Named("k1", kind="missing", guard="round"), "not rounded"),
    (Named("k1", kind="missing", weight="team"), "not weighted"),
)


def test_what_cannot_be_meant_is_refused_in_a_sentence_and_nothing_is_kept(
    tmp_path: Path,
) -> None:
    with coded_study(tmp_path, many(Bolig=3, NAV=2)) as study:
        steps = len(study.steps())
        for wishes, sentence in REFUSED:
            with pytest.raises(Problem, match=sentence):
                save(study, "tabell", wishes)
        assert len(study.steps()) == steps


def test_columns_by_something_need_something() -> None:
    with pytest.raises(Problem, match="need one"):
        Definition("guid", columns="variable")
