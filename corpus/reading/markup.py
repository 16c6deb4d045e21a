"""Reading the parts of a workbook, which are XML, without keeping them."""

from collections.abc import Callable
from xml.parsers import expat

from corpus.problems import Problem

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def broken() -> Problem:
    """What is said of a workbook that cannot be read."""
    return Problem(
        "The workbook is damaged, or it is not a workbook.",
        "Open it in Excel or LibreOffice, save it as a new .xlsx or .csv, and import that file.",
    )


def walk(xml: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Call `start` with the name and attributes of every element, `end` with its name.

    Names come as written, with their prefix. Malformed XML and document types (through which
    entities could grow or name other files) are problems.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError):
        raise broken() from None


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _refuse_document_type(*_: object) -> None:
    raise broken()
