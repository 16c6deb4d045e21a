"""Tables and quotes to write: a plain table, one with Totalt, one by size band, a few quotes."""

import pytest

from coder.results.quote import Quote, QuoteSelection
from coder.results.table import Base, Cell, Column, Row, Table

QUESTION = "Hvorfor får ikke alle individuell plan?"


def _table(rows: tuple[Row, ...], columns: tuple[Column, ...] = (), n: int = 1063) -> Table:
    return Table(
        question="k7.2",
        question_text=QUESTION,
        wave="2016",
        title=f"{QUESTION} Antall og prosent, N={n}",
        language="nb",
        base=Base("answered", n),
        asked=1100,
        answered=n,
        response_rate=97,
        columns=columns,
        rows=rows,
        notes=("Prosent av dem som har svart.", "Summen er mer enn 100."),
        code_head="Kode",
        count_head="Antall",
        percent_head="Prosent",
        by_head="størrelsesgruppe" if columns else "",
    )


@pytest.fixture
def plain_table() -> Table:
    """Codes under two themes, one name twice, a rest with less than one percent."""
    return _table(
        (
            Row(("Kapasitet", "Mangler"), "guid-1", 1016, 96),
            Row(("Kompetanse", "Mangler"), "guid-2", 12, 1),
            Row(("Kompetanse", "Rutiner"), "guid-3", 0, 0),
            Row(("andre (2 koder, 4 svar)",), None, 4, 0, kind="rest"),
        )
    )


@pytest.fixture
def single_table() -> Table:
    """One code per answer, with the row Totalt."""
    return _table(
        (
            Row(("Godt",), "guid-1", 78, 24),
            Row(("Greit",), "guid-2", 244, 76),
            Row(("Totalt",), None, 322, 100, kind="total"),
        ),
        n=322,
    )


@pytest.fixture
def crossed_table() -> Table:
    """Two codes by three size bands: a number, a hidden cell, a zero, below one percent, no n."""
    columns = (
        Column("<2000", "<2000", 1020),
        Column("2000-5000", "2000-5000", 40),
        Column("bydel", "Bydeler", 0),
    )
    hidden, zero = Cell(None, None, True), Cell(0, 0)
    return _table(
        (
            Row(("Økonomi",), "guid-1", 530, 50, (Cell(510, 50), hidden, zero)),
            Row(("Annet",), "guid-2", 3, 0, (Cell(3, 0), zero, zero)),
        ),
        columns,
    )


@pytest.fixture
def wide_table() -> Table:
    """One code by fifteen groups: more than fit beside each other."""
    columns = tuple(Column(f"v{i}", f"Gruppe {i}", 20 + i) for i in range(15))
    cells = tuple(Cell(10 + i, 50) for i in range(15))
    return _table((Row(("Økonomi",), "guid-1", 255, 24, cells),), columns)


@pytest.fixture
def selection() -> QuoteSelection:
    """Three quotes under two codes, one with line breaks, one without a label."""
    band = "kommune med 2000-5000 innbyggere"
    return QuoteSelection(
        title="Sitater: levekår",
        language="nb",
        quotes=(
            Quote((QUESTION, "Kapasitet", "Årsverk"), "For få årsverk.\n\n1. Det haster.", band),
            Quote((QUESTION, "Kapasitet", "Årsverk"), "Vi har ikke tid.", ""),
            Quote((QUESTION, "Kapasitet", "Økonomi"), "Pengene er brukt opp.", "bydel"),
        ),
        notes=("3 tekstutdrag.", "2 svar ikke kodet."),
    )


@pytest.fixture
def draft(selection: QuoteSelection) -> QuoteSelection:
    """The same quotes, not approved."""
    return QuoteSelection(
        selection.title, "nb", selection.quotes, selection.notes, "UTKAST, IKKE GODKJENT"
    )
