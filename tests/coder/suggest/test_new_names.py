"""Names for new codes: from the answer's own words, never one that a code has."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.suggest.alike_words import begin_alike
from coder.suggest.new_names import MOST_NAMES, new_names, telling


def names(text: str, codes: Sequence[str] = ()) -> tuple[str, ...]:
    """The names when all words tell the same."""
    return new_names(text, codes, lambda _: 0.5)


def test_content_words_become_names_and_common_words_do_not() -> None:
    assert names("Vi mangler bredbånd og mobildekning her hos oss") == ("Mobildekning", "Bredbånd")


def test_the_most_telling_word_comes_first() -> None:
    rarity = telling({"buss": 40, "kommunen": 900, "tverrpolitisk": 1}, 1_000)
    assert new_names("buss i kommunen, tverrpolitisk", (), rarity)[0] == "Buss"


def test_an_adjective_stands_with_its_noun() -> None:
    assert "Kommunale boliger" in names("For få kommunale boliger")
    assert "Kommunale boliger" not in names("For få kommunale. Boliger?")


def test_a_word_where_verbs_stand_comes_last() -> None:
    assert names("Kommunen må prioritere skole")[-1] == "Prioritere"


def test_names_begin_as_those_of_the_codebook_do() -> None:
    assert names("bredbånd", ["økonomi", "bolig", "Skole"]) == ("bredbånd",)
    assert names("bredbånd", ["Økonomi", "bolig"]) == ("Bredbånd",)


def test_what_a_code_is_called_but_for_its_ending_is_not_proposed() -> None:
    assert names("Flere boliger og skoler", ["Bolig"]) == ("Skoler",)


def test_two_forms_of_a_word_are_not_both_proposed() -> None:
    assert len(names("boligen boligene boliger")) == 1


def test_letters_that_stand_for_words_stay_as_they_are() -> None:
    assert names("NAV og IP") == ("NAV", "IP")
    assert names("ALT FOR LITE BREDBÅND") == ("Bredbånd",)


@pytest.mark.parametrize("text", ["", "nei", "?!", "😀👍🏽", "og i på", "12 34"])
def test_an_answer_that_says_nothing_gives_no_name(text: str) -> None:
    assert names(text) == ()


def test_sami_and_very_long_answers_give_names() -> None:
    assert names("Buorre beaivi") == ("Buorre", "Beaivi")
    assert len(names("bredbånd " * 200_000)) == 1


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_gives_few_different_names_without_odd_signs(text: str, codes: list[str]) -> None:
    found = names(text, codes)
    assert len(found) == len(set(found)) <= MOST_NAMES
    assert all(name.strip() == name and name.isprintable() and name for name in found)
    assert found == names(text, codes)


def test_words_that_a_few_share_tell_most() -> None:
    rarity = telling({"a": 1, "b": 20, "c": 900}, 1_000)
    assert rarity("b") > rarity("a") > rarity("c")


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("bolig", "boligene", True),
        ("bolig", "bolig", True),
        ("skole", "skolen", True),
        ("is", "isen", False),
        ("bolig", "båt", False),
        ("fastlege", "fasthet", False),
    ],
)
def test_words_are_alike_but_for_their_endings(word: str, other: str, same: bool) -> None:
    assert begin_alike(word, other) is begin_alike(other, word) is same
