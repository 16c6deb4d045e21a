"""The tables of a printed report come out again, percent by percent."""

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from coder.exports.json_text import table_json
from coder.exports.text import table_text
from coder.results.table import Table
from coder.results.tally import build_table
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.queries import find_question
from tests.builders import code_all, import_records, new_study, records

BASES = {"Tabell 7.2": 63, "Tabell 7.4": 345, "Tabell 7.5": 63, "Tabell 8.3": 226}
PRINTED_WRONG = "Tabell 19.1"
RIGHT_BASE = 371
BASES[PRINTED_WRONG] = RIGHT_BASE


class PrintedCode(TypedDict):
    """A row as printed."""

    code: str
    count: int
    percent: int


def _printed(shared_data: Path, name: str) -> list[PrintedCode]:
    found = json.loads((shared_data / "code_tables_2016.json").read_text("utf-8"))
    (table,) = [each for each in found["tables"] if each["table"] == name]
    codes: list[PrintedCode] = table["codes"]
    return codes


def _study(folder: Path, codes: list[PrintedCode], answers: int) -> Study:
    """Answers with the printed counts: the codes go round, so that every answer has one."""
    who = [f"r{at:03}" for at in range(answers)]
    study = new_study(folder)
    import_records(study, records([(each, "k1", "Svar") for each in who]))
    codings, at = [], 0
    for code in codes:
        for _ in range(code["count"]):
            codings.append((who[at % answers], "k1", code["code"].replace(";", "\\;")))
            at += 1
    assert at >= answers
    code_all(study, codings)
    return study


def _table(study: Study) -> Table:
    with study.read() as session:
        return build_table(session, find_question(session, "k1"), TableWishes())


@pytest.mark.parametrize(("name", "base"), BASES.items())
def test_every_printed_percent_comes_out_with_the_right_base(
    shared_data: Path, tmp_path: Path, name: str, base: int
) -> None:
    codes = _printed(shared_data, name)
    with _study(tmp_path, codes, base) as study:
        table = _table(study)
    assert table.base.n == base
    assert {row.path[0]: (row.count, row.percent) for row in table.rows} == {
        code["code"]: (code["count"], code["percent"]) for code in codes
    }
    assert [row.count for row in table.rows] == sorted((c["count"] for c in codes), reverse=True)
    assert not any("ikke kodet" in note for note in table.notes)
    assert any("mer enn 100" in note for note in table.notes)


def test_every_printed_table_that_has_counts_is_tried(shared_data: Path) -> None:
    found = json.loads((shared_data / "code_tables_2016.json").read_text("utf-8"))
    counted = {
        table["table"]
        for table in found["tables"]
        if all(code["count"] is not None for code in table["codes"])
    }
    assert counted == set(BASES)


def test_the_printed_base_does_not_give_the_printed_percents(
    shared_data: Path, tmp_path: Path
) -> None:
    codes = _printed(shared_data, PRINTED_WRONG)
    with _study(tmp_path, codes, 358) as study:
        percents = {row.path[0]: row.percent for row in _table(study).rows}
    assert percents != {code["code"]: code["percent"] for code in codes}
    assert percents["Ønsker øremerking"] == 23


def test_one_of_371_is_no_percent_for_programs_and_less_than_one_in_print(
    shared_data: Path, tmp_path: Path
) -> None:
    codes = _printed(shared_data, PRINTED_WRONG)
    with _study(tmp_path, codes, RIGHT_BASE) as study:
        table = _table(study)
    row = next(
        row for row in json.loads(table_json(table))["rows"] if row["path"] == ["Mer forskning"]
    )
    assert (row["count"], row["percent"]) == (1, 0)
    assert re.search(r"^Mer forskning +1 +<1$", table_text(table), re.MULTILINE)
