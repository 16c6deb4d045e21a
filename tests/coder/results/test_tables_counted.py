"""Tables agree with a count made the slow way, whatever is asked for."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from coder.results.table import Table
from coder.results.tally import build_table, percent
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import new_study
from tests.coder.results.model import (
    WISHES,
    Line,
    Person,
    World,
    base_size,
    columns,
    fill,
    lines,
    worlds,
)
from tests.trials import trials


def _table(study: Study, wishes: TableWishes) -> Table:
    with study.read() as session:
        return build_table(session, find_question(session, "k1"), wishes)


def _lines(table: Table) -> list[Line]:
    return [
        Line(row.path, row.count, tuple(cell.count or 0 for cell in row.cells), row.kind)
        for row in table.rows
        if row.kind != "total"
    ]


@settings(max_examples=trials(8), deadline=None)
@given(world=worlds(), first=WISHES, second=WISHES, third=WISHES)
def test_a_table_is_what_a_slow_count_gives(
    world: World, first: TableWishes, second: TableWishes, third: TableWishes
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        fill(study, world)
        for wishes in (first, second, third):
            if wishes.coder not in ("", *(coder for *_, coder in world.codings)):
                with pytest.raises(Problem, match="has coded"):
                    _table(study, wishes)
                continue
            table = _table(study, wishes)
            assert _lines(table) == lines(world, wishes)
            _assert_percents(table, world, wishes)
            _assert_columns(table, world, wishes)
            _assert_total(table, world, wishes)


def _assert_percents(table: Table, world: World, wishes: TableWishes) -> None:
    assert table.base.n == base_size(world, wishes)
    for row in table.rows:
        assert row.percent == percent(row.count, table.base.n)
        for cell, column in zip(row.cells, table.columns, strict=True):
            assert not cell.suppressed
            assert cell.percent == percent(cell.count or 0, column.n)


def _assert_columns(table: Table, world: World, wishes: TableWishes) -> None:
    sizes = {key: len(who) for key, who in columns(world, wishes).items()}
    assert {column.key: column.n for column in table.columns} == sizes
    assert [column.key for column in table.columns] == list(sizes)


def _assert_total(table: Table, world: World, wishes: TableWishes) -> None:
    totals = [row for row in table.rows if row.kind == "total"]
    shown = [row for row in table.rows if row.kind != "total"]
    assert len(totals) == int(world.single and bool(shown))
    coded = {who for who, *_, coder in world.codings if wishes.coder in ("", coder)}
    for total in totals:
        assert total.path == ("Totalt",)
        assert total.count == len(coded)
        groups = columns(world, wishes).values()
        assert [cell.count for cell in total.cells] == [len(coded & who) for who in groups]


@pytest.mark.parametrize("code", [None, "guid"])
def test_only_codes_have_a_guid(tmp_path: Path, code: str | None) -> None:
    people = {f"r{at}": Person("text", "bydel", "Ja") for at in range(3)}
    codings: list[tuple[str, tuple[str, ...], None, str]] = [
        ("r0", ("Bolig",), None, "KH"),
        ("r1", ("Bolig",), None, "KH"),
        ("r2", ("Annet",), None, "KH"),
    ]
    with new_study(tmp_path) as study:
        fill(study, World(people, list(codings), single=True))
        table = _table(study, TableWishes(cutoff=2))
    kinds = {row.kind for row in table.rows if (row.code is None) == (code is None)}
    assert kinds == ({"rest", "total"} if code is None else {"code"})
