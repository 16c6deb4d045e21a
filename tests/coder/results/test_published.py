"""Finished tables and quotes become one publication, with what holds between their rows."""

from collections.abc import Mapping
from dataclasses import replace

from coder.disclosure.attack import attack, recovered
from coder.disclosure.protect import hide, protect
from coder.disclosure.publication import Cover, Publication, Quoted
from coder.results.published import publication_of, with_hidden
from coder.results.quote import Quote
from coder.results.table import Base, Cell, Column, Row, RowKind, Table
from coder.results.wording import wording

BANDS = {"<2000": 60, "2000-5000": 70, ">5000": 80}
HEADS = ("under 2000", "2000-5000", "over 5000")
LABELS = {("k1", "2023"): {"liten": ("<2000",), "større": ("2000-5000", ">5000")}}


def _table(
    rows: Mapping[str, tuple[int, ...]],
    by: str = wording("nb").size_band,
    groups: dict[str, int] = BANDS,
    total: str = "",
) -> Table:
    def row(path: str, counts: tuple[int, ...]) -> Row:
        cells = tuple(
            Cell(count, (200 * count + n) // (2 * n))
            for count, n in zip(counts, groups.values(), strict=True)
        )
        kind: RowKind = "total" if path == total else "code"
        code = None if kind == "total" else f"guid {path}"
        count = sum(counts)
        return Row(tuple(path.split("/")), code, count, round(100 * count / 210), cells, kind)

    return Table(
        question="k1",
        question_text="Hva?",
        wave="2023",
        title=f"Hva? {by}",
        language="nb",
        base=Base("answered", 210),
        asked=210,
        answered=210,
        response_rate=100,
        columns=tuple(Column(key, key, n) for key, n in groups.items()),
        rows=tuple(row(path, counts) for path, counts in rows.items()),
        notes=(),
        code_head="Kode",
        count_head="Antall",
        percent_head="Prosent",
        by_head=by,
    )


THEME = {"Bolig": (7, 30, 20), "Bolig/Leie": (3, 20, 15), "Bolig/Eie": (5, 20, 10)}


def test_a_theme_covers_its_codes_and_they_may_overlap() -> None:
    found = publication_of([_table(THEME)])
    assert found.covers == (
        Cover("row", "guid Bolig", ("guid Bolig/Leie", "guid Bolig/Eie"), False, True, "k1|2023|"),
    )
    assert found.sheets[0].partition


def test_a_theme_with_codings_of_its_own_may_exceed_its_codes() -> None:
    table = _table({**THEME, "Bolig": (9, 30, 20)})
    assert [cover.complete for cover in publication_of([table]).covers] == [False]


def test_totalt_is_the_sum_of_the_rows_at_the_top() -> None:
    rows = {"Ja": (20, 30, 40), "Ja/Helt": (5, 5, 5), "Nei": (40, 40, 40), "Totalt": (60, 70, 80)}
    total, theme = publication_of([_table(rows, total="Totalt")]).covers
    assert (total.parts, total.disjoint, total.complete) == (("guid Ja", "guid Nei"), True, True)
    assert (theme.parts, theme.disjoint, theme.complete) == (("guid Ja/Helt",), True, False)


def test_columns_that_do_not_add_up_are_no_partition() -> None:
    table = _table(THEME)
    rows = tuple(replace(row, count=row.count - 1) for row in table.rows)
    assert not publication_of([replace(table, rows=rows)]).sheets[0].partition


def test_labels_count_the_bands_they_stand_for() -> None:
    quotes = [Quote(("Hva?", "Bolig", "Leie"), "tekst", label) for label in ("liten", "liten", "")]
    quotes += [Quote(("Hva?", "Bolig", "Leie"), "tekst", "liten")] * 4
    some = publication_of([_table(THEME)], quotes, LABELS)
    assert some.quoted == (Quoted("k1|2023|", "guid Bolig/Leie", ("band=<2000",), 3),)
    every = publication_of([_table(THEME)], quotes, LABELS, complete=True)
    assert [(each.columns, each.count, each.is_all) for each in every.quoted] == [
        (("band=<2000",), 3, True),
        (("band=2000-5000", "band=>5000"), 35, True),
    ]


def test_tables_by_other_groups_share_their_totals_only() -> None:
    teams = {"Ja": 100, "Nei": 110}
    other = _table({"Bolig": (27, 30)}, "Team", teams)
    found = publication_of([_table(THEME), other])
    assert found.sheets[1].columns == ("Team=Ja", "Team=Nei")
    assert found.sheets[0].universe == found.sheets[1].universe


def test_hidden_places_go_back_into_the_tables() -> None:
    tables = [_table(THEME)]
    publication = publication_of(tables)
    hidden = protect(publication, "1-4")
    (done,) = with_hidden(tables, publication, hidden.places)
    secret = [[cell.suppressed for cell in row.cells] for row in done.rows]
    assert secret[1][0]
    assert sum(map(sum, secret)) == len(hidden.places)
    assert recovered(hide(publication, hidden.places)) == []


def test_a_table_that_is_out_with_hidden_cells_is_read_as_it_is() -> None:
    tables = [_table(THEME)]
    publication = publication_of(tables)
    out = with_hidden(tables, publication, protect(publication, "1-4").places)
    again = publication_of(out, published=[0])
    assert again.sheets[0].fixed
    assert all(each.low <= 3 for each in attack(again) if each.row == "Bolig / Leie")
    assert protect(again, "1-4").places == frozenset()


def test_pinned_rows_keep_their_cells() -> None:
    publication = publication_of([_table(THEME)], pins=[("Bolig", "Eie")])
    assert [cell.pinned for cell in publication.sheets[0].lines[2].cells] == [True] * 3


def test_plain_and_empty_tables_hide_nothing() -> None:
    plain = _table({}, "", {})
    assert protect(publication_of([plain]), "1-4").places == frozenset()
    assert publication_of([]) == Publication(())
