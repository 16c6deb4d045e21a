"""A file that cannot be searched is refused in a sentence."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.privacy.scan.files import read_pieces
from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(path: Path) -> list[Piece]:
    """All pieces of a file."""
    return list(read_pieces(path))


@pytest.mark.parametrize("name", ["a.epub", "a", "a.doc", "a.docx.zip"])
def test_an_unknown_ending_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Vi i Lier", encoding="utf-8")
    with pytest.raises(Problem, match="cannot be searched") as raised:
        read(tmp_path / name)
    assert ".docx" in raised.value.hint


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        read(tmp_path / "a.docx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(Problem, match="cannot be read"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("data", [b"", b"PK", b"\0" * 500, b"PK\x05\x06" + b"\0" * 18])
def test_a_damaged_office_file_is_refused(ending: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / f"a.{ending}").write_bytes(data)
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path / f"a.{ending}")


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_file_with_a_password_is_refused(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"a.{ending}").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500)
    with pytest.raises(Problem, match="password"):
        read(tmp_path / f"a.{ending}")


@pytest.mark.parametrize(
    "document",
    [
        "<w:document",
        f'<!DOCTYPE a [<!ENTITY x "Lier">]><w:p {W}><w:t>&x;</w:t></w:p>',
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:p {W}><w:t>&x;</w:t></w:p>',
    ],
)
def test_broken_or_cunning_xml_is_refused(document: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("word/document.xml", document)
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path / "a.docx")


def test_a_file_that_unpacks_to_something_huge_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 201_000_000)
    with pytest.raises(Problem, match="200 MB"):
        read(tmp_path / "a.docx")


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a": nul}', "1" * 5000 + "x"])
def test_what_is_not_json_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match="not JSON"):
        read(tmp_path / "a.json")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["md", "csv", "txt"]), st.binary(max_size=300))
def test_any_bytes_can_be_read_as_a_text_file(tmp_path: Path, ending: str, data: bytes) -> None:
    (tmp_path / f"a.{ending}").write_bytes(data)
    assert all(piece.text.strip() for piece in read(tmp_path / f"a.{ending}"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_as_a_web_page_or_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.html").write_bytes(data)
    with suppress(Problem):
        assert all(piece.text.strip() for piece in read(tmp_path / "a.html"))


@pytest.fixture(scope="module")
def whole_document(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a small Word file."""
    path = tmp_path_factory.mktemp("whole") / "whole.docx"
    document = Document()
    document.add_paragraph("Vi i Lier")
    document.save(str(path))
    return path.read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_document_is_read_or_refused(
    tmp_path: Path, whole_document: bytes, at: float, byte: int, cut: bool
) -> None:
    position = int(at * len(whole_document))
    rest = b"" if cut else whole_document[position + 1 :]
    (tmp_path / "a.docx").write_bytes(whole_document[:position] + bytes([byte]) + rest)
    try:
        texts = [piece.text for piece in read(tmp_path / "a.docx")]
    except Problem:
        return
    assert "Vi i Lier" in texts
