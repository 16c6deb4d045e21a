"""What stands in, over and under a table."""

import re
from pathlib import Path

import pytest

from codebooks.edits import set_status
from codebooks.paths import find_code
from codebooks.queries import codebook_of
from coder.coding import Wanted, uncode_answer
from coder.exports.json_text import table_json
from coder.exports.text import table_text
from coder.intake.report import Wishes
from coder.merging import merge
from coder.modes import change_question
from coder.results.table import BaseKind, Table
from coder.results.tally import build_table
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.language import Language
from corpus.problems import Problem
from corpus.queries import find_question
from corpus.reading.records import RespondentRecord
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    new_study,
    records,
    respondent,
)


def _study(
    folder: Path,
    codings: dict[str, str],
    people: list[RespondentRecord] | None = None,
    language: Language = "nb",
) -> Study:
    """A study where each respondent answered and has the codes given (";" between)."""
    study = new_study(folder, language)
    answers = [(who, "k1", "Bolig og NAV") for who in codings]
    import_records(study, records(answers, people or []))
    code_all(study, [(who, "k1", codes) for who, codes in codings.items() if codes])
    return study


def _table(study: Study, wishes: TableWishes | None = None) -> Table:
    with study.read() as session:
        return build_table(session, find_question(session, "k1"), wishes or TableWishes())


def _counts(table: Table) -> list[tuple[str, int]]:
    return [(" / ".join(row.path), row.count) for row in table.rows]


def _single(study: Study) -> None:
    with study.act("question", CODER) as session:
        change_question(session, "k1", single=True)


def test_two_segments_of_an_answer_with_one_code_count_once(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Bolig", "b": ""}) as study:
        code_segment(study, "a", "k1", "Bolig", 0, 5)
        code_segment(study, "a", "k1", "Bolig", 9, 12, CODER_2)
        assert _counts(_table(study)) == [("Bolig", 1)]


def test_a_theme_counts_distinct_answers_and_not_the_sum_of_its_codes(tmp_path: Path) -> None:
    codings = {"a": "Bolig>>Leie;Bolig>>Eie", "b": "Bolig>>Leie", "c": "Bolig"}
    with _study(tmp_path, codings) as study:
        assert _counts(_table(study)) == [("Bolig", 3), ("Bolig / Leie", 2), ("Bolig / Eie", 1)]
        assert _counts(_table(study, TableWishes(level="theme"))) == [("Bolig", 3)]


def test_ties_are_in_norwegian_order(tmp_path: Path) -> None:
    codings = {"a": "Ål;Øl;Ærlig;Zoo;Alt;Aas;alle"}
    with _study(tmp_path, codings) as study:
        names = [row.path[0] for row in _table(study).rows]
    assert names == ["alle", "Alt", "Zoo", "Ærlig", "Øl", "Ål", "Aas"]


def test_pinned_codes_go_last_in_the_order_they_are_named(tmp_path: Path) -> None:
    codings = {"a": "Annet;Bolig;Vet ikke", "b": "Annet;NAV", "c": "Annet"}
    with _study(tmp_path, codings) as study:
        table = _table(study, TableWishes(pins=("Annet", "vet ikke", "ANNET", "Uleselig")))
    assert _counts(table) == [("Bolig", 1), ("NAV", 1), ("Annet", 3), ("Vet ikke", 1)]


def test_a_pin_that_names_no_code_is_refused(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Bolig"}) as study, pytest.raises(Problem, match="no code Annet"):
        _table(study, TableWishes(pins=("Annet",)))


def test_codes_under_the_cutoff_are_one_row_of_distinct_answers(tmp_path: Path) -> None:
    codings = {"a": "Bolig;NAV;Rus", "b": "Bolig;Rus", "c": "Bolig;Annet;Arbeid"}
    with _study(tmp_path, codings) as study:
        table = _table(study, TableWishes(cutoff=3, pins=("Annet",)))
    assert _counts(table) == [("Bolig", 3), ("andre (3 koder, 3 svar)", 3), ("Annet", 1)]
    assert [row.code is None for row in table.rows] == [False, True, False]


def test_retired_codes_are_counted_and_merged_ones_are_what_they_became(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Hus", "b": "Bolig", "c": "NAV"}) as study:
        with study.act("merge_codes", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            hus, bolig, nav = (find_code(tree, name) for name in ("Hus", "Bolig", "NAV"))
            assert hus
            assert bolig
            assert nav
            merge(session, tree, hus, bolig)
            set_status(session, nav, "retired")
        assert _counts(_table(study)) == [("Bolig", 2), ("NAV", 1)]


def test_a_scale_shows_its_unused_codes_in_its_own_order(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Godt;Greit;Dårlig", "b": "Dårlig"}) as study:
        code_all(study, [("a", "k1", "Svært dårlig")])
        with study.act("remove_code", CODER) as session:
            uncode_answer(session, Wanted("k1", "a", ("Godt", "Svært dårlig"), None, CODER))
            change_question(session, "k1", ordered=True)
        expected = [("Godt", 0), ("Greit", 1), ("Dårlig", 2), ("Svært dårlig", 0)]
        assert _counts(_table(study)) == expected
        assert _counts(_table(study, TableWishes(order="count")))[0] == ("Dårlig", 2)


def test_the_base_is_chosen_and_told(tmp_path: Path) -> None:
    people = [respondent("a"), respondent("b"), respondent("c"), respondent("d")]
    with new_study(tmp_path) as study:
        answers = [("a", "k1", "Svar"), ("b", "k1", "Svar"), ("c", "k1", "")]
        import_records(study, records(answers, people))
        code_all(study, [("a", "k1", "Bolig"), ("b", "k1", "NAV")])
        kinds: tuple[BaseKind, ...] = ("answered", "asked", "units")
        tables = {kind: _table(study, TableWishes(base=kind)) for kind in kinds}
    assert {kind: table.base.n for kind, table in tables.items()} == {
        "answered": 2,
        "asked": 3,
        "units": 4,
    }
    assert [table.rows[0].percent for table in tables.values()] == [50, 33, 25]
    assert {table.response_rate for table in tables.values()} == {67}
    assert tables["asked"].notes[:2] == (
        "Prosent av de 3 som fikk spørsmålet.",
        "2 av 3 som fikk spørsmålet har svart (67 prosent).",
    )


def test_title_n_and_question_come_from_the_study(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        wishes = Wishes(wave="2021", coder=CODER)
        import_records(study, records([("a", "k1", "Svar")]), wishes)
        code_all(study, [("a", "k1", "Bolig")])
        assert _table(study).title == "Spørsmål k1? 2021. Antall og prosent, N=1"
        by_band = _table(study, TableWishes(by="band")).title
    assert by_band == "Spørsmål k1? 2021. Etter størrelsesgruppe, N=1"


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("nb", ("Ett svar kan ha flere koder", "1 svar ikke kodet.")),
        ("nn", ("Eitt svar kan ha fleire kodar", "1 svar ikkje koda.")),
        ("en", ("An answer can have several codes", "Answers not coded: 1.")),
    ],
)
def test_notes_say_that_percents_exceed_100_and_what_is_not_coded(
    tmp_path: Path, language: Language, notes: tuple[str, str]
) -> None:
    codings = {"a": "Bolig;NAV;Rus", "b": "Bolig;NAV", "c": ""}
    with _study(tmp_path, codings, language=language) as study:
        found = _table(study).notes
    assert found[2].startswith(notes[0])
    assert found[3] == notes[1]


def test_no_note_says_several_codes_where_no_answer_has_them(tmp_path: Path) -> None:
    with _study(tmp_path, {who: f"Kode {who}" for who in "abcdefgh"}) as study:
        table = _table(study)
    assert sum(row.percent for row in table.rows) == 104
    assert not any("flere koder" in note for note in table.notes)


def test_a_single_code_table_has_a_total_and_says_when_rounding_misses_100(tmp_path: Path) -> None:
    codings = {f"r{at:03}": "Godt" for at in range(78)}
    codings |= {f"s{at:03}": "Greit" for at in range(203)}
    codings |= {f"t{at:03}": "Dårlig" for at in range(27)}
    codings |= {f"u{at:03}": "Ingen erfaring" for at in range(14)}
    with _study(tmp_path, codings) as study:
        _single(study)
        table = _table(study, TableWishes(pins=("Ingen erfaring",)))
    assert [(row.count, row.percent) for row in table.rows] == [
        (203, 63),
        (78, 24),
        (27, 8),
        (14, 4),
        (322, 100),
    ]
    assert table.rows[-1].kind == "total"
    assert "Prosentene summerer seg til 99 på grunn av avrunding." in table.notes


def test_a_total_counts_an_answer_once_when_coders_differ(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Godt", "b": "Godt"}) as study:
        _single(study)
        code_all(study, [("a", "k1", "Dårlig")], CODER_2)
        table = _table(study)
    assert _counts(table) == [("Godt", 2), ("Dårlig", 1), ("Totalt", 2)]
    assert any("flere koder" in note for note in table.notes)


def test_only_one_coders_codings_and_what_that_coder_has_left(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Bolig", "b": "Bolig", "c": "NAV"}) as study:
        code_all(study, [("a", "k1", "Rus")], CODER_2)
        table = _table(study, TableWishes(coder=CODER_2))
        assert _counts(table) == [("Rus", 1)]
        assert table.notes[-2:] == ("2 svar ikke kodet.", f"Bare koding av {CODER_2}.")
        with pytest.raises(Problem, match="Nobody called XY"):
            _table(study, TableWishes(coder="XY"))


def test_columns_are_in_natural_order_with_the_missing_value_last(tmp_path: Path) -> None:
    values = {"a": "10 år", "b": "2 år", "c": "Åpent", "d": "", "e": "Zoo", "f": "Ål"}
    people = [respondent(who, gruppe=value) for who, value in values.items()]
    with _study(tmp_path, dict.fromkeys(values, "Bolig"), people) as study:
        table = _table(study, TableWishes(by="GRUPPE", suppress="none"))
    heads = ["Zoo", "Ål", "Åpent", "2 år", "10 år", "Ubesvart"]
    assert [column.head for column in table.columns] == heads
    assert table.columns[-1].key == ""
    assert table.by_head == "gruppe"


def test_bands_stand_in_rising_order_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    bands = {"a": "unknown", "b": "bydel", "c": ">50000", "d": "<2000", "e": "10000-20000"}
    people = [respondent(who, band) for who, band in bands.items()]
    with _study(tmp_path, dict.fromkeys(bands, "Bolig"), people) as study:
        table = _table(study, TableWishes(by="band", suppress="none"))
    keys = ["<2000", "10000-20000", ">50000", "bydel", "unknown"]
    assert [column.key for column in table.columns] == keys
    assert [column.head for column in table.columns][2:] == ["50000 og større", "Bydeler", "Ukjent"]


def test_a_variable_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with (
        _study(tmp_path, {"a": "Bolig"}) as study,
        pytest.raises(Problem, match="no variable fylke"),
    ):
        _table(study, TableWishes(by="fylke"))


def test_tables_by_group_hide_small_cells_unless_told_otherwise(tmp_path: Path) -> None:
    people = [respondent(f"r{at}", "<2000" if at < 8 else "bydel") for at in range(20)]
    codings = {each.key: "Bolig" if int(each.key[1:]) % 2 else "NAV" for each in people}
    codings |= {"r0": "NAV;Rus"}
    with _study(tmp_path, codings, people) as study:
        hidden = _table(study, TableWishes(by="band"))
        shown = _table(study, TableWishes(by="band", suppress="none"))
        plain = _table(study)
    assert [cell.suppressed for row in hidden.rows for cell in row.cells].count(True) >= 4
    assert not any(cell.suppressed for row in shown.rows for cell in row.cells)
    assert all(
        cell.count is None is cell.percent
        for row in hidden.rows
        for cell in row.cells
        if cell.suppressed
    )
    assert _counts(plain)[-1] == ("Rus", 1)


def test_the_total_does_not_tell_the_only_cell_above_it(tmp_path: Path) -> None:
    people = [respondent(f"r{at}", "<2000" if at < 8 else "bydel") for at in range(20)]
    codings = {each.key: "Bolig" if each.key in ("r1", "r12") else "" for each in people}
    with _study(tmp_path, codings, people) as study:
        _single(study)
        table = _table(study, TableWishes(by="band"))
    assert [cell.suppressed for row in table.rows for cell in row.cells] == [True] * 4


def test_no_answers_give_an_empty_table(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("a", "k1", "")]))
        for by in ("", "band"):
            table = _table(study, TableWishes(by=by))
            assert (table.rows, table.base.n, table.response_rate) == ((), 0, 0)


def test_the_same_data_give_the_same_table(tmp_path: Path) -> None:
    codings = {"a": "Bolig;NAV", "b": "NAV", "c": "Rus"}
    texts = []
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        with _study(tmp_path / name, codings) as study:
            table = _table(study, TableWishes(by="band"))
            texts.append((table_text(table), table_json(table)))
    assert texts[0] == texts[1]
    assert re.search(r"\bN=3\b", texts[0][0])
