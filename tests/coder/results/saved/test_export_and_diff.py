"""An export notes what it hid and why; later the study tells what has changed since, and why."""

import json
from pathlib import Path

import pytest

from codebooks.paths import find_code
from codebooks.queries import codebook_of
from coder.coding import Wanted, uncode_answer
from coder.merging import merge
from coder.results.labels import FEWEST, study_labels
from coder.results.saved.building import build_all
from coder.results.saved.defining import Named
from coder.results.saved.differing import TableDifference, table_difference
from coder.results.saved.exporting import note_export, said
from coder.results.saved.keeping import find_saved
from coder.results.saved.quoting import quotes_beside
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all
from tests.coder.results.saved.studies import coded_study, many, save


def _export(study: Study, name: str) -> None:
    with study.read() as session:
        tables = [find_saved(session, name)]
        parameters = said(tables, build_all(session, tables))
    with study.act("export_tables", CODER, file="ut.xlsx", **parameters) as session:
        note_export(session, tables)


def _difference(study: Study, name: str) -> TableDifference:
    with study.read() as session:
        return table_difference(session, find_saved(session, name))


def test_every_decision_of_an_export_is_in_the_log(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=20, NAV=11, Rus=2)) as study:
        table = save(study, "band", Named("k1", by="band"))
        with study.read() as session:
            built = build_all(session, [table])
        _export(study, "band")
        _export(study, "band")
        steps = study.steps()[-2:]
    assert [step.kind for step in steps] == ["export_tables"] * 2
    noted = json.loads(str(steps[0].parameters["decisions"]))
    hidden = [cell for row in built.tables[0].rows for cell in row.cells if cell.suppressed]
    assert len(noted) == len(hidden) > 0
    assert {each[3] for each in noted} == {"hidden"}
    assert {each[5] for each in noted} >= {"small"}
    assert all(len(each) == 7 for each in noted if each[5] == "protects")


def test_what_changed_is_told_with_the_steps_that_did_it(tmp_path: Path) -> None:
    with coded_study(tmp_path, {**many(Bolig=3, NAV=2), "ny": "", "annen": ""}) as study:
        save(study, "alle", Named("k1"))
        _export(study, "alle")
        assert _difference(study, "alle").numbers == ()
        code_all(study, [("ny", "k1", "Bolig"), ("annen", "k1", "Bolig;Tid")], CODER_2)
        with study.act("remove_code", CODER) as session:
            uncode_answer(session, Wanted("k1", "r000", ("Bolig",), None, CODER))
        found = _difference(study, "alle")
    assert [(each.row, each.before, each.after) for each in found.numbers] == [
        ("Bolig", 3, 4),
        ("Tid", None, 1),
    ]
    assert [(each.step.coder, each.added, each.removed) for each in found.causes] == [
        (CODER_2, 3, 0),
        (CODER, 0, 1),
    ]
    assert found.since
    assert found.since.kind == "export_tables"


def test_steps_that_were_undone_are_no_cause_but_undoing_is(tmp_path: Path) -> None:
    with coded_study(tmp_path, {**many(Bolig=3), "ny": ""}) as study:
        code_all(study, [("ny", "k1", "Bolig")])
        before = study.steps()[-1].id
        save(study, "alle", Named("k1"))
        code_all(study, [("ny", "k1", "NAV")])
        study.undo(CODER)
        assert _difference(study, "alle").causes == ()
        study.undo(CODER, before)
        found = _difference(study, "alle")
    assert [(each.row, each.before, each.after) for each in found.numbers] == [("Bolig", 4, 3)]
    assert [(each.step.kind, each.removed) for each in found.causes] == [("undo", 1)]


def test_a_merge_is_a_cause_that_touches_codes(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=3, Hus=2)) as study:
        save(study, "alle", Named("k1", by="band"))
        with study.act("merge_codes", CODER, question="k1", code="Hus", into="Bolig") as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            hus, bolig = find_code(tree, "Hus"), find_code(tree, "Bolig")
            assert hus
            assert bolig
            merge(session, tree, hus, bolig)
        found = _difference(study, "alle")
    assert [(each.added, each.removed, each.touched) for each in found.causes] == [
        (2, 2, ("codes",))
    ]
    whole = [(each.row, each.before, each.after) for each in found.numbers if not each.column]
    assert whole == [("Bolig", 3, 5), ("Hus", 2, None)]


def test_an_export_that_was_undone_is_not_compared_with(tmp_path: Path) -> None:
    with coded_study(tmp_path, {**many(Bolig=3), "ny": ""}) as study:
        save(study, "alle", Named("k1"))
        code_all(study, [("ny", "k1", "Bolig")])
        _export(study, "alle")
        study.undo(CODER)
        found = _difference(study, "alle")
    assert found.since
    assert found.since.kind == "save_table"
    assert [(each.before, each.after) for each in found.numbers] == [(3, 4)]


def test_quotes_beside_a_table_lose_the_labels_that_would_count_hidden_cells(
    tmp_path: Path,
) -> None:
    codings = many(Bolig=40, Rus=20, NAV=6)
    with coded_study(tmp_path, codings) as study:
        table = save(study, "band", Named("k1", by="band"))
        with study.read() as session:
            built = build_all(session, [table])
            selection = quotes_beside(session, [table], built)
    labelled = {quote.path[1]: bool(quote.label) for quote in selection.quotes}
    hidden = {
        row.path[0]: any(cell.suppressed for cell in row.cells) for row in built.tables[0].rows
    }
    assert labelled == {"Bolig": True, "Rus": True, "NAV": False}
    assert hidden == {"Bolig": False, "Rus": False, "NAV": True}
    assert len(selection.quotes) == len(codings)
    cells = sum(cell.suppressed for row in built.tables[0].rows for cell in row.cells)
    assert selection.notes[-1] == (
        f"I tabellene som hører til, er {cells} celler skjult. "
        "6 tekstutdrag står uten etikett, så ingen skjult celle kan regnes ut."
    )


def test_quotes_beside_a_table_have_merged_labels_that_are_counted_as_such(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=20, Rus=14)) as study:
        table = save(study, "band", Named("k1", by="band"))
        with study.read() as session:
            built = build_all(session, [table])
            selection = quotes_beside(session, [table], built)
            labels = study_labels(session)[find_question(session, "k1").id]
    printed = {quote.label for quote in selection.quotes if quote.label}
    columns = {column.key: column.n for column in built.tables[0].columns}
    for label, bands in labels.bands_of().items():
        behind = sum(columns.get(band, 0) for band in bands)
        assert behind >= FEWEST or label in ("kommune", "kommune eller bydel")
    assert printed == labels.merged


def test_a_code_that_cannot_be_kept_fails_naming_the_cell(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=40, Rus=20, NAV=6)) as study:
        hidden = save(study, "band", Named("k1", by="band"))
        shown = save(study, "til eget bruk", Named("k1", by="band", guard="none"))
        with study.read() as session, pytest.raises(Problem, match=r"NAV, .* already published"):
            build_all(session, [hidden, shown])
