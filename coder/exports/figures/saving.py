"""Figures as PNG, SVG and PDF: the same bytes for the same data, with a text for who cannot see."""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("png", "svg", "pdf")
DOTS_PER_INCH = 300

_STYLE: dict[Any, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "svg.hashsalt": "fullkoding",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}
_AS_TEXT: dict[Any, Any] = {"svg.fonttype": "none"}
_CREATOR = "fullkoding"
_TITLE_END = "</title>"


@dataclass(frozen=True)
class FigureTexts:
    """What a figure says in words: its title, and a description that stands for the picture."""

    title: str
    description: str


@contextmanager
def drawing(letters_as_text: bool = False) -> Iterator[None]:
    """Within this, figures look the same whatever a user has set; signs without a glyph pass.

    `letters_as_text`: in SVG letters stay text in the reader's own typeface, not drawn outlines.
    """
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        if letters_as_text:
            matplotlib.rcParams.update(_AS_TEXT)
        yield


def save_figure(figure: "Figure", texts: FigureTexts, path: Path, form: str) -> None:
    """Write a figure as png (300 dpi), svg or pdf, within `drawing()`; the title is in the file."""
    path.write_bytes(figure_bytes(figure, texts, form))


def figure_bytes(figure: "Figure", texts: FigureTexts, form: str) -> bytes:
    """The same in memory."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format=form, dpi=DOTS_PER_INCH, metadata=_METADATA[form](texts))
    data = buffer.getvalue()
    return _described(data, texts) if form == "svg" else data


def _png(texts: FigureTexts) -> dict[str, Any]:
    return {"Title": texts.title, "Description": texts.description, "Software": _CREATOR}


def _svg(texts: FigureTexts) -> dict[str, Any]:
    return {"Title": texts.title, "Creator": _CREATOR, "Date": None}


def _pdf(texts: FigureTexts) -> dict[str, Any]:
    said = {"Title": texts.title, "Subject": texts.description}
    return {**said, "Creator": _CREATOR, "Producer": _CREATOR, "CreationDate": None}


_METADATA = {"png": _png, "svg": _svg, "pdf": _pdf}


def _described(data: bytes, texts: FigureTexts) -> bytes:
    """The SVG with its description where programs that read pictures aloud look for it."""
    text = data.decode()
    before, end, after = text.partition(_TITLE_END)
    description = f'\n <desc id="description">{escape(texts.description)}</desc>'
    named = before.replace("<title>", '<title id="title">', 1)
    marked = re.sub(
        r"<svg\b", '<svg role="img" aria-labelledby="title description"', named, count=1
    )
    return (marked + end + description + after).encode()
