"""A table of some respondents beside one of all tells what lies between: that is guarded too."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.disclosure.attack import recovered
from coder.disclosure.protect import hide, protect
from coder.results.disclosure import protect_tables
from coder.results.published import publication_of
from coder.results.table import Base, Cell, Column, Row, Table
from coder.results.wording import wording
from corpus.problems import Problem
from tests.trials import trials

BANDS = ("<2000", "2000-5000", ">5000")
Counts = Mapping[str, tuple[int, ...]]


def table(rows: Counts, sizes: tuple[int, ...], part: str = "") -> Table:
    """A table by band; each row by its name."""
    n = sum(sizes)
    return Table(
        question="k1",
        question_text="Hva?",
        wave="",
        title=f"Hva? {part}",
        language="nb",
        base=Base("answered", n),
        asked=n,
        answered=n,
        response_rate=100,
        columns=tuple(Column(band, band, n) for band, n in zip(BANDS, sizes, strict=True)),
        rows=tuple(
            Row((name,), f"guid {name}", sum(cells), 0, tuple(Cell(c, None) for c in cells))
            for name, cells in rows.items()
        ),
        notes=(),
        code_head="Kode",
        count_head="Antall",
        percent_head="Prosent",
        by_head=wording("nb").size_band,
        part=part,
    )


ALL = table({"Bolig": (12, 20, 30), "NAV": (30, 25, 20)}, (60, 60, 60))
SOME = table({"Bolig": (10, 12, 18), "NAV": (20, 15, 10)}, (40, 40, 40), "team=Ja")


def _hidden(one: Table) -> list[list[bool]]:
    return [[cell.suppressed for cell in row.cells] for row in one.rows]


def test_two_outside_the_part_are_not_told_by_what_is_printed() -> None:
    whole, part = protect_tables([ALL, SOME], "1-4").tables
    assert _hidden(whole)[0][0] or _hidden(part)[0][0]
    assert not any(map(any, _hidden(protect_tables([ALL], "1-4").tables[0])))
    assert not any(map(any, _hidden(protect_tables([SOME], "1-4").tables[0])))


def test_tables_of_other_parts_are_not_compared() -> None:
    other = replace(SOME, part="team=Nei", title="Hva? team=Nei")
    tables = protect_tables([SOME, other], "1-4").tables
    assert not any(any(map(any, _hidden(each))) for each in tables)


def test_what_lies_between_is_no_table_and_stands_behind_them() -> None:
    publication = publication_of([SOME, ALL])
    assert [sheet.name for sheet in publication.sheets] == [
        SOME.title,
        ALL.title,
        f"{ALL.title} (outside team=Ja)",
    ]
    assert [line.total and line.total.count for line in publication.sheets[2].lines] == [22, 30]
    assert [cell.count for cell in publication.sheets[2].base.cells] == [20, 20, 20]


@st.composite
def parts(draw: st.DrawFn) -> tuple[Table, Table]:
    """A table of all and one of some of them."""
    rows: dict[str, tuple[int, ...]] = {}
    some: dict[str, tuple[int, ...]] = {}
    for name in ("Bolig", "NAV", "Rus"):
        inside = draw(st.tuples(*[st.integers(0, 30)] * 3))
        outside = draw(st.tuples(*[st.integers(0, 3) | st.integers(0, 30)] * 3))
        some[name] = inside
        rows[name] = tuple(a + b for a, b in zip(inside, outside, strict=True))
    return table(rows, (90, 80, 70)), table(some, (50, 45, 40), "team=Ja")


@settings(max_examples=trials(25), deadline=None)
@given(parts())
def test_no_small_number_outside_can_be_reckoned(both: tuple[Table, Table]) -> None:
    publication = publication_of(both)
    found = protect(publication, "1-4")
    published = hide(publication, found.places)
    told = {interval.place for interval in recovered(published)}
    assert told == {interval.place for interval in found.exposed}
    try:
        whole, part = protect_tables(both, "1-4").tables
    except Problem:
        assert found.advice
        return
    for one, other in zip(whole.rows, part.rows, strict=True):
        for first, second in zip(one.cells, other.cells, strict=True):
            if first.count is not None and second.count is not None:
                assert not 1 <= first.count - second.count <= 4
