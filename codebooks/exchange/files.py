"""Codebooks in files: read by content and ending, written by ending."""

import codecs
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal, get_args

from codebooks.exchange.characters import holdable
from codebooks.exchange.draft import DraftBook
from codebooks.exchange.outline_reading import read_outline
from codebooks.exchange.placing import place
from codebooks.exchange.table_columns import is_header
from corpus.language import Language
from corpus.problems import Problem
from corpus.reading.archive import Archive
from corpus.reading.decoding import find_decoding

Form = Literal["qdc", "csv", "xlsx", "txt"]
FORMS: tuple[Form, ...] = get_args(Form)

MOST_BYTES = 50_000_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_TEXT_ENDINGS = (".txt", ".text", "")
_HINT = "A codebook is read from .qdc, .xlsx, .ods, .csv or .txt."
_TABLE_SIGNS = (";", "\t", ",")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_START = 400


def read_codebook_file(path: Path, separator: str | None = None) -> DraftBook:
    """The codebook in a file, whatever its ending says; its warnings say what was changed.

    `separator` is what parts the levels of a path, where paths are read. Whatever keeps the file
    from being read is a Problem.
    """
    data = _content(path)
    start = _start(data)
    if start.startswith("<"):
        from codebooks.exchange.qdc_reading import read_qdc

        return read_qdc(data, path.stem)
    ending = path.suffix.lower()
    if ending == ".md":
        raise Problem(f"{path} is Markdown, which is written but not read.", _HINT)
    if ending in (".qdc", ".qdpx", ".qde", ".xml") and not data.startswith(_ZIP):
        raise Problem(f"{path} is not XML.", "Export the codebook again as .qdc.")
    if data.startswith((_ZIP, _OLE)) or ending not in _TEXT_ENDINGS or _is_table(start):
        _refuse_project(data)
        from codebooks.exchange.table_reading import read_table

        return read_table(path, separator)
    decoding = find_decoding(data)
    text = data[decoding.mark :].decode(decoding.encoding, "replace")
    if "\0" in text[:_START]:
        raise Problem(f"{path} is not text.", _HINT)
    doubts = tuple(doubt.sentence for doubt in decoding.doubts)
    return read_outline(text, path.stem, separator, doubts).book


def write_codebook_file(
    draft: DraftBook,
    path: Path,
    form: Form | None = None,
    language: Language = "en",
    coded: Collection[str] = (),
) -> tuple[str, ...]:
    """Write a codebook, whole or not at all, as its ending or `form` says; returns what is lost.

    Heads and labels are in `language`. `coded` are the GUIDs of themes that answers have: in a
    `.qdc` file they can be coded with, other themes cannot. Same codebook, same bytes.
    """
    chosen = form or form_of(path)
    held, notes = holdable(draft)
    place(path, _written(held, chosen, language, coded))
    return (*notes, *_lost(draft, chosen))


def form_of(path: Path) -> Form:
    """The form that the ending of a file name means; a Problem when it means none."""
    ending = path.suffix.lower().lstrip(".")
    for form in FORMS:
        if ending == form:
            return form
    raise Problem(
        f"The ending of {path} names no form of a codebook.",
        f"Use one of: {', '.join(f'.{form}' for form in FORMS)}.",
    )


def _written(draft: DraftBook, form: Form, language: Language, coded: Collection[str]) -> bytes:
    if form == "qdc":
        from codebooks.exchange.qdc_writing import qdc_bytes

        return qdc_bytes(draft, language, coded)
    if form == "txt":
        from codebooks.exchange.outline_writing import outline_text

        return outline_text(draft).encode("utf-8")
    from codebooks.exchange import table_writing

    write = table_writing.csv_bytes if form == "csv" else table_writing.xlsx_bytes
    return write(draft, language)


def _lost(draft: DraftBook, form: Form) -> Iterator[str]:
    if form == "txt":
        yield "Plain text holds no GUIDs and numbers: codes are found again by their paths."
        return
    modes = (draft.single and "one code an answer", draft.ordered and "that the codes are a scale")
    lost = " and ".join(mode for mode in modes if mode)
    if lost:
        yield f"The file does not say: {lost}."
    if form == "qdc" and any(_has_facts(draft)):
        yield (
            "Number, symbol, outcome, retired and locked stand in the last line of a description: "
            "REFI-QDA has no other place for them."
        )


def _has_facts(draft: DraftBook) -> Iterator[object]:
    for code in draft.codes:
        yield code.number or code.symbol or code.outcome or code.retired or code.locked


def _content(path: Path) -> bytes:
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "is not there"
        raise Problem(f"{path} {what}.", "Name the file with the codebook.")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise Problem(
            f"{path} cannot be opened: {error.strerror}.", "Close it elsewhere."
        ) from None
    if size > MOST_BYTES:
        raise Problem(
            f"{path} holds {size // 1_000_000} MB, more than any codebook.",
            "Is this the right file? Export the codebook alone, without its texts.",
        )
    if not data:
        raise Problem(f"{path} is empty (0 bytes).", "Export the codebook again.")
    return data


def _start(data: bytes) -> str:
    """The beginning of the file as text, enough to see what it is."""
    encoding = _UTF16.get(data[:2], "utf-8")
    return data[:_START].decode(encoding, "replace").lstrip("\ufeff \t\r\n")


def _is_table(start: str) -> bool:
    """Whether a text begins with the heads of a table."""
    first = start.partition("\n")[0].strip()
    return any(is_header([c.strip(' "') for c in first.split(sign)]) for sign in _TABLE_SIGNS)


def _refuse_project(data: bytes) -> None:
    if not data.startswith(_ZIP):
        return
    with Archive(data) as archive:
        names = {name.casefold() for name in archive.names}
    if any(name.endswith(".qde") for name in names):
        raise Problem(
            "The file is a REFI-QDA project, not a codebook.",
            "Export the codebook alone, as .qdc, from the program it was made in.",
        )
