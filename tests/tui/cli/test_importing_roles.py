"""What the columns are: populations, bands, types, routing, ids, long files."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done
from tests.tui.cli.studies import answers_file, codes, empty_study, table_file, texts

TEXT = "Et svar som er langt nok til å være et svar"


def _bands(study: Path) -> dict[str, str]:
    answers = done("answers", study, "k1", "--json").json["answers"]
    return {answer["respondent"]: answer["band"] for answer in answers}


def _import(
    folder: Path, header: tuple[str, ...], *rows: tuple[str, ...], options: str = ""
) -> str:
    file = table_file(folder / "svar.csv", [header, *rows])
    study = empty_study(folder)
    return done("import", study, file, "--question", "k1", *options.split()).out


@pytest.mark.parametrize(
    ("written", "band"),
    [
        ("1450", "<2000"),
        ("1 450", "<2000"),
        ("1.450", "<2000"),
        ("1\u00a0450", "<2000"),
        ("1999", "<2000"),
        ("2000", "2000-5000"),
        ("7379.0", "5000-10000"),
        ("50000", ">50000"),
        ("634 463", ">50000"),
        ("", "unknown"),
    ],
)
def test_a_population_is_read_however_it_is_written(folder: Path, written: str, band: str) -> None:
    _import(folder, ("id", "innbyggere", "k1 Hva?"), ("R1", written, TEXT), ("R2", "900", TEXT))
    assert _bands(folder / "studie.fullkoding")["R1"] == band


@pytest.mark.parametrize("written", ["ca. 1 200", "mange", "-5", "1-2"])
def test_a_population_that_is_no_number_is_reported_and_leaves_the_band_unknown(
    folder: Path, written: str
) -> None:
    header = ("id", "innbyggere", "k1 Hva?")
    rows = (("R1", written, TEXT), ("R2", "900", TEXT), ("R3", "9000", TEXT))
    report = _import(folder, header, *rows, options="--population innbyggere")
    assert "population: 1 in row 2" in report
    assert written in report
    assert _bands(folder / "studie.fullkoding") == {
        "R1": "unknown",
        "R2": "<2000",
        "R3": "5000-10000",
    }


@pytest.mark.parametrize(
    ("written", "band"),
    [
        ("<2000", "<2000"),
        ("under 2000", "<2000"),
        ("2000-5000", "2000-5000"),
        ("2000–5000", "2000-5000"),
        ("2000 til 5000", "2000-5000"),
        ("5 000-10 000", "5000-10000"),
        (">50000", ">50000"),
        ("50000 og større", ">50000"),
        ("50000+", ">50000"),
        ("bydel", "bydel"),
        ("bydel i Oslo", "bydel"),
        ("", "unknown"),
        ("ukjent", "unknown"),
    ],
)
def test_a_band_is_read_however_it_is_written(folder: Path, written: str, band: str) -> None:
    header = ("id", "gruppe", "k1 Hva?")
    _import(folder, header, ("R1", written, TEXT), options="--band gruppe")
    assert _bands(folder / "studie.fullkoding") == {"R1": band}


def test_a_band_that_is_none_is_reported(folder: Path) -> None:
    header = ("id", "gruppe", "k1 Hva?")
    report = _import(folder, header, ("R1", "liten", TEXT), options="--band gruppe")
    assert "band: 1 in row 2" in report
    assert _bands(folder / "studie.fullkoding") == {"R1": "unknown"}


def test_a_city_district_is_told_by_its_type(folder: Path) -> None:
    header = ("id", "enhet", "innbyggere", "k1 Hva?")
    rows = (("R1", "bydel", "30000", TEXT), ("R2", "kommune", "30000", TEXT))
    _import(folder, header, *rows, options="--type enhet --population innbyggere")
    assert _bands(folder / "studie.fullkoding") == {"R1": "bydel", "R2": "20000-50000"}


def test_a_routed_question_counts_only_those_it_was_asked_of(folder: Path) -> None:
    study = empty_study(folder)
    options = ("--asked-if", "k2: Har team=Nei", "--question", "k1", "--question", "k2")
    done("import", study, answers_file(folder), *options)
    k1, k2 = done("status", study, "--json").json["questions"]
    assert (k1["asked"], k1["answered"]) == (4, 3)
    assert (k2["asked"], k2["answered"]) == (3, 3)


def test_rows_can_be_their_own_respondents(folder: Path) -> None:
    study = empty_study(folder)
    rows = [("navn", "k1 Hva?"), ("a", TEXT), ("a", "Et annet svar som også er langt")]
    file = table_file(folder / "svar.csv", rows)
    done("import", study, file, "--id", "row", "--question", "k1", "--ignore", "navn")
    assert list(texts(study).values()) == [TEXT, "Et annet svar som også er langt"]


def test_keys_come_from_the_headers_or_are_counted(folder: Path) -> None:
    study = empty_study(folder)
    header = ("id", "k7.3 Hva mangler dere?", "Beskriv samarbeidet", "Kommentarer til skjemaet")
    file = table_file(folder / "svar.csv", [header, ("R1", TEXT, TEXT, TEXT)])
    options = [word for column in header[1:] for word in ("--question", column)]
    done("import", study, file, *options)
    questions = done("status", study, "--json").json["questions"]
    assert [(each["key"], each["text"]) for each in questions] == [
        ("k7.3", "Hva mangler dere?"),
        ("q1", "Beskriv samarbeidet"),
        ("q2", "Kommentarer til skjemaet"),
    ]


LONG = (
    ("enhet", "nr", "spm", "svar", "koder"),
    ("R1", "k1", "Hva?", TEXT, "Økonomi / Tilskudd; Folk"),
    ("R1", "k2", "Hvorfor?", "Fordi det er slik hos oss", "A\\; B"),
    ("R2", "k1", "Hva?", "Noe annet som er langt nok", ""),
)
COLUMNS = (
    *("--id", "enhet", "--question-column", "nr", "--question-text-column", "spm"),
    *("--text-column", "svar", "--codes-column", "koder"),
)


def test_a_long_file_has_a_row_an_answer_and_asks_only_who_has_one(folder: Path) -> None:
    study = empty_study(folder)
    done("import", study, table_file(folder / "svar.csv", LONG), *COLUMNS)
    k1, k2 = done("status", study, "--json").json["questions"]
    assert (k1["key"], k1["text"], k1["asked"]) == ("k1", "Hva?", 2)
    assert (k2["key"], k2["text"], k2["asked"]) == ("k2", "Hvorfor?", 1)
    assert done("status", study, "--json").json["respondents"] == 2


def test_codes_come_in_flat_and_a_semicolon_can_be_part_of_a_name(folder: Path) -> None:
    study = empty_study(folder)
    done("import", study, table_file(folder / "svar.csv", LONG), *COLUMNS)
    assert codes(study)["R1"] == ["Økonomi / Tilskudd", "Folk"]
    found = done("answers", study, "k1", "--json").json["answers"][0]["codes"]
    assert found == [["Økonomi / Tilskudd"], ["Folk"]]
    assert done("answers", study, "k2", "--json").json["answers"][0]["codes"] == [["A; B"]]


def test_codes_come_in_with_levels_when_that_is_said(folder: Path) -> None:
    study = empty_study(folder)
    file = table_file(folder / "svar.csv", LONG)
    done("import", study, file, *COLUMNS, "--level-separator", " / ")
    found = done("answers", study, "k1", "--json").json["answers"][0]["codes"]
    assert found == [["Økonomi", "Tilskudd"], ["Folk"]]


def test_own_names_are_never_printed(folder: Path) -> None:
    study = empty_study(folder)
    rows = [("id", "kommune", "k1 Hva?"), ("R1", "Storvik", "I Storvik er vi få om det meste")]
    file = table_file(folder / "svar.csv", rows)
    done("import", study, file, "--name", "kommune", "--question", "k1")
    done("code", study, "--question", "k1", "--answer", "R1", "--code", "Folk")
    for arguments in (("quotes", study), ("status", study), ("table", study, "k1")):
        assert "Storvik" not in done(*arguments).out


def test_of_many_closed_answers_the_plan_gives_only_the_names(folder: Path) -> None:
    closed = tuple(f"v{n}" for n in range(1, 101))
    header = ("id", *closed, "k1 Hva mener dere om dette?")
    rows = [(f"R{m}", *(str(m % 3) for _ in closed), f"{TEXT} {m}") for m in range(30)]
    plan = done("import", empty_study(folder), table_file(folder / "svar.csv", [header, *rows])).out
    assert "100 more columns, variable: v1, v2, v3" in plan
    assert "k1 Hva mener dere om dette?" in plan
    assert len(plan.splitlines()) < 20


def test_a_guess_that_is_not_certain_is_always_shown(folder: Path) -> None:
    closed = tuple(f"v{n}" for n in range(1, 101))
    header = ("id", *closed, "k1 Hva mener dere om dette?", "merket")
    words = ("litt mer tid", "gode folk", "penger nå", "ro i hverdagen", "mer hjelp fra staten")
    rows = [(f"R{m}", *("1" for _ in closed), f"{TEXT} {m}", words[m % 5]) for m in range(6)]
    file = table_file(folder / "svar.csv", [header, *rows])
    assert "merket" in done("import", empty_study(folder), file, "--dry-run").out
