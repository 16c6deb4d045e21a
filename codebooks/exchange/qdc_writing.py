"""A codebook as a REFI-QDA codebook (`.qdc`; REFI-QDA 1.5, section 8)."""

from collections.abc import Collection
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from codebooks.exchange.descriptions import description
from codebooks.exchange.draft import DraftBook, DraftCode
from corpus.language import Language
from corpus.problems import Problem
from corpus.version import __version__

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def qdc_bytes(draft: DraftBook, language: Language, coded: Collection[str] = ()) -> bytes:
    """The finished file, the same bytes for the same codebook.

    A theme can be coded with elsewhere when its GUID is among `coded`, a code without anything
    under it always. Codes without a GUID get one that follows from their path.
    """
    if not draft.codes:
        raise Problem(f"The codebook {draft.name} has no codes.", "A .qdc file needs one or more.")
    root = etree.fromstring(f'<CodeBook xmlns="{NAMESPACE}"/>')
    root.set("origin", f"fullkoding {__version__}")
    codes = etree.SubElement(root, f"{{{NAMESPACE}}}Codes")
    themes = {code.path[:-1] for code in draft.codes}
    known: dict[tuple[str, ...], etree._Element] = {(): codes}
    for code in draft.codes:
        codable = code.path not in themes or code.guid in coded
        facts = _attributes(code, codable)
        element = etree.SubElement(known[code.path[:-1]], f"{{{NAMESPACE}}}Code", facts)
        known[code.path] = element
        if text := description(code, language):
            etree.SubElement(element, f"{{{NAMESPACE}}}Description").text = text
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _attributes(code: DraftCode, codable: bool) -> dict[str, str]:
    facts = {
        "guid": code.guid or str(uuid5(NAMESPACE_URL, "fullkoding:" + "\n".join(code.path))),
        "name": code.path[-1],
        "isCodable": "true" if codable else "false",
    }
    return {**facts, "color": code.color} if code.color else facts
