"""The screen of saved tables: the shares of the column under the cursor as bars."""

from typing import TYPE_CHECKING

from coder.exports.figures.on_screen import bars_on_screen
from corpus.problems import Problem
from tui.tables.acting import TablesActing

if TYPE_CHECKING:
    from tui.widgets.table_plot import TablePlot

_FRAME, _LINES_A_BAR = 4, 3


class TablesDrawing(TablesActing):
    """The bars stand under the table and follow the cursor from column to column."""

    _plot: "TablePlot | None" = None

    def do_table_bars(self) -> None:
        """Show the bars, or the table alone again."""
        if self.has_class("-bars"):
            self.remove_class("-bars")
            return
        if self._plot is None:
            from tui.widgets.table_plot import TablePlot

            self._plot = TablePlot(id="table_bars")
            self.query_one("#shown").mount(self._plot, after=self.grid)
        self.add_class("-bars")
        self.go_to_table()
        self.call_after_refresh(self._draw_bars)

    def show_cell(self) -> None:
        """Say what is under the cursor, and draw its column."""
        super().show_cell()
        self._draw_bars()

    def _draw_bars(self) -> None:
        from tui.widgets.table_plot import Bar

        if self._plot is None or not self.has_class("-bars"):
            return
        column = self.grid.column
        try:
            found = bars_on_screen(self.table, column - 1 if column else None) if self.table else []
        except Problem:
            found = []
        self._plot.styles.max_height = _FRAME + _LINES_A_BAR * len(found)
        self._plot.show([Bar(name, percent, text) for name, percent, text in found])
