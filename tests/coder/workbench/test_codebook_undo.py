"""Whatever is done to a codebook, undo brings back what was there, and no answer is lost."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.describing import Description
from coder.study import Study
from coder.workbench import codebook_edits as edits
from coder.workbench import codebook_joining as joins
from coder.workbench import codebook_moves as moves
from coder.workbench.codebook_desk import CodebookDesk
from coder.workbench.splitting_desk import SplittingDesk
from corpus.problems import Problem
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.snapshots import content
from tests.trials import trials

Action = Callable[[CodebookDesk, Random], object]


def _study(folder: Path) -> Study:
    study = new_study(folder)
    import_records(study, records([(f"R{at}", "k1", f"Svar {at}") for at in range(8)]))
    source = Random(1)
    names = ("A", "A / B", "A / B / C", "D", "D / B", "E")
    codings = [(f"R{at}", "k1", "; ".join(source.sample(names, 2))) for at in range(8)]
    code_all(study, codings)
    return study


def _any(desk: CodebookDesk, source: Random) -> int:
    return source.choice([code.id for code in desk.tree.walk()])


def _some(desk: CodebookDesk, source: Random) -> list[int]:
    codes = [code.id for code in desk.tree.walk()]
    return source.sample(codes, source.randint(1, 3))


def _theme(desk: CodebookDesk, source: Random) -> int | None:
    return source.choice([None, _any(desk, source)])


def _name(source: Random) -> str:
    return source.choice("ABCDEF")


def _split(desk: CodebookDesk, source: Random) -> object:
    splitting = SplittingDesk(desk, _any(desk, source), source.random() < 0.5)
    items = list(splitting.items)[: source.randint(1, 3)]
    try:
        return splitting.send_to_new(items, _name(source)) if items else None
    finally:
        desk.refresh()


ACTIONS: tuple[Action, ...] = (
    lambda desk, source: edits.add(desk, _theme(desk, source), _name(source)),
    lambda desk, source: edits.rename(desk, _any(desk, source), _name(source)),
    lambda desk, source: edits.retire(desk, _some(desk, source)),
    lambda desk, source: edits.lock(desk, _some(desk, source)[:1]),
    lambda desk, source: edits.lock_book(desk) if source.random() < 0.2 else None,
    lambda desk, source: edits.sort_beside(desk, _any(desk, source), "name"),
    lambda desk, source: edits.sort_beside(desk, _any(desk, source), "count"),
    lambda desk, source: edits.describe_code(
        desk, _any(desk, source), Description(definition=_name(source), symbol=_name(source))
    ),
    lambda desk, source: moves.move_codes(desk, _some(desk, source), _theme(desk, source)),
    lambda desk, source: moves.move_to_new(desk, _some(desk, source), _name(source)),
    lambda desk, source: moves.shift(desk, _any(desk, source), source.choice([-1, 1])),
    lambda desk, source: moves.move_in(desk, _any(desk, source)),
    lambda desk, source: moves.move_out(desk, _any(desk, source)),
    lambda desk, source: joins.merge_codes(desk, _some(desk, source), _any(desk, source)),
    lambda desk, source: joins.keep_two(desk, _any(desk, source), _any(desk, source)),
    _split,
)


def _steps(study: Study) -> int:
    return len(study.steps())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("codebooks")


@settings(max_examples=trials(25), deadline=None)
@given(
    chosen=st.lists(st.sampled_from(range(len(ACTIONS))), min_size=1, max_size=12),
    seed=st.integers(0, 10_000),
)
def test_any_actions_are_undone_one_by_one(folder: Path, chosen: list[int], seed: int) -> None:
    (folder / "studie.fullkoding").unlink(missing_ok=True)
    with _study(folder) as study:
        desk, source = CodebookDesk(study, "k1", CODER), Random(seed)
        states = [content(study)]
        for at in chosen:
            before = _steps(study)
            try:
                ACTIONS[at](desk, source)
            except Problem:
                assert content(study) == states[-1]
            assert _steps(study) - before in (0, 1)
            if _steps(study) > before:
                states.append(content(study))
            _counts_are_right(study, desk)
        for state in reversed(states[:-1]):
            desk.undo()
            assert content(study) == state


def _counts_are_right(study: Study, desk: CodebookDesk) -> None:
    """What the desk knows is what is read anew."""
    fresh = CodebookDesk(study, "k1", CODER)
    fresh.count_under()
    desk.count_under()
    assert (desk.tree, desk.memos) == (fresh.tree, fresh.memos)
    assert (+desk.own, +(desk.under or Counter())) == (+fresh.own, +(fresh.under or Counter()))
