"""Each kind of table counts what it says, whatever stands in its columns."""

from pathlib import Path

import docx
import openpyxl
import pytest

from codebooks.queries import codebook_of
from coder.continuing import continue_codebook
from coder.exports.table_formats import table_writer
from coder.exports.text import table_text
from coder.intake.report import Wishes
from coder.modes import change_question
from coder.results.saved.defining import Named
from coder.results.saved.weighted import weight_of
from coder.results.table import Table
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from corpus.reading.records import RespondentRecord
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.coder.results.saved.studies import build_named, built, coded_study, counts, many, save


def _two_questions(folder: Path) -> Study:
    """Sixty respondents: what they lack (k1), and what they ask for (k2); six say nothing to k2."""
    study = new_study(folder)
    who = [f"r{at:02}" for at in range(60)]
    people = [
        respondent(each, "<2000" if at < 30 else "2000-5000", tall="1,5" if at % 2 else "0.5")
        for at, each in enumerate(who)
    ]
    answers = [(each, "k1", "Svar") for each in who]
    answers += [(each, "k2", "" if at % 10 == 0 else "Svar") for at, each in enumerate(who)]
    import_records(study, records(answers, people))
    code_all(study, [(each, "k1", "Bolig" if at < 40 else "NAV") for at, each in enumerate(who)])
    k2 = [(each, "k2", "Penger" if at % 3 else "Penger;Folk") for at, each in enumerate(who)]
    code_all(study, [line for at, line in enumerate(k2) if at % 10])
    return study


def _cells(table: Table) -> dict[str, list[int | None]]:
    return {row.path[-1]: [cell.count for cell in row.cells] for row in table.rows}


def test_codes_by_codes_of_another_question_count_who_has_both(tmp_path: Path) -> None:
    with _two_questions(tmp_path) as study:
        table = built(study, Named("k1", by="code:k2", guard="none"))
    assert [(column.head, column.n) for column in table.columns] == [("Penger", 54), ("Folk", 18)]
    assert _cells(table) == {"Bolig": [36, 12], "NAV": [18, 6]}
    assert (table.base.n, counts(table)) == (60, [("Bolig", 40), ("NAV", 20)])
    assert table.by_head == "koder til k2"


def test_codes_by_each_other_stand_once_under_the_diagonal(tmp_path: Path) -> None:
    with coded_study(tmp_path, {"a": "X;Y;Z", "b": "X;Y", "c": "X"}) as study:
        table = built(study, Named("k1", by="code:k1", guard="none"))
    assert _cells(table) == {"X": [None] * 3, "Y": [2, None, None], "Z": [1, 1, None]}


def test_weighted_shares_stand_beside_the_unweighted_ones(tmp_path: Path) -> None:
    with _two_questions(tmp_path) as study:
        table = built(study, Named("k2", weight="tall"))
    ((column),) = table.columns
    assert (column.head, column.n) == ("Vektet", 57)
    assert [(row.count, row.percent) for row in table.rows] == [(54, 100), (18, 33)]
    weighted = [(cell.count, cell.percent) for row in table.rows for cell in row.cells]
    assert weighted == [(57, 100), (19, 33)]
    assert table.notes[-2:] == (
        "Antall og prosent er uvektet.",
        "Vektet med tall; 0 uten gyldig vekt er ikke med i de vektede tallene.",
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("1,5", 1.5), (" 2 ", 2), ("0.25", 0.25)),
        *((wrong, None) for wrong in ("0", "-1", "1e5", "", "ja", "nan", "1.000,5", "½", "9" * 50)),
    ],
)
def test_a_weight_is_a_plain_number_above_nought(text: str, number: float | None) -> None:
    assert weight_of(text) == number


def test_who_has_no_weight_is_left_out_of_the_weighted_numbers_and_told(tmp_path: Path) -> None:
    people = [respondent("a", vekt="2"), respondent("b", vekt="0"), respondent("c", vekt="høy")]
    with new_study(tmp_path) as study:
        import_records(study, records([(who, "k1", "Svar") for who in "abc"], people))
        code_all(study, [("a", "k1", "Bolig"), ("b", "k1", "Bolig"), ("c", "k1", "NAV")])
        table = built(study, Named("k1", weight="vekt"))
        assert [cell.percent for row in table.rows for cell in row.cells] == [100, 0]
        assert "2 uten gyldig vekt" in table.notes[-1]
        with pytest.raises(Problem, match="none of the 1 respondents has a number"):
            built(study, Named("k1", weight="vekt", filters=("vekt=høy",)))
        with pytest.raises(Problem, match="has no groups"):
            built(study, Named("k1", weight="vekt", by="band"))


def _waves(folder: Path) -> Study:
    study = new_study(folder)
    for wave in ("2016", "2021"):
        answers = [(f"r{at}", "k1", f"Svar {wave}") for at in range(6)]
        import_records(study, records(answers), Wishes(wave=wave, coder=CODER))
    code_all(study, [(f"r{at}", "k1@2016", "Bolig" if at < 4 else "Gammelt") for at in range(6)])
    with study.act("continue_codebook", CODER) as session:
        source = codebook_of(session, find_question(session, "k1@2016").id)
        continue_codebook(session, source, find_question(session, "k1@2021"))
    code_all(study, [(f"r{at}", "k1@2021", "Bolig" if at < 2 else "Nytt") for at in range(5)])
    return study


def test_waves_stand_side_by_side_with_what_is_new_and_what_confirms(tmp_path: Path) -> None:
    with _waves(tmp_path) as study:
        table = built(study, Named("k1@2021", by="wave", others=("k1@2016",)))
    assert [(column.head, column.n) for column in table.columns] == [("2016", 6), ("2021", 6)]
    assert _cells(table) == {"Bolig": [4, 2], "Nytt": [0, 3], "Gammelt": [2, 0]}
    assert [row.path[-1] for row in table.rows] == ["Bolig", "Nytt", "Gammelt"]
    assert [row.mark for row in table.rows] == ["bekrefter", "ny", ""]
    assert table.base.n == 12
    assert "Nytt (ny)" in table_text(table)


def test_a_table_by_wave_without_another_wave_is_not_kept(tmp_path: Path) -> None:
    with _waves(tmp_path) as study, pytest.raises(Problem, match="needs another wave"):
        save(study, "bølger", Named("k1@2021", by="wave"))


def _asked(folder: Path, people: list[RespondentRecord]) -> Study:
    """All are asked k1, and k2 who have no team; every fifth leaves k1 blank."""
    study = new_study(folder)
    answers = [(each.key, "k1", "" if at % 5 == 0 else "Svar") for at, each in enumerate(people)]
    answers += [(each.key, "k2", "Svar") for at, each in enumerate(people) if at % 2]
    import_records(study, records(answers, people))
    return study


def test_answers_are_counted_against_those_who_were_asked(tmp_path: Path) -> None:
    people = [respondent(f"r{at:02}", "<2000" if at < 40 else "5000-10000") for at in range(100)]
    with _asked(tmp_path, people) as study:
        table = built(study, Named("k1", kind="response", others=("k2",), by="band"))
        missing = built(study, Named("k1", kind="missing", others=("k2",)), "uten")
    assert [(row.count, row.percent, row.mark) for row in table.rows] == [
        (80, 80, "80/100"),
        (50, 100, "50/50"),
    ]
    assert [(row.count, row.percent) for row in missing.rows] == [(20, 20), (0, 0)]
    assert _cells(table)["k1 Spørsmål k1?"] == [32, 48]
    assert table.title == "Svar og svarprosent. Etter størrelsesgruppe, N=100"


def test_who_answered_is_hidden_where_few_did_not(tmp_path: Path) -> None:
    people = [respondent(f"r{at:02}", "<2000" if at < 10 else "5000-10000") for at in range(100)]
    with _asked(tmp_path, people) as study:
        wishes = Named("k1", kind="response", by="band")
        assert _cells(built(study, wishes)) == {"k1 Spørsmål k1?": [None, None]}
        code_all(study, [("r01", "k1", "Bolig")])
        save(study, "noen", Named("k1", by="band", units=("kommune",)))
        save(study, "spurt", Named("k1", by="band", base="asked"))
        assert _cells(build_named(study, "tabell").tables[0]) == {"k1 Spørsmål k1?": [None, None]}
        save(study, "koder", Named("k1", by="band"))
        told = build_named(study, "tabell").tables[0]
    assert _cells(told) == {"k1 Spørsmål k1?": [8, 72]}


def test_intervals_are_wilsons_and_stand_beside_printed_numbers_only(tmp_path: Path) -> None:
    with coded_study(tmp_path, many(Bolig=15, NAV=5)) as study:
        table = built(study, Named("k1", by="band", intervals=True))
    assert table.rows[0].interval == (53, 89)
    for row in table.rows:
        assert all((cell.interval is None) == cell.suppressed for cell in row.cells)
    assert "Wilson" in table.notes[-1]


def test_differences_are_marked_by_the_stated_test_in_groups_that_are_big_enough(
    tmp_path: Path,
) -> None:
    people = [respondent(f"r{at:03}", "<2000" if at < 60 else "2000-5000") for at in range(120)]
    people += [respondent(f"s{at:03}", "5000-10000") for at in range(20)]
    with new_study(tmp_path) as study:
        import_records(study, records([(each.key, "k1", "Svar") for each in people], people))
        codings = [
            (each.key, "k1", "Avstand" if at < 45 else "Penger") for at, each in enumerate(people)
        ]
        code_all(study, codings)
        table = built(study, Named("k1", by="band", differences=True, guard="none"))
    assert [[cell.differs for cell in row.cells] for row in table.rows] == [
        [True, True, False],
        [True, True, False],
    ]
    assert "Fishers eksakte test" in table.notes[-2]
    assert "færre enn 30" in table.notes[-1]


def test_a_scale_with_a_merged_group_keeps_its_order_and_its_total(tmp_path: Path) -> None:
    scale = {"Svært gode": 16, "Gode": 182, "Varierende": 158, "Dårlige": 36, "Ingen": 12}
    codings = [code for code, count in scale.items() for _ in range(count)]
    with coded_study(tmp_path, {f"r{at:03}": code for at, code in enumerate(codings)}) as study:
        with study.act("question", CODER) as session:
            change_question(session, "k1", single=True, ordered=True)
        table = built(study, Named("k1", groups=("+Gode i alt=Svært gode|Gode",)))
    assert [(row.path[-1], row.count, row.percent) for row in table.rows] == [
        ("Gode i alt", 198, 49),
        ("Svært gode", 16, 4),
        ("Gode", 182, 45),
        ("Varierende", 158, 39),
        ("Dårlige", 36, 9),
        ("Ingen", 12, 3),
        ("Totalt", 404, 100),
    ]
    assert not any("flere koder" in note for note in table.notes)


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "json", "text"])
def test_intervals_are_in_every_format(tmp_path: Path, form: str) -> None:
    with coded_study(tmp_path, many(Bolig=15, NAV=5)) as study:
        table = built(study, Named("k1", by="band", intervals=True))
    target = tmp_path / f"ut.{form}"
    table_writer(table, form)(target)
    if form == "xlsx":
        sheet = openpyxl.load_workbook(target).worksheets[0]
        assert "53–89" in {cell.value for row in sheet.iter_rows() for cell in row}
    elif form == "docx":
        assert "75 (53;89)" in docx.Document(str(target)).tables[0].rows[2].cells[2].text
    else:
        wanted = {"csv": "53–89", "json": '"interval": [\n', "text": "75 (53;89)"}
        assert wanted[form] in target.read_text("utf-8-sig")
