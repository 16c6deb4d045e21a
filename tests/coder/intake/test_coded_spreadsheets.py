"""Workbooks with one column a code come in with the codings they show."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from codebooks.edits import add_path
from codebooks.queries import codebook_of
from coder.queries import coded_answers
from coder.study import Study
from corpus.queries import find_question
from corpus.reading.choices import Choices
from corpus.reading.extracting import records
from corpus.reading.files import read_sheet
from corpus.reading.planning import make_plan
from tests.builders import code_all, import_records, new_study
from tests.builders import records as answers_of
from tests.corpus.reading.tables import SCHEME, write_xlsx
from tests.invariants import broken

Coded = dict[str, set[tuple[str, ...]]]
ANSWERS = [(f"R{at}", "k1", f"Dette er svaret fra nummer {at}") for at in range(6)]
CODINGS = [
    ("R0", "k1", "Økonomi>>Tilskudd;Folk"),
    ("R1", "k1", "Folk"),
    ("R2", "k1", "Økonomi>>Tilskudd"),
    ("R3", "k1", "Økonomi"),
    ("R5", "k1", "Avstand, kø og “ro”"),
]


def _coded(study: Study, key: str = "k1") -> Coded:
    with study.read() as session:
        question = find_question(session, key)
        rows = coded_answers(session, question, codebook_of(session, question.id))
    return {row.respondent: set(row.codes) for row in rows}


def _take_in(study: Study, path: Path, said: Choices) -> None:
    sheet = read_sheet(path)
    import_records(study, records(sheet, make_plan(sheet, path, said, SCHEME), SCHEME))


def _matrix(path: Path, answers: Sequence[tuple[str, str, str]], coded: Coded) -> Path:
    codes = sorted({code for codes in coded.values() for code in codes})
    header = ["id", "k1 Hva?", *(f"k1: {' / '.join(code)}" for code in codes)]
    rows = [[who, text, *(int(code in coded[who]) for code in codes)] for who, _, text in answers]
    return write_xlsx(path, [header, *rows])


def test_a_matrix_of_respondents_and_codes_gives_the_same_codings(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with new_study(tmp_path / "a") as first, new_study(tmp_path) as second:
        import_records(first, answers_of(ANSWERS))
        code_all(first, CODINGS)
        path = _matrix(tmp_path / "matrise.xlsx", ANSWERS, _coded(first))
        _take_in(second, path, Choices(questions=("k1 Hva?",)))
        assert _coded(second) == _coded(first)
        assert _coded(second)["R0"] == {("Økonomi", "Tilskudd"), ("Folk",)}
        assert broken(second) == []


def test_coming_in_again_changes_nothing(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        coded: Coded = {"R0": {("A", "B")}, "R1": set(), "R2": {("A",)}}
        path = _matrix(tmp_path / "matrise.xlsx", ANSWERS[:3], coded)
        for _ in range(2):
            _take_in(study, path, Choices(questions=("k1 Hva?",)))
            assert _coded(study) == coded


def test_a_name_with_a_slash_that_is_there_is_one_code(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, answers_of(ANSWERS))
        with study.act("add_code", "KH") as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            add_path(session, tree, ["Bolig / hjem"])
        coded: Coded = {who: {("Bolig / hjem",)} for who, _, _ in ANSWERS}
        path = _matrix(tmp_path / "matrise.xlsx", ANSWERS, coded)
        _take_in(study, path, Choices(questions=("k1 Hva?",)))
        assert _coded(study)["R0"] == {("Bolig / hjem",)}


def test_real_answers_coded_in_a_workbook_come_in(tmp_path: Path, shared_data: Path) -> None:
    with (shared_data / "answers_2016.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["chapter"] == "k7.3"]
    texts = {row["answer_id"]: row["text"] for row in rows}
    coded: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        coded[row["answer_id"]].add((row["theme"],))
    answers = [(who, "k1", text) for who, text in texts.items()]
    path = _matrix(tmp_path / "k7.xlsx", answers, coded)
    with new_study(tmp_path) as study:
        _take_in(study, path, Choices())
        assert _coded(study) == coded
        assert sum(map(len, coded.values())) == len({(r["answer_id"], r["theme"]) for r in rows})
