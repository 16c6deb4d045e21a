"""A real coding session costs few keys."""

from pathlib import Path

import pytest

from benchmarks.replay import Group, play, read_groups, spreadsheet, suggested

FOUR = [Group(2, ("Tid", "Tillit")), Group(1, ("Tillit",)), Group(3, ("Folk", "Tid"))]


@pytest.fixture(scope="module")
def session(shared_data: Path) -> list[Group]:
    path = shared_data / "bench" / "nhs_patient_feedback.csv"
    return read_groups(path, "What could we do better?")


def test_every_key_is_counted() -> None:
    assert play(FOUR, 1) == {
        "new names": len("Tid⏎") + len("Tillit⏎") + len("Folk⏎"),
        "digits": 2,
        "moving on": 3,
    }


def test_a_proposed_name_is_taken_and_changed_where_that_costs_fewer_keys() -> None:
    groups = [Group(1, ("Bredbånd",), "Bredbånd"), Group(1, ("Helse",), "Fastlege")]
    assert play(groups, 1, suggested(groups))["new names"] == len("0⏎") + len("Helse⏎")
    groups = [Group(1, ("Bredbåndet",), "bredbånd nå")]
    assert play(groups, 1, suggested(groups))["new names"] == len("0et⏎")


def test_suggested_codes_stand_on_the_digits_when_the_answer_is_opened() -> None:
    names = [f"Kode {at}" for at in range(12)]
    groups = [Group(1, tuple(names), "alt"), *(Group(1, (names[0],), "buss") for _ in range(3))]
    keys = play(groups, 1, suggested(groups))
    assert keys["digits"] + keys["finding"] >= 3
    assert keys["finding"] <= len("K1")


def test_the_beginning_of_the_real_session_costs_fewer_keys_with_suggestions(
    session: list[Group],
) -> None:
    beginning = session[:150]
    with_names = play(beginning, 1, suggested(beginning)).total()
    assert with_names < play(beginning, 1).total()


def test_a_code_that_stands_ready_nowhere_is_found_by_letters() -> None:
    twice = [Group(1, ("Tid", "Tillit", "Tid"))]
    assert play(twice, 1)["finding"] == len("T1")


def test_a_cell_completes_itself_when_one_name_is_left() -> None:
    assert spreadsheet(FOUR) == {
        "new names": len("Tid→") + len("Tillit→") + len("Folk→"),
        "finding": len("Til→") + len("Tid→"),
    }


def test_identical_answers_of_the_real_session_are_coded_once(session: list[Group]) -> None:
    assert (len(session), sum(group.answers for group in session)) == (823, 1_035)


def test_the_real_session_costs_at_most_five_keys_an_answer(session: list[Group]) -> None:
    assert play(session, 1).total() <= 5.0 * len(session)


def test_the_real_session_costs_a_spreadsheet_nearly_nine(session: list[Group]) -> None:
    assert spreadsheet(session).total() >= 8.5 * len(session)
