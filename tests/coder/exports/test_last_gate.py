"""Whatever tells who answered, wherever it stands in a file that was written, stops the file."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from odf import draw, meta, office, text
from odf.opendocument import OpenDocumentText
from openpyxl import load_workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from coder.exports.figures.table_figure import write_table_figure
from coder.exports.publishing import publish
from coder.exports.quote_formats import quote_writer
from coder.exports.table_formats import table_writer
from coder.results.quote import QuoteSelection
from coder.results.table import Table
from corpus.privacy.finder import Finder
from corpus.privacy.scan.gate import scan_file
from corpus.problems import Problem

FINDER = Finder(["Storvik"])
OWN, PLACE, COUNTY = "Storvik kommune", "Karasjok", "Nordland fylkeskommune"
MAIL, PHONE, NUMBER = "kari@storvik.kommune.no", "73 59 30 01", "12038512345"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Change = Callable[[bytes], bytes]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return whole.getvalue()


def _with_part(name: str, content: str) -> Change:
    return lambda data: _packed({**_parts(data), name: content.encode()})


def _replaced(old: str, new: str, part: str = "") -> Change:
    """One text for another, in a part of an archive or in the whole file."""

    def change(data: bytes) -> bytes:
        if part:
            parts = _parts(data)
            assert old.encode() in parts[part]
            parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
            return _packed(parts)
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def _in_word(plant: Callable[..., object]) -> Change:
    def change(data: bytes) -> bytes:
        document, whole = Document(BytesIO(data)), BytesIO()
        plant(document)
        document.save(whole)
        return whole.getvalue()

    return change


def _in_excel(plant: Callable[..., object]) -> Change:
    def change(data: bytes) -> bytes:
        book, whole = load_workbook(BytesIO(data)), BytesIO()
        plant(book)
        book.save(whole)
        return whole.getvalue()

    return change


def _in_pdf(plant: Callable[[pypdf.PdfWriter], object]) -> Change:
    def change(data: bytes) -> bytes:
        writer, whole = pypdf.PdfWriter(clone_from=BytesIO(data)), BytesIO()
        plant(writer)
        writer.write(whole)
        return whole.getvalue()

    return change


def _hidden_sheet(book: object) -> None:
    sheet = book.create_sheet("Skjult")  # type: ignore[attr-defined]
    sheet["C7"], sheet.sheet_state = PHONE, "veryHidden"


def _hidden_row(book: object) -> None:
    sheet = book.active  # type: ignore[attr-defined]
    sheet["A90"] = f"Vi i {PLACE} har lite"
    sheet.row_dimensions[90].hidden = True


def _validation(book: object) -> None:
    rule = DataValidation(type="list", formula1=f'"Oslo,{PLACE}"')
    rule.add("A1")
    book.active.add_data_validation(rule)  # type: ignore[attr-defined]


def _chart(book: object) -> None:
    chart = BarChart()
    chart.title = f"Svar fra {PLACE}"
    book.active.add_chart(chart, "H2")  # type: ignore[attr-defined]


def _defined(book: object) -> None:
    name = DefinedName("Svar", attr_text=f'"{MAIL}"')
    book.defined_names["Svar"] = name  # type: ignore[attr-defined]


def _excel_set(cell: str, **given: object) -> Change:
    def plant(book: object) -> None:
        for name, value in given.items():
            setattr(book.active[cell], name, value)  # type: ignore[attr-defined]

    return _in_excel(plant)


def _hyperlink(document: object) -> None:
    part = document.part  # type: ignore[attr-defined]
    part.relate_to("https://www.karasjok.kommune.no/", RELATIONSHIP_TYPE.HYPERLINK, True)


def _annotation(writer: pypdf.PdfWriter) -> None:
    from pypdf.annotations import FreeText

    writer.add_annotation(0, FreeText(text=f"Se {PLACE}", rect=(0, 0, 50, 50)))


def _chunk(kind: bytes, body: bytes) -> Change:
    def change(data: bytes) -> bytes:
        whole = kind + body
        chunk = struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))
        return data[:33] + chunk + data[33:]

    return change


_FOOTNOTE = f'<w:footnotes xmlns:w="{W}"><w:p><w:r><w:t>{NUMBER}</w:t></w:r></w:p></w:footnotes>'
_ALTERNATIVE = f'<w:p><w:docPr w:id="1" w:name="Bilde" w:descr="Kart over {PLACE}"/></w:p><w:sectPr'
_BOX = f"<w:p><w:txbxContent><w:p><w:t>{COUNTY} eier</w:t></w:p></w:txbxContent></w:p><w:sectPr"

LEAKS: dict[str, tuple[str, Change]] = {
    "page text": ("docx", _in_word(lambda document: document.add_paragraph(f"Vi i {PLACE}"))),
    "comment": (
        "docx",
        _in_word(lambda document: document.add_comment(document.paragraphs[0].runs, text=MAIL)),
    ),
    "header": (
        "docx",
        _in_word(lambda document: document.sections[0].header.add_paragraph(f"For {OWN}")),
    ),
    "footer": (
        "docx",
        _in_word(lambda document: document.sections[0].footer.add_paragraph(f"Ring {PHONE}")),
    ),
    "footnote": ("docx", _with_part("word/footnotes.xml", _FOOTNOTE)),
    "author": (
        "docx",
        _in_word(lambda document: setattr(document.core_properties, "author", OWN)),
    ),
    "custom property": (
        "docx",
        _with_part("docProps/custom.xml", f"<Properties><lpwstr>{OWN}</lpwstr></Properties>"),
    ),
    "company": (
        "docx",
        _with_part("docProps/app2.xml", f"<Properties><Company>{OWN}</Company></Properties>"),
    ),
    "custom XML": ("docx", _with_part("customXml/item1.xml", f'<a navn="x">{PLACE} alt</a>')),
    "alternative text": ("docx", _replaced("<w:sectPr", _ALTERNATIVE, "word/document.xml")),
    "text box": ("docx", _replaced("<w:sectPr", _BOX, "word/document.xml")),
    "link": ("docx", _in_word(_hyperlink)),
    "embedded page": ("docx", _with_part("word/chunk.htm", f"<p>Vi i {PLACE}</p>")),
    "name of a picture": ("docx", _with_part("word/media/Karasjok.bin", "")),
    "hidden sheet": ("xlsx", _in_excel(_hidden_sheet)),
    "hidden row": ("xlsx", _in_excel(_hidden_row)),
    "sheet name": ("xlsx", _in_excel(lambda book: setattr(book.active, "title", PLACE))),
    "defined name": ("xlsx", _in_excel(_defined)),
    "validation": ("xlsx", _in_excel(_validation)),
    "chart": ("xlsx", _in_excel(_chart)),
    "cell comment": ("xlsx", _excel_set("A1", comment=Comment(f"Ring {PHONE}", "x"))),
    "cell link": ("xlsx", _excel_set("A1", hyperlink=f"mailto:{MAIL}")),
    "page header": (
        "xlsx",
        _in_excel(lambda book: setattr(book.active.oddHeader.left, "text", f"For {OWN}")),
    ),
    "printer": (
        "xlsx",
        _with_part("xl/printerSettings/p1.bin", "\0".join(f"Printer {PLACE}") + "\0"),
    ),
    "web comment": ("html", _replaced("</body>", f"<!-- {MAIL} --></body>")),
    "web attribute": ("html", _replaced("<body", f'<body data-who="{OWN}"')),
    "web link": (
        "html",
        _replaced("</body>", '<a href="https://karasjok.kommune.no">x</a></body>'),
    ),
    "markdown": ("md", lambda data: data + f"\n<!-- fra {PLACE} -->\n".encode()),
    "cell of CSV": ("csv", lambda data: data + f"x;{NUMBER};y\n".encode()),
    "key in JSON": ("json", _replaced('"quotes"', f'"{MAIL}": [], "quotes"')),
    "LaTeX comment": ("tex", lambda data: data + f"% fra {PLACE} her\n".encode()),
    "picture text": ("png", _chunk(b"tEXt", b"Comment\0" + f"Vi i {PLACE}".encode())),
    "packed picture text": (
        "png",
        _chunk(b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(MAIL.encode())),
    ),
    "camera data": ("png", _chunk(b"eXIf", b"II*\0\0\0" + f"Vi i {PLACE} her".encode() + b"\0")),
    "drawn description": ("svg", _replaced("</desc>", f" Vi i {PLACE}</desc>")),
    "drawn comment": ("svg", _replaced("</desc>", f"</desc><!-- {MAIL} -->")),
    "PDF properties": ("pdf", _in_pdf(lambda writer: writer.add_metadata({"/Author": OWN}))),
    "PDF bookmark": (
        "pdf",
        _in_pdf(lambda writer: writer.add_outline_item(title=f"Vi i {PLACE}", page_number=0)),
    ),
    "PDF comment": ("pdf", _in_pdf(_annotation)),
    "PDF attachment": (
        "pdf",
        _in_pdf(lambda writer: writer.add_attachment("svar.txt", f"Vi i {PLACE}".encode())),
    ),
}


def _written(form: str, selection: QuoteSelection, table: Table, path: Path) -> None:
    """A file of this kind as the program writes it."""
    if form in ("png", "svg", "pdf"):
        write_table_figure(table, "bars", "Levekår", path, form)
    elif form == "tex":
        table_writer(table, form)(path)
    else:
        quote_writer(selection, form)(path)


@pytest.mark.parametrize("kind", LEAKS)
def test_a_leak_stops_the_file_and_nothing_is_left(
    kind: str, selection: QuoteSelection, plain_table: Table, tmp_path: Path
) -> None:
    form, change = LEAKS[kind]

    def write(path: Path) -> tuple[str, ...]:
        _written(form, selection, plain_table, path)
        path.write_bytes(change(path.read_bytes()))
        return ()

    with pytest.raises(Problem, match="would tell who answered"):
        publish(tmp_path / f"ut.{form}", write, FINDER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", sorted({form for form, _ in LEAKS.values()}))
def test_what_is_clean_passes(
    form: str, selection: QuoteSelection, plain_table: Table, tmp_path: Path
) -> None:
    def write(path: Path) -> tuple[str, ...]:
        _written(form, selection, plain_table, path)
        return ()

    publish(tmp_path / f"ut.{form}", write, FINDER)
    assert [path.name for path in tmp_path.iterdir()] == [f"ut.{form}"]


def _open_text(path: Path, plant: Callable[[OpenDocumentText], object]) -> None:
    document = OpenDocumentText()
    document.text.addElement(text.H(outlinelevel=1, text="Kapasitet"))
    document.text.addElement(text.P(text="For få årsverk i [kommune]."))
    plant(document)
    document.save(str(path))


def _footnote(document: OpenDocumentText) -> None:
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text=f"Se {PLACE}"))
    note.addElement(body)
    paragraph = text.P(text="Bra")
    paragraph.addElement(note)
    document.text.addElement(paragraph)


def _remark(document: OpenDocumentText) -> None:
    remark = office.Annotation()
    remark.addElement(text.P(text=MAIL))
    paragraph = text.P(text="Bra")
    paragraph.addElement(remark)
    document.text.addElement(paragraph)


def _open_link(document: OpenDocumentText) -> None:
    paragraph = text.P()
    paragraph.addElement(text.A(href="https://karasjok.kommune.no/", text="her"))
    document.text.addElement(paragraph)


def _open_picture(document: OpenDocumentText) -> None:
    paragraph = text.P()
    paragraph.addElement(draw.Frame(name=f"Kart over {PLACE}"))
    document.text.addElement(paragraph)


def _open_property(document: OpenDocumentText) -> None:
    document.meta.addElement(meta.UserDefined(name="Kilde", text=OWN))


@pytest.mark.parametrize("plant", [_footnote, _remark, _open_link, _open_picture, _open_property])
def test_a_leak_in_an_open_document_is_found(
    plant: Callable[[OpenDocumentText], object], tmp_path: Path
) -> None:
    _open_text(tmp_path / "kapittel.odt", lambda _: None)
    assert scan_file(tmp_path / "kapittel.odt", FINDER) == ()
    _open_text(tmp_path / "kapittel.odt", plant)
    assert scan_file(tmp_path / "kapittel.odt", FINDER)
