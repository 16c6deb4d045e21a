"""Codebooks as tables: CSV and workbooks, with heads in three languages or none."""

import io
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.files import read_codebook_file, write_codebook_file
from codebooks.exchange.separators import split_column
from codebooks.exchange.table_writing import csv_bytes, xlsx_bytes
from corpus.language import LANGUAGES, Language
from corpus.problems import Problem
from tests.codebooks.exchange.drafts import BOOKS, book, paths, read, there_and_back
from tests.trials import trials

GUID = "5bc3c3c6-b691-4a03-9b4f-21eb78470dcb"


@settings(max_examples=trials(60), deadline=None)
@given(draft=BOOKS, language=st.sampled_from(LANGUAGES))
def test_a_codebook_is_the_same_after_csv(draft: DraftBook, language: Language) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bok.csv"
        write_codebook_file(draft, path, language=language)
        found = read_codebook_file(path)
    assert found.codes == draft.codes
    assert found.warnings == ()


@settings(max_examples=trials(30), deadline=None)
@given(draft=BOOKS, language=st.sampled_from(LANGUAGES))
def test_a_codebook_is_the_same_after_a_workbook(draft: DraftBook, language: Language) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bok.xlsx"
        write_codebook_file(draft, path, language=language)
        found = read_codebook_file(path)
    assert found.codes == draft.codes
    assert found.warnings == ()


def test_the_same_codebook_gives_the_same_bytes() -> None:
    draft = book("Økonomi", "Økonomi / Lønn")
    assert csv_bytes(draft, "nb") == csv_bytes(draft, "nb")
    assert xlsx_bytes(draft, "nb") == xlsx_bytes(draft, "nb")


def test_nothing_is_a_formula() -> None:
    draft = DraftBook("=bok", (DraftCode(("=1+1",), definition="@SUM(A1)", include="-a"),))
    cells = csv_bytes(draft, "nb").decode("utf-8-sig").splitlines()[1].split(";")
    assert cells[:4] == ["'=1+1", "", "'@SUM(A1)", "'-a"]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(draft, "nb"))).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["A2"].value == "=1+1"


def test_a_text_that_no_cell_holds_is_told(tmp_path: Path) -> None:
    draft = DraftBook("bok", (DraftCode(("A",), definition="x" * 40_000),))
    with pytest.raises(Problem, match="32,767"):
        write_codebook_file(draft, tmp_path / "bok.xlsx")
    assert there_and_back(draft, tmp_path / "bok.csv").codes == draft.codes


@pytest.mark.parametrize(
    "heads",
    [
        "path;definition;number",
        "STI;Definisjon;Nr",
        "Kode;Skildring;Nummer",
        "Namn;Forklaring;kodenr",
        " Navn ;BESKRIVELSE;#",
    ],
)
def test_heads_are_known_in_three_languages_and_any_case(tmp_path: Path, heads: str) -> None:
    found = read(tmp_path, "bok.csv", f"{heads}\nØkonomi / Lønn;Om lønn;12\n")
    assert found.codes[-1] == DraftCode(("Økonomi", "Lønn"), number=12, definition="Om lønn")


def test_a_column_of_numbers_called_code_is_the_number(tmp_path: Path) -> None:
    found = read(tmp_path, "bok.csv", "Kode;Navn\n1;Lønn\n2;Ledelse\n")
    assert [(code.path, code.number) for code in found.codes] == [(("Lønn",), 1), (("Ledelse",), 2)]


@pytest.mark.parametrize(
    "heads", ["level1,level2,level3", "Hovedtema,Undertema,Kode", "Nivå 1,nivå_2,NIVÅ 3"]
)
def test_a_column_a_level_is_read_and_blanks_are_those_above(tmp_path: Path, heads: str) -> None:
    rows = "Økonomi,,\n,Drift,\n,,Lønn/pensjon\nFolk,,Ledere\n"
    found = read(tmp_path, "bok.csv", f"{heads}\n{rows}")
    assert paths(found) == [
        "Økonomi",
        "Økonomi / Drift",
        "Økonomi / Drift / Lønn/pensjon",
        "Folk",
        "Folk / Ledere",
    ]


def test_columns_that_mean_nothing_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "bok.csv", "kode;antall\nA;3\n")
    assert found.warnings == ("Column left out: “antall”.",)


def test_a_table_without_a_column_of_codes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="none holds the codes"):
        read(tmp_path, "bok.csv", "definition;number\nOm A;3\n")


@pytest.mark.parametrize("content", ["A >> B\nC\n", "A / B\nC", "Økonomi, drift / Lønn, alt\nC\n"])
def test_a_list_without_heads_is_a_list_of_paths(tmp_path: Path, content: str) -> None:
    found = read(tmp_path, "bok.csv", content)
    assert len(found.codes) == 3
    assert "no heads" in found.warnings[0]


def test_a_single_code_is_a_codebook(tmp_path: Path) -> None:
    assert paths(read(tmp_path, "bok.csv", "Økonomi")) == ["Økonomi"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Økonomi;Lønn\nØkonomi;Drift\nFolk;\n", ["Økonomi", "Økonomi / Lønn", "Økonomi / Drift"]),
        ("Lønn;Alt som sies om lønn\nDrift;\n", ["Lønn", "Drift"]),
        ("1;Lønn\n2;Drift\n", ["Lønn", "Drift"]),
    ],
)
def test_columns_without_heads_are_guessed(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    assert paths(read(tmp_path, "bok.csv", content))[: len(expected)] == expected


def test_many_columns_without_heads_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no heads that are known"):
        read(tmp_path, "bok.csv", "a;b;c;d\ne;f;g;h\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_encoding_and_delimiter_are_found_out(tmp_path: Path, encoding: str, sign: str) -> None:
    text = f'sti{sign}definisjon\nÆrlig{sign}"«å»; ø, og\nmer"\n'
    found = read(tmp_path, "bok.csv", text.encode(encoding))
    assert found.codes == (DraftCode(("Ærlig",), definition="«å»; ø, og\nmer"),)


def test_a_table_of_text_is_read_whatever_its_ending(tmp_path: Path) -> None:
    assert paths(read(tmp_path, "bok.txt", "sti\tnr\nA / B\t3\n")) == ["A", "A / B"]


def test_cells_of_a_workbook_are_read_as_shown(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Kode", "Nr", "Utfall", "Farge"])
    sheet.append(["A", 7, True, "#abc"])
    sheet.append([2024, 8.0, "nei", ""])
    workbook.save(tmp_path / "bok.xlsx")
    assert read_codebook_file(tmp_path / "bok.xlsx").codes == (
        DraftCode(("A",), number=7, color="#AABBCC", outcome=True),
        DraftCode(("2024",), number=8),
    )


def test_what_is_no_number_colour_symbol_or_yes_is_left_out_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, "bok.csv", "sti;nr;farge;symbol;utfall\nA;sju;rød;ab;kanskje\n")
    assert found.codes == (DraftCode(("A",)),)
    assert len(found.warnings) == 4


def test_a_path_twice_is_one_code_with_what_either_says(tmp_path: Path) -> None:
    found = read(tmp_path, "bok.csv", "sti;definisjon;nr\nA;En;\nA;To;4\nA;En;\n")
    assert found.codes == (DraftCode(("A",), number=4, definition="En\nTo"),)
    assert "more than once" in found.warnings[0]


SPLITS = [
    (["a>>b>>c"], [("a", "b", "c")]),
    (["a / b / c", "Helse/omsorg"], [("a", "b", "c"), ("Helse/omsorg",)]),
    (["Helse", "Helse/omsorg"], [("Helse",), ("Helse", "omsorg")]),
    (["Helse/omsorg", "Skole"], [("Helse/omsorg",), ("Skole",)]),
    (["Helse/omsorg", "Helse/omsorg/Hjem"], [("Helse/omsorg",), ("Helse/omsorg", "Hjem")]),
    (["a/b", "a/c", "d/e", "d/f"], [("a", "b"), ("a", "c"), ("d", "e"), ("d", "f")]),
    (["a/b", "c/d"], [("a/b",), ("c/d",)]),
    (["https://x.no", "/"], [("https://x.no",), ("/",)]),
]


@pytest.mark.parametrize(("cells", "expected"), SPLITS)
def test_a_slash_parts_levels_only_where_other_cells_make_it_clear(
    cells: list[str], expected: list[tuple[str, ...]]
) -> None:
    assert split_column(cells)[0] == expected


def test_how_a_slash_was_read_is_told() -> None:
    assert split_column(["Helse", "Helse/omsorg", "Kost/losji"])[1] == (
        "A slash is read as a step between levels in “Helse/omsorg”.",
        "A slash is read as part of the name in “Kost/losji”.",
    )


def test_a_separator_that_is_told_settles_it() -> None:
    assert split_column(["a/b"], "/") == ([("a", "b")], ())
