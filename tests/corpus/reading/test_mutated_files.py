"""Damaged files are read or refused with a sentence; nothing else comes out."""

import os
import random
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from corpus.problems import Problem
from corpus.reading.files import read_sheet
from tests.corpus.reading.tables import delimited, planned, read, write_xlsx

TRIALS = int(os.environ.get("FULLKODING_TRIALS", "300"))
ROWS = [
    ["id", "type", "innbyggere", "k1.1 Hva mener dere?", "k1.2 Hvorfor ikke?"],
    ["R1", "kommune", "7379", "Vi mangler folk og penger.", ""],
    ["R2", "bydel", "", 'De sier "nei" hver gang,\nog det er leit.', "Ikke tid til det"],
    ["R3", "kommune", "1 450", "", "Vi veit ikkje; det er nytt"],
]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, lost, doubled or cut off."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        place = chance.randrange(len(result) or 1)
        match chance.randrange(6):
            case 0:
                result[place : place + 1] = bytes((chance.randrange(256),))
            case 1:
                result[place : place + 1] = chance.choice((b'"', b"\0", b";", b"<", b"9", b"\xff"))
            case 2:
                del result[place : place + chance.randrange(1, 40)]
            case 3:
                result[place:place] = result[: chance.randrange(1, 60)]
            case 4:
                result[place:place] = b"99999999"
            case _:
                del result[place + chance.randrange(1, 2000) :]
    return bytes(result)


def try_to_read(path: Path) -> None:
    """Read a file as far as it goes; only a problem may come out."""
    with suppress(Problem):
        sheet = read_sheet(path)
        planned(sheet)
        read(sheet)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_damaged_text_file_is_read_or_refused(tmp_path: Path, encoding: str) -> None:
    data = delimited(ROWS).encode(encoding)
    chance = random.Random(encoding)
    for _ in range(TRIALS):
        path = tmp_path / "a.csv"
        path.write_bytes(damaged(data, chance))
        try_to_read(path)


def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path) -> None:
    data = write_xlsx(tmp_path / "whole.xlsx", ROWS).read_bytes()
    chance = random.Random(1)
    for _ in range(TRIALS):
        path = tmp_path / "a.xlsx"
        path.write_bytes(damaged(data, chance))
        try_to_read(path)


def test_a_workbook_with_damaged_parts_is_read_or_refused(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", ROWS)
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(2)
    for _ in range(TRIALS):
        victim = chance.choice(list(parts))
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, damaged(data, chance) if name == victim else data)
        path = tmp_path / "a.xlsx"
        path.write_bytes(packed.getvalue())
        try_to_read(path)


def test_a_damaged_old_workbook_is_read_or_refused(tmp_path: Path) -> None:
    data = Path(__file__).with_name("old.xls").read_bytes()
    chance = random.Random(3)
    for _ in range(max(TRIALS // 30, 5)):
        path = tmp_path / "a.xls"
        path.write_bytes(damaged(data, chance))
        try_to_read(path)
