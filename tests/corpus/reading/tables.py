"""Small tables, files and plans for the tests of reading."""

import csv
import zipfile
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import openpyxl

from corpus.bands import BandScheme
from corpus.reading.choices import Choices
from corpus.reading.extracting import records
from corpus.reading.framing import framed
from corpus.reading.plan import Column, Doubt, Plan, Role
from corpus.reading.planning import make_plan
from corpus.reading.records import Keep, Records
from corpus.reading.sheet import Sheet

SCHEME = BandScheme()
NOTHING_SAID = Choices()


def table(header: str, *rows: str) -> Sheet:
    """A sheet from lines whose cells are separated by `|`."""
    return framed(enumerate((line.split("|") for line in (header, *rows)), 1))


def planned(sheet: Sheet, choices: Choices = NOTHING_SAID) -> Plan:
    """The plan for a sheet."""
    return make_plan(sheet, Path("answers.csv"), choices, SCHEME)


def read(sheet: Sheet, choices: Choices = NOTHING_SAID, *, duplicates: Keep = "first") -> Records:
    """What a sheet says by its plan."""
    return records(sheet, planned(sheet, choices), SCHEME, duplicates=duplicates)


def column(plan: Plan, header: str) -> Column:
    """The column with this header."""
    return next(column for column in plan.columns if column.header == header)


def role(plan: Plan, header: str) -> Role:
    """The role of the column with this header."""
    return column(plan, header).role


def options(doubts: Sequence[Doubt]) -> str:
    """The options that settle these doubts, one a line."""
    return "\n".join(doubt.option for doubt in doubts)


def delimited(rows: Sequence[Sequence[str]], sign: str = ";") -> str:
    """Rows as the text of a file, quoted where needed, with Windows line ends."""
    text = StringIO()
    csv.writer(text, delimiter=sign).writerows(rows)
    return text.getvalue()


def write_xlsx(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook with one sheet, called Svar."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Svar"
    for row in rows:
        sheet.append(list(row))
    workbook.save(path)
    return path


def repacked(source: Path, target: Path, part: str, old: str, new: str) -> Path:
    """A copy of a zip file in which one part says something else."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", 8) as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old.encode(), new.encode()) if name == part else data)
    return target


def text_cell(text: str, repeated: int = 1) -> str:
    """A cell of an .ods file, as XML."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def write_ods(
    path: Path, rows: Sequence[Sequence[str]], *, repeated: int = 1, after: int = 0
) -> Path:
    """An .ods file from cells of XML; the rows from `after` on are repeated."""
    lines = "".join(
        f'<table:table-row table:number-rows-repeated="{repeated if number >= after else 1}">'
        f"{''.join(row)}</table:table-row>"
        for number, row in enumerate(rows)
    )
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" '
        'xmlns:calcext="c">'
        f'<office:body><office:spreadsheet><table:table table:name="Svar">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="m"/>')
        archive.writestr("content.xml", content)
    return path
