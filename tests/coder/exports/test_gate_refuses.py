"""A file that the last gate cannot read is refused in a sentence, and is not let out."""

import tempfile
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from coder.exports.publishing import publish
from corpus.privacy.finder import Finder
from corpus.privacy.scan.gate import scan_file
from corpus.problems import Problem
from tests.trials import trials

FINDER = Finder(["Storvik"])


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "sav", "odt"])
@pytest.mark.parametrize(
    "data", [b"", b"noe helt annet", b"\x89PNG\r\n\x1a\n\0\0\0\5", b"%PDF-1.7\n%"]
)
def test_what_cannot_be_read_stops_the_file(form: str, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be searched"):
        publish(tmp_path / f"ut.{form}", lambda path: (path.write_bytes(data), ())[1], FINDER)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def pictures() -> dict[str, bytes]:
    """A small figure in every format."""
    figure, found = Figure(figsize=(1, 1)), {}
    figure.add_axes((0, 0, 1, 1)).set_title("Vi i kommunen")
    for form in ("png", "jpg", "svg", "pdf"):
        whole = BytesIO()
        figure.savefig(whole, format=form)
        found[form] = whole.getvalue()
    return found


@settings(max_examples=trials(30), deadline=None)
@given(
    form=st.sampled_from(["png", "jpg", "svg", "pdf"]),
    at=st.floats(0, 1, exclude_max=True),
    byte=st.integers(0, 255),
    cut=st.booleans(),
)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    pictures: dict[str, bytes], form: str, at: float, byte: int, cut: bool
) -> None:
    data = pictures[form]
    place = int(at * len(data))
    rest = b"" if cut else data[place + 1 :]
    with tempfile.TemporaryDirectory() as folder, suppress(Problem):
        path = Path(folder) / f"a.{form}"
        path.write_bytes(data[:place] + bytes([byte]) + rest)
        scan_file(path, FINDER)


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("hemmelig", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(Problem, match="password"):
        scan_file(tmp_path / "a.pdf", FINDER)


def test_a_pdf_of_nothing_but_pictures_is_refused(tmp_path: Path) -> None:
    figure = Figure(figsize=(2, 2))
    axes = figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[])
    axes.imshow([[0, 1], [1, 0]])
    figure.savefig(tmp_path / "a.pdf")
    with pytest.raises(Problem, match="pages are pictures"):
        scan_file(tmp_path / "a.pdf", FINDER)


def test_an_open_document_with_a_password_is_refused(tmp_path: Path) -> None:
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as package:
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", b"\0\1")
    with pytest.raises(Problem, match="password"):
        scan_file(tmp_path / "a.odt", FINDER)
