"""The commands that suggest codes and say how good the suggestions would have been."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, misused, refused, run
from tests.tui.cli.studies import code, everything, fresh, study_of, table_file

HOSTILE = "boliger [/] \x1b[2J \u202e [@click=app.quit]x[/]"
SUBJECTS = (("boliger", "Bolig"), ("fastleger", "Fastlege"), ("penger", "Økonomi"))
TEXTS = [f"Flere {SUBJECTS[at % 3][0]} til sted {at}" for at in range(15)]
K1 = ("-q", "k1")


def _coded(folder: Path) -> Path:
    study = study_of(folder, [*TEXTS, "Enda flere boliger", "Bredbånd mangler", HOSTILE])
    rows = [(f"R{at + 1}", "k1", SUBJECTS[at % 3][1]) for at in range(15)]
    codings = table_file(folder / "koder.csv", [("respondent", "question", "codes"), *rows])
    done("code", study, "--from", codings)
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Fifteen coded answers on three subjects, three that are not coded."""
    return fresh(folder, _coded)


def test_codes_are_suggested_for_an_answer_with_reason_and_new_names(study: Path) -> None:
    out = done("suggest", study, *K1, "--answer", "R16").out
    assert out.startswith("R16  no code\n    Enda flere boliger\n\n1 ")
    assert "%  Bolig  (" in out
    assert "0  new: " in done("suggest", study, *K1, "--answer", "R17").out


def test_suggestions_as_json(study: Path) -> None:
    found = done("suggest", study, *K1, "--answer", "R16", "--json").json
    first = found["suggestions"][0]
    assert (found["respondent"], first["code"]) == ("R16", ["Bolig"])
    assert 0 < first["probability"] <= 1
    assert "Bredbånd" in done("suggest", study, *K1, "--answer", "R17", "--json").json["new_names"]


def test_answers_likely_to_have_a_code_are_listed_without_those_that_have_it(study: Path) -> None:
    likely = done("suggest", study, *K1, "--code", "Bolig", "--least", 0.5, "--json").json["likely"]
    assert [each["respondent"] for each in likely][:1] == ["R16"]
    assert all(["Bolig"] not in each["codes"] for each in likely)
    none = done("suggest", study, *K1, "--code", "Fastlege", "--least", 1).out
    assert none == "No answer is likely to have Fastlege at 100 %.\n"


def test_doubtful_codings_are_listed(study: Path) -> None:
    code(study, "R16", "Fastlege")
    found = done("suggest", study, *K1, "--doubtful", "--least", 0.5, "--json").json["doubtful"]
    assert ("R16", ["Fastlege"], True) in [
        (each["respondent"], each["code"], each["given"]) for each in found
    ]
    assert "Fastlege: given, but" in done("suggest", study, *K1, "--doubtful", "--least", 0.5).out


def test_answers_without_a_code_come_in_groups(study: Path) -> None:
    groups = done("suggest", study, *K1, "--clusters", "--json").json["groups"]
    assert sorted(who for each in groups for who in each["answers"]) == ["R16", "R17", "R18"]
    assert "R17: Bredbånd mangler" in done("suggest", study, *K1, "--clusters").out


def test_nothing_is_coded_by_suggesting(study: Path) -> None:
    before = everything(study)
    for asked in (("--answer", "R16"), ("--code", "Bolig"), ("--doubtful",), ("--clusters",)):
        assert "not masked" in run("suggest", study, *K1, *asked).err
    assert everything(study) == before


def test_hostile_answers_are_harmless_on_a_terminal(study: Path) -> None:
    for asked in (("--answer", "R18"), ("--clusters",)):
        result = run("suggest", study, *K1, *asked, terminal=True)
        assert result.exit_code == 0
        assert "[/]" in result.out
        assert "\x1b[2J" not in result.out
        assert "\u202e" not in result.out


def test_exactly_one_thing_is_asked(study: Path) -> None:
    assert "Give one of" in misused("suggest", study, *K1)
    assert "Give one of" in misused("suggest", study, *K1, "--doubtful", "--clusters")
    misused("suggest", study, *K1, "--doubtful", "--least", 0.2)


def test_what_is_not_there_is_a_problem(study: Path) -> None:
    assert "R99" in refused("suggest", study, *K1, "--answer", "R99")
    assert "There is no code Boligg." in refused("suggest", study, *K1, "--code", "Boligg")
    done("codebook", "retire", study, "--question", "k1", "Bolig")
    assert "Bolig is retired." in refused("suggest", study, *K1, "--code", "Bolig")


def test_suggestions_are_evaluated_in_the_language_of_the_study(study: Path) -> None:
    out = done("evaluate", study, *K1).out
    assert out.startswith("Treffsikkerheten til kodeforslagene: Hva mener dere?\n")
    assert "15 svar er spilt av i den rekkefølgen de ble kodet, med 3 koder" in out
    assert "mest brukte koder" in out


def test_an_evaluation_as_json_and_as_a_table(study: Path, folder: Path) -> None:
    found = done("evaluate", study, *K1, "--json").json
    assert (found["answers"], found["codes"], found["windows"][0]["first"]) == (15, 3, 10)
    assert set(found["whole"]) == {"suggestions", "most frequent", "char-SVM"}
    done("evaluate", study, *K1, "-o", folder / "e.csv")
    lines = (folder / "e.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Kodet før;Rekkefølge;Blant fem;Først;MRR;Taster;Koder"
    assert [line.split(";")[0] for line in lines[1:]] == ["10-14"] * 3


def test_the_curves_are_drawn(study: Path, folder: Path) -> None:
    result = done("evaluate", study, *K1, "--figure", folder / "e.svg")
    assert "Text for those who cannot see it: To linjediagrammer" in result.err
    assert "Treffsikkerheten til kodeforslagene" in (folder / "e.svg").read_text("utf-8")
    assert "no format" in refused("evaluate", study, *K1, "--figure", folder / "e.gif")


def test_too_few_coded_answers_are_said(folder: Path) -> None:
    study = study_of(folder, ["Bolig", "Penger"])
    assert "answers coded so far: 0" in refused("evaluate", study, *K1)
