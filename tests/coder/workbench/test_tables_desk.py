"""Saved tables at the desk: shown, changed, saved, put in order, exported, undone."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from coder.results.saved.definition import Definition, Filter, Group
from coder.study import Study
from coder.workbench.table_choices import (
    Columns,
    in_group,
    rows_of,
    with_columns,
    with_field,
    with_question,
    with_rows,
    with_value,
)
from coder.workbench.table_drafts import NEW, Drafts
from coder.workbench.tables_desk import TablesDesk, form_of
from corpus.problems import Problem
from tests.builders import CODER, code_all, import_records, new_study, records, respondent


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TablesDesk]:
    """Forty respondents in two bands and two parties; two questions; no table."""
    with new_study(tmp_path) as study:
        _fill(study)
        yield TablesDesk(study, CODER)


def _fill(study: Study) -> None:
    who = [f"r{at:02}" for at in range(40)]
    people = [
        respondent(each, "<2000" if at % 2 else "bydel", parti="Ap" if at % 3 else "H")
        for at, each in enumerate(who)
    ]
    import_records(study, records([(w, q, "Svar") for w in who for q in ("k1", "k2")], people))
    code_all(study, [(w, "k1", "A / Bolig" if at < 38 else "Rus") for at, w in enumerate(who)])
    code_all(study, [(w, "k2", "Tid") for w in who])


def _guid(desk: TablesDesk, key: str) -> str:
    return next(each.guid for each in desk.offer.questions if each.key == key)


def _names(desk: TablesDesk) -> list[str]:
    return [each.name for each in desk.tables]


def test_a_table_is_built_as_it_may_be_printed_before_it_is_saved(desk: TablesDesk) -> None:
    table = desk.build(Definition(_guid(desk, "k1"), columns="band")).table
    hidden = {row.path[-1]: [cell.suppressed for cell in row.cells] for row in table.rows}
    assert hidden["Rus"] == [True, True]
    assert desk.tables == []


def test_tables_are_saved_replaced_renamed_moved_removed_and_all_is_undone(
    desk: TablesDesk,
) -> None:
    one = desk.save("  En  tabell ", Definition(_guid(desk, "k1")))
    two = desk.save("To", Definition(_guid(desk, "k2")))
    desk.save("en tabell", Definition(_guid(desk, "k1"), columns="band"), one.id)
    desk.rename(two.id, "Andre")
    assert desk.move(two.id, -1)
    assert not desk.move(two.id, -1)
    assert _names(desk) == ["Andre", "En tabell"]
    assert desk.find(one.id).definition.columns == "band"
    assert desk.remove(one.id).name == "En tabell"
    kinds = [desk.undo().kind for _ in range(6)]
    assert kinds[:3] == ["remove_table", "sort_tables", "rename_table"]
    assert kinds[3:] == ["save_table"] * 3
    assert desk.tables == []
    desk.redo()
    assert _names(desk) == ["En tabell"]


def test_a_name_in_use_is_refused_unless_it_is_the_tables_own(desk: TablesDesk) -> None:
    desk.save("En", Definition(_guid(desk, "k1")))
    with pytest.raises(Problem, match="There is a table En already"):
        desk.save("EN", Definition(_guid(desk, "k2")))
    with pytest.raises(Problem, match="needs a name"):
        desk.save("  ", Definition(_guid(desk, "k2")))


def test_a_table_that_is_gone_is_a_problem(desk: TablesDesk) -> None:
    with pytest.raises(Problem, match="not in the study any more"):
        desk.rename(99, "Ny")


def test_tables_are_exported_together_and_the_step_keeps_why(
    desk: TablesDesk, tmp_path: Path
) -> None:
    one = desk.save("En", Definition(_guid(desk, "k1"), columns="band"))
    two = desk.save("To", Definition(_guid(desk, "k2")))
    assert desk.export([one.id, two.id], tmp_path / "ut.xlsx") == ()
    book = openpyxl.load_workbook(tmp_path / "ut.xlsx")
    assert len(book.sheetnames) >= 2
    step = desk.study.steps()[-1]
    assert (step.kind, step.parameters["tables"]) == ("export_tables", "En; To")
    assert "Rus" in str(step.parameters["decisions"])


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("ut.pdf", "names no format"),
        ("ut", "names no format"),
        ("mangler/ut.csv", "There is no folder"),
        ("studie.fullkoding", "names no format"),
        ("base.csv", "is a study"),
    ],
)
def test_an_export_that_cannot_be_leaves_no_step(
    desk: TablesDesk, tmp_path: Path, name: str, sentence: str
) -> None:
    ids = [desk.save("T", Definition(_guid(desk, "k1"))).id]
    (tmp_path / "base.csv").write_bytes(b"SQLite format 3\x00...")
    before = len(desk.study.steps())
    with pytest.raises(Problem, match=sentence):
        desk.export(ids, tmp_path / name)
    assert len(desk.study.steps()) == before


def test_the_ending_says_the_format() -> None:
    assert [form_of(Path(f"a.{end}")) for end in ("txt", "XLSX", "json")] == [
        "text",
        "xlsx",
        "json",
    ]


def test_answers_stand_behind_a_cell_by_its_place(desk: TablesDesk) -> None:
    definition = Definition(_guid(desk, "k1"), columns="band", guard="none")
    table = desk.build(definition).table
    rus = next(at for at, row in enumerate(table.rows) if row.path[-1] == "Rus")
    assert [len(desk.answers(definition, table, rus, at).answers) for at in (0, 1, 2)] == [2, 1, 1]
    assert desk.answers(definition, table, rus, 1).question == "k1"


def test_what_cannot_stand_beside_a_choice_goes(desk: TablesDesk) -> None:
    k1, k2 = _guid(desk, "k1"), _guid(desk, "k2")
    start = Definition(k1, columns="band", only=("x",), pins=("y",), cutoff=3)
    assert with_question(start, k2) == Definition(k2, columns="band", cutoff=3)
    assert with_rows(start, "phrases", desk.offer).columns == "none"
    response = with_rows(start, "response", desk.offer)
    assert (response.kind, response.others, response.columns) == ("response", (k2,), "band")
    assert with_question(response, k2).others == (k1,)
    assert rows_of(with_rows(response, "theme", desk.offer)) == "theme"
    weighted = with_field(Definition(k1), "weight", "parti")
    assert with_columns(weighted, Columns("band")).weight == ""
    assert with_columns(response, Columns("code", k2)).kind == "codes"
    with pytest.raises(Problem):
        with_field(start, "weight", "parti")


def test_values_are_put_in_and_taken_out(desk: TablesDesk) -> None:
    assert desk.values("parti") == ["Ap", "H"]
    one = with_value(Definition(_guid(desk, "k1")), "parti", "Ap")
    assert one.filters == (Filter("parti", ("Ap",)),)
    assert with_value(with_value(one, "parti", "H"), "parti", "Ap").filters == (
        Filter("parti", ("H",)),
    )
    assert with_value(one, "parti", "Ap").filters == ()


def test_codes_are_put_into_rows_one_at_most() -> None:
    one = in_group(in_group(Definition("q"), "Gode", "a"), "Gode", "b")
    assert one.groups == (Group("Gode", ("a", "b")),)
    two = in_group(one, "Andre", "b")
    assert two.groups == (Group("Gode", ("a",)), Group("Andre", ("b",)))
    assert in_group(two, "Gode", "a").groups == (Group("Andre", ("b",)),)


def test_a_name_in_a_table_that_tells_who_answered_leaves_no_file(
    desk: TablesDesk, tmp_path: Path
) -> None:
    code_all(desk.study, [("r00", "k1", "Spør ola.nord@vik.no")])
    one = desk.save("En", Definition(_guid(desk, "k1")))
    before = len(desk.study.steps())
    with pytest.raises(Problem, match="would tell who answered"):
        desk.export([one.id], tmp_path / "ut.csv")
    assert not (tmp_path / "ut.csv").exists()
    assert len(desk.study.steps()) == before


def test_all_columns_are_offered(desk: TablesDesk) -> None:
    offered = desk.offer.columns(_guid(desk, "k1"))
    assert [(each.kind, each.name) for each in offered] == [
        ("none", ""),
        ("band", ""),
        ("variable", "parti"),
        ("code", "k1"),
        ("code", "k2"),
    ]
    assert [path for _guid_, path in desk.offer.codes(_guid(desk, "k1"))][:2] == ["A", "A / Bolig"]


def test_drafts_last_until_they_are_saved_or_as_before(desk: TablesDesk) -> None:
    saved = desk.save("En", Definition(_guid(desk, "k1")))
    drafts = Drafts(desk)
    drafts.change(saved.id, Definition(_guid(desk, "k1"), columns="band"))
    drafts.change(NEW, Definition(_guid(desk, "k2")))
    assert drafts.ids == [saved.id, NEW]
    assert drafts.is_changed(saved.id)
    assert drafts.name(NEW) == ""
    drafts.change(saved.id, saved.definition)
    assert not drafts.is_changed(saved.id)
    drafts.change(saved.id, Definition(_guid(desk, "k2")))
    desk.remove(saved.id)
    drafts.tidy()
    assert drafts.ids == [NEW]
