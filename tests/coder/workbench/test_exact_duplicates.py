"""Identical texts stand together; identical means all but letter case and space around."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from coder.study import Study
from coder.workbench.duplicates import exact_form, group_same, same_text, same_texts
from tests.coder.workbench.desk import question_of, shown_answers

_TEXTS = st.lists(
    st.sampled_from(["Nei", "nei ", "\nNEI", "Nei.", "Ja", "ja", "Straße", "STRASSE"])
)


def test_case_and_space_around_are_no_difference() -> None:
    texts = [(1, "Vet ikke"), (2, "\tvet IKKE \n"), (3, "Vet ikke."), (4, "Vet  ikke")]
    assert group_same(texts).groups == ((1, 2),)


@given(_TEXTS)
def test_the_largest_group_comes_first_and_nobody_is_alone(written: list[str]) -> None:
    texts = list(enumerate(written))
    forms = Counter(map(exact_form, written))
    groups = group_same(texts[::-1]).groups
    assert [len(group) for group in groups] == sorted(
        (count for count in forms.values() if count > 1), reverse=True
    )
    for group in groups:
        assert list(group) == sorted(group)
        assert len({exact_form(written[id_]) for id_ in group}) == 1


@given(_TEXTS)
def test_of_each_group_the_one_shown_first_is_shown(written: list[str]) -> None:
    texts = list(enumerate(written))
    shown = [id_ for id_, _ in texts][::-1]
    seen: set[str] = set()
    expected = []
    for id_ in shown:
        if exact_form(written[id_]) not in seen:
            seen.add(exact_form(written[id_]))
            expected.append(id_)
    assert group_same(texts).one_of_each(shown) == expected


def test_counts_are_of_answers_that_are_not_alone() -> None:
    same = group_same([(1, "Nei"), (2, "nei"), (3, "Ja")])
    assert same.counts == {1: 2, 2: 2}
    assert (same.group_of(2), same.group_of(3)) == ((1, 2), (3,))


def test_answers_that_say_the_same_are_found_in_the_study(rich: Study) -> None:
    question = question_of(rich)
    with rich.read() as session:
        answers = shown_answers(session, question)
        same = same_texts(session, question)
        for answer in answers[:10]:
            expected = [a.id for a in answers if exact_form(a.text) == exact_form(answer.text)]
            assert same_text(session, question, answer.id) == expected
            assert list(same.group_of(answer.id)) == expected
