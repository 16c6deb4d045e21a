"""Tables are kept by name, follow their codes, and come out the same again."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.edits import add_path, rename
from codebooks.paths import find_code
from codebooks.queries import codebook_of
from coder.exports.table_formats import table_writer
from coder.merging import merge
from coder.results.saved.defining import Named
from coder.results.saved.definition import Definition, Filter, Group, definition_of, definition_text
from coder.results.saved.keeping import find_saved, remove_table, rename_table, reorder_tables
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER
from tests.coder.results.saved.studies import (
    build_named,
    built,
    coded_study,
    counts,
    many,
    names,
    save,
)
from tests.trials import trials

WORDS = st.text(max_size=6)
SEVERAL = st.lists(WORDS, max_size=3).map(tuple)
DEFINITIONS = st.builds(
    Definition,
    question=WORDS,
    only=SEVERAL,
    groups=st.lists(st.builds(Group, WORDS, SEVERAL, st.booleans()), max_size=2).map(tuple),
    filters=st.lists(st.builds(Filter, WORDS, SEVERAL), max_size=2).map(tuple),
    pins=SEVERAL,
    cutoff=st.integers(0, 9),
    base=st.sampled_from(["answered", "asked", "units"]),
    language=st.sampled_from([None, "nb", "en"]),
    intervals=st.booleans(),
)


@settings(max_examples=trials(30), deadline=None)
@given(DEFINITIONS)
def test_a_definition_is_read_as_it_was_written(definition: Definition) -> None:
    assert definition_of(definition_text(definition)) == definition


@pytest.mark.parametrize("text", ["", "[]", '{"question": "a", "colour": 1}', '{"kind": "codes"}'])
def test_a_definition_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        definition_of(text)


def _code_id(study: Study, path: str) -> int:
    with study.read() as session:
        code = find_code(codebook_of(session, find_question(session, "k1").id), path)
        assert code
        return code.id


def test_tables_are_kept_renamed_sorted_and_removed_and_each_is_one_undo(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=3, NAV=2)) as study:
        one, two = save(study, "En"), save(study, "to")
        with pytest.raises(Problem, match="a table En already"):
            save(study, "EN")
        with study.act("rename_table", CODER) as session:
            rename_table(session, one, "første")
        with study.act("sort_tables", CODER) as session:
            reorder_tables(session, [two])
        assert names(study) == ["to", "første"]
        with study.act("remove_table", CODER) as session:
            remove_table(session, two)
        assert names(study) == ["første"]
        for expected in (["to", "første"], ["første", "to"], ["En", "to"], ["En"], []):
            study.undo(CODER)
            assert names(study) == expected


def test_a_name_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=3)) as study:
        save(study, "bolig etter band")
        with study.read() as session, pytest.raises(Problem, match="no table") as told:
            find_saved(session, "bolig etter bånd")
        assert told.value.hint == "Did you mean bolig etter band?"
        with pytest.raises(Problem, match="needs a name"):
            save(study, "  ")


def test_codes_are_followed_when_they_are_renamed_and_merged(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=3, Hus=2, NAV=1)) as study:
        save(study, "valgte", Named("k1", only=("Hus", "NAV"), pins=("Hus",)))
        with study.act("rename_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            rename(session, tree, tree.by_id[_code_id(study, "NAV")], "Nav-kontoret")
        with study.act("merge_codes", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            hus, bolig = _code_id(study, "Hus"), _code_id(study, "Bolig")
            merge(session, tree, tree.by_id[hus], tree.by_id[bolig])
        table = build_named(study, "valgte").tables[0]
    assert counts(table) == [("Nav-kontoret", 1), ("Bolig", 5)]
    assert "Koden Hus er slått sammen med Bolig." in table.notes


def test_a_code_that_is_gone_is_told_with_the_tables_name(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=3)) as study:
        with study.act("code_file", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            add_path(session, tree, ("NAV",))
        step = study.steps()[-1].id
        save(study, "valgte", Named("k1", only=("NAV", "Bolig")))
        study.undo(CODER, step)
        with pytest.raises(Problem, match="the table valgte names is not in the codebook"):
            build_named(study, "valgte")


@pytest.mark.parametrize("form", ["text", "json", "csv", "xlsx", "docx"])
def test_the_same_data_give_the_same_bytes(tmp_path: Path, form: str) -> None:
    files = []
    for at in ("a", "b"):
        (tmp_path / at).mkdir()
        with coded_study(tmp_path / at, many(Bolig=9, NAV=7, Rus=2), seed=1) as study:
            table = built(study, Named("k1", by="band", groups=("Hjelp=NAV|Rus",)))
        table_writer(table, form)(tmp_path / at / "ut")
        files.append((tmp_path / at / "ut").read_bytes())
    assert files[0] == files[1]


def test_groups_are_one_row_with_or_without_their_codes(tmp_path: Path) -> None:
    codings = {"a": "Svært gode;Annet", "b": "Gode", "c": "Gode;Svært gode", "d": "Dårlige"}
    with coded_study(tmp_path, codings) as study:
        plain = built(study, Named("k1", groups=("Gode i alt=Svært gode|Gode",)))
        shown = built(study, Named("k1", groups=("+Gode i alt=Svært gode|Gode",)))
    assert counts(plain) == [("Gode i alt", 3), ("Annet", 1), ("Dårlige", 1)]
    assert counts(shown)[:3] == [
        ("Gode i alt", 3),
        ("Gode i alt / Svært gode", 2),
        ("Gode i alt / Gode", 2),
    ]


def test_filters_and_units_choose_the_respondents_and_the_base(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=6, NAV=3)) as study:
        table = built(study, Named("k1", filters=("team=Nei",), units=("kommune",)))
        assert (table.base.n, counts(table)) == (3, [("Bolig", 2), ("NAV", 1)])
        assert table.notes[-2:] == ("Bare der team er Nei.", "Bare kommune.")
        with pytest.raises(Problem, match="nobody has team=Kanskje"):
            built(study, Named("k1", filters=("team=Kanskje",)))
        with pytest.raises(Problem, match="no units of the kind bydel"):
            built(study, Named("k1", units=("bydel",)))


def test_tables_of_a_question_hide_the_same_cells_alone_as_together(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=20, NAV=11, Rus=9)) as study:
        save(study, "band", Named("k1", by="band"))
        save(study, "grupper", Named("k1", by="band", groups=("Hjelp=NAV|Rus",)))
        together = build_named(study, "band", "grupper").tables
        alone = build_named(study, "band").tables + build_named(study, "grupper").tables
    assert alone == together
    assert any(cell.suppressed for row in together[0].rows for cell in row.cells)


def test_rounding_prints_multiples_of_three_and_says_so(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=20, NAV=11, Rus=9)) as study:
        table = built(study, Named("k1", by="band", guard="round"))
        again = built(study, Named("k1", by="band", guard="round"))
    numbers = [cell.count for row in table.rows for cell in row.cells]
    assert all(number is not None and number % 3 == 0 for number in numbers)
    assert "kan deles på 3" in table.notes[-1]
    assert table == again


def test_one_question_is_not_rounded_and_hidden_at_once(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=20, NAV=11)) as study:
        save(study, "avrundet", Named("k1", by="band", guard="round"))
        save(study, "skjult", Named("k1", by="band"))
        with pytest.raises(Problem, match="avrundet is rounded") as told:
            build_named(study, "skjult")
    assert told.value.hint.endswith("Guarded together with: avrundet.")


def test_where_one_table_of_a_question_is_rounded_all_are(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=20, NAV=11)) as study:
        save(study, "avrundet", Named("k1", by="band", guard="round"))
        save(study, "enkel", Named("k1"))
        plain = build_named(study, "enkel").tables[0]
    assert all(row.count % 3 == 0 for row in plain.rows)
    assert "kan deles på 3" in plain.notes[-1]
