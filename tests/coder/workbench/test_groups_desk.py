"""Groups of answers without a code, and what is left of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coder.study import Study
from coder.workbench.filters import Filter, WorkList
from coder.workbench.groups_desk import GroupsDesk, clusters_by, near_groups_by
from coder.workbench.workbench import Workbench
from tests.builders import CODER, CODER_2, code_all
from tests.coder.workbench.known_suggesting import Known, answer_again, known_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Answers of which some belong together."""
    with known_study(tmp_path) as opened:
        yield opened


@pytest.fixture
def bench(study: Study) -> Workbench:
    """Their question."""
    return Workbench(study, "k1", CODER)


def _untold(_done: float) -> None: ...


def _never() -> bool:
    return False


def _found(bench: Workbench, shown: Filter | None = None) -> GroupsDesk:
    desk = GroupsDesk(bench, shown or Filter(), clusters_by(Known(bench)))
    desk.find(_untold, _never)
    return desk


def _who(desk: GroupsDesk) -> list[list[str]]:
    rows = [desk.bench.rows(group.ids) for group in desk.groups]
    return [[row.respondent for row in group] for group in rows]


def test_the_largest_group_comes_first_with_its_words(bench: Workbench) -> None:
    desk = _found(bench)
    assert _who(desk) == [["R01", "R03", "R04", "R07", "R08", "R09"], ["R11", "R12"]]
    assert [group.words for group in desk.groups] == [("boliger", "unge"), ("staten", "penger")]
    assert desk.beginning(desk.groups[0]) == "Det mangler boliger til unge"


def test_only_answers_without_a_code_are_looked_at(bench: Workbench, study: Study) -> None:
    code_all(study, [("R11", "k1", "Annet"), ("R12", "k1", "Annet")])
    desk = _found(bench)
    assert len(desk.groups) == 1
    assert desk.looked_at == bench.tally.answered - 6


def test_what_gets_a_code_leaves_its_group(bench: Workbench, study: Study) -> None:
    desk = _found(bench)
    code_all(study, [(who, "k1", "Annet") for who in ("R07", "R11", "R12")], CODER_2)
    desk.refresh()
    assert _who(desk) == [["R01", "R03", "R04", "R08", "R09"]]
    assert desk.beginning(desk.groups[0]) == "For få boliger"


def test_a_filter_holds_but_a_work_list_does_not(bench: Workbench) -> None:
    listed = WorkList("x", (bench.respondents_answer("R11"),))
    desk = _found(bench, Filter(bands=frozenset({"bydel"}), listed=listed))
    assert _who(desk) == [["R08"]]


def test_answers_that_changed_make_it_outdated(bench: Workbench, study: Study) -> None:
    desk = _found(bench)
    assert not desk.is_outdated()
    answer_again(study, "R11", "Noe annet")
    desk.refresh()
    assert desk.is_outdated()


def test_groups_of_the_same_wording_are_shown_by_one_of_each_text(bench: Workbench) -> None:
    desk = GroupsDesk(bench, Filter(), near_groups_by(Known(bench), bench))
    desk.find(_untold, _never)
    typical = desk.groups[0].typical
    assert [row.respondent for row in bench.rows(typical)] == ["R01", "R07", "R08"]
