"""A figure on its way out: through the last gate in words, with its numbers beside it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from coder.exports.atomic import write_file
from coder.exports.figures.table_figure import FigureKind, figure_texts, write_table_figure
from coder.exports.publishing import Notes, publish
from coder.exports.signs import printed_notes
from coder.exports.table_formats import table_writer
from coder.results.table import Table
from corpus.privacy.finder import Finder

NUMBERS_SUFFIX = ".csv"


def publish_figure(
    table: Table, kind: FigureKind, study: str, path: Path, form: str, finder: Finder
) -> Notes:
    """Write a figure, and its numbers as CSV under the same name, when neither tells who answered.

    Raises a Problem that shows what was found, and writes neither, when something does.
    """
    texts = figure_texts(table, kind, study)
    said = "\n\n".join([texts.title, texts.description, *printed_notes(table)])
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "numbers.csv"
        publish(Path(folder) / "figure.txt", lambda at: _write(at, said.encode()), finder)
        publish(whole, table_writer(table, "csv"), finder)
        numbers = whole.read_bytes()
    notes = publish(path, lambda at: write_table_figure(table, kind, study, at, form), finder, form)
    write_file(path.with_suffix(NUMBERS_SUFFIX), lambda at: _write(at, numbers))
    return notes


def _write(path: Path, data: bytes) -> Notes:
    path.write_bytes(data)
    return ()
