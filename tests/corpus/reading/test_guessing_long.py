"""Long files are recognised, and their special columns."""

import pytest

from corpus.problems import Problem
from corpus.reading.choices import Choices
from corpus.reading.plan import Role
from tests.corpus.reading.tables import options, planned, role, table

LINES = (
    "R1|k1|Hva mener dere om dette?|Vi mangler folk og penger|Økonomi;Folk",
    "R1|k2|Hvorfor er det slik hos dere?|Det er ikke satt av midler|Økonomi",
    "R2|k1|Hva mener dere om dette?|Det går bra hos oss i bydelen|Bra",
    "R2|k2|Hvorfor er det slik hos dere?|Fordi vi samarbeider med andre|Samarbeid",
)


def roles(header: str, choices: Choices | None = None, lines: tuple[str, ...] = LINES) -> list[str]:
    """The roles of the columns, then `?` for every doubt."""
    plan = planned(table(header, *lines), choices or Choices())
    return [plan.layout, *(column.role for column in plan.columns), *("?" for _ in plan.doubts)]


EXPECTED = ["long", "id", "question key", "question text", "text", "codes"]


@pytest.mark.parametrize(
    "header",
    [
        "id|chapter|question|text|theme",
        "respondent|nøkkel|spørsmål|svar|koder",
        "respondent_id|question_id|question_text|answer|codes",
        "id|question|spørsmålstekst|tekst|tema",
        "id|nummer|question|text|code",
    ],
)
def test_headers_tell_what_the_columns_are(header: str) -> None:
    assert roles(header) == EXPECTED


def test_a_key_alone_is_enough() -> None:
    lines = tuple("|".join((*line.split("|")[:2], line.split("|")[3])) for line in LINES)
    assert roles("id|question|text", lines=lines) == ["long", "id", "question key", "text"]


def test_one_question_is_no_reason_to_take_a_constant_for_its_key() -> None:
    lines = ("1|nb|Hva?|Vi mangler folk", "2|nb|Hva?|Det går ganske bra")
    expected = ["long", "id", "variable", "question key", "text"]
    assert roles("id|language|question|text", lines=lines) == expected


def test_texts_without_a_telling_header_make_a_doubt() -> None:
    assert roles("id|chapter|question|mening|theme") == [*EXPECTED, "?"]


def test_texts_with_codes_but_no_question_make_doubts() -> None:
    lines = tuple("|".join(line.split("|")[i] for i in (0, 3, 4)) for line in LINES)
    plan = planned(table("id|text|theme", *lines))
    assert "--layout" in options(plan.doubts)
    assert "--question-column" in options(plan.doubts)


def test_options_that_only_fit_a_long_file_make_it_long() -> None:
    said = Choices(id="a", question_column="b", question_text_column="c", text_column="d")
    assert roles("a|b|c|d|e", said) == [*EXPECTED[:-1], "variable"]


def test_the_partner_of_a_named_key_is_found() -> None:
    said = Choices(question_column="b", text_column="d", codes_column="e", id="a")
    assert roles("a|b|c|d|e", said) == EXPECTED


def test_a_layout_that_is_said_is_not_doubted() -> None:
    plan = planned(table("id|chapter|question|text|theme", *LINES), Choices(layout="wide"))
    assert plan.layout == "wide"
    assert "--layout" not in options(plan.doubts)


def test_a_long_file_needs_a_column_of_texts() -> None:
    with pytest.raises(Problem, match="No column holds"):
        planned(table("id|n", "1|2", "2|3"), Choices(layout="long"))


def test_a_second_column_of_texts_makes_a_doubt() -> None:
    lines = tuple(f"{line}|{line.split('|')[3]} igjen" for line in LINES)
    plan = planned(table("id|chapter|question|text|theme|merknad", *lines))
    assert role(plan, "merknad") is Role.VARIABLE
    assert options(plan.doubts) == "--variable merknad or --text-column merknad"
