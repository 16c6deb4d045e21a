"""Files for statistics programs: read back by other programs with labels, missing and sets."""

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from coder.exports.internal import internal_path
from coder.exports.statistics_files.frame import Frame, NumberVariable, SetForm, frame_of
from coder.exports.statistics_files.numerals import as_numbers
from coder.exports.statistics_files.sav import write_sav
from coder.exports.statistics_files.writing import write_matrix
from coder.matrix import MISSING, Matrix, MatrixCode, MatrixQuestion, MatrixRow
from corpus.bands import BandScheme
from corpus.problems import Problem

MARK = "INNEHOLDER-IDENTIFISERBARE-OPPLYSNINGER"
CODES = (
    MatrixCode(110, ("Økonomi", "Rammetilskudd"), "g1"),
    MatrixCode(7, ("Årsverk",), "g2"),
    MatrixCode(8, ("Blåbærsyltetøy ’« » €",), "g3"),
)
with_pspp = pytest.mark.skipif(shutil.which("pspp") is None, reason="PSPP is not installed")


def _matrix(marks: list[list[int]], values: dict[str, tuple[str, ...]] | None = None) -> Matrix:
    """A study with one question whose answers have these marks."""
    found = np.array(marks, dtype=np.int8).reshape(len(marks), len(CODES))
    status = np.array([int(row[0] != MISSING) for row in found], dtype=np.int8)
    rows = tuple(MatrixRow(f"R{n}", "", "", 1000 * n, "2000-5000") for n in range(len(marks)))
    question = MatrixQuestion(
        7, "k7.3", "Hva mangler dere? 'Alt' & æøå", False, CODES, status, found
    )
    return Matrix("Levekår", "nb", BandScheme(), rows, values or {}, (question,))


MATRIX = _matrix([[1, 0, 1], [0, 0, 0], [MISSING] * 3], {"region": ("Sør-Øst", "", "Nord")})


def _pspp(folder: Path, program: str) -> str:
    """What PSPP prints when it runs a program in a folder."""
    (folder / "prøve.sps").write_text(program, "utf-8")
    command = ["pspp", "-O", "format=csv", "-o", "ut.csv", "prøve.sps"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    said = (folder / "ut.csv").read_text("utf-8")
    assert "error" not in said
    assert "warning" not in said
    return said


def _sav(folder: Path, form: SetForm = "dichotomies", matrix: Matrix = MATRIX) -> Path:
    (data, *_), _ = write_matrix(frame_of(matrix, form), folder / "m.sav", "sav")
    return data


def test_variables_have_short_names_and_labels_with_numbers() -> None:
    variables = frame_of(MATRIX).variables
    assert [each.name for each in variables] == [
        "id", "band", "pop", "v1", "q7_st", "q7_110", "q7_007", "q7_008",
    ]  # fmt: skip
    assert variables[5].label == "110 Økonomi / Rammetilskudd"


def test_as_categories_there_is_a_variable_for_each_mention() -> None:
    frame = frame_of(_matrix([[1, 0, 1], [0, 1, 0], [0, 0, 0], [MISSING] * 3]), "categories")
    mentions = {
        each.name: each.numbers.tolist()
        for each in frame.variables[-2:]
        if isinstance(each, NumberVariable)
    }
    assert mentions == {
        "q7_1": [110, 7, MISSING, MISSING],
        "q7_2": [8, MISSING, MISSING, MISSING],
    }
    assert frame.sets[0].members == ("q7_1", "q7_2")


def test_a_set_has_at_least_two_variables() -> None:
    one = replace(MATRIX.questions[0], codes=CODES[:1], marks=MATRIX.questions[0].marks[:, :1])
    assert frame_of(replace(MATRIX, questions=(one,))).sets == ()


def test_every_name_of_a_file_says_that_it_is_internal(tmp_path: Path) -> None:
    frame = frame_of(MATRIX)
    for form in ("sav", "csv", "xlsx"):
        written, _ = write_matrix(frame, tmp_path / f"m.{form}", form)
        assert all(MARK in path.name for path in written)
    assert internal_path(tmp_path / f"m-{MARK}.sav", frame.language).name == f"m-{MARK}.sav"


@pytest.mark.parametrize("form", ["sav", "csv", "xlsx"])
def test_the_same_matrix_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    first, second = (
        write_matrix(frame_of(MATRIX), tmp_path / f"{name}.{form}", form)[0][0].read_bytes()
        for name in ("a", "b")
    )
    assert first == second


def test_csv_is_empty_where_there_is_no_answer(tmp_path: Path) -> None:
    (data, beside), _ = write_matrix(frame_of(MATRIX), tmp_path / "m.csv", "csv")
    rows = list(csv.reader(data.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0][0] == f"id_{MARK.replace('-', '_')}"
    assert rows[1][1:] == ["2", "0", "Sør-Øst", "1", "1", "0", "1"]
    assert rows[3][-3:] == ["", "", ""]
    assert "q7_110;110 Økonomi / Rammetilskudd;0 = Ikke nevnt; 1 = Nevnt" in beside.read_text(
        "utf-8-sig"
    ).replace('"', "")


def test_a_workbook_has_numbers_and_a_list_of_variables(tmp_path: Path) -> None:
    (data,), _ = write_matrix(frame_of(MATRIX), tmp_path / "m.xlsx", "xlsx")
    book = load_workbook(data)
    cells = [cell.value for cell in book["data"][2]]
    assert cells == ["R0", 2, 0, "Sør-Øst", 1, 1, 0, 1]
    assert book["variabel"]["B7"].value == "110 Økonomi / Rammetilskudd"
    assert "IDENTIFISERBARE OPPLYSNINGER" in str(book["data"].HeaderFooter.oddHeader)


def test_formulas_in_a_matrix_are_text(tmp_path: Path) -> None:
    matrix = _matrix([[1, 0, 0]], {"=cmd": ("=1+1",)})
    (data,), _ = write_matrix(frame_of(matrix), tmp_path / "m.xlsx", "xlsx")
    assert load_workbook(data)["data"]["D2"].data_type == "s"


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (("0,83", "", "-12"), ([0.83, None, -12.0], 2)),
        (("7",), ([7.0], 0)),
        (("0301", "4601"), None),
        (("1,5", "1.5"), None),
        (("1 234", "5"), None),
        (("", ""), None),
        (("12", "vet ikke"), None),
        (("1e5", "nan", "inf"), None),
    ],
)
def test_only_what_is_wholly_numbers_is_a_number(
    texts: tuple[str, ...], numbers: tuple[list[float | None], int] | None
) -> None:
    found = as_numbers(texts)
    read = found and ([None if n != n else n for n in found[0].tolist()], found[1])
    assert read == numbers


def test_weights_are_numbers_for_programs_and_as_written_in_csv(tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    frame = frame_of(_matrix([[1, 0, 0], [0, 1, 0]], {"vekt": ("0,83", "")}))
    (data, _), _ = write_matrix(frame, tmp_path / "m.sav", "sav")
    values, meta = pyreadstat.read_sav(str(data), output_format="dict")
    assert values["v1"][0] == 0.83
    assert np.isnan(np.array(values["v1"], dtype=float)).tolist() == [False, True]
    assert meta.variable_measure["v1"] == "scale"
    (plain, _), _ = write_matrix(frame, tmp_path / "m.csv", "csv")
    assert ";0,83;" in plain.read_text("utf-8-sig")
    (book,), _ = write_matrix(frame, tmp_path / "m.xlsx", "xlsx")
    assert load_workbook(book)["data"]["D2"].value == 0.83


@with_pspp
def test_pspp_weights_by_a_variable_that_is_numbers(tmp_path: Path) -> None:
    data = _sav(tmp_path, matrix=_matrix([[1, 0, 0], [0, 1, 0]], {"vekt": ("2,5", "1")}))
    program = f"GET FILE='{data.name}'.\nWEIGHT BY v1.\nFREQUENCIES /VARIABLES=q7_110.\n"
    assert ",Nevnt,2.5,71.4%" in _pspp(tmp_path, program)


def test_texts_over_255_bytes_are_cut_and_said(tmp_path: Path) -> None:
    frame = frame_of(_matrix([[1, 0, 0]], {"fritekst": ("æ" * 200,)}))
    (note,) = write_sav(frame, tmp_path / "m.sav")
    assert "1 texts are longer than 255 bytes" in note


def test_names_that_would_be_too_long_are_a_problem() -> None:
    question = replace(MATRIX.questions[0], place=100_000)
    with pytest.raises(Problem, match="too many questions"):
        frame_of(replace(MATRIX, questions=(question,)))


def test_another_reader_finds_values_labels_and_sets(tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    values, meta = pyreadstat.read_sav(str(_sav(tmp_path)), output_format="dict")
    assert list(values["id"]) == ["R0", "R1", "R2"]
    assert list(values["v1"]) == ["Sør-Øst", "", "Nord"]
    marks = np.array(values["q7_110"], dtype=float)
    assert marks[:2].tolist() == [1, 0]
    assert np.isnan(marks[2])
    assert meta.column_names_to_labels["q7_008"] == "8 Blåbærsyltetøy ’« » €"
    assert meta.variable_value_labels["q7_110"] == {0: "Ikke nevnt", 1: "Nevnt"}
    assert meta.variable_measure["q7_110"] == "nominal"
    assert meta.mr_sets["q7"]["variable_list"] == ["q7_110", "q7_007", "q7_008"]
    assert meta.file_label.startswith("INNEHOLDER IDENTIFISERBARE OPPLYSNINGER")


@with_pspp
@pytest.mark.parametrize("form", ["dichotomies", "categories"])
def test_pspp_lists_the_sets_with_their_members(tmp_path: Path, form: SetForm) -> None:
    data = _sav(tmp_path, form)
    said = _pspp(tmp_path, f"GET FILE='{data.name}'.\nMRSETS /DISPLAY NAME=ALL.\n")
    assert "$q7,Hva mangler dere? 'Alt' & æøå" in said
    member = "q7_110" if form == "dichotomies" else "q7_2"
    assert member in said


@with_pspp
def test_pspp_counts_missing_answers_out(tmp_path: Path) -> None:
    data = _sav(tmp_path)
    said = _pspp(tmp_path, f"GET FILE='{data.name}'.\nFREQUENCIES /VARIABLES=q7_110.\n")
    assert "Valid,Ikke nevnt,1," in said
    assert "Missing,.,1," in said


@with_pspp
@pytest.mark.parametrize("form", ["dichotomies", "categories"])
def test_pspp_understands_the_syntax_beside_the_file(tmp_path: Path, form: SetForm) -> None:
    data = _sav(tmp_path, form)
    assert "$q7" in _pspp(tmp_path, data.with_suffix(".sps").read_text("utf-8"))


@with_pspp
def test_long_labels_and_many_codes_stay_within_the_lines_of_the_syntax(tmp_path: Path) -> None:
    codes = tuple(MatrixCode(n + 1, ("å" * 200, f"Kode {n}"), str(n)) for n in range(300))
    marks = np.zeros((3, 300), dtype=np.int8)
    question = replace(MATRIX.questions[0], codes=codes, marks=marks, text="Hva? " * 80)
    data = _sav(tmp_path, matrix=replace(MATRIX, questions=(question,)))
    syntax = data.with_suffix(".sps").read_text("utf-8")
    assert max(map(len, syntax.splitlines())) < 200
    assert "q7_300" in _pspp(tmp_path, syntax)


def test_an_empty_study_is_a_file_without_rows(tmp_path: Path) -> None:
    frame: Frame = frame_of(Matrix("", "nb", BandScheme(), (), {}, ()))
    for form in ("sav", "csv", "xlsx"):
        written, _ = write_matrix(frame, tmp_path / f"m.{form}", form)
        assert written[0].stat().st_size
