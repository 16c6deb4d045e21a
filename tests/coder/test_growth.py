"""How a code list grew: the order of the answers, what counts as new, and the rule."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codebooks.queries import codebook_of
from coder.growth import coders_of, growth, growth_of_codebook
from coder.growth_curve import Event, Growth, grown
from coder.merging import merge, share
from coder.modes import change_question
from coder.people import find_coder
from coder.study import Study
from coder.workbench.doing import Chosen, apply, apply_new, remove
from coder.workbench.workbench import Workbench
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records

ANSWERS = [
    (f"R{number}", key, f"Svar {number}") for key in ("k1", "k2") for number in range(1, 101)
]
EMPTY = Growth(("k1",), "Hva?", "nb", "", 0, (), ())


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A hundred respondents, two questions, nothing coded."""
    study = new_study(tmp_path)
    import_records(study, records(ANSWERS))
    return study


def code(study: Study, who: str, path: str, key: str = "k1", coder: str = CODER) -> None:
    """Code answers (with ; between) one by one, as the screen does."""
    bench = Workbench(study, key, coder)
    for respondent in who.split(";"):
        apply_new(bench, path, Chosen((bench.respondents_answer(respondent),), respondent))


def code_at_once(study: Study, count: int, path: str, first: int = 1) -> None:
    """Put a code on many answers in one action."""
    bench = Workbench(study, "k1", CODER)
    answers = tuple(bench.respondents_answer(f"R{at}") for at in range(first, first + count))
    apply(bench, [bench.code(path).id], Chosen(answers, f"R{first}"))


def grew(
    study: Study, coder: str = "", read: Callable[..., Growth] = growth, key: str = "k1"
) -> Growth:
    """The growth of a question as it is now."""
    with study.read() as session:
        who = find_coder(session, coder) if coder else None
        return read(session, find_question(session, key), who)


def test_codes_come_at_the_answers_they_are_first_used_on(study: Study) -> None:
    code(study, "R7", "Bolig")
    code(study, "R2;R3", "Bolig")
    code(study, "R1", "Økonomi")
    found = grew(study)
    assert found.new == (1, 0, 0, 1)
    assert found.cumulative == (1, 1, 1, 2)
    assert [(first.path, first.place) for first in found.firsts] == [
        (("Bolig",), 1),
        (("Økonomi",), 4),
    ]
    assert (found.answers, found.codes, found.needed, found.share) == (4, 2, 2, 0.5)
    assert found.answered == 100


def test_a_code_first_used_on_going_back_comes_late(study: Study) -> None:
    code(study, "R1;R2;R3", "Bolig")
    code(study, "R1", "Sent")
    assert grew(study).new == (1, 0, 1)


def test_what_was_undone_is_neither_a_code_nor_an_answer(study: Study) -> None:
    code(study, "R1", "Bolig")
    code(study, "R2", "Feil")
    study.undo(CODER)
    assert grew(study).cumulative == (1,)
    study.redo(CODER)
    assert grew(study).cumulative == (1, 2)


def test_a_merged_code_counts_as_what_it_became(study: Study) -> None:
    code(study, "R1", "Hus")
    code(study, "R2", "Økonomi")
    code(study, "R3", "Bolig")
    with study.act("merge_codes", CODER) as session:
        tree = codebook_of(session, 1)
        hus, bolig = (next(c for c in tree.codes if c.name == name) for name in ("Hus", "Bolig"))
        merge(session, tree, hus, bolig)
    assert [(first.path, first.place) for first in grew(study).firsts] == [
        (("Bolig",), 1),
        (("Økonomi",), 2),
    ]


def test_an_answer_keeps_its_place_when_its_code_is_replaced(study: Study) -> None:
    with study.act("question", CODER, question="k1") as session:
        change_question(session, "k1", single=True)
    code(study, "R1;R2", "Bra")
    code(study, "R3", "Dårlig")
    code(study, "R1", "Dårlig")
    found = grew(study)
    assert (found.answers, found.new) == (3, (1, 0, 1))


def test_an_answer_whose_codes_were_all_taken_off_is_not_coded(study: Study) -> None:
    code(study, "R1;R2", "Bolig")
    bench = Workbench(study, "k1", CODER)
    remove(bench, bench.code("Bolig").id, Chosen((bench.respondents_answer("R1"),), "R1"))
    assert grew(study).answers == 1


def test_outcomes_are_no_themes_but_their_answers_are_read(study: Study) -> None:
    code(study, "R1", "Vet ikke")
    code(study, "R2", "Bolig")
    assert grew(study).cumulative == (0, 1)


def test_for_one_coder_only_that_coder_counts(study: Study) -> None:
    code(study, "R1;R2", "Bolig")
    code(study, "R1", "Økonomi", coder=CODER_2)
    found = grew(study, CODER_2)
    assert (found.coder, found.cumulative) == (CODER_2, (1,))
    assert grew(study).cumulative == (1, 2)


def test_coders_come_by_how_much_they_coded(study: Study) -> None:
    code(study, "R1;R2", "Bolig", coder=CODER_2)
    code(study, "R1", "Bolig")
    with study.read() as session:
        found = coders_of(session, [find_question(session, "k1")])
    assert [(name, answers) for name, _, answers in found] == [(CODER_2, 2), (CODER, 1)]


def test_questions_that_share_a_codebook_grow_together(study: Study) -> None:
    code(study, "R1", "Bolig")
    code(study, "R1", "Økonomi", key="k2")
    with study.act("share_codebook", CODER) as session:
        share(session, find_question(session, "k1"), find_question(session, "k2"))
    found = grew(study, read=growth_of_codebook)
    assert (found.questions, found.cumulative) == (("k1", "k2"), (1, 2))
    assert grew(study, key="k2").cumulative == (1,)


def test_answers_coded_in_a_file_stand_in_its_order_and_are_counted(study: Study) -> None:
    code_all(study, [("R5", "k1", "Bolig"), ("R2", "k1", "Bolig"), ("R9", "k1", "Økonomi")])
    code(study, "R1", "Bolig")
    found = grew(study)
    assert (found.new, found.imported) == ((1, 0, 1, 0), 3)
    assert found.goes == (1, 2, 3, 4)


def test_answers_coded_at_once_count_once_in_the_rule(study: Study) -> None:
    code(study, "R99", "Bolig")
    code_at_once(study, 40, "Vet ikke")
    rule = grew(study).saturation(30)
    assert (rule.last_new, rule.since, rule.gone, rule.reached) == (1, 40, 1, False)


def test_thirty_answers_without_a_new_code_are_enough(study: Study) -> None:
    code(study, "R1", "Bolig")
    code(study, ";".join(f"R{number}" for number in range(2, 31)), "Bolig")
    assert not grew(study).saturation().reached
    code(study, "R31", "Bolig")
    rule = grew(study).saturation()
    assert (rule.last, rule.last_new, rule.since, rule.reached) == (30, 1, 30, True)


def test_nothing_coded_is_not_saturated(study: Study) -> None:
    found = grew(study)
    assert (found.answers, found.bins(), found.share) == (0, (), 0.0)
    assert not found.saturation().reached


EVENTS = st.lists(
    st.tuples(st.integers(1, 30), st.one_of(st.none(), st.integers(1, 8))), max_size=120
).map(lambda pairs: [Event(time, *pair) for time, pair in enumerate(pairs, start=1)])
PATHS = {code: (f"Kode {code}",) for code in range(1, 9)}


@given(EVENTS)
def test_every_answer_and_every_code_counts_exactly_once(events: list[Event]) -> None:
    found = grown(EMPTY, events, PATHS, {})
    assert found.answers == len({event.answer for event in events})
    assert found.codes == len({event.code for event in events} - {None})
    assert sum(found.new) == found.codes
    assert found.cumulative[-1:] == ((found.codes,) if found.answers else ())


@given(EVENTS, st.integers(1, 60))
def test_bins_add_up_to_the_whole(events: list[Event], size: int) -> None:
    found = grown(EMPTY, events, PATHS, {})
    bins = found.bins(size)
    assert sum(each.size for each in bins) == found.answers
    assert sum(each.new for each in bins) == found.codes
    assert sum(each.needed for each in bins) == found.needed


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_in_which_codings_are_read_does_not_matter(
    events: list[Event], chance: random.Random
) -> None:
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert grown(EMPTY, shuffled, PATHS, {}) == grown(EMPTY, events, PATHS, {})


@given(EVENTS, st.dictionaries(st.integers(1, 120), st.integers(1, 5)), st.integers(1, 40))
def test_a_rule_that_is_met_is_met_by_smaller_numbers(
    events: list[Event], goes: dict[int, int], last: int
) -> None:
    found = grown(EMPTY, events, PATHS, goes)
    assert found.saturation(last).gone <= found.saturation(last).since
    assert found.saturation(last).reached <= found.saturation(max(1, last - 1)).reached
