"""Elements of WordprocessingML (ISO 29500-1, part 17), built so that text can only be text."""

from collections.abc import Iterable, Sequence

from lxml import etree

from coder.exports.controls import holdable

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {"w": MAIN, "r": RELATIONS}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, *children: Element, **attributes: str) -> Element:
    """An element `w:name` with attributes `w:...` and children."""
    made = etree.Element(
        f"{{{MAIN}}}{name}",
        {f"{{{MAIN}}}{key}": value for key, value in attributes.items()},
        nsmap=_NAMESPACES,
    )
    made.extend(children)
    return made


def text_run(lines: Sequence[str], *properties: Element) -> Element:
    """A run of text: lines parted by line breaks, tabs kept, control characters replaced."""
    made = element("r")
    if properties:
        made.append(element("rPr", *properties))
    for number, line in enumerate(lines):
        if number:
            made.append(element("br"))
        for position, piece in enumerate(line.split("\t")):
            if position:
                made.append(element("tab"))
            if piece:
                made.append(_text(piece))
    return made


def paragraph(style: str, runs: Iterable[Element], *properties: Element) -> Element:
    """A paragraph in a style; further properties in the order that the standard gives."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *runs)


def field(instruction: str, result: str) -> list[Element]:
    """The runs of a field with the result that it shows until Word updates it."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
        text_run([result]),
        element("r", element("fldChar", fldCharType="end")),
    ]


def serialised(root: Element) -> bytes:
    """An element as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _text(piece: str) -> Element:
    made = element("t")
    made.text = holdable(piece)
    if piece != piece.strip():
        made.set(_SPACE, "preserve")
    return made
