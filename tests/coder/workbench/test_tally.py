"""The counts of the coding screen stay right from action to action."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.queries import codebook_of
from coder.study import Study
from coder.workbench.doing import Chosen, apply, apply_new, remove
from coder.workbench.filters import Filter, Sort
from coder.workbench.progress import uncoded_ids
from coder.workbench.tally import count_under, read_tally
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tests.coder.workbench.desk import rich_study
from tests.trials import trials

_NAMES = ("Bolig", "Bolig / Leie", "Økonomi", "Nytt / Helt nytt", "Annet / Tid", "Nytt")


def _recounted(bench: Workbench) -> tuple[object, ...]:
    with bench.study.read() as session:
        tally = read_tally(session, bench.question)
        under = count_under(session, bench.question, codebook_of(session, bench.question.id))
        left = uncoded_ids(session, bench.question)
    return tally.answered, tally.coded, +tally.own, +under, left


def _kept(bench: Workbench) -> tuple[object, ...]:
    tally = bench.tally
    assert tally.under is not None
    return tally.answered, tally.coded, +tally.own, +tally.under, tally.left


def _bench(study: Study) -> Workbench:
    bench = Workbench(study, "k1", "KH")
    bench.count_themes()
    bench.next_uncoded([], None)
    return bench


def test_counts_after_any_actions_are_those_of_the_study(tmp_path: Path) -> None:
    seed = iter(range(1_000_000))

    @settings(max_examples=trials(15), deadline=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        folder = tmp_path / str(next(seed))
        folder.mkdir()
        with rich_study(folder, answers=20) as study:
            bench = _bench(study)
            ids = data.draw(st.just(list(_all(bench))))
            for _ in range(data.draw(st.integers(1, 5))):
                answers = tuple(data.draw(st.lists(st.sampled_from(ids), unique=True, min_size=1)))
                _do(bench, data, Chosen(answers))
                assert _kept(bench) == _recounted(bench)

    check()


def _all(bench: Workbench) -> list[int]:
    return list(bench.ids(Filter(), Sort.FILE))


def _do(bench: Workbench, data: st.DataObject, chosen: Chosen) -> None:
    what = data.draw(st.sampled_from(["apply", "new", "remove", "undo"]))
    codes = [code.id for code in bench.tree.codes if code.status == "active"]
    if what == "new":
        apply_new(bench, data.draw(st.sampled_from(_NAMES)), chosen)
    elif what == "undo":
        bench.undo()
        bench.refresh()
        bench.count_themes()
        bench.next_uncoded([], None)
    else:
        code = data.draw(st.sampled_from(codes))
        apply(bench, [code], chosen) if what == "apply" else remove(bench, code, chosen)


def test_an_action_that_fails_leaves_the_counts_and_the_codebook(tmp_path: Path) -> None:
    with rich_study(tmp_path) as study:
        bench = _bench(study)
        before, tree = _kept(bench), bench.tree
        with pytest.raises(Problem, match="levels"):
            apply_new(bench, "A / B / C / D", Chosen((1, 2)))
        assert _kept(bench) == before
        assert bench.tree == tree
