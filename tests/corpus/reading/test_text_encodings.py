"""Text files are read with the right letters, or a person is asked; never silently wrong."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.problems import Problem
from corpus.reading.delimited import read_delimited
from tests.corpus.reading.tables import delimited, options

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "cp1252",
    "latin-1",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "mac_roman",
)
TEXTS = (
    "Ærlig talt, vi står på; alt går bra",
    "Kommunen får ikkje nok økonomi",
    "“Ja”, sa hun – men «øremerka» midler …",
    "Linje én\nlinje to",
    "Det kostar 50 kr, seier ein",
    'Tenke "utenfor boksen"\tsammen',
)


LETTERS = "abcæøåÆØÅé –;,\t\"'\n1"


def can_write(text: str, encoding: str) -> bool:
    """Whether the encoding has all letters of the text."""
    return text.encode(encoding, "ignore").decode(encoding) == text


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text in TEXTS for encoding in ENCODINGS if can_write(text, encoding)],
)
def test_a_text_is_right_or_a_person_is_asked(text: str, encoding: str, sign: str) -> None:
    file = delimited([["id", "k1 Hva?"], ["R1", text], ["R2", "ja"]], sign)
    sheet = read_delimited(file.encode(encoding))
    asked = "--encoding" in options(sheet.doubts)
    assert asked or sheet.rows[0] == (2, ("R1", text))


@pytest.mark.parametrize("encoding", [one for one in ENCODINGS if one != "mac_roman"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@given(data=st.data())
def test_norwegian_cells_come_back_as_they_were(
    data: st.DataObject, encoding: str, sign: str
) -> None:
    letters = "".join(letter for letter in LETTERS if can_write(letter, encoding))
    row = st.tuples(st.text(letters), st.text(letters), st.text(letters))
    cells = data.draw(st.lists(row, min_size=1, max_size=5))
    file = delimited([["id", "æ", "spørsmål"], ["R1", "blåbær", "på øya"], *cells], sign)
    sheet = read_delimited(file.encode(encoding), delimiter=sign)
    filled = [row for row in cells if any(cell.strip() for cell in row)]
    assert [cells for _, cells in sheet.rows[1:]] == filled


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@given(cells=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_any_unicode_text_comes_back_only_composed(cells: list[str], encoding: str) -> None:
    file = delimited([["id", "tekst"], ["R1", "noe langt nok til å se at det er tekst"], cells])
    data = file.encode("utf-8-sig" if encoding == "utf-8" else encoding)
    sheet = read_delimited(data, delimiter=";")
    composed = tuple(unicodedata.normalize("NFC", cell) for cell in cells)
    filled = [composed] if any(cell.strip() for cell in cells) else []
    assert [cells for _, cells in sheet.rows[1:]] == filled


def test_the_encoding_a_person_names_is_used() -> None:
    data = "id;navn\nR1;Tromsø\n".encode("mac_roman")
    sheet = read_delimited(data, encoding="mac_roman")
    assert (sheet.rows[0][1], sheet.doubts) == (("R1", "Tromsø"), ())


def test_letters_of_another_code_page_make_a_doubt_that_names_it() -> None:
    data = "id;navn\nR1;Tromsø\nR2;Vågå\n".encode("mac_roman")
    assert "--encoding mac_roman" in options(read_delimited(data).doubts)


def test_damaged_utf8_makes_a_doubt_that_names_it() -> None:
    data = "id;navn\nR1;Tromsø\nR2;Vågå".encode() + b"\xc3"
    assert "--encoding utf-8" in options(read_delimited(data).doubts)


def test_bytes_without_a_letter_are_reported_by_row() -> None:
    sheet = read_delimited(b"id;tekst\n1;god dag\n2;Bj\xf8rn \x81 K\xe5re\n")
    assert [(odd.row, odd.kind) for odd in sheet.oddities] == [(3, "unreadable cell")]
    assert sheet.rows[1][1] == ("2", "Bjørn \ufffd Kåre")


def test_an_unknown_encoding_is_a_problem() -> None:
    for name in ("klingon", "rot13", "idna", "utf-8\0"):
        with pytest.raises(Problem, match="no text encoding"):
            read_delimited(b"id;a\n1;2\n", encoding=name)


def test_utf16_may_be_named_for_a_file_without_a_mark() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        data = "id;a\r\n1;æ\r\n".encode(encoding)
        assert read_delimited(data, encoding="utf-16").rows == ((2, ("1", "æ")),)


def test_a_file_that_is_not_in_the_named_encoding_is_a_problem() -> None:
    with pytest.raises(Problem, match="cannot be read as punycode"):
        read_delimited("id;a\n1;æ\n".encode("cp1252"), encoding="punycode")


def test_a_named_encoding_with_a_mark_leaves_the_mark_out() -> None:
    for encoding in ("utf-8", "utf-16"):
        data = "\ufeffid;a\r\n1;æ\r\n".encode("utf-16-le" if encoding == "utf-16" else "utf-8")
        assert read_delimited(data, encoding=encoding).header == ("id", "a")
