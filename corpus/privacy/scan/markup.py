"""All text in an XML part of a Word or Excel file, runs joined to paragraphs."""

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from corpus.problems import Problem

_JOINING = frozenset({"p", "h", "comment", "threadedComment", "si", "is"})
_APART = frozenset(
    {"delText", "instrText", "delInstrText", "creator", "creator-initials", "note-citation"}
)
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "s": " ",
    "line-break": "\n",
}
_SPEAKING = frozenset(
    {
        "alias",
        "author",
        "caption",
        "descr",
        "display",
        "displayName",
        "initials",
        "location",
        "name",
        "prompt",
        "promptTitle",
        "string-value",
        "error",
        "errorTitle",
        "title",
        "tooltip",
    }
)
_SPEAKING_VALUES = frozenset({"alias", "tag", "docVar"})


def parsed(data: bytes, *, lenient: bool = False) -> etree._Element:
    """The root of an XML part; nothing outside the part is fetched and no entity is expanded.

    `lenient` reads on after mistakes (Excel's own drawings of comments are not always XML).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=lenient
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken() from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise _broken()
    return root


def texts_of(root: etree._Element) -> Iterator[tuple[int, str]]:
    """The texts of a part, each with the number of its paragraph (from 1; 0 for none).

    A paragraph's runs are joined. Deleted text, field codes and comments of the XML come as texts
    of their own, and so do attributes that people read (authors, alternative texts, tooltips).
    """
    joined: dict[etree._Element, list[str]] = {}
    numbers: dict[etree._Element, int] = {}
    for node in all_nodes(root):
        name = local_name(node)
        if name == "p":
            numbers[node] = len(numbers) + 1
        parent = node.getparent()
        if node.text and (len(node) == 0 or node.text.strip()):
            joined.setdefault(_container(node), []).append(node.text)
        elif name in _SIGNS:
            joined.setdefault(_container(node), []).append(_SIGNS[name])
        if parent is not None and node.tail and node.tail.strip():
            joined.setdefault(_container(parent), []).append(node.tail)
    for container, parts in joined.items():
        if text := "".join(parts).strip():
            yield numbers.get(container, 0), text
    for node in root.iter(etree.Element):
        yield from ((0, text) for text in _speaking_attributes(node) if text.strip())


def all_nodes(root: etree._Element) -> Iterator[etree._Element]:
    """Every element, comment and instruction of a document, those outside the root last."""
    yield from root.iter()
    yield from root.itersiblings(preceding=True)
    yield from root.itersiblings()


def local_name(node: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and instructions."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attributes_of(node: etree._Element) -> Iterator[tuple[str, str]]:
    """An element's attributes, names without namespaces."""
    for name, value in node.attrib.items():
        if isinstance(name, str) and isinstance(value, str):
            yield name.rpartition("}")[2], value


def _container(node: etree._Element) -> etree._Element:
    """The paragraph, comment or cell text an element is part of, or the element itself."""
    if not isinstance(node.tag, str) or local_name(node) in _APART:
        return node
    if local_name(node) in _JOINING:
        return node
    return next((up for up in node.iterancestors() if local_name(up) in _JOINING), node)


def _speaking_attributes(node: etree._Element) -> Iterator[str]:
    element = local_name(node)
    is_external = node.get("TargetMode") == "External"
    for name, value in attributes_of(node):
        if (
            name in _SPEAKING
            or (name == "val" and element in _SPEAKING_VALUES)
            or (name == "v" and element == "s")
        ) or (name == "v" and element == "s"):
            yield value
        elif (name == "Target" and is_external) or (name == "href" and ":" in value):
            yield unquote(value)


def _broken() -> Problem:
    return Problem(
        "The file cannot be searched: a part of it is damaged.",
        "Open it in the program it was made for, save it again, and scan the new file.",
    )
