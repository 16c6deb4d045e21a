"""Whatever is written anywhere in a Word file reaches the last gate."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK

from corpus.privacy.finder import Finder
from corpus.privacy.scan.files import read_pieces
from corpus.privacy.scan.gate import scan_file

FINDER = Finder(["Karasjok", "Time"])
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Plant = Callable[[WordDocument], None]


def in_body(document: WordDocument) -> None:
    document.add_paragraph("Vi i Karasjok")


def in_runs(document: WordDocument) -> None:
    paragraph = document.add_paragraph("Vi i Ka")
    paragraph.add_run("ras").bold = True
    paragraph.add_run("jok har")


def in_table(document: WordDocument) -> None:
    document.add_table(2, 2).cell(1, 1).text = "Vi i Karasjok"


def in_header(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].text = "Rapport for Karasjok"


def in_footer(document: WordDocument) -> None:
    document.sections[0].footer.paragraphs[0].text = "Rapport for Karasjok"


def in_comment(document: WordDocument) -> None:
    paragraph = document.add_paragraph("Bra tilbud")
    document.add_comment(paragraph.runs, text="Dette er i Karasjok", author="ab")


def in_comment_author(document: WordDocument) -> None:
    paragraph = document.add_paragraph("Bra tilbud")
    document.add_comment(paragraph.runs, text="Se her", author="Kari i Karasjok")


def in_title(document: WordDocument) -> None:
    document.core_properties.title = "Svar fra Karasjok"


def in_author(document: WordDocument) -> None:
    document.core_properties.author = "Karasjok kommune"


def in_keywords(document: WordDocument) -> None:
    document.core_properties.keywords = "helse, Karasjok"


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        (in_body, "page text, paragraph 1"),
        (in_runs, "page text, paragraph 1"),
        (in_table, "page text, paragraph 4"),
        (in_header, "header, paragraph 1"),
        (in_footer, "footer, paragraph 1"),
        (in_comment, "comments, paragraph 1"),
        (in_comment_author, "comments"),
        (in_title, "document properties"),
        (in_author, "document properties"),
        (in_keywords, "document properties"),
    ],
)
def test_a_planted_name_is_found_with_its_place(plant: Plant, place: str, tmp_path: Path) -> None:
    document = Document()
    plant(document)
    document.save(str(tmp_path / "report.docx"))
    (leak,) = scan_file(tmp_path / "report.docx", FINDER)
    assert (leak.place, leak.hit.text) == (place, "Karasjok")


@pytest.mark.parametrize(
    ("part", "content", "place"),
    [
        ("docProps/custom.xml", "<Properties><a>fra Karasjok</a></Properties>", "document prop"),
        ("docProps/custom.xml", '<Properties><a name="fra Karasjok"/></Properties>', "document"),
        ("customXml/item9.xml", "<a>fra <b/>Karasjok</a>", "custom XML"),
        ("customXml/item9.xml", "<a><!-- fra Karasjok --></a>", "custom XML"),
        ("customXml/item9.xml", "<!-- fra Karasjok --><a/>", "custom XML"),
        ("word/drawings/a.vml", "<xml><br><p>fra Karasjok</p></xml>", "drawings"),
        ("word/footnotes.xml", f"<w:p {W}><w:t>fra Karasjok</w:t></w:p>", "footnotes, paragraph 1"),
        ("word/endnotes.xml", f"<w:p {W}><w:delText>fra Karasjok</w:delText></w:p>", "endnotes"),
        ("word/charts/chart1.xml", "<c><v>fra Karasjok</v></c>", "drawings"),
        ("word/settings.xml", f'<w:docVar {W} w:val="fra Karasjok"/>', "word/settings.xml"),
        ("word/header9.xml", f'<w:docPr {W} descr="fra Karasjok"/>', "header"),
        (
            "word/_rels/document.xml.rels",
            '<R><r TargetMode="External" Target="mailto:a%40karasjok.no"/></R>',
            "word/_rels",
        ),
    ],
)
def test_a_name_in_any_other_part_is_found(
    part: str, content: str, place: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}/>")
        package.writestr(part, content)
    (leak,) = scan_file(path, FINDER)
    assert leak.place.startswith(place)
    assert "karasjok" in leak.hit.text.lower()


def test_a_name_in_an_embedded_workbook_is_found(tmp_path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("word/document.xml", f"<w:p {W}><w:t>fra Karasjok</w:t></w:p>")
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}/>")
        package.writestr("word/embeddings/part1.docx", inner.getvalue())
    (leak,) = scan_file(path, FINDER)
    assert leak.place == "embedded file part1.docx, page text, paragraph 1"


def test_a_line_break_in_a_paragraph_begins_a_sentence(tmp_path: Path) -> None:
    document = Document()
    run = document.add_paragraph().add_run("Bra")
    run.add_break(WD_BREAK.LINE)
    run.add_text("Time er viktig")
    document.save(str(tmp_path / "report.docx"))
    assert "Bra\nTime er viktig" in [piece.text for piece in read_pieces(tmp_path / "report.docx")]
    assert scan_file(tmp_path / "report.docx", FINDER) == ()


def test_a_masked_file_passes(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Tid")
    document.add_paragraph("Vi i [kommune] har det bra. (kommune med 2000-5000 innbyggere)")
    document.save(str(tmp_path / "report.docx"))
    assert scan_file(tmp_path / "report.docx", FINDER) == ()
