"""Quotes reviewed by command: what is masked is decided and approved answer by answer."""

from pathlib import Path
from typing import Any

import pytest

from tests.tui.cli.running import done, misused, refused, run
from tests.tui.cli.studies import code, fresh, study_of

TEXTS = ("Vi i Lier mangler boliger i Lier.", "Bare ord.", "Etter brannen kom Kari Nes hit.")


def _coded(folder: Path) -> Path:
    study = study_of(folder, TEXTS)
    for respondent in ("R1", "R2", "R3"):
        code(study, respondent, "Bolig")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Three coded answers."""
    return fresh(folder, _coded)


def _review(study: Path) -> dict[str, dict[str, Any]]:
    answers = done("mask", study, "k1", "--json").json["answers"]
    return {each["respondent"]: each for each in answers}


def _quotes(study: Path, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = done("quotes", study, "k1", "--json", *more).json
    return found


def test_the_review_as_data_says_what_was_found_and_why(study: Path) -> None:
    first = _review(study)["R1"]
    assert first["state"] == "to review"
    assert first["wording"] == "Vi i [kommune] mangler boliger i [kommune]."
    assert [each["text"] for each in first["found"]] == ["Lier", "Lier"]
    assert all(each["layer"] and each["rule"] for each in first["found"])
    assert [each["kind"] for each in _review(study)["R3"]["cautions"]] == ["event"]


def test_the_review_is_listed_answer_by_answer(study: Path) -> None:
    lines = done("mask", study, "--review").out.splitlines()
    assert lines[:2] == [
        "k1 R1 to review: Vi i [kommune] mangler boliger i [kommune].",
        "k1 R2 nothing found: Bare ord.",
    ]
    assert "  caution: event" in lines


def test_an_answer_is_decided_on_by_its_words_or_its_characters(study: Path) -> None:
    on_it = ("mask", study, "k1", "--answer", "R1")
    done(*on_it, "--mask", "5-9", "--as", "sted")
    done(*on_it, "--stand", "28-32", "--cut", "mangler")
    assert _review(study)["R1"]["wording"] == "Vi i [sted] [...] boliger i Lier."
    done(*on_it, "--as-found", "5-9", "--as-found", "28-32", "--mask", "boliger", "--as", "tall")
    assert _review(study)["R1"]["wording"] == "Vi i [kommune] [...] [tall] i [kommune]."
    done("undo", study)
    assert _review(study)["R1"]["wording"].endswith("[tall] i Lier.")


def test_a_paraphrase_is_marked_and_taken_back(study: Path) -> None:
    done("mask", study, "k1", "--answer", "R1", "--paraphrase", "For få boliger.")
    assert _review(study)["R1"]["wording"] == "For få boliger. (omskrevet)"
    done("mask", study, "k1", "--answer", "R1", "--paraphrase", "")
    assert _review(study)["R1"]["paraphrase"] is None


def test_an_approval_waits_for_cautions_and_lapses_with_a_change(study: Path) -> None:
    assert "cautions" in refused("mask", study, "k1", "--approve", "R3")
    done("mask", study, "k1", "--answer", "R3", "--seen", "event", "--approve", "R3")
    assert _review(study)["R3"]["state"] == "approved"
    done("mask", study, "k1", "--answer", "R3", "--stand", "Kari Nes")
    assert _review(study)["R3"]["state"] == "approval lapsed"
    done("mask", study, "k1", "--withdraw", "R3")
    assert _review(study)["R3"]["state"] == "to review"


def test_only_approved_quotes_leave_as_no_draft(study: Path) -> None:
    assert "approved" in refused("quotes", study, "k1", "--approved")
    done("mask", study, "k1", "--approve", "R2")
    assert "UTKAST" in done("quotes", study, "k1").out
    said = done("quotes", study, "k1", "--approved").out
    assert "Bare ord." in said
    assert "UTKAST" not in said
    assert "mangler" not in said


def test_a_study_can_demand_approval(study: Path) -> None:
    done("mask", study, "--demand-approval")
    assert "3 answers are not approved" in refused("quotes", study, "k1")
    done("mask", study, "--allow-drafts")
    assert "UTKAST" in done("quotes", study, "k1").out


def test_what_was_let_stand_passes_the_last_gate(study: Path, folder: Path) -> None:
    done("mask", study, "k1", "--answer", "R1", "--stand", "5-9", "--stand", "28-32")
    for ending in ("docx", "html", "csv"):
        done("quotes", study, "k1", "-o", folder / f"sitater.{ending}")
    assert "Lier" in (folder / "sitater.html").read_text("utf-8")


def test_unapproved_quotes_are_told_by_check(study: Path) -> None:
    done("mask", study, "k1", "--approve", "R2")
    assert run("check", study, "--json").json["unapproved_quotes"] == [
        {"question": "k1", "respondent": "R1"},
        {"question": "k1", "respondent": "R3"},
    ]


def test_check_is_open_for_quotes_only_where_approval_is_demanded(study: Path) -> None:
    assert run("check", study).exit_code == 0
    done("mask", study, "--demand-approval")
    result = run("check", study)
    assert result.exit_code == 3
    assert "k1: 3 answers quoted and not approved: R1, R2, R3" in result.out


@pytest.mark.parametrize(
    "words",
    [
        ("--cut", "Lier"),
        ("k1", "--cut", "Lier"),
        ("k1", "--answer", "R1"),
        ("k1", "--answer", "R1", "--mask", "Lier"),
        ("k1", "--answer", "R1", "--cut", "mangler", "--as", "sted"),
        ("--approve", "R1"),
    ],
)
def test_what_says_too_little_is_wrong_usage(study: Path, words: tuple[str, ...]) -> None:
    misused("mask", study, *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--answer", "R9", "--cut", "Lier"), "R9 has no coded answer"),
        (("--answer", "R1", "--cut", "Lier"), "several times"),
        (("--answer", "R1", "--cut", "Oslo"), "has no 'Oslo'"),
        (("--answer", "R1", "--cut", "5-900"), "not in the answer"),
        (("--answer", "R1", "--cut", "9-5"), "Nothing is chosen"),
        (("--answer", "R1", "--mask", "5-9", "--as", "by"), "no category"),
        (("--answer", "R1", "--seen", "event"), "no open caution"),
        (
            (
                "--withdraw",
                "R1",
            ),
            "not approved",
        ),
    ],
)
def test_what_is_not_there_is_refused(study: Path, words: tuple[str, ...], said: str) -> None:
    assert said in refused("mask", study, "k1", *words)


def test_all_in_which_nothing_was_found_are_approved_at_once(study: Path) -> None:
    done("mask", study, "k1", "--approve-plain")
    states = {who: each["state"] for who, each in _review(study).items()}
    assert states == {"R1": "to review", "R2": "approved", "R3": "to review"}
    done("undo", study)
    assert _review(study)["R2"]["state"] == "nothing found"


def test_a_neighbour_is_masked_by_hand(study: Path) -> None:
    done("mask", study, "k1", "--answer", "R1", "--mask", "5-9", "--as", "nabokommune")
    assert _review(study)["R1"]["wording"].startswith("Vi i [nabokommune] mangler")


def test_approving_plain_ones_needs_a_question(study: Path) -> None:
    misused("mask", study, "--approve-plain")
