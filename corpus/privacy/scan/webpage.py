"""HTML files: what is shown, what is said in attributes, and comments."""

import base64
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree
from lxml import html as lxml_html

from corpus.privacy.scan.markup import all_nodes, attributes_of
from corpus.privacy.scan.pictures import png_pieces
from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

_INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small"
    r"|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_PICTURE = re.compile(r"data:image/png;base64,(.*)", re.DOTALL)
_STYLE_COMMENT = re.compile(r"/\*(.*?)\*/", re.DOTALL)
_NOT_SHOWN = frozenset({"style"})
_SPEAKING = frozenset(
    {
        "alt",
        "aria-description",
        "aria-label",
        "content",
        "download",
        "label",
        "placeholder",
        "summary",
        "title",
        "value",
    }
)


def html_pieces(text: str) -> Iterator[Piece]:
    """The text of an HTML file: one piece per block, attribute and comment, with its line."""
    if not text.strip():
        return
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=False
    )
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Problem(
            "The file cannot be searched: it is not HTML.", "Write it again, and scan the new file."
        ) from error
    yield from _blocks(root)
    for node in all_nodes(root):
        yield from _said_in(node)


def _blocks(root: etree._Element) -> Iterator[Piece]:
    """Runs of text that no block begins or ends in, inline elements joined."""
    line, parts = 0, [""]
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if _is_block(node):
            yield from _block(line, parts)
            line, parts = 0, [""]
        text = _shown(node) if event == "start" else _SPACES.sub(" ", node.tail or "")
        if text.strip():
            line = line or node.sourceline or 0
        parts.append(text)
    yield from _block(line, parts)


def _block(line: int, parts: list[str]) -> Iterator[Piece]:
    if text := "".join(parts).strip():
        yield Piece(f"line {line}", text)


def _is_block(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and not _INLINE.fullmatch(node.tag)


def _shown(node: etree._Element) -> str:
    """What an element shows before its first child; a line break shows itself."""
    if node.tag == "br":
        return "\n"
    return "" if node.tag in _NOT_SHOWN else _SPACES.sub(" ", node.text or "")


def _said_in(node: etree._Element) -> Iterator[Piece]:
    """What is not shown but can be read: a comment, or an element's attributes."""
    if not isinstance(node.tag, str):
        yield Piece(f"comment, line {node.sourceline}", node.text or "")
        return
    if node.tag == "style":
        for said in _STYLE_COMMENT.findall(node.text or ""):
            yield Piece(f"comment, line {node.sourceline}", said)
    for name, value in attributes_of(node):
        if name in _SPEAKING or name.startswith("data-") or _leads_out(name, value):
            yield Piece(f"attribute {name}, line {node.sourceline}", unquote(value))
        elif packed := _PICTURE.fullmatch(value):
            for piece in png_pieces(_unpacked(packed[1])):
                yield Piece(f"picture, line {node.sourceline}, {piece.place}", piece.text)


def _leads_out(name: str, value: str) -> bool:
    """Whether an attribute is a link that says more than a place in the page itself."""
    return name in ("href", "src", "action") and not value.startswith(("#", "data:"))


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(unquote(text))
    except ValueError as error:
        raise Problem(
            "The file cannot be searched: a picture in it is damaged.",
            "Write it again, and scan the new file.",
        ) from error
