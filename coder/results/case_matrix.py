"""A case matrix as it leaves the study: pseudonyms, themes and cells, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.language import Language


@dataclass(frozen=True)
class CaseMatrix:
    """Cells of masked texts: `cells[row][column]` has the texts of `rows[row]`, maybe none.

    Each head is a name, or several lines from the theme down. `corner` says what the rows are.
    `draft` is the warning that stands on every page while a quote is not approved. `released` is
    what stands by a person's decision: the last gate lets it pass.
    """

    title: str
    language: Language
    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[tuple[str, ...], ...], ...]
    notes: tuple[str, ...] = ()
    draft: str = ""
    released: tuple[str, ...] = ()

    def texts(self) -> Iterator[str]:
        """Everything that is written, piece by piece."""
        yield from (self.title, self.draft, self.corner, *self.rows, *self.columns, *self.notes)
        for row in self.cells:
            for cell in row:
                yield from cell


def turned(matrix: CaseMatrix, corner: str) -> CaseMatrix:
    """The same with rows as columns."""
    return replace(
        matrix,
        corner=corner,
        rows=matrix.columns,
        columns=matrix.rows,
        cells=tuple(zip(*matrix.cells, strict=True)),
    )
