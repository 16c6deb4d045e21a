"""Quotes as a Word file, opened again."""

import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Cm, Mm
from lxml import etree

from coder.exports.word import write_quotes
from coder.results.quote import Quote, QuoteSelection


def written(selection: QuoteSelection, folder: Path) -> Opened:
    write_quotes(selection, folder / "quotes.docx")
    return Document(str(folder / "quotes.docx"))


def test_headings_and_quotes_have_their_built_in_styles(
    selection: QuoteSelection, tmp_path: Path
) -> None:
    opened = written(selection, tmp_path)
    assert [(p.style.name if p.style else "", p.text) for p in opened.paragraphs[:7]] == [
        ("Title", "Sitater: levekår"),
        ("Heading 1", "Hvorfor får ikke alle individuell plan?"),
        ("Heading 2", "Kapasitet"),
        ("Heading 3", "Årsverk"),
        ("Quote", "For få årsverk.\n\n1. Det haster. (kommune med 2000-5000 innbyggere)"),
        ("Quote", "Vi har ikke tid."),
        ("Heading 3", "Økonomi"),
    ]


def test_line_breaks_inside_a_quote_are_breaks(selection: QuoteSelection, tmp_path: Path) -> None:
    quote = written(selection, tmp_path).paragraphs[4]
    assert len(quote._p.findall(".//" + qn("w:br"))) == 2


def test_levels_below_the_fourth_stay_heading_4(tmp_path: Path) -> None:
    selection = QuoteSelection("T", "nb", (Quote(("Q", "a", "b", "c", "d"), "tekst", ""),))
    styles = [p.style.name for p in written(selection, tmp_path).paragraphs if p.style]
    assert styles[1:6] == ["Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 4"]


def test_notes_stand_at_the_end(selection: QuoteSelection, tmp_path: Path) -> None:
    opened = written(selection, tmp_path)
    assert [p.text for p in opened.paragraphs[-2:]] == ["3 tekstutdrag.", "2 svar ikke kodet."]


def test_a_draft_says_so_at_the_top_and_on_every_page(
    draft: QuoteSelection, tmp_path: Path
) -> None:
    opened = written(draft, tmp_path)
    assert opened.paragraphs[1].text == "UTKAST, IKKE GODKJENT"
    assert [s.header.paragraphs[0].text for s in opened.sections] == ["UTKAST, IKKE GODKJENT"]


def test_approved_quotes_have_an_empty_header(selection: QuoteSelection, tmp_path: Path) -> None:
    assert written(selection, tmp_path).sections[0].header.paragraphs[0].text == ""


def test_the_footer_counts_pages(selection: QuoteSelection, tmp_path: Path) -> None:
    footer = written(selection, tmp_path).sections[0].footer
    codes = [code.text for code in footer._element.iter(qn("w:instrText"))]
    assert (codes, footer.paragraphs[0].text) == ([" PAGE ", " NUMPAGES "], "Side 1 av 1")


def test_the_page_is_a4_with_margins_of_two_and_a_half_centimetres(
    selection: QuoteSelection, tmp_path: Path
) -> None:
    section = written(selection, tmp_path).sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin)
    wanted = (Mm(210), Mm(297), Cm(2.5))
    assert all(abs(size - want) < Mm(1) for size, want in zip(sizes, wanted, strict=True) if size)


def test_the_language_is_the_study_s(selection: QuoteSelection, tmp_path: Path) -> None:
    nynorsk = QuoteSelection(selection.title, "nn", selection.quotes)
    styles = written(nynorsk, tmp_path).styles.element
    assert styles.find(".//" + qn("w:lang")).get(qn("w:val")) == "nn-NO"


def test_the_properties_name_nobody(selection: QuoteSelection, tmp_path: Path) -> None:
    core = written(selection, tmp_path).core_properties
    assert (core.title, core.author, core.last_modified_by, core.comments, core.created) == (
        "Sitater: levekår",
        "",
        "",
        "",
        None,
    )


def test_the_file_has_no_parts_beyond_those_it_needs(
    selection: QuoteSelection, tmp_path: Path
) -> None:
    write_quotes(selection, tmp_path / "quotes.docx")
    with zipfile.ZipFile(tmp_path / "quotes.docx") as archive:
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/header.xml",
            "word/footer.xml",
        ]


def test_every_relation_and_content_type_names_a_part_that_is_there(
    selection: QuoteSelection, tmp_path: Path
) -> None:
    write_quotes(selection, tmp_path / "quotes.docx")
    with zipfile.ZipFile(tmp_path / "quotes.docx") as archive:
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        names = set(archive.namelist())
    assert {part.get("PartName", "")[1:] for part in types if part.get("PartName")} <= names
    assert {f"word/{relation.get('Target')}" for relation in relations} <= names


def test_every_style_in_use_is_defined(draft: QuoteSelection, tmp_path: Path) -> None:
    opened = written(draft, tmp_path)
    used = {mark.get(qn("w:val")) for mark in opened.element.iter(qn("w:pStyle"), qn("w:rStyle"))}
    assert used <= {style.style_id for style in opened.styles}


def test_white_space_around_a_quote_is_not_printed(tmp_path: Path) -> None:
    selection = QuoteSelection("T", "nb", (Quote(("Q",), "\n  tekst \n\n", "bydel"),))
    assert written(selection, tmp_path).paragraphs[2].text == "tekst (bydel)"
