"""Nearly the same is another spelling, ending or order; never another meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.workbench.near import NEAR, near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mer penger", "mer pengar"),
        ("Vet ikke", "Veit ikkje"),
        ("Mangel på boliger", "Mangel på bolig."),
        ("Økonomi og bemanning", "Bemanning og økonomi"),
        ("Tid!", "tid"),
        ("Samarbeid med NAV", "Samarbeid med Nav,"),
    ],
)
def test_spelling_endings_and_order_are_near(one: str, other: str) -> None:
    assert [id_ for id_, _ in near([(7, other)], one)] == [7]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Er fornøyd med tilbudet", "Er ikke fornøyd med tilbudet"),
        ("Vi trenger 2 årsverk til", "Vi trenger 3 årsverk til"),
        ("Uten nok folk går det bra", "Alt nok folk går det bra"),
        ("We need more time", "We don't need more time"),
        ("Nei", "Vei"),
        ("!!!", "???"),
        ("Bolig", "Økonomi og tid"),
    ],
)
def test_another_meaning_is_not_near(one: str, other: str) -> None:
    assert near([(7, other)], one) == []


def test_the_most_alike_come_first() -> None:
    texts = [(1, "mangel på bolig"), (2, "Mangel på boliger"), (3, "mangel på boliger i byen")]
    found = near(texts, "Mangel på boliger", at_least=70)
    assert [id_ for id_, _ in found] == [2, 1, 3]
    assert found[0][1] == 100


def test_no_likeness_is_sought_in_very_long_texts() -> None:
    long = "bolig " * 200_000
    assert near([(1, long), (2, "bolig")], long) == []
    assert near([(1, long), (2, "bolig")], "bolig") == [(2, 100.0)]


@given(st.lists(st.text("abæ 1?", max_size=12), max_size=8), st.text("abæ 1?", max_size=12))
def test_likeness_does_not_depend_on_which_of_two_is_asked_about(
    written: list[str], text: str
) -> None:
    texts = list(enumerate(written))
    found = dict(near(texts, text))
    for id_, other in texts:
        assert dict(near([(id_, text)], other)) == ({id_: found[id_]} if id_ in found else {})
    assert all(NEAR <= score <= 100 for score in found.values())
