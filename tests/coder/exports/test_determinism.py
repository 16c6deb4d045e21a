"""The same input gives the same bytes, whatever the clock says."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from coder.exports import excel, word
from coder.results.quote import QuoteSelection
from coder.results.table import Table

Write = Callable[[Path], object]


@pytest.fixture(params=["docx tables", "docx quotes", "xlsx tables", "xlsx quotes"])
def write(
    request: pytest.FixtureRequest,
    plain_table: Table,
    crossed_table: Table,
    draft: QuoteSelection,
) -> Write:
    """A writer of one kind of file."""
    tables = [plain_table, crossed_table]
    writers: dict[str, Write] = {
        "docx tables": lambda path: word.write_tables(tables, path),
        "docx quotes": lambda path: word.write_quotes(draft, path),
        "xlsx tables": lambda path: excel.write_tables(tables, path),
        "xlsx quotes": lambda path: excel.write_quotes(draft, path),
    }
    return writers[request.param]


def test_two_files_written_at_different_times_are_equal(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "now")
    later = time.time() + 400_000_000
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    write(tmp_path / "later")
    assert (tmp_path / "now").read_bytes() == (tmp_path / "later").read_bytes()


def test_every_part_of_the_zip_has_the_same_fixed_time(write: Write, tmp_path: Path) -> None:
    write(tmp_path / "file")
    with zipfile.ZipFile(tmp_path / "file") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_part_holds_custom_properties_or_a_comment(write: Write, tmp_path: Path) -> None:
    write(tmp_path / "file")
    with zipfile.ZipFile(tmp_path / "file") as archive:
        assert not [name for name in archive.namelist() if "custom" in name or "comment" in name]
        assert archive.comment == b""
