"""A coding replayed: what would have been suggested before each answer was coded."""

import dataclasses

import pytest

from coder.suggest.evaluating.evaluation import METHODS, Evaluation, Past, evaluate
from coder.suggest.ranker.answers import Answers
from corpus.problems import Problem

SUBJECTS = {1: "boliger", 2: "fastleger", 3: "penger"}
PLACES = ("her", "der", "i byen", "på bygda", "hos oss", "i nord", "i sør", "for unge", "nå", "alt")


def past(count: int = 30) -> Past:
    """Answers on three subjects in turn, each with its code; the code 9 comes late."""
    texts = {at: f"{SUBJECTS[1 + at % 3]} {PLACES[at % 10]} {at}" for at in range(count)}
    codes = {1: "Bolig", 2: "Fastlege", 3: "Økonomi", 9: "Sent"}
    given = {at: {1 + at % 3} | ({9} if at == 20 else set()) for at in texts}
    return Past(
        answers=Answers(texts.items()),
        texts=texts,
        codes=codes,
        names=codes,
        history=[(at, frozenset(given[at]), at) for at in texts],
    )


def timeless(found: Evaluation) -> Evaluation:
    """The same without what a clock says."""
    return dataclasses.replace(found, seconds=0.0, slowest=0.0, refit=0.0)


def test_words_that_tell_the_code_put_it_first() -> None:
    found = evaluate(past())
    assert (found.coded, found.codes, found.kind) == (30, 4, "pieces")
    assert found.whole["suggestions"].precision >= 0.9
    assert found.whole["most frequent"].precision < 0.5


def test_a_new_code_is_not_counted_where_it_comes() -> None:
    found = evaluate(past())
    assert found.whole["suggestions"].codes == 20
    assert [(each.first, each.last) for each in found.windows] == [(10, 24), (25, 29)]


def test_all_orders_are_measured_on_the_same_codes() -> None:
    found = evaluate(past())
    assert tuple(found.whole) == METHODS
    assert len({each.codes for each in found.whole.values()}) == 1


def test_the_same_coding_gives_the_same_figures() -> None:
    assert timeless(evaluate(past())) == timeless(evaluate(past()))


def test_what_comes_later_changes_nothing_before() -> None:
    longer, shorter = evaluate(past(40)), evaluate(past(25))
    assert longer.windows[0] == shorter.windows[0]


def test_progress_is_told_for_every_answer() -> None:
    steps: list[int] = []
    evaluate(past(), steps.append)
    assert sum(steps) == 30


@pytest.mark.parametrize("count", [0, 1, 10])
def test_too_few_coded_answers_are_a_problem(count: int) -> None:
    with pytest.raises(Problem, match=f"coded so far: {count}"):
        evaluate(past(count))


def test_one_code_on_everything_and_answers_without_words_can_be_replayed() -> None:
    made = past(15)
    texts = {at: "" if at % 2 else "😀" for at in range(15)}
    history = [(at, frozenset({1}), at) for at in range(15)]
    odd = dataclasses.replace(made, answers=Answers(texts.items()), texts=texts, history=history)
    assert evaluate(odd).whole["suggestions"].recall == 1
