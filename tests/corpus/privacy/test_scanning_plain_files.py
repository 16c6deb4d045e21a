"""Whatever is written in HTML, Markdown, CSV, JSON and text files reaches the last gate."""

import json
from pathlib import Path

import pytest

from corpus.privacy.finder import Finder
from corpus.privacy.scan.files import read_pieces
from corpus.privacy.scan.gate import scan_file

FINDER = Finder(["Karasjok", "Time"])


def places(path: Path, text: str) -> list[tuple[str, str]]:
    """Where something is found in a file with this text, and what."""
    path.write_text(text, encoding="utf-8")
    return [(leak.place, leak.hit.text) for leak in scan_file(path, FINDER)]


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<p>Vi i Karasjok</p>", "line 1"),
        ("<p>Bra</p>\n<p>Vi i\n<b>Kara</b>sjok</p>", "line 2"),
        ("<table><tr><td>3<td>Vi i Karasjok</table>", "line 1"),
        ("<p>Bra<br>Vi i Karasjok</p>", "line 1"),
        ("<title>Svar fra Karasjok</title>", "line 1"),
        ("<script>x = 'fra Karasjok'</script>", "line 1"),
        ("<p>a</p><!-- fra Karasjok --><p>b</p>", "comment, line 1"),
        ("<!-- fra Karasjok --><p>a</p>", "comment, line 1"),
        ('<img alt="fra Karasjok">', "attribute alt, line 1"),
        ('<p title="fra Karasjok">', "attribute title, line 1"),
        ('<meta name="description" content="fra Karasjok">', "attribute content, line 1"),
        ('<td hidden aria-label="fra Karasjok">', "attribute aria-label, line 1"),
        ("<p>fra Kara&#115;jok</p>", "line 1"),
        ("<p>a\0</p><p>fra Karasjok</p>", "line 1"),
    ],
)
def test_a_name_in_a_web_page_is_found(html: str, place: str, tmp_path: Path) -> None:
    assert places(tmp_path / "a.html", html) == [(place, "Karasjok")]


def test_an_address_in_a_link_is_found(tmp_path: Path) -> None:
    found = places(tmp_path / "a.html", '<p><a href="mailto:ola%40x.no">skriv</a></p>')
    assert found == [("attribute href, line 1", "ola@x.no")]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<style>p { font-family: 'Times New Roman', Time }</style>",
        "<p>Time hos lege<br>Time hos psykolog</p>",
        "<td>Tid<td>Time",
        '<a href="#Time">se</a>',
        "<p class='Time'>[kommune]</p>",
    ],
)
def test_a_web_page_without_names_passes(html: str, tmp_path: Path) -> None:
    assert places(tmp_path / "a.html", html) == []


def test_an_external_entity_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("fra Karasjok", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{tmp_path}/secret.txt">]><p>a &x; b</p>'
    assert places(tmp_path / "a.html", page) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Svar\n\n> Vi i Karasjok\n", [("line 3", "Karasjok")]),
        ("en\nto i Karasjok\n\ntre\nfire i Karasjok", [("line 2", "Karasjok")] * 1),
        ("Vi er i Indre\nFosen no", [("line 1", "Indre\nFosen")]),
        ("Vi i Nord\\-Aurdal", [("line 1", "Nord-Aurdal")]),
        ("Vi i Gamle&nbsp;Oslo", [("line 1", "Gamle\u00a0Oslo")]),
        ("Bra<br>Time er viktig", []),
        ("| Time | 3 |\n| Ski | 4 |", []),
        ("- Time\n- Ski\n", []),
    ],
)
def test_markdown_is_read_as_its_reader_sees_it(
    text: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert places(tmp_path / "a.md", text)[: max(1, len(found))] == found


def test_every_line_of_a_text_has_its_own_place(tmp_path: Path) -> None:
    found = places(tmp_path / "a.txt", "en\r\nto i Karasjok\r\n\r\n\r\ntre\r\nfire i Karasjok")
    assert [place for place, _ in found] == ["line 2", "line 6"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_name_in_a_cell_is_found(delimiter: str, tmp_path: Path) -> None:
    text = delimiter.join(("sti", "sitat")) + "\n" + delimiter.join(("a", '"Vi i\nKarasjok"'))
    assert places(tmp_path / "a.csv", text) == [("row 2, column 2", "Karasjok")]


def test_a_very_long_cell_is_read_like_any_other(tmp_path: Path) -> None:
    text = "a;b\n1;" + "x" * 140_000 + " i Karasjok"
    assert places(tmp_path / "a.csv", text) == [("row 2, column 2", "Karasjok")]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"quotes": [{"text": "a"}, {"text": "fra Karasjok"}]}, ("quotes[1].text", "Karasjok")),
        ({"quotes": {"fra Karasjok": 3}}, ("keys", "Karasjok")),
        ("fra Karasjok", ("the whole file", "Karasjok")),
        ({"tlf": 22334455}, ("tlf", "22334455")),
    ],
)
def test_a_name_in_json_is_found(value: object, found: tuple[str, str], tmp_path: Path) -> None:
    assert places(tmp_path / "a.json", json.dumps(value)) == [found]


def test_a_key_that_json_holds_twice_is_read_twice(tmp_path: Path) -> None:
    found = places(tmp_path / "a.json", '{"a": "fra Karasjok", "a": "b"}')
    assert found == [("a", "Karasjok")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encoding_it_has(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Vi i Bømlo".encode(encoding))
    assert [piece.text for piece in read_pieces(tmp_path / "a.txt")] == ["Vi i Bømlo"]


def test_blank_pieces_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a;;\n; ;b\n", encoding="utf-8")
    assert [piece.text for piece in read_pieces(tmp_path / "a.csv")] == ["a", "b"]


def test_an_excerpt_has_thirty_characters_on_either_side_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 40 + "\ni Karasjok " + "y" * 40, encoding="utf-8")
    (leak,) = scan_file(tmp_path / "a.txt", FINDER)
    assert leak.excerpt == "x" * 27 + " i Karasjok " + "y" * 29


def test_own_names_are_found_in_lower_case(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("vi i karasjok", encoding="utf-8")
    assert len(scan_file(tmp_path / "a.txt", FINDER, ["Karasjok"])) == 1


def test_what_finding_is_not_certain_of_is_no_leak(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("det går i time", encoding="utf-8")
    assert scan_file(tmp_path / "a.txt", FINDER, ["Time"]) == ()


def test_a_released_name_is_no_leak(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Vi i Karasjok", encoding="utf-8")
    assert scan_file(tmp_path / "a.txt", Finder(["Karasjok"], released=["Karasjok"])) == ()
