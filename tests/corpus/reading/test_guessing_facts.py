"""Which columns are taken for the facts about a respondent."""

import pytest

from corpus.reading.choices import Choices
from corpus.reading.plan import Role
from tests.corpus.reading.tables import column, options, planned, role, table

QUESTION = "k1 Hva mener dere om tilbudet?"
TEXT = "Vi mangler både folk og penger til dette"


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("RespondentID", ("a", "b", "c"), Role.ID),
        ("Kommunenr", ("0301", "1103", "4601"), Role.ID),
        ("Kommune", ("Oslo", "Stavanger", "Nord-Aurdal"), Role.NAME),
        ("Navn på kommunen", ("Oslo", "Stavanger", "Nord-Aurdal"), Role.NAME),
        ("Virksomhet", ("Nav Oslo", "Bærum sykehus", "Bufetat"), Role.NAME),
        ("Enhetstype", ("kommune", "kommune", "bydel"), Role.KIND),
        ("Kommune", ("kommune", "kommune", "bydel"), Role.KIND),
        ("Innbyggere", ("1 450", "7379.0", "ca. 1 200"), Role.POPULATION),
        ("Innbyggjarar 2016", ("1450", "7379", ""), Role.POPULATION),
        ("Folketal", ("1.450", "7.379", "12.000"), Role.POPULATION),
        ("population", ("1450", "7379", "12000"), Role.POPULATION),
        ("Storleik", ("under 2000", "2000 til 5000", "50000+"), Role.BAND),
        ("Innbyggere", ("<2000", "2000-5000", "bydel"), Role.BAND),
        ("size_band", ("<2000", "2000-5000", "unknown"), Role.BAND),
        ("Fylke", ("Viken", "Oslo", "Møre og Romsdal"), Role.VARIABLE),
    ],
)
def test_a_fact_is_known_by_its_header_and_values(
    header: str, values: tuple[str, ...], expected: Role
) -> None:
    plan = planned(table(f"{header}|{QUESTION}", *(f"{value}|{TEXT} {value}" for value in values)))
    found = column(plan, header)
    assert (found.role, found.certain) == (expected, True)


def test_a_word_that_ends_in_id_is_no_id() -> None:
    lines = (f"{number}|{number * 7}|{TEXT} {number}" for number in range(3))
    assert role(planned(table(f"nr|covid|{QUESTION}", *lines)), "covid") is Role.VARIABLE


def test_every_guess_says_why() -> None:
    plan = planned(table(f"id|Kommune|Fylke|{QUESTION}", f"1|Oslo|Oslo|{TEXT}"))
    assert all(column.why for column in plan.columns)


def test_the_respondents_id_goes_before_numbers() -> None:
    plan = planned(table(f"nr|id|{QUESTION}", f"1|R1|{TEXT}", f"2|R2|{TEXT}"))
    assert (role(plan, "id"), role(plan, "nr")) == (Role.ID, Role.VARIABLE)


def test_values_that_all_differ_may_be_an_id_but_a_person_is_asked() -> None:
    plan = planned(table(f"referanse|{QUESTION}", f"x1|{TEXT}", f"x2|{TEXT} her"))
    assert (role(plan, "referanse"), options(plan.doubts)) == (
        Role.ID,
        "--id referanse (or --id row)",
    )


def test_a_file_without_id_makes_a_doubt() -> None:
    plan = planned(table(QUESTION, TEXT, f"{TEXT} her"))
    assert "--id row" in options(plan.doubts)


def test_the_row_may_be_the_id() -> None:
    sheet = table(QUESTION, TEXT, f"{TEXT} her")
    plan = planned(sheet, Choices(id="row"))
    assert (plan.one(Role.ID), plan.doubts) == (None, ())


def test_a_column_called_row_is_meant_when_there_is_one() -> None:
    sheet = table(f"Row|{QUESTION}", f"a|{TEXT}", f"b|{TEXT} her")
    assert role(planned(sheet, Choices(id="row")), "Row") is Role.ID


def test_values_that_name_bands_are_only_perhaps_the_band() -> None:
    plan = planned(table(f"id|gruppe|{QUESTION}", f"1|<2000|{TEXT}", f"2|2000-5000|{TEXT} her"))
    assert role(plan, "gruppe") is Role.BAND
    assert "--band gruppe" in options(plan.doubts)


def test_a_population_that_is_told_leaves_no_band_to_guess() -> None:
    sheet = table(f"id|folk|size_band|{QUESTION}", f"1|1450|<2000|{TEXT}", f"2|1|<2000|{TEXT} her")
    plan = planned(sheet, Choices(population="folk"))
    assert (role(plan, "folk"), role(plan, "size_band")) == (Role.POPULATION, Role.VARIABLE)


def test_two_populations_make_a_doubt() -> None:
    header = f"id|innbyggere 2015|innbyggere 2016|{QUESTION}"
    plan = planned(table(header, f"1|1450|1460|{TEXT}", f"2|7379|7380|{TEXT} her"))
    assert '--population "innbyggere 2015"' in options(plan.doubts)


def test_a_second_column_of_names_makes_a_doubt() -> None:
    lines = (f"1|Oslo|Sagene|{TEXT}", f"2|Ås||{TEXT} her")
    plan = planned(table(f"id|kommune|bydel|{QUESTION}", *lines))
    assert (role(plan, "kommune"), role(plan, "bydel")) == (Role.NAME, Role.VARIABLE)
    assert "--ignore bydel" in options(plan.doubts)
