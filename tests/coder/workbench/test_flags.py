"""Flags are set on many answers at once, seen by all, taken off by anybody, and undone."""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from coder.people import coder_id
from coder.study import Study
from coder.workbench.filters import Flag
from coder.workbench.flags import flags_of, set_flag, unset_flag
from tests.builders import CODER, CODER_2, import_records, new_study, records
from tests.snapshots import content


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with new_study(tmp_path) as opened:
        import_records(opened, records([(f"R{at}", "k1", "Tid") for at in range(4)]))
        yield opened


def _set(study: Study, answers: Collection[int], flag: Flag, coder: str = CODER) -> int:
    with study.act("flag", coder) as session:
        return set_flag(session, answers, flag, coder_id(session, coder))


def _unset(study: Study, answers: Collection[int], flag: Flag) -> int:
    with study.act("unflag", CODER) as session:
        return unset_flag(session, answers, flag)


def _flags(study: Study) -> dict[int, frozenset[Flag]]:
    with study.read() as session:
        return dict(flags_of(session, range(1, 5)))


def test_flags_of_all_coders_are_seen(study: Study) -> None:
    assert _set(study, [1, 2], Flag.QUOTE) == 2
    assert _set(study, [2, 3], Flag.ASK, CODER_2) == 2
    assert _flags(study) == {
        1: {Flag.QUOTE},
        2: {Flag.QUOTE, Flag.ASK},
        3: {Flag.ASK},
    }


def test_a_flag_that_is_there_is_passed_over(study: Study) -> None:
    _set(study, [1], Flag.QUOTE)
    assert _set(study, [1, 2], Flag.QUOTE) == 1
    assert _set(study, [], Flag.QUOTE) == 0


def test_a_flag_comes_off_whoever_put_it_there(study: Study) -> None:
    _set(study, [1, 2], Flag.ASK)
    _set(study, [2], Flag.ASK, CODER_2)
    _set(study, [2], Flag.QUOTE)
    assert _unset(study, [2, 3], Flag.ASK) == 1
    assert _flags(study) == {1: {Flag.ASK}, 2: {Flag.QUOTE}}


def test_setting_and_taking_off_are_undone(study: Study) -> None:
    states = [content(study)]
    _set(study, [1, 2, 4], Flag.COME_BACK)
    states.append(content(study))
    _unset(study, [1, 2, 3], Flag.COME_BACK)
    states.append(content(study))
    for state in states[-2::-1]:
        study.undo(CODER)
        assert content(study) == state
    for state in states[1:]:
        study.redo(CODER)
        assert content(study) == state
