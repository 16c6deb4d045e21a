"""Plain text files: text, Markdown, CSV and JSON."""

import codecs
import csv
import html
import json
import re
from collections.abc import Iterator
from io import StringIO

from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LATEX_ESCAPED = re.compile(r"\\([#$%&_{}])")
_LATEX_MARK = re.compile(r"(?<!\\)%.*|\\[A-Za-z]+\*?|(?<!\\)[{}~&]|\\\\")
_LATEX_COMMENT = re.compile(r"(?<!\\)%(.*)")
_DELIMITERS = (";", "\t", ",")

Json = tuple[tuple[str, "Json"], ...] | list["Json"] | str | float | bool | None
"""A JSON value with objects as their members in order and whole numbers as their digits."""


def decoded(data: bytes) -> str:
    """A file's text: by its byte order mark, else UTF-8, else Windows-1252; line ends as `\\n`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unix(data.decode(encoding, "replace"))
    try:
        return _unix(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _unix(data.decode("cp1252", "replace"))


def text_pieces(text: str) -> Iterator[Piece]:
    """The paragraphs of a text, with their lines."""
    start, line = 0, 1
    for gap in _BLANK_LINES.finditer(text):
        yield Piece("text", text[start : gap.start()], line)
        line += text.count("\n", start, gap.end())
        start = gap.end()
    yield Piece("text", text[start:], line)


def markdown_pieces(text: str) -> Iterator[Piece]:
    """The paragraphs of a Markdown text as they are read: without escapes and entities."""
    for piece in text_pieces(text):
        plain = _ESCAPED.sub(r"\1", html.unescape(_LINE_BREAK.sub(" | ", piece.text)))
        yield Piece(piece.place, plain, piece.line)


def latex_pieces(text: str) -> Iterator[Piece]:
    """The paragraphs of a LaTeX text without escapes, commands and braces; then its comments.

    Cells stand apart, so that four percents beside each other are no telephone number.
    """
    for piece in text_pieces(text):
        plain = _LATEX_ESCAPED.sub(r"\1", _LATEX_MARK.sub(_in_latex, piece.text))
        yield Piece(piece.place, plain, piece.line)
        for comment in _LATEX_COMMENT.finditer(piece.text):
            yield Piece(f"comment, {piece.place_of(comment.start())}", comment[1])


def _in_latex(mark: re.Match[str]) -> str:
    return {"~": " ", "&": " | "}.get(mark[0], "")


def delimited_pieces(text: str) -> Iterator[Piece]:
    """The cells of a CSV file; its paragraphs where it cannot be read as cells."""
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        yield from text_pieces(text)
        return
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            yield Piece(f"row {row}, column {column}", cell)


def json_pieces(text: str) -> Iterator[Piece]:
    """The strings, keys and whole numbers of a JSON file, with their paths: `quotes[3].text`."""
    try:
        whole: Json = json.loads(text, object_pairs_hook=tuple, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise Problem(
            "The file cannot be searched: it is not JSON.", "Write it again, and scan the new file."
        ) from error
    waiting: list[tuple[str, Json]] = [("", whole)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield Piece(path or "the whole file", value)
        elif isinstance(value, list):
            waiting += reversed([(f"{path}[{at}]", inner) for at, inner in enumerate(value)])
        elif isinstance(value, tuple):
            members = [(f"{path}.{key}" if path else key, inner) for key, inner in value]
            yield from (Piece("keys", key) for key, _ in value)
            waiting += reversed(members)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
