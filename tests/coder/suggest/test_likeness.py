"""Which texts are alike: by pieces of words, with any text, always in the same order."""

import csv
import random
import statistics
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.suggest.likeness import Gathering, Likeness, fit, fitted

SAID = (
    "Vi mangler boliger til de unge",
    "Samarbeidet med fastlegene er godt",
    "mangel på BOLIG for ungdom",
    "Fastlegen samarbeider ikke",
    "Boligmangelen er stor",
    "",
    "?!",
    "a",
)
WORDS = st.lists(st.sampled_from(["bolig", "boliger", "Bolig!", "lege", "å", "12", ""]), max_size=6)
TEXTS = st.lists(WORDS.map(" ".join) | st.text(max_size=20), max_size=12)


def _likeness(texts: Sequence[str]) -> Likeness:
    return fitted(list(enumerate(texts)))


def _order(likeness: Likeness, examples: Sequence[int], among: Sequence[int]) -> list[int]:
    places, _ = likeness.order_like(examples, among)
    return [among[place] for place in places]


def _scores(likeness: Likeness, examples: Sequence[int], among: Sequence[int]) -> list[float]:
    places, scores = likeness.order_like(examples, among)
    by_place = dict(zip(places.tolist(), scores.tolist(), strict=True))
    return [by_place[place] for place in range(len(among))]


def test_texts_with_other_forms_of_the_same_words_come_first() -> None:
    assert _order(_likeness(SAID), [0], range(5))[:3] == [0, 2, 4]


def test_a_misspelled_word_is_still_like_itself() -> None:
    likeness = _likeness(["tverrfaglig samarbeid", "tverfaglig samarbied", "noe helt annet"])
    same, misspelled, other = _scores(likeness, [0], range(3))
    assert same == pytest.approx(1)
    assert misspelled > 0.3
    assert other < 0.05


def test_a_rare_word_tells_more_than_one_that_everybody_uses() -> None:
    texts = ["kommunen koordinator", "kommunen tid", "koordinator lege", *["kommunen sak"] * 9]
    assert _order(_likeness(texts), [0], [1, 2]) == [2, 1]


def test_texts_without_words_are_like_nothing_and_stay_in_order() -> None:
    likeness = _likeness(SAID)
    assert _scores(likeness, [0], [5, 6]) == [0, 0]
    assert _order(likeness, [5], [7, 3, 0, 6]) == [7, 3, 0, 6]


def test_ids_without_a_text_are_like_nothing() -> None:
    likeness = _likeness(SAID)
    assert _scores(likeness, [0], [99, 0]) == [0, pytest.approx(1)]
    assert _scores(likeness, [99], [0, 1]) == [0, 0]


def test_the_middle_of_several_examples_finds_what_is_like_any_of_them() -> None:
    likeness = _likeness(SAID)
    assert set(_order(likeness, [0, 1], [2, 3, 5, 6])[:2]) == {2, 3}


def test_no_examples_leave_the_order_as_it_is() -> None:
    assert _order(_likeness(SAID), [], [3, 1, 2]) == [3, 1, 2]


def test_no_texts_at_all_can_be_asked_about() -> None:
    assert _order(_likeness([]), [0], [2, 1]) == [2, 1]


def test_a_text_of_a_million_characters_is_compared_like_any_other() -> None:
    source = random.Random(3)
    long = "".join(source.choices("abcdeførgh ikl\n", k=1_000_000)) + " boligmangel"
    likeness = _likeness([long, "x" * 1_000_000, "boligmangel", "legevakt"])
    assert _order(likeness, [2], [3, 1, 0])[0] == 0


@given(texts=TEXTS)
def test_every_text_is_most_like_itself(texts: list[str]) -> None:
    likeness = _likeness(texts)
    for at in range(len(texts)):
        scores = _scores(likeness, [at], range(len(texts)))
        assert scores[at] == pytest.approx(max(scores))
        assert all(0 <= score <= 1 for score in scores)


@given(texts=TEXTS, cuts=st.lists(st.integers(0, 12), max_size=4))
def test_it_does_not_matter_in_which_portions_texts_come(texts: list[str], cuts: list[int]) -> None:
    gathering, numbered = Gathering(), list(enumerate(texts))
    edges = sorted({0, *(cut for cut in cuts if cut < len(texts)), len(texts)})
    for first, last in pairwise(edges):
        gathering.add(numbered[first:last])
    steps, told = fit(gathering), []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            in_portions: Likeness = end.value
            break
    ids = range(len(texts))
    assert told == sorted(told)
    for at in ids:
        whole = _scores(_likeness(texts), [at], ids)
        assert _scores(in_portions, [at], ids) == whole


def test_real_answers_most_alike_often_share_a_theme(shared_data: Path) -> None:
    by_question: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with (shared_data / "answers_2016.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file, delimiter=";"):
            by_question[row["question"]].append((row["text"], row["theme"]))
    hits: list[bool] = []
    for rows in by_question.values():
        likeness, ids = _likeness([text for text, _ in rows]), range(len(rows))
        themes = [theme for _, theme in rows]
        for at in ids:
            others = [id_ for id_ in ids if id_ != at and rows[id_][0] != rows[at][0]]
            if themes[at] in [themes[id_] for id_ in others]:
                hits.append(themes[_order(likeness, [at], others)[0]] == themes[at])
    assert statistics.mean(hits) > 0.3
