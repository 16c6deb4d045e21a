"""The parts of a Word file around its text: styles, header, footer, properties, and the zip."""

from collections.abc import Iterable
from importlib.resources import files
from string import Template

from lxml import etree

from coder.exports.controls import holdable, one_line
from coder.exports.fixed_words import FixedWords
from coder.exports.word_xml import (
    RELATIONS,
    Element,
    element,
    field,
    paragraph,
    serialised,
    text_run,
)
from coder.exports.zipped import zip_bytes

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"

SHORT_SIDE, LONG_SIDE, MARGIN = 11906, 16838, 1417
"""A4 and 2.5 cm in twentieths of a point."""


def word_bytes(body: Iterable[Element], title: str, draft: str, words: FixedWords) -> bytes:
    """A Word file: `draft` stands in the header of every page, the page number in the footer.

    `body` ends with the properties of its last section. The author is empty.
    """
    document = element("document", element("body", *body))
    header = element("hdr", paragraph("Header", [text_run([one_line(draft)])] if draft else []))
    return zip_bytes(
        [
            ("[Content_Types].xml", _part("content_types.xml")),
            ("_rels/.rels", _part("package_rels.xml")),
            ("docProps/core.xml", _core_properties(title, words)),
            ("word/document.xml", serialised(document)),
            ("word/_rels/document.xml.rels", _part("document_rels.xml")),
            ("word/styles.xml", _part("styles.xml", language=words.tag)),
            ("word/settings.xml", _part("settings.xml", language=words.tag)),
            ("word/fontTable.xml", _part("font_table.xml")),
            ("word/header.xml", serialised(header)),
            ("word/footer.xml", serialised(_footer(words))),
        ]
    )


def section(landscape: bool) -> Element:
    """The properties of a section: A4 with margins of 2.5 cm, the file's header and footer."""
    width, height = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    page = element("pgSz", w=str(width), h=str(height))
    if landscape:
        page = element("pgSz", w=str(width), h=str(height), orient="landscape")
    sides = dict.fromkeys(("top", "right", "bottom", "left"), str(MARGIN))
    margins = element("pgMar", **sides, header="709", footer="709", gutter="0")
    references = [_reference("header", "rId4"), _reference("footer", "rId5")]
    return element("sectPr", *references, page, margins)


def _reference(kind: str, relation: str) -> Element:
    made = element(f"{kind}Reference", type="default")
    made.set(f"{{{RELATIONS}}}id", relation)
    return made


def _footer(words: FixedWords) -> Element:
    runs = [
        text_run([f"{words.page} "]),
        *field("PAGE", "1"),
        text_run([f" {words.of} "]),
        *field("NUMPAGES", "1"),
    ]
    return element("ftr", paragraph("Footer", runs))


def _core_properties(title: str, words: FixedWords) -> bytes:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN})
    for name, text in (("title", title), ("creator", ""), ("language", words.tag)):
        etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = holdable(one_line(text))
    return serialised(root)


def _part(name: str, **values: str) -> bytes:
    text = files("coder.exports").joinpath("word_parts", name).read_text(encoding="utf-8")
    return Template(text).substitute(values).encode()
