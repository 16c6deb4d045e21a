"""Open questions and closed variables of wide files."""

import pytest

from corpus.reading.choices import Choices
from corpus.reading.plan import Role
from tests.corpus.reading.tables import column, options, planned, role, table

YES_OR_NO = ("Ja", "Nei", "Ja", "Vet ikke", "Ja", "Nei")
SENTENCES = (
    "Vi mangler folk.",
    "Det er for lite penger til alt.",
    "Samarbeidet med helseforetaket går bra.",
    "",
    "Me har fått på plass ei ny ordning.",
    "Nei",
)
PHRASES = ("lite folk", "dårlig økonomi", "lang reisevei", "få boliger", "mangel på plan", "uro")
SCALE = ("i svært stor grad", "i noen grad", "i svært liten grad", "i noen grad") * 2
LONG = (
    "Vi skulle gjerne hatt flere folk til alt dette arbeidet.",
    "Det trengs mer penger til boliger for dem som har minst.",
    "Samarbeidet med sykehuset må bli mye bedre enn det er nå.",
    "Me treng betre opplæring av dei som er tilsette hos oss.",
)
FIGURES = ("12", "1 450", "3,5", "", "40 %", "-1")
DATES = ("2016-01-31", "31.01.2016", "2016-01-31 12:05:00", "", "1.2.2016", "31.01.2016 12:05")
NONE = ("",) * 6


def with_column(header: str, values: tuple[str, ...]) -> str:
    """The role a column gets in a file of six respondents, with `?` behind it when unsure."""
    lines = (f"R{number}|{value}" for number, value in enumerate(values))
    plan = planned(table(f"id|{header}|n", *(f"{line}|1" for line in lines)))
    found = column(plan, header)
    return found.role if found.certain else f"{found.role}?"


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("k7.3 Prioriterer dere dette? Hvis ja, hvordan?", SENTENCES, "question"),
        ("Utfordringer", SENTENCES, "question?"),
        ("k2 Kommentar", PHRASES, "question"),
        ("Annet, hva?", PHRASES, "question"),
        ("Hvorfor ikke?", YES_OR_NO, "variable?"),
        ("Hvordan vurderer dere dette?", SCALE * 2, "variable"),
        ("I hvilken grad lykkes dere? Beskriv utfordringer", PHRASES, "question"),
        ("Er tilbudet godt? I hvilken grad?", PHRASES, "variable?"),
        ("Hvem er målgruppen? Andre, hvem", PHRASES, "question"),
        ("Har dere innspill?", ("Nei",) * 8 + SENTENCES[:2] * 2 + LONG, "question"),
        ("k3.1 Har kommunen en plan for dette arbeidet?", YES_OR_NO, "variable"),
        ("Fylke", PHRASES, "variable"),
        ("Utfordring", PHRASES, "variable?"),
        ("k4 Hva er de viktigste tiltakene?", PHRASES, "question"),
        ("k4 Viktige tiltak", PHRASES, "question?"),
        ("I hvilken grad er dere fornøyd?", PHRASES, "variable?"),
        ("I hvilken grad er dere fornøyd? (kommentar)", PHRASES, "question"),
        ("Har dere en plan?", YES_OR_NO[:2], "variable"),
        ("Kommentar", ("Økonomi",), "question"),
        ("Hvilken avdeling svarer?", ("Helse", "Omsorg"), "variable?"),
        ("k6 Hvorfor?", ("0",), "question?"),
        ("Er dere fornøyd med dette?", SCALE, "variable"),
        ("Er dere fornøyd med dette?", SCALE[:4], "variable"),
        ("Antall årsverk", FIGURES, "variable"),
        ("Fullført", DATES, "variable"),
        ("k5.2 Hvis nei, hvorfor ikke?", NONE, "question"),
        ("k5.3", NONE, "question"),
        ("Tom", NONE, "variable"),
    ],
)
def test_header_and_content_decide(header: str, values: tuple[str, ...], expected: str) -> None:
    assert with_column(header, values) == expected


def test_a_doubt_names_the_options_that_settle_it() -> None:
    lines = (f"R{number}|{value}" for number, value in enumerate(PHRASES))
    plan = planned(table("id|k4 Viktige tiltak", *lines))
    assert options(plan.doubts) == "--question k4 or --variable k4"


def test_what_a_person_says_wins() -> None:
    lines = (f"R{number}|{text}|{text}" for number, text in enumerate(SENTENCES))
    sheet = table("id|k1 Hva?|k2 Hvorfor?", *lines)
    plan = planned(sheet, Choices(variables=("k1",), ignore=("k2",), questions=("id",), id="row"))
    assert [column.role for column in plan.columns] == [Role.QUESTION, Role.VARIABLE, Role.IGNORE]
    assert all(column.certain for column in plan.columns)


def test_questions_get_their_keys_and_texts() -> None:
    plan = planned(table("id|k1.1 Hva mener dere?|Hvorfor?", "1|Vi vet ikke helt|Det er nytt her"))
    assert [(column.key, column.text) for column in plan.having(Role.QUESTION)] == [
        ("k1.1", "Hva mener dere?"),
        ("q1", "Hvorfor?"),
    ]


def test_rare_answers_among_many_rows_are_seen() -> None:
    lines = [f"R{number}||1" for number in range(5000)]
    lines[4321] = "R4321|Vi mangler folk og penger til alt dette|1"
    plan = planned(table("id|k1 Kommunens plan|n", *lines))
    assert column(plan, "k1 Kommunens plan").why == "free text"


def test_a_file_without_questions_makes_a_doubt() -> None:
    plan = planned(table("id|alder", "1|34", "2|40"))
    assert "--question COLUMN" in options(plan.doubts)


def test_the_doubts_of_the_sheet_come_with_the_plan() -> None:
    plan = planned(table("a|b", "1|2"))
    assert plan.layout == "wide"


def test_ids_that_stand_in_many_rows_make_a_doubt_about_the_layout() -> None:
    lines = (f"R{number % 4}|{SENTENCES[number % 3]} {number}" for number in range(20))
    assert "--layout long" in options(planned(table("id|mening", *lines)).doubts)


def test_closed_answers_stay_variables_in_a_long_file() -> None:
    lines = (f"R{number}|Hva?|{text}|nb" for number, text in enumerate(SENTENCES))
    assert role(planned(table("id|question|text|language", *lines)), "language") is Role.VARIABLE
