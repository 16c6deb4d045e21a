"""Which names may be names of one code."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.similar.by_name import alike_by_name

OTHERS = ("Mangel på tid", "Bedre økonomi", "Samarbeid med NAV", "Faste møter", "Kompetanse")


def why(one: str, other: str) -> str:
    """How two names among others are alike, "" when they are not."""
    found = [each for each in alike_by_name([one, other, *OTHERS]) if each.other == 1]
    return found[0].reason.how if found else ""


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Rekruttering av fagfolk", "Rekruttere fagfolk", "words"),
        ("Tettere oppfølging av pårørende", "Oppfølging av pårørende", "words"),
        ("Fleire tilsette", "Flere ansatte", "forms"),
        ("Ikkje nok folk", "Ikke nok folk", "forms"),
        ("Fritids klubb", "Fritidsklubb", "spacing"),
        ("Kommunens økonomi", "Økonomi i kommunen", "order"),
        ("brukermedvikrning", "Brukermedvirkning", "typo"),
        ("NAV.", "nav", "same"),
    ],
)
def test_second_names_of_a_code_are_found(one: str, other: str, how: str) -> None:
    assert why(one, other) == how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mer penger", "Mer midler"),
        ("Mer samarbeid", "Mindre samarbeid"),
        ("Ikke behov for plan", "Behov for plan"),
        ("Svært dårlige tjenester", "Dårlige tjenester"),
        ("Tiltak fase 1", "Tiltak fase 2"),
        ("Intern opplæring", "Ekstern opplæring"),
        ("Sikker bolig", "Usikker bolig"),
        ("Barnevern", "Barnehage"),
    ],
)
def test_other_things_are_not_said_to_be_alike_by_name(one: str, other: str) -> None:
    assert why(one, other) == ""


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_names_can_be_compared_and_none_is_paired_with_itself(names: list[str]) -> None:
    for each in alike_by_name(names):
        assert 0 <= each.one < each.other < len(names)
        assert 0 < each.reason.strength <= 1


def test_few_of_the_codes_printed_in_a_report_are_called_alike(shared_data: Path) -> None:
    tables = json.loads((shared_data / "code_tables_2016.json").read_text("utf-8"))["tables"]
    names = list(dict.fromkeys(code["code"] for table in tables for code in table["codes"]))
    assert len(names) > 90
    assert len(alike_by_name(names)) <= 3
