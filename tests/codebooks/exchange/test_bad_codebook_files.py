"""Files that are no codebook are refused in a sentence; large and odd ones are not waited for."""

import zipfile
from pathlib import Path

import pytest

from codebooks.exchange.draft import DraftBook
from codebooks.exchange.files import MOST_BYTES, read_codebook_file, write_codebook_file
from codebooks.exchange.shaping import MOST_CODES
from corpus.problems import Problem
from tests.codebooks.exchange.drafts import book, paths, read

SPACE = "urn:QDA-XML:codebook:1.0"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE c [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE c [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def _refused(folder: Path, name: str, content: str | bytes) -> str:
    with pytest.raises(Problem) as refused:
        read(folder, name, content)
    assert refused.value.hint
    assert "\n" not in refused.value.sentence
    return refused.value.sentence


@pytest.mark.parametrize("head", [BOMB, OUTSIDE, '<!DOCTYPE c SYSTEM "http://localhost/c.dtd">'])
def test_a_document_type_is_refused_before_anything_grows(tmp_path: Path, head: str) -> None:
    codes = '<Codes><Code name="&l11;">&f;</Code></Codes>'
    content = f'{head}<CodeBook xmlns="{SPACE}">{codes}</CodeBook>'
    assert "document type" in _refused(tmp_path, "bok.qdc", content)


@pytest.mark.parametrize(
    "content",
    [
        "Økonomi",
        f'<CodeBook xmlns="{SPACE}"><Codes>',
        '<CodeBook><Codes><Code name="A"></Codes></CodeBook>',
        "<CodeBook>\x00</CodeBook>",
        b"<CodeBook>\xff\xfe</CodeBook>",
        "<",
    ],
)
def test_what_is_not_xml_is_no_qdc(tmp_path: Path, content: str | bytes) -> None:
    assert "XML" in _refused(tmp_path, "bok.qdc", content)


@pytest.mark.parametrize(
    "content",
    [
        '<CodeBook xmlns="http://example.org/other"><Codes/></CodeBook>',
        f'<Codes xmlns="{SPACE}"/>',
        "<html><body>A</body></html>",
    ],
)
def test_another_namespace_or_root_is_refused(tmp_path: Path, content: str) -> None:
    assert "not a REFI-QDA codebook" in _refused(tmp_path, "bok.qdc", content)


def test_a_project_is_called_a_project(tmp_path: Path) -> None:
    qde = '<Project xmlns="urn:QDA-XML:project:1.0" name="p"/>'
    assert "is a REFI-QDA project" in _refused(tmp_path, "p.qde", qde)
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr("project.qde", qde)
    packed = (tmp_path / "p.zip").read_bytes()
    assert "is a REFI-QDA project" in _refused(tmp_path, "p.qdpx", packed)
    assert "is a REFI-QDA project" in _refused(tmp_path, "p.qdc", packed)


def test_a_codebook_without_codes_is_refused(tmp_path: Path) -> None:
    content = f'<CodeBook xmlns="{SPACE}"><Codes/></CodeBook>'
    assert "holds no codes" in _refused(tmp_path, "bok.qdc", content)


def test_far_too_deep_codes_are_refused(tmp_path: Path) -> None:
    codes = '<Code name="a">' * 5000 + "</Code>" * 5000
    content = f"<CodeBook><Codes>{codes}</Codes></CodeBook>"
    assert "levels deep" in _refused(tmp_path, "bok.qdc", content)


@pytest.mark.parametrize("name", ["bok.qdc", "bok.csv", "bok.txt", "bok.xlsx"])
def test_a_huge_file_is_refused_unread(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"<CodeBook>")
        file.truncate(2 * MOST_BYTES)
    with pytest.raises(Problem, match="100 MB"):
        read_codebook_file(path)


@pytest.mark.parametrize("name", ["bok.qdc", "bok.csv", "bok.txt", "bok.xlsx"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    assert "0 bytes" in _refused(tmp_path, name, b"")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bok.csv", b"%PDF-1.7\n"),
        ("bok.csv", b"\x89PNG\r\n\x1a\n"),
        ("bok.xlsx", b"PK\x03\x04broken"),
        ("bok.csv", b'sti\n"A\n'),
        ("bok.csv", b"\n \n"),
        ("bok.txt", b"# only words\n"),
        ("bok.md", b"# Tema\n"),
        ("bok.txt", b"\x00\x01\x02\x03"),
    ],
)
def test_what_is_no_codebook_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    sentence = _refused(tmp_path, name, content)
    assert "answers" not in sentence


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.qdc"):
        with pytest.raises(Problem):
            read_codebook_file(path)


def test_more_codes_than_any_codebook_has_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"A {n}\n" for n in range(MOST_CODES + 1))
    assert "more than any codebook" in _refused(tmp_path, "bok.csv", f"sti\n{rows}")


def test_ten_thousand_codes_go_out_and_in(tmp_path: Path) -> None:
    draft = book(*(f"Tema {n // 100} / Kode {n}" for n in range(10_000)))
    for name in ("bok.qdc", "bok.csv", "bok.xlsx", "bok.txt"):
        write_codebook_file(draft, tmp_path / name)
        assert paths(read_codebook_file(tmp_path / name)) == paths(draft)


def test_an_ending_without_a_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="names no form"):
        write_codebook_file(book("A"), tmp_path / "bok.pdf")


@pytest.mark.parametrize("name", ["folder", "missing/bok.qdc"])
def test_a_place_where_no_file_can_stand_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem):
        write_codebook_file(book("A"), tmp_path / name, "qdc")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "bok.qdc"
    path.write_text("old")
    with pytest.raises(Problem):
        write_codebook_file(DraftBook("bok", ()), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
