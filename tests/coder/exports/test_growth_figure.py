"""The curve in files: readable by people and programs, the same bytes every time."""

import struct
import zlib
from pathlib import Path

import pytest
from lxml import etree

from coder.exports.figures.growth_figure import growth_texts, write_growth_figure
from coder.exports.figures.saving import FORMATS
from coder.growth_curve import FirstUse, Growth
from corpus.problems import Problem

HOSTILE = "Åpne $svar$ på æøå? [/] \x1b[2J \u202e <b>& 👩 \\frac{1}{2}"


def growth(answers: int = 220, text: str = "Hva bør bli bedre?", imported: int = 0) -> Growth:
    """A code at answers 1, 2, 4, 8, ... of so many."""
    places = [2**at for at in range(20) if 2**at <= answers]
    firsts = tuple(FirstUse(at, (f"Kode {at}",), place) for at, place in enumerate(places))
    goes = tuple(range(1, answers + 1))
    return Growth(("k1",), text, "nb", "", answers + 5, goes, firsts, imported)


def written(folder: Path, form: str, of: Growth | None = None) -> bytes:
    """The file of a figure."""
    path = folder / f"figur.{form}"
    write_growth_figure(of or growth(), "Studie", path, form)
    return path.read_bytes()


def png_texts(data: bytes) -> dict[str, str]:
    """The texts that a PNG file carries."""
    texts, at = {}, 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind == b"tEXt":
            key, _, value = body.partition(b"\0")
            texts[key.decode()] = value.decode("latin-1")
        elif kind == b"iTXt":
            key, _, rest = body.partition(b"\0")
            value = rest[2:].split(b"\0", 2)[2]
            texts[key.decode()] = (zlib.decompress(value) if rest[0] else value).decode()
        at += 12 + length
    return texts


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_growth_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    assert written(tmp_path, form) == written(tmp_path, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("answers", [1, 3, 49, 5_000])
def test_few_and_many_answers_can_be_drawn(tmp_path: Path, form: str, answers: int) -> None:
    assert written(tmp_path, form, growth(answers))


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_texts_are_drawn_as_text(tmp_path: Path, form: str) -> None:
    assert written(tmp_path, form, growth(text=HOSTILE))


def test_no_date_stands_in_a_file(tmp_path: Path) -> None:
    assert b"CreationDate" not in written(tmp_path, "pdf")
    assert b"dc:date" not in written(tmp_path, "svg")


def test_the_svg_has_a_title_and_a_description(tmp_path: Path) -> None:
    texts = growth_texts(growth(text=HOSTILE), "Studie")
    root = etree.fromstring(written(tmp_path, "svg", growth(text=HOSTILE)))
    namespace = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{namespace}title") == texts.title
    assert root.findtext(f"{namespace}desc") == texts.description
    assert root.get("aria-labelledby") == "title description"


def test_the_png_has_a_title_and_a_description(tmp_path: Path) -> None:
    texts, found = growth_texts(growth(), "Studie"), png_texts(written(tmp_path, "png"))
    assert (found["Title"], found["Description"]) == (texts.title, texts.description)


def test_the_png_has_300_dots_an_inch(tmp_path: Path) -> None:
    data = written(tmp_path, "png")
    at = data.index(b"pHYs") + 4
    assert struct.unpack(">II", data[at : at + 8]) == (11811, 11811)


def test_the_description_says_what_is_seen() -> None:
    said = growth_texts(growth(), "Studie").description
    assert "Etter 55 svar var 6 av 8 koder i bruk, etter 110 svar 7." in said
    assert "den siste nye koden kom ved svar 128 av 220, og 92 svar er kodet siden." in said
    assert "N=220 kodede svar av 225." in said


def test_what_came_in_a_file_is_said_under_the_figure() -> None:
    said = growth_texts(growth(imported=40), "Studie").description
    assert "40 av svarene var kodet i en fil" in said


def test_nothing_coded_cannot_be_drawn(tmp_path: Path) -> None:
    empty = Growth(("k1",), "Hva?", "nb", "", 5, (), ())
    with pytest.raises(Problem, match="nothing to draw"):
        write_growth_figure(empty, "Studie", tmp_path / "x.png", "png")


def test_a_users_own_settings_change_nothing(tmp_path: Path) -> None:
    import matplotlib

    before = written(tmp_path, "svg")
    with matplotlib.rc_context({"font.size": 30, "svg.hashsalt": "other"}):
        assert written(tmp_path, "svg") == before
