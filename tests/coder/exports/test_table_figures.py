"""Tables as figures: hidden numbers are never drawn, and the same bytes come every time."""

import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from coder.exports.figures.choosing import rows_of
from coder.exports.figures.on_screen import bars_on_screen
from coder.exports.figures.publishing_figure import publish_figure
from coder.exports.figures.table_figure import (
    FIGURE_KINDS,
    FigureKind,
    figure_texts,
    table_svg,
    write_table_figure,
)
from coder.results.table import Base, Cell, Column, Row, Table
from corpus.privacy.finder import Finder
from corpus.problems import Problem

HOSTILE = "Åpne $svar$ [/] \x1b[2J \u202e <b>& 👩 \\frac{1}{2} " + "langt " * 30
SVG = "{http://www.w3.org/2000/svg}"
_SIDES = ("width", "height")
_PAGE_WIDE, _PAGE_HIGH = 6.3 * 72, 9.7 * 72
"""What A4 holds between its margins, in points."""


_EMPTY = Table(
    question="k1",
    question_text="Hva?",
    wave="",
    title="Hva? N=100",
    language="nb",
    base=Base("answered", 100),
    asked=100,
    answered=100,
    response_rate=100,
    columns=(),
    rows=(),
    notes=(),
    code_head="Kode",
    count_head="Antall",
    percent_head="Prosent",
)


def _bytes(folder: Path, table: Table, kind: FigureKind, form: str) -> bytes:
    path = folder / f"figur.{form}"
    write_table_figure(table, kind, "Studie", path, form)
    return path.read_bytes()


def _texts(table: Table, kind: FigureKind) -> list[str]:
    """The texts that are drawn."""
    root = etree.fromstring(table_svg(table, kind, "Studie"))
    return ["".join(map(str, node.itertext())).strip() for node in root.iter(f"{SVG}text")]


def _many(rows: int, columns: int) -> Table:
    heads = tuple(Column(str(n), f"Gruppe {n}", 20) for n in range(columns))
    made = tuple(
        Row(("Tema", f"Kode {n}"), str(n), 5, 5, tuple(Cell(n, n) for n in range(columns)))
        for n in range(rows)
    )
    return replace(_EMPTY, columns=heads, rows=made)


@pytest.mark.parametrize(
    ("kind", "form"), [("bars", "png"), ("groups", "svg"), ("waves", "pdf"), ("heat", "png")]
)
def test_the_same_table_gives_the_same_bytes(
    crossed_table: Table, tmp_path: Path, kind: FigureKind, form: str
) -> None:
    first = _bytes(tmp_path, crossed_table, kind, form)
    assert first == _bytes(tmp_path, crossed_table, kind, form)


@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_hostile_names_are_drawn_as_text(crossed_table: Table, kind: FigureKind) -> None:
    rows = tuple(replace(row, path=(f"{row.path[-1]} {HOSTILE}",)) for row in crossed_table.rows)
    hostile = replace(crossed_table, rows=rows, title=HOSTILE)
    drawn = " ".join(_texts(hostile, kind))
    assert "$svar$" in drawn
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn


def test_bars_say_percent_and_count(single_table: Table) -> None:
    texts = _texts(single_table, "bars")
    assert "24 (78)" in texts
    assert not any("Totalt" in text for text in texts)


@pytest.mark.parametrize("kind", ["groups", "heat", "waves"])
def test_a_hidden_number_is_its_sign(crossed_table: Table, kind: FigureKind) -> None:
    texts = _texts(crossed_table, kind)
    assert ":" in texts
    assert any("kan ikke offentliggjøres" in text for text in texts)


def test_a_hidden_number_has_no_length(crossed_table: Table) -> None:
    """Whatever a hidden cell counts, the figure is the same: there is nothing to measure."""
    shown = replace(
        crossed_table,
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    Cell(7, 17, suppressed=True) if cell.suppressed else cell for cell in row.cells
                ),
            )
            for row in crossed_table.rows
        ),
    )
    for kind in FIGURE_KINDS:
        assert table_svg(shown, kind, "Studie") == table_svg(crossed_table, kind, "Studie")


def test_below_one_percent_is_said_so(plain_table: Table) -> None:
    assert "<1 (4)" in _texts(plain_table, "bars")


def test_the_description_tells_what_is_shown_and_where_it_comes_from(crossed_table: Table) -> None:
    texts = figure_texts(crossed_table, "heat", "Studie")
    assert "Økonomi: Alle 50, <2000 50. Annet: Alle <1, <2000 <1." in texts.description
    assert "Skjulte tall: 1." in texts.description
    assert "Kilde: Studie, spørsmål k7.2. N=1 063." in texts.description.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["bars", "heat"])
def test_sixty_codes_are_all_named(kind: FigureKind) -> None:
    texts = _texts(_many(60, 7), kind)
    assert all(any(f"Kode {n}" == text for text in texts) for n in range(60))


def test_sixty_codes_fit_a_page() -> None:
    table = _many(60, 7)
    for kind in FIGURE_KINDS:
        root = etree.fromstring(table_svg(table, kind, "Studie"))
        width, height = (float(root.get(name, "").removesuffix("pt")) for name in _SIDES)
        assert height <= max(_PAGE_HIGH, width * _PAGE_HIGH / _PAGE_WIDE)


def test_points_at_the_same_place_are_all_seen() -> None:
    same = replace(_many(1, 3), rows=(Row(("A",), "1", 5, 5, (Cell(5, 5),) * 3),))
    root = etree.fromstring(table_svg(same, "waves", ""))
    places = [(node.get("x"), node.get("y")) for node in root.iter(f"{SVG}use")]
    points = Counter(x for x, _ in places).most_common(1)[0][0]
    assert len({place for place in places if place[0] == points}) >= 3


def test_long_names_of_waves_leave_room_for_the_points() -> None:
    columns = tuple(Column(str(n), f"Et langt navn på gruppe {n}", 20) for n in range(4))
    table = replace(_many(2, 4), columns=columns)
    root = etree.fromstring(table_svg(table, "waves", "", narrow=True))
    across = [float(node.get("x", "0")) for node in root.iter(f"{SVG}use")]
    assert max(across) - min(across) > 100


@pytest.mark.parametrize(("kind", "groups"), [("waves", 9), ("groups", 13)])
def test_too_many_groups_for_a_kind_are_a_problem_that_names_another(
    kind: FigureKind, groups: int
) -> None:
    with pytest.raises(Problem) as caught:
        table_svg(_many(2, groups), kind, "")
    assert "--kind heat" in caught.value.hint
    assert table_svg(_many(2, groups), "heat", "")


@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_one_code_and_one_group_can_be_drawn(kind: FigureKind) -> None:
    assert table_svg(_many(1, 1), kind, "")


@pytest.mark.parametrize(
    "table",
    [
        _many(0, 0),
        _many(201, 1),
        _many(1, 201),
        replace(_many(1, 1), base=replace(_EMPTY.base, n=0)),
    ],
)
def test_nothing_and_too_much_are_problems(table: Table) -> None:
    with pytest.raises(Problem):
        table_svg(table, "bars", "")


def test_groups_of_one_row_stand_down_the_page_with_their_n(crossed_table: Table) -> None:
    one = rows_of(crossed_table, ["guid-1"])
    texts = _texts(one, "groups")
    assert texts.index("<2000 (n=1 020)") < texts.index("Bydeler (n=0)")
    assert ":" in texts
    assert "Økonomi" in texts
    said = figure_texts(one, "groups", "").description
    assert said.startswith("Liggende stolper for alle og 3 grupper. Økonomi: Alle 50")


def test_one_code_in_a_hundred_groups_can_be_drawn_but_not_all_in_a_grid() -> None:
    assert table_svg(_many(1, 100), "groups", "")
    with pytest.raises(Problem, match="100 groups"):
        table_svg(_many(1, 100), "heat", "")


def test_groups_are_needed_for_kinds_with_groups(plain_table: Table) -> None:
    with pytest.raises(Problem, match="needs groups"):
        table_svg(plain_table, "heat", "")


def test_bars_on_the_screen_have_the_numbers_of_the_figure(crossed_table: Table) -> None:
    assert bars_on_screen(crossed_table)[1] == ("Annet", 0, "<1 (3)")
    assert bars_on_screen(crossed_table, 1)[0] == ("Økonomi", None, ":")


def test_the_numbers_stand_beside_the_figure(crossed_table: Table, tmp_path: Path) -> None:
    publish_figure(crossed_table, "groups", "S", tmp_path / "f.png", "png", Finder(()))
    assert (tmp_path / "f.png").read_bytes().startswith(b"\x89PNG")
    assert "Økonomi;530;50;510;50;:;:;0;0" in (tmp_path / "f.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("form", ["pdf", "svg"])
def test_numbers_beside_each_other_are_no_telephone_number(form: str, tmp_path: Path) -> None:
    table = _many(6, 7)
    cells = tuple(Cell(20 + at, 11 * (at + 1)) for at in range(7))
    table = replace(table, rows=tuple(replace(row, cells=cells) for row in table.rows))
    publish_figure(table, "heat", "", tmp_path / f"ut.{form}", form, Finder(["Storvik"]))


def test_a_name_stops_figure_and_numbers(crossed_table: Table, tmp_path: Path) -> None:
    rows = (replace(crossed_table.rows[0], path=("Ring 987 65 432 eller kari@vik.no",)),)
    leaking = replace(crossed_table, rows=rows)
    with pytest.raises(Problem, match="would tell who answered"):
        publish_figure(leaking, "bars", "S", tmp_path / "f.png", "png", Finder(()))
    assert list(tmp_path.iterdir()) == []


def test_a_long_title_over_a_single_row_has_room(single_table: Table) -> None:
    long = replace(single_table, title=HOSTILE * 3, rows=single_table.rows[:1])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table_svg(long, "bars", "Studie", narrow=True)
