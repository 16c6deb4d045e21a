"""Figures inside a page: SVG without anything that two of them would share."""

import re

from lxml import etree

from coder.exports.figures.growth_figure import growth_svg
from coder.exports.figures.table_figure import table_svg, usual_kind
from coder.growth_curve import Growth
from coder.results.table import Table

_REFERENCE = re.compile(r"(?<=url\(#)")
_SVG = "{http://www.w3.org/2000/svg}"


def table_picture(table: Table, study: str, number: int) -> str:
    """The figure of a table as an element of a page: bars, points of waves, else a heat map."""
    kind = usual_kind(table)
    return _inside(table_svg(table, kind, study, narrow=not is_broad(table)), number)


def growth_picture(growth: Growth, study: str, number: int) -> str:
    """The growth of a code list as an element of a page."""
    return _inside(growth_svg(growth, study, narrow=True), number)


def is_broad(table: Table) -> bool:
    """Whether its figure is too wide for a telephone, and must be moved sideways there."""
    return usual_kind(table) == "heat"


def _inside(data: bytes, number: int) -> str:
    """The SVG as an element, its names its own; how big it is, is left to the page."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser)
    prefix = f"f{number}-"
    for node in root.iter(etree.Element):
        for name, value in node.attrib.items():
            node.set(name, _renamed(str(name), str(value), prefix))
    for metadata in root.findall(f"{_SVG}metadata"):
        root.remove(metadata)
    root.attrib.pop("width", "")
    root.attrib.pop("height", "")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _renamed(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name == "aria-labelledby":
        return " ".join(prefix + part for part in value.split())
    if name.endswith("href"):
        return value.replace("#", f"#{prefix}", 1)
    return _REFERENCE.sub(prefix, value)
