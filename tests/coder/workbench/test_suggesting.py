"""Suggestions in a study: as if all were learned anew, whatever was done; never shown too late."""

import os
import random
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from codebooks.edits import rename
from codebooks.tree import Code
from coder.intake.report import Wishes
from coder.study import Study
from coder.suggest.child import Cancelled, Child
from coder.suggest.study_ranker import ranker_of
from coder.workbench.doing import Chosen, apply, apply_new, remove
from coder.workbench.settling import decline
from coder.workbench.suggesting import Suggesting
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tests.builders import CODER, CODER_2, code_all, import_records, records
from tests.coder.reorganising import code_at, merge_paths, study_with, tree_in

TEXTS = (
    "Vi mangler boliger til unge",
    "For få boliger",
    "Fastlegen er borte",
    "Ingen fastlege i kommunen",
    "Mangel på bolig og fastlege",
    "Nei",
    "For lite penger",
    "Vi trenger mer penger til boliger",
    "for få boliger",
)
CODINGS = (("a", "Bolig"), ("c", "Helse / Fastlege"), ("f", "Vet ikke"), ("g", "Penger"))


def untold(_: float) -> None:
    """Nobody is told how much is done."""


def never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True)
class Desk:
    """A question on the table, and what suggests codes for it."""

    study: Study
    bench: Workbench
    suggesting: Suggesting

    def code(self, path: str) -> Code:
        """A code by its path."""
        return code_at(self.bench.tree, path)

    def apply(self, path: str, *answers: int) -> None:
        """Put a code on answers."""
        apply(self.bench, [self.code(path).id], Chosen(answers))

    def probabilities(self, answer: int) -> dict[int, float]:
        """How likely each code is for an answer."""
        return dict(self.suggesting.suggest(answer, never).probabilities)

    def anew(self, answer: int) -> dict[int, float]:
        """The same, learned anew from the study."""
        with self.study.read() as session:
            return ranker_of(session, self.bench.question).weigh(answer)[1]


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    """A process that is asked by all tests here."""
    with closing(Child()) as started:
        yield started


@pytest.fixture
def desk(tmp_path: Path, child: Child) -> Iterator[Desk]:
    """Nine answers, four of them coded."""
    with study_with(tmp_path, TEXTS, CODINGS, "Tid") as study:
        bench = Workbench(study, "k1", CODER)
        yield Desk(study, bench, Suggesting(bench, child))


def _rename(desk: Desk) -> None:
    with desk.study.act("rename_code", CODER) as session:
        tree = tree_in(session)
        rename(session, tree, code_at(tree, "Penger"), "Økonomi")
    desk.bench.refresh()


def _another_text(desk: Desk) -> None:
    replacing = Wishes(changed="replace", coder=CODER)
    import_records(desk.study, records([("b", "k1", "Staten gir for lite penger")]), replacing)
    desk.bench.refresh()


def _elsewhere(desk: Desk) -> None:
    code_all(desk.study, [("h", "k1", "Bolig;Penger")], CODER_2)
    desk.bench.refresh()


def _merge(desk: Desk) -> None:
    merge_paths(desk.study, ["Vet ikke"], "Bolig")
    desk.bench.refresh()


def _undo(desk: Desk) -> None:
    desk.bench.undo()
    desk.bench.refresh()


def _redo(desk: Desk) -> None:
    try:
        desk.bench.redo()
    except Problem:
        return
    desk.bench.refresh()


CHANGES: Sequence[Callable[[Desk], object]] = (
    lambda desk: desk.apply("Bolig", 2, 9),
    lambda desk: desk.apply("Helse / Fastlege", 4, 5),
    lambda desk: desk.apply("Helse", 3),
    lambda desk: remove(desk.bench, desk.code("Bolig").id, Chosen((1,))),
    lambda desk: apply_new(desk.bench, "Rom", Chosen((8,))),
    _rename,
    _another_text,
    _elsewhere,
    _merge,
    _undo,
    _undo,
    _redo,
)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_suggestions_are_as_if_learned_anew(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    for change in chance.sample(CHANGES, len(CHANGES)):
        try:
            change(desk)
        except (Problem, AssertionError):
            continue
        answer = chance.randint(1, len(TEXTS))
        assert desk.probabilities(answer) == pytest.approx(desk.anew(answer), abs=1e-5)


def test_a_process_that_was_killed_learns_everything_anew(desk: Desk, child: Child) -> None:
    before = desk.suggesting.suggest(2, never)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    assert desk.suggesting.suggest(2, never) == before


def test_the_best_suggestion_says_why(desk: Desk) -> None:
    first = desk.suggesting.suggest(2, never).suggestions[0]
    assert first.code == desk.code("Bolig").id
    assert first.reason.words == ("boliger",)


def test_names_for_a_new_code_come_from_the_answers_own_words(desk: Desk) -> None:
    names = desk.suggesting.suggest(4, never).new_names
    assert "Kommunen" in names
    assert "Fastlege" not in names


def test_at_most_nine_are_suggested_and_all_are_weighed(desk: Desk) -> None:
    for number in range(12):
        apply_new(desk.bench, f"Emne {number}", Chosen((7,)))
    found = desk.suggesting.suggest(2, never)
    assert len(found.suggestions) == 9
    assert len(found.probabilities) > 12


def test_retired_codes_and_empty_themes_are_not_suggested(desk: Desk) -> None:
    assert desk.code("Helse").id not in desk.probabilities(2)
    assert desk.code("Helse / Fastlege").id in desk.probabilities(2)


def test_nothing_is_suggested_for_an_answer_that_is_not_there(desk: Desk) -> None:
    assert desk.suggesting.suggest(99, never).suggestions == ()


def test_suggestions_are_stale_once_the_answer_or_the_codebook_has_changed(desk: Desk) -> None:
    found = desk.suggesting.suggest(2, never)
    desk.apply("Penger", 5)
    assert not desk.suggesting.is_stale(found)
    desk.apply("Bolig", 2)
    assert desk.suggesting.is_stale(found)
    _undo(desk)
    assert not desk.suggesting.is_stale(found)
    _rename(desk)
    assert desk.suggesting.is_stale(found)


def test_suggestions_for_another_text_are_stale(desk: Desk) -> None:
    found = desk.suggesting.suggest(2, never)
    _another_text(desk)
    assert desk.suggesting.is_stale(found)


def test_likely_answers_come_best_first_without_those_that_are_settled(desk: Desk) -> None:
    bolig = desk.code("Bolig").id
    found = desk.suggesting.likely(bolig, 0.0, untold, never)
    assert {answer for answer, _ in found} == set(range(2, 10))
    assert [likely for _, likely in found] == sorted((each for _, each in found), reverse=True)
    decline(desk.bench, bolig, [(8, 500)])
    desk.apply("Bolig", 2)
    left = {answer for answer, _ in desk.suggesting.likely(bolig, 0.0, untold, never)}
    assert left == {3, 4, 5, 6, 7, 9}


def test_how_likely_is_what_is_suggested(desk: Desk) -> None:
    bolig = desk.code("Bolig").id
    found = dict(desk.suggesting.likely(bolig, 0.0, untold, never))
    assert found[2] == pytest.approx(desk.probabilities(2)[bolig], abs=1e-6)


def test_a_code_that_is_gone_has_no_likely_answers(desk: Desk) -> None:
    with pytest.raises(Problem, match="not suggested"):
        desk.suggesting.likely(999, 0.5, untold, never)


def test_groups_and_doubtful_codings_are_found(desk: Desk) -> None:
    assert (2, 9) in desk.suggesting.near_groups(range(1, 10), 0.9, untold, never)
    clusters = desk.suggesting.clusters(range(1, 10), untold, never)
    assert sorted(id_ for each in clusters for id_ in each.ids) == list(range(1, 10))
    desk.apply("Penger", 2)
    doubtful = desk.suggesting.doubts(0.5, untold, never)
    assert (2, desk.code("Penger").id, True) in [(d.answer, d.code, d.given) for d in doubtful]


def test_what_is_done_is_told_and_work_nobody_wants_ends(desk: Desk) -> None:
    told: list[float] = []
    desk.suggesting.likely(desk.code("Bolig").id, 0.0, told.append, never)
    assert told[-1] == 1
    with pytest.raises(Cancelled):
        desk.suggesting.suggest(1, lambda: True)
    assert desk.probabilities(2)
