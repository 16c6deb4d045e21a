"""What is suggested, why, and with what a question may hold."""

import pytest

from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.coefficients import shipped_coefficients
from coder.suggest.ranker.ranker import Ranker
from coder.suggest.ranker.suggestion import Why
from tests.coder.suggest.ranker.knowing import (
    DOCTORS,
    HOUSING,
    MONEY,
    NAMES,
    SAID,
    answers,
    ranker,
)

CODED = {100: [HOUSING], 101: [DOCTORS], 105: [MONEY]}


def test_a_code_of_an_answer_alike_comes_first() -> None:
    knowing = ranker(CODED)
    assert [knowing.suggest(answer)[0].code for answer in (102, 103)] == [HOUSING, DOCTORS]


def test_before_anything_is_coded_names_tell() -> None:
    assert ranker({}).suggest(104)[0].code == HOUSING
    assert ranker({}).suggest(104)[0].reason.why is Why.NAME


def test_probabilities_fall_and_lie_between_0_and_1() -> None:
    likely = [each.probability for each in ranker(CODED).suggest(113)]
    assert likely == sorted(likely, reverse=True)
    assert all(0 < each < 1 for each in likely)


def test_no_more_are_given_than_asked_for() -> None:
    assert len(ranker(CODED).suggest(113, most=2)) == 2


def test_the_reason_names_the_nearest_answer_and_shared_words() -> None:
    names = {HOUSING: "A", DOCTORS: "B", MONEY: "C"}
    first = ranker(CODED, names).suggest(106)[0]
    assert first.reason.why is Why.LIKE_ANSWER
    assert (first.code, first.reason.answer) in {(HOUSING, 100), (MONEY, 105)}
    assert set(first.reason.words) <= {"boliger", "penger"}
    assert first.reason.words


def test_the_codes_of_an_answer_do_not_speak_for_it() -> None:
    odd = ranker({**CODED, 106: [DOCTORS]})
    without = ranker(CODED)
    found = {each.code: each.probability for each in odd.suggest(106)}
    expected = {each.code: each.probability for each in without.suggest(106)}
    assert found == pytest.approx(expected, abs=1e-6)


def test_likely_tells_of_all_answers() -> None:
    told = [
        pair
        for ids, likely in ranker(CODED).likely(HOUSING)
        for pair in zip(ids, likely, strict=True)
    ]
    assert [id_ for id_, _ in told] == [100 + at for at in range(len(SAID))]
    by_id = dict(told)
    assert by_id[102] > by_id[103]


def test_a_code_given_against_all_others_is_doubted() -> None:
    texts = ["for få boliger her"] * 12 + ["legen er god"] * 12
    codings = {100 + at: [HOUSING if at < 12 else DOCTORS] for at in range(24)}
    codings[105] = [DOCTORS]
    doubts = ranker(codings, NAMES, answers(texts)).doubts(0.5)
    assert {(doubt.answer, doubt.code, doubt.given) for doubt in doubts[:2]} == {
        (105, HOUSING, False),
        (105, DOCTORS, True),
    }


def test_without_codes_nothing_is_suggested() -> None:
    empty = ranker({}, {})
    assert empty.suggest(100) == []
    assert empty.doubts() == []
    assert empty.probabilities([100, 101]).shape == (2, 0)


def test_without_answers_nothing_is_asked() -> None:
    assert ranker({}, NAMES, answers([])).probabilities([]).shape == (0, 4)


def test_one_code_on_everything_is_likely_and_not_doubted() -> None:
    knowing = ranker({100 + at: [MONEY] for at in range(13)}, {MONEY: "Alt"})
    assert knowing.suggest(113)[0].probability > 0.5
    assert knowing.doubts() == []


def test_500_codes_are_all_weighed() -> None:
    names = {at: f"kode {at}" for at in range(500)}
    assert len(ranker({100: [3], 101: [499]}, names).suggest(102, most=500)) == 500


@pytest.mark.parametrize("answer", range(107, 113))
def test_empty_short_sami_and_emoji_answers_get_suggestions(answer: int) -> None:
    assert len(ranker(CODED).suggest(answer)) == len(NAMES)


@pytest.mark.parametrize("table", [True, False])
def test_a_very_long_answer_is_cut(table: bool) -> None:
    long = "bolig og penger " * 70_000
    made = Answers([(100, long), (101, "bolig")])
    knowing = ranker({101: [HOUSING]}, NAMES, answers([long, "bolig"]) if table else made)
    assert knowing.suggest(100)[0].code == HOUSING


def test_what_is_unknown_is_refused() -> None:
    knowing = ranker(CODED)
    with pytest.raises(KeyError):
        knowing.set_codes(100, [77])
    with pytest.raises(KeyError):
        knowing.set_codes(99, [HOUSING])
    with pytest.raises(KeyError):
        knowing.suggest(99)


def test_only_pieces_of_words_are_enough() -> None:
    made = Answers([(100 + at, text) for at, text in enumerate(SAID)])
    knowing = Ranker(made, shipped_coefficients("pieces"))
    for code, name in NAMES.items():
        knowing.set_code(code, name)
    knowing.set_codes(100, [HOUSING])
    assert knowing.suggest(102)[0].code == HOUSING


def test_vectors_of_whole_answers_take_the_place_of_words() -> None:
    import numpy

    texts = [(at, f"svar {at}") for at in range(4)]
    encoded = {at: numpy.eye(4, dtype=numpy.float32)[at % 2] for at in range(4)}
    knowing = Ranker(Answers(texts, None, encoded), shipped_coefficients("encoder"))
    knowing.set_code(1, "A", encoded[0])
    knowing.set_code(2, "B")
    knowing.set_codes(0, [1])
    knowing.set_codes(1, [2])
    assert [knowing.suggest(at)[0].code for at in (2, 3)] == [1, 2]
