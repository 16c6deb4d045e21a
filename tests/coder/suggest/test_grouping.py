"""Groups of answers: the same every time, every answer at most once, nothing odd breaks them."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.suggest.grouping import MOST_GROUPS, Cluster, clusters, near_groups
from coder.suggest.ranker.answers import Answers
from tests.coder.suggest.ranker import knowing

HOMES = [f"Flere boliger til {who}" for who in ("unge", "eldre", "familier", "studenter", "alle")]
DOCTORS = [f"Fastlegen er {how}" for how in ("opptatt", "ny", "god", "borte", "sein", "syk")]
ODD = ["", "?!", "😀👍🏽", "Buorre beaivi buohkaide"]


def grouped(texts: Sequence[str], most: int = MOST_GROUPS) -> list[Cluster]:
    """The groups of texts, with ids from 100."""
    answers = knowing.answers(texts)
    return clusters(answers, answers.ids, most)


def pieces_only(texts: Sequence[str]) -> Answers:
    """Answers that are compared by pieces of words alone."""
    return Answers(enumerate(texts))


def test_answers_on_the_same_subject_come_together() -> None:
    found = grouped(HOMES + DOCTORS, most=2)
    assert [set(each.ids) for each in found] == [set(range(105, 111)), set(range(100, 105))]


def test_a_group_is_known_by_words_that_the_others_use_less() -> None:
    doctors, homes = grouped(HOMES + DOCTORS, most=2)
    assert (doctors.words[0], homes.words[0]) == ("fastlegen", "boliger")


def test_typical_answers_are_few_and_of_the_group() -> None:
    for each in grouped(HOMES + DOCTORS):
        assert set(each.typical) <= set(each.ids)
        assert 1 <= len(each.typical) <= 3


def test_typical_answers_do_not_say_the_same_words() -> None:
    (found,) = grouped(["For lite penger", "for lite penger!", "Penger mangler"], most=1)
    assert len(found.typical) == 2


def test_only_answers_that_are_asked_for_are_grouped() -> None:
    answers = pieces_only(HOMES + DOCTORS)
    found = clusters(answers, [1, 3, 6, 1])
    assert sorted(id_ for each in found for id_ in each.ids) == [1, 3, 6]


def test_answers_without_words_are_in_no_group() -> None:
    assert grouped(["", "?!", "😀"]) == []
    assert grouped([]) == []


def test_one_answer_is_one_group() -> None:
    (found,) = grouped(["Buorre beaivi"])
    assert (found.ids, found.typical) == ((100,), (100,))


def test_identical_answers_are_one_group() -> None:
    (found,) = grouped(["Vet ikke om boliger"] * 30)
    assert len(found.ids) == 30
    assert len(found.typical) == 1


def test_an_unknown_answer_is_refused() -> None:
    answers = pieces_only(HOMES)
    with pytest.raises(KeyError):
        clusters(answers, [99])
    with pytest.raises(KeyError):
        near_groups(answers, [99])


TEXTS = st.lists(st.sampled_from([*HOMES, *DOCTORS, *ODD]), max_size=25)


@settings(max_examples=20, deadline=None)
@given(TEXTS, st.integers(1, 5))
def test_every_answer_with_words_is_in_exactly_one_group(texts: list[str], most: int) -> None:
    answers = pieces_only(texts)
    found = clusters(answers, answers.ids, most)
    said = [id_ for each in found for id_ in each.ids]
    heard = [id_ for id_, text in enumerate(texts) if any(map(str.isalnum, text))]
    assert sorted(said) == heard
    assert len(found) <= most
    assert found == clusters(answers, answers.ids, most)


def test_answers_that_say_nearly_the_same_are_a_group() -> None:
    texts = ["Flere boliger!", "Fastlegen er borte", "flere  boliger", "Flere boligar", "Penger"]
    assert near_groups(pieces_only(texts), range(5), least=0.5) == [(0, 2, 3)]


def test_with_a_higher_level_only_what_is_more_alike_is_a_group() -> None:
    texts = ["Flere boliger!", "flere  boliger", "Flere boligar"]
    assert near_groups(pieces_only(texts), range(3), least=1) == [(0, 1)]


def test_answers_without_words_are_near_nothing() -> None:
    assert near_groups(pieces_only(["", "", "😀", "😀", "?!"]), range(5)) == []
    assert near_groups(pieces_only([]), []) == []


def test_vectors_of_words_are_taken_into_account() -> None:
    texts = ["bolig bolig bolig", "boliger boliger boliger", "penger", "samarbeid"]
    answers = knowing.answers(texts)
    assert near_groups(answers, answers.ids, least=0.6) == [(100, 101)]
    assert near_groups(pieces_only(texts), range(4), least=0.9) == []


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.sampled_from([0.5, 0.7, 0.9]))
def test_near_groups_hold_no_answer_twice_and_are_as_like_as_asked(
    texts: list[str], least: float
) -> None:
    answers = pieces_only(texts)
    found = near_groups(answers, answers.ids, least)
    said = [id_ for group in found for id_ in group]
    assert len(said) == len(set(said))
    assert all(len(group) > 1 for group in found)
    for first, *others in found:
        rows = [answers.pieces([answers.rows[id_]]) for id_ in (first, *others)]  # type: ignore[arg-type]
        assert all((rows[0] @ row.T).toarray()[0, 0] >= least - 1e-4 for row in rows[1:])
    assert found == near_groups(answers, answers.ids, least)
