"""Labels that hold what is typed, the best first."""

from hypothesis import given
from hypothesis import strategies as st

from tui.finding.narrowing import label_key, narrowed

LABELS = ["Mer penger", "Penger", "Lommepenger", "Bolig", "Årsverk / Mer penger nå"]
TEXTS = st.text(max_size=12)


def found(typed: str, *labels: str) -> list[str]:
    """The labels that fit, best first."""
    given_ = labels or LABELS
    return [given_[place] for place in narrowed([label_key(each) for each in given_], typed)]


def test_what_begins_with_it_stands_before_what_holds_it() -> None:
    assert found("peng") == ["Penger", "Mer penger", "Årsverk / Mer penger nå", "Lommepenger"]


def test_nothing_typed_leaves_everything_as_it_was() -> None:
    assert found("  ") == LABELS


def test_a_sign_is_found_like_a_letter() -> None:
    assert found("<", "<2000", "2000-5000") == ["<2000"]


def test_words_may_stand_in_any_order() -> None:
    assert found("penger års") == ["Årsverk / Mer penger nå"]


def test_the_hint_is_searched_too() -> None:
    assert narrowed([label_key("k1", "Hva er viktigst?"), label_key("k2", "Og ellers?")], "el") == [
        1
    ]


def test_whole_words_stand_before_the_beginnings_of_longer_ones() -> None:
    assert found("kode 2", "Kode 21", "Tema 9 / Kode 22", "Tema 3 / Kode 2", "Kode 2") == [
        "Kode 2",
        "Kode 21",
        "Tema 3 / Kode 2",
        "Tema 9 / Kode 22",
    ]


@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_a_label_is_always_found_by_itself(labels: list[str], other: str) -> None:
    keys = [label_key(label) for label in [*labels, other]]
    assert len(labels) in narrowed(keys, other)
