"""The keys questions take from their headers."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.keys import question_names


def test_the_first_word_is_the_key_when_it_holds_a_digit() -> None:
    assert question_names(["k7.3 Hvis ja, hvordan?"]) == [("k7.3", "Hvis ja, hvordan?")]


def test_a_full_stop_or_colon_behind_the_key_is_left_out() -> None:
    assert question_names(["1.4. Hva?", "Q12: Why?"]) == [("1.4", "Hva?"), ("Q12", "Why?")]


def test_a_key_alone_is_its_own_text() -> None:
    assert question_names(["Q12"]) == [("Q12", "Q12")]


def test_headers_without_a_key_are_numbered() -> None:
    headers = ["Hva er bra?", "k2 Hva er dårlig?", "Annet"]
    assert question_names(headers) == [
        ("q1", "Hva er bra?"),
        ("k2", "Hva er dårlig?"),
        ("q2", "Annet"),
    ]


def test_first_words_that_two_questions_share_are_no_keys() -> None:
    headers = ["2016 hva?", "2016 hvorfor?"]
    assert question_names(headers) == [("q1", "2016 hva?"), ("q2", "2016 hvorfor?")]


def test_a_made_up_key_does_not_repeat_one_from_a_header() -> None:
    assert [key for key, _ in question_names(["Hva?", "q1 Hvorfor?"])] == ["q2", "q1"]


@given(headers=st.lists(st.text("kq12. æ", min_size=1), unique=True))
def test_keys_are_always_different(headers: list[str]) -> None:
    keys = [key.casefold() for key, _ in question_names(headers)]
    assert len(set(keys)) == len(keys)
    assert all(keys)
