"""Several codes in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.code_names import read_code_names


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("", ()),
        (" ; ;", ()),
        ("Økonomi", ("Økonomi",)),
        (" Økonomi ; Folk", ("Økonomi", "Folk")),
        ("A;B;A", ("A", "B")),
        (r"Hus\; hjem;B", ("Hus; hjem", "B")),
        ("Sosialtjenesten/NAV kan henvise", ("Sosialtjenesten/NAV kan henvise",)),
        ("Tema / Under >> Kode", ("Tema / Under >> Kode",)),
    ],
)
def test_semicolons_separate_codes(cell: str, codes: tuple[str, ...]) -> None:
    assert read_code_names(cell) == codes


@given(codes=st.lists(st.text("aæ;/ ", min_size=1).map(str.strip).filter(bool), unique=True))
def test_escaped_names_come_back(codes: list[str]) -> None:
    cell = ";".join(code.replace(";", "\\;") for code in codes)
    assert read_code_names(cell) == tuple(codes)
