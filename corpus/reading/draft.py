"""A file on its way in: its table, what a person has settled, and the plan that follows."""

from dataclasses import dataclass, replace
from pathlib import Path

from corpus.bands import BandScheme
from corpus.reading.columns import Columns
from corpus.reading.files import read_sheet
from corpus.reading.plan import Plan
from corpus.reading.planning import columns_of, plan_columns
from corpus.reading.settled import Settled
from corpus.reading.sheet import Sheet


@dataclass(frozen=True)
class Way:
    """How a file is to be read; None for what is found out."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Draft:
    """A table with its plan, and what was said to come to it."""

    path: Path
    way: Way
    columns: Columns
    settled: Settled
    plan: Plan

    @property
    def sheet(self) -> Sheet:
        """The table."""
        return self.columns.sheet

    @property
    def scheme(self) -> BandScheme:
        """The size bands by which the table is read."""
        return self.columns.scheme


def new_draft(path: Path, scheme: BandScheme, way: Way | None = None) -> Draft:
    """The draft of a file with nothing settled; a file that cannot be read is a problem."""
    return _drafted(path, scheme, way or Way(), Settled())


def settled_anew(draft: Draft, settled: Settled) -> Draft:
    """The draft with other things settled; what cannot be planned is a problem."""
    plan = plan_columns(draft.columns, draft.path, settled)
    return replace(draft, settled=settled, plan=plan)


def read_anew(draft: Draft, way: Way) -> Draft:
    """The draft with its file read in another way.

    What was settled stays as long as the sheet is the same and has as many columns.
    """
    read = _drafted(draft.path, draft.scheme, way, Settled())
    before, after = draft.sheet, read.sheet
    same = before.sheet == after.sheet and len(before.header) == len(after.header)
    return settled_anew(read, draft.settled) if same else read


def _drafted(path: Path, scheme: BandScheme, way: Way, settled: Settled) -> Draft:
    sheet = read_sheet(path, encoding=way.encoding, delimiter=way.delimiter, sheet=way.sheet)
    columns = columns_of(sheet, scheme)
    return Draft(path, way, columns, settled, plan_columns(columns, path, settled))
