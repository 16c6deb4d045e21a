"""One column of a file, looked at closely: header, role, doubt, values row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.cells import cut, drawn, one_line

_LONGEST = 400


@dataclass(frozen=True)
class ColumnFacts:
    """What is said of a column; `values` come with the number of their row."""

    header: str = ""
    role: str = ""
    doubt: str = ""
    values: Sequence[tuple[int, str]] = ()


class ColumnView(Widget):
    """The values go on as far as there is room."""

    DEFAULT_CSS = """
    ColumnView { height: 1fr; padding: 0 1; }
    """

    facts: reactive[ColumnFacts] = reactive(ColumnFacts)

    def render(self) -> Content:
        """The header in full, then what is said of the column, then its values."""
        facts = self.facts
        if not facts.header:
            return Content("")
        lines = [
            Content.styled(drawn(facts.header[:_LONGEST]).strip(), "bold"),
            Content.styled(facts.role, "$text-primary"),
        ]
        if facts.doubt:
            lines.append(Content.styled(f"? {drawn(facts.doubt)}", "$text-warning"))
        lines += [_value(row, text, self.size.width) for row, text in facts.values]
        return Content("\n").join(lines)


def _value(row: int, text: str, width: int) -> Content:
    number = f"{row:>5}  "
    value = cut(one_line(text[:_LONGEST]), width - len(number))
    return Content.styled(number, "$text-muted") + Content(value)
