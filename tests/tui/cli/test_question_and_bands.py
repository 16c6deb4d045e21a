"""How questions are asked and coded, and the size bands."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused
from tests.tui.cli.studies import code, small_study


@pytest.fixture
def study(folder: Path) -> Path:
    """Four respondents, nothing coded."""
    return small_study(folder)


def _asked(study: Path, key: str = "k1") -> tuple[int, int]:
    questions = done("status", study, "--json").json["questions"]
    return next((each["asked"], each["answered"]) for each in questions if each["key"] == key)


def test_a_question_tells_how_it_stands(study: Path) -> None:
    assert done("question", study, "k1").out.splitlines() == [
        "k1  Beskriv samarbeidet",
        "asked 4 of 4, answered 3",
        "asked of all",
        "codebook k1: several codes an answer",
    ]


def test_routing_counts_only_those_who_were_asked(study: Path) -> None:
    done("question", study, "k1", "--asked-if", "Har team=Ja")
    assert _asked(study) == (3, 3)
    done("question", study, "k1", "--asked-of-all")
    assert _asked(study) == (4, 3)


def test_an_answer_with_text_counts_whatever_the_routing_says(study: Path) -> None:
    done("question", study, "k1", "--asked-if", "Har team=Nosuch")
    assert _asked(study) == (3, 3)


def test_a_question_can_be_routed_by_several_values(study: Path) -> None:
    done("question", study, "k1", "--asked-if", "Har team=Ja|Nei")
    assert _asked(study) == (4, 3)


@pytest.mark.parametrize("condition", ["Nosuch=Ja", "Har team", "=Ja", "Har team="])
def test_a_condition_that_says_nothing_is_refused(study: Path, condition: str) -> None:
    before = study.read_bytes()
    refused("question", study, "k1", "--asked-if", condition)
    assert study.read_bytes() == before


def test_an_unknown_variable_is_named_with_those_there_are(study: Path) -> None:
    said = refused("question", study, "k1", "--asked-if", "Team=Ja")
    assert "There is no variable Team." in said
    assert "Har team" in said


def test_modes_can_be_changed_and_changed_back(study: Path) -> None:
    done("question", study, "k1", "--single", "--ordered")
    assert "one code an answer, a scale" in done("question", study, "k1").out
    done("question", study, "k1", "--multiple", "--unordered")
    assert "several codes an answer\n" in done("question", study, "k1").out


def test_a_question_with_several_codes_on_an_answer_cannot_become_single(study: Path) -> None:
    code(study, "R1", "A", "B")
    refused("question", study, "k1", "--single")
    assert "several codes" in done("question", study, "k1").out


def test_the_wording_is_changed_where_it_is_printed(study: Path) -> None:
    code(study, "R1", "A")
    done("question", study, "k1", "--text", "Hvordan er samarbeidet?")
    assert done("table", study, "k1").out.startswith("Hvordan er samarbeidet? Antall og prosent")
    quote = done("quotes", study, "k1", "--format", "json").json["quotes"][0]
    assert quote["path"][0] == "Hvordan er samarbeidet?"


def test_a_question_needs_a_wording(study: Path) -> None:
    refused("question", study, "k1", "--text", " ")


def test_a_change_of_a_question_can_be_undone(study: Path) -> None:
    before = done("question", study, "k1").out
    done("question", study, "k1", "--single", "--text", "Ny?", "--asked-if", "Har team=Ja")
    assert done("question", study, "k1").out != before
    done("undo", study)
    assert done("question", study, "k1").out == before


def test_bands_are_shown_with_their_respondents_and_labels(study: Path) -> None:
    lines = [line.split(maxsplit=2) for line in done("bands", study).out.splitlines()]
    assert lines == [
        ["<2000", "1", "kommune med færre enn 2000 innbyggere"],
        ["2000-5000", "1", "kommune med 2000-5000 innbyggere"],
        ["5000-10000", "0", "kommune med 5000-10000 innbyggere"],
        ["10000-20000", "0", "kommune med 10000-20000 innbyggere"],
        ["20000-50000", "0", "kommune med 20000-50000 innbyggere"],
        [">50000", "1", "kommune med 50000 innbyggere eller flere"],
        ["bydel", "0", "bydel"],
        ["unknown", "1", "kommune"],
    ]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("nb", "kommune med 50000 innbyggere eller flere"),
        ("nn", "kommune med 50000 innbyggjarar eller fleire"),
        ("en", "municipality with 50000 inhabitants or more"),
    ],
)
def test_labels_speak_the_language_of_the_study(folder: Path, language: str, label: str) -> None:
    done("new", "studie", "--language", language)
    assert label in done("bands", "studie").out


def test_new_limits_divide_the_respondents_anew_and_undo_brings_the_old_back(study: Path) -> None:
    before = done("bands", study).out
    done("bands", study, "--limits", "2500,10000")
    lines = [line.split(maxsplit=2)[:2] for line in done("bands", study).out.splitlines()]
    assert lines[:3] == [["<2500", "1"], ["2500-10000", "1"], [">10000", "1"]]
    done("undo", study)
    assert done("bands", study).out == before


def test_a_label_is_changed_in_quotes_and_an_empty_one_goes_back(study: Path) -> None:
    code(study, "R1", "A")
    done("bands", study, "--label", "<2000=liten kommune")
    wish = ("--labels", "as-they-are", "--reason", "Avtalt", "--format", "json")
    (quote,) = done("quotes", study, "k1", *wish).json["quotes"]
    assert quote["label"] == "liten kommune"
    done("bands", study, "--label", "<2000=")
    assert "kommune med færre enn 2000 innbyggere" in done("bands", study).out


@pytest.mark.parametrize(
    "options",
    [
        ("--limits", "5000,2000"),
        ("--limits", "2000,2000"),
        ("--limits", "mange"),
        ("--limits", "0"),
        ("--limits", "-5,10"),
        ("--label", "<2000"),
        ("--label", "1-2=liten"),
        ("--limits", "3000", "--label", "<2000=liten"),
    ],
)
def test_limits_and_labels_that_cannot_be_are_refused(
    study: Path, options: tuple[str, ...]
) -> None:
    before = study.read_bytes()
    refused("bands", study, *options)
    assert study.read_bytes() == before
