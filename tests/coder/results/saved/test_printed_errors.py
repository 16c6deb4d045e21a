"""Errors of printed reports cannot be made with saved tables, or are told of."""

import json
from pathlib import Path
from typing import Any

import pytest

from coder.modes import change_question
from coder.results.saved.building import build
from coder.results.saved.defining import Named, define
from coder.results.saved.keeping import find_saved
from coder.results.saved.listing import list_lines
from coder.results.table import Table
from coder.study import Study
from corpus.reading.records import RespondentRecord
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.coder.results.saved.studies import built, counts, save

PRINTED = ("Tabell 7.2", "Tabell 7.4", "Tabell 7.5", "Tabell 8.3", "Tabell 19.1")
SCALES = ("Tabell 9.1", "Tabell 9.4")
RIGHT_BASES = {"Tabell 19.1": 371}
COUNTS_OF_9_1 = (16, 182, 158, 36, 0, 12)


def _printed(shared_data: Path, name: str) -> dict[str, Any]:
    found = json.loads((shared_data / "code_tables_2016.json").read_text("utf-8"))
    (table,) = [each for each in found["tables"] if each["table"] == name]
    assert isinstance(table, dict)
    return table


def _study(folder: Path, printed: dict[str, Any], text: str = "") -> Study:
    """Answers with the printed counts: the codes go round, so that every answer has one."""
    n = RIGHT_BASES.get(printed["table"], printed["N"])
    who = [f"r{at:03}" for at in range(n)]
    codings, at = [], 0
    for code in printed["codes"]:
        for _ in range(code["count"]):
            codings.append((who[at % n], "k1", code["code"].replace(";", "\\;")))
            at += 1
    return _filled(folder, [respondent(each) for each in who], codings)


def _filled(
    folder: Path, people: list[RespondentRecord], codings: list[tuple[str, str, str]]
) -> Study:
    study = new_study(folder)
    import_records(study, records([(each.key, "k1", "Svar") for each in people], people))
    code_all(study, codings)
    return study


@pytest.mark.parametrize("name", PRINTED)
def test_a_saved_table_gives_the_printed_counts_and_percents(
    shared_data: Path, tmp_path: Path, name: str
) -> None:
    printed = _printed(shared_data, name)
    with _study(tmp_path, printed) as study:
        table = built(study, Named("k1"))
    wanted = {code["code"]: (code["count"], code["percent"]) for code in printed["codes"]}
    assert {row.path[0]: (row.count, row.percent) for row in table.rows} == wanted
    assert table.base.n == RIGHT_BASES.get(name, printed["N"])


def test_title_n_and_question_belong_to_the_table_and_to_no_other(
    shared_data: Path, tmp_path: Path
) -> None:
    """A title copied from another table, N left out, titles of two tables changed over."""
    with _study(tmp_path, _printed(shared_data, "Tabell 7.4")) as study:
        table = built(study, Named("k1"))
    assert table.title == "Spørsmål k1? Antall og prosent, N=345"


def test_codes_with_one_mention_are_in_the_table_or_in_a_row_that_says_so(
    shared_data: Path, tmp_path: Path
) -> None:
    printed = _printed(shared_data, "Tabell 7.5")
    for name in ("for dyrt", "holdninger"):
        printed["codes"].append({"code": name, "count": 1, "percent": 2})
    with _study(tmp_path, printed) as study:
        plain, cut = built(study, Named("k1")), built(study, Named("k1", cutoff=2))
    assert {"for dyrt", "holdninger"} <= {row.path[0] for row in plain.rows}
    (rest,) = [row for row in cut.rows if row.kind == "rest"]
    assert rest.path[0].startswith("andre (")
    shown = sum(row.count for row in cut.rows if row.kind == "code")
    assert shown + rest.count >= sum(row.count for row in plain.rows) - 2


def test_other_codes_stand_last_and_not_among_the_frequent(
    shared_data: Path, tmp_path: Path
) -> None:
    with _study(tmp_path, _printed(shared_data, "Tabell 19.1")) as study:
        table = built(study, Named("k1", pins=("Annet",)))
    assert counts(table)[-1] == ("Annet", 6)
    assert next(row.percent for row in table.rows if row.count == 1) == 0


def test_a_summary_repeats_the_numbers_of_the_table(shared_data: Path, tmp_path: Path) -> None:
    """80 of 345 in the text and 26 percent that became 36 in two summaries."""
    with _study(tmp_path, _printed(shared_data, "Tabell 7.4")) as study:
        save(study, "fraser", Named("k1", shape="phrases"))
        with study.read() as session:
            saved = find_saved(session, "fraser")
            table = build(session, saved.definition, saved.name)
    assert list_lines(table)[0] == (
        "Etablert koordinerende enhet: 80 av de 345 (23 prosent), omtrent én av fire"
    )


def _scale(folder: Path, names: list[str], numbers: tuple[int, ...]) -> Study:
    people = [
        respondent(f"r{at:03}", region=("Sør-Øst", "Vest", "Midt-Norge", "Nord")[at % 4])
        for at in range(sum(numbers))
    ]
    codes = [name for name, count in zip(names, numbers, strict=True) for _ in range(count)]
    codings = [(each.key, "k1", code) for each, code in zip(people, codes, strict=True)]
    study = _filled(folder, people, codings)
    with study.act("question", CODER) as session:
        change_question(session, "k1", single=True, ordered=True)
    return study


def test_a_scale_has_counts_n_totalt_and_the_group_that_the_text_speaks_of(
    shared_data: Path, tmp_path: Path
) -> None:
    """Tables without counts and N; 49 percent that stand in the text only; regions without n."""
    codes = _printed(shared_data, "Tabell 9.1")["codes"]
    names = [code["code"] for code in codes]
    with _scale(tmp_path, names, COUNTS_OF_9_1) as study:
        table = built(
            study, Named("k1", groups=("+Gode i alt=Svært gode|Gode",), pins=(names[-1],))
        )
        by_region = built(study, Named("k1", by="region", groups=("Gode=Svært gode|Gode",)))
    percents = {row.path[-1]: row.percent for row in table.rows}
    printed = {code["code"]: code["percent"] for code in codes if code["count"] != 0}
    assert {name: percents[name] for name in printed if name in percents} == {
        name: percent for name, percent in printed.items() if name in percents
    }
    assert (percents["Gode i alt"], table.rows[-1].path, table.rows[-1].count) == (
        49,
        ("Totalt",),
        404,
    )
    assert [column.n for column in by_region.columns] == [101] * 4


def test_percents_that_do_not_add_to_100_are_told_of(shared_data: Path, tmp_path: Path) -> None:
    with _scale(tmp_path, ["Svært gode", "Gode", "Dårlige", "Ingen"], (78, 203, 27, 14)) as study:
        table = built(study, Named("k1"))
    assert "Prosentene summerer seg til 99 på grunn av avrunding." in table.notes


def test_the_set_of_units_is_part_of_the_table(tmp_path: Path) -> None:
    """Is Oslo one municipality or fifteen city districts? 94 percent of 428 or 91 of 442."""
    people = [respondent(f"r{at:03}") for at in range(20)]
    people += [
        RespondentRecord(2, f"b{at}", f"b{at}", "bydel", None, "bydel", {}) for at in range(5)
    ]
    codings = [(each.key, "k1", "Bolig") for each in people]
    with _filled(tmp_path, people, codings) as study:
        every = built(study, Named("k1"))
        places = built(study, Named("k1", units=("kommune",)))
    assert (every.base.n, places.base.n) == (25, 20)
    assert places.notes[-1] == "Bare kommune."


def test_nobody_answers_what_more_were_asked_than_there_are(tmp_path: Path) -> None:
    """67 reported a change, but 80 told what it was; "all" against "65 of 68"."""
    people = [respondent(f"r{at:02}", team="Ja" if at < 67 else "Nei") for at in range(80)]
    with new_study(tmp_path) as study:
        import_records(study, records([(each.key, "k1", "Svar") for each in people], people))
        code_all(study, [("r00", "k1", "Bolig")])
        with study.read() as session:
            routed = define(session, Named("k1", kind="response", filters=("team=Ja",)))
            table: Table = build(session, routed)
    assert [(row.count, row.percent, row.mark) for row in table.rows] == [(67, 100, "67/67")]


def test_labels_of_bands_come_from_the_study(tmp_path: Path) -> None:
    """`5000-1000`, `10-20000`, `ansatte`: nobody types a band, and all tables have the same."""
    people = [respondent(f"r{at}", "5000-10000" if at % 2 else "10000-20000") for at in range(40)]
    with _filled(tmp_path, people, [(each.key, "k1", "Bolig") for each in people]) as study:
        first, second = (built(study, Named("k1", by="band", cutoff=n), f"t{n}") for n in (0, 3))
    assert [column.head for column in first.columns] == ["5000-10000", "10000-20000"]
    assert [column.n for column in first.columns] == [column.n for column in second.columns]
