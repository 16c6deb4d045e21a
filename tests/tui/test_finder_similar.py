"""Which codes a new name may be a second name of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.finding.codes import FinderCode
from tui.finding.similar import similar


def likeness(new: str, old: str) -> str:
    found = similar(new, [FinderCode(1, ("Tema", old), 1)])
    return found[0].why if found else ""


@pytest.mark.parametrize(
    ("new", "old", "why"),
    [
        ("FLERE ANSATTE", "Flere ansatte", "same"),
        ("Brukermedvirkning.", "Brukermedvirkning", "same"),
        ("Fritids klubb", "Fritidsklubb", "spacing"),
        ("Fritids klubber", "Fritidsklubb", "spacing"),
        ("Ikkje nok folk", "Ikke nok folk", "forms"),
        ("Fleire tilsette", "Flere ansatte", "forms"),
        ("Tenester til ungdommar", "Tjenester til ungdom", "forms"),
        ("Moglegheit for bustad", "Mulighet for bolig", "forms"),
        ("Samarbeid spesialisthelsetenesta", "Samarbeid med spesialisthelsetjenesten", "forms"),
        ("Kommunar", "Kommune", "forms"),
        ("Care plan", "Care plans", "forms"),
        ("Økonomi kommune", "Kommunens økonomi", "order"),
        ("Continuity of staff", "Staff continuity", "order"),
        ("Mer middler", "Mer midler", "typo"),
        ("brukermedvikrning", "Brukermedvirkning", "typo"),
    ],
)
def test_a_second_name_of_a_code_is_noticed(new: str, old: str, why: str) -> None:
    assert likeness(new, old) == why


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Mer penger", "Mer midler"),
        ("Usikker bolig", "Sikker bolig"),
        ("Trinn 2", "Trinn 1"),
        ("Mer helg", "Mer helse"),
        ("Mindre tid", "Mer tid"),
        ("Barnevern", "Barnehage"),
        ("Tog", "Tid"),
    ],
)
def test_another_name_raises_no_warning(new: str, old: str) -> None:
    assert likeness(new, old) == ""


def test_the_most_alike_comes_first_and_three_at_most() -> None:
    names = ("Mer midlar ein", "Mer midler en", "En midler mer", "Mer midler", "Mer miidler")
    codes = [FinderCode(number, (name,), number) for number, name in enumerate(names, start=1)]
    assert [found.why for found in similar("mer midler", codes)] == ["same", "forms", "forms"]


def test_only_the_own_name_is_compared() -> None:
    assert similar("Økonomi", [FinderCode(1, ("Økonomi", "Lån"), 1)]) == ()


@given(st.text(min_size=1).filter(lambda name: name.strip() != ""))
def test_every_name_is_the_same_as_itself(name: str) -> None:
    assert likeness(name, name) == "same"


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_holds_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
