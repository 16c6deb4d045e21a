"""However a state came about, the same is suggested: undoing is as good as never having done."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from coder.suggest.ranker import ranker as module
from tests.coder.suggest.ranker.knowing import NAMES, SAID, answers, ranker

IDS = st.sampled_from([100 + at for at in range(len(SAID))])
CODES = st.integers(1, 5)
SETS = st.frozensets(CODES, max_size=3)
ALL = answers()


class Changes(RuleBasedStateMachine):
    """Any changes, beside what should be left of them: codes, and answers with order and codes."""

    def __init__(self) -> None:
        super().__init__()
        self.ranker = ranker({}, {}, ALL)
        self.names: dict[int, str] = {}
        self.given: dict[int, tuple[int, frozenset[int]]] = {}

    @rule(code=CODES, name=st.sampled_from(["Bolig", "Lege", "penger og bolig", ""]))
    def name(self, code: int, name: str) -> None:
        self.names[code] = name
        self.ranker.set_code(code, name)

    @rule(answer=IDS, codes=SETS, order=st.integers(0, 9))
    def code(self, answer: int, codes: frozenset[int], order: int) -> None:
        codes = codes & self.names.keys()
        self.ranker.set_codes(answer, codes, order)
        self._keep(answer, order, codes)

    @rule(answer=IDS, codes=SETS, order=st.integers(0, 9))
    def code_and_take_back(self, answer: int, codes: frozenset[int], order: int) -> None:
        before = self.given.get(answer, (0, frozenset[int]()))
        self.ranker.set_codes(answer, codes & self.names.keys(), order)
        self.ranker.suggest(answer)
        self.ranker.set_codes(answer, before[1], before[0])

    @rule(code=CODES)
    def remove(self, code: int) -> None:
        if self.names.pop(code, None) is not None:
            self.ranker.remove_code(code)
            for answer, (order, codes) in list(self.given.items()):
                self._keep(answer, order, codes - {code})

    @rule(source=CODES, into=CODES)
    def merge(self, source: int, into: int) -> None:
        if source != into and {source, into} <= self.names.keys():
            self.ranker.merge_codes(source, into)
            del self.names[source]
            for answer, (order, codes) in list(self.given.items()):
                both = codes - {source} | ({into} if source in codes else set())
                self._keep(answer, order, both)

    @rule(answer=IDS)
    def ask(self, answer: int) -> None:
        self.ranker.suggest(answer)

    @invariant()
    def suggests_as_if_made_anew(self) -> None:
        anew = ranker({}, self.names, ALL)
        for answer, (order, codes) in self.given.items():
            anew.set_codes(answer, codes, order)
        expected = anew.probabilities(ALL.ids)
        assert self.ranker.probabilities(ALL.ids) == pytest.approx(expected, abs=1e-6)

    def _keep(self, answer: int, order: int, codes: frozenset[int]) -> None:
        self.given.pop(answer, None)
        if codes:
            self.given[answer] = order, codes


Changes.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
TestChanges = Changes.TestCase


@given(st.permutations([100 + at for at in range(len(SAID))]))
@settings(max_examples=10, deadline=None)
def test_the_way_answers_come_in_makes_no_difference(ids: list[int]) -> None:
    codes = list(NAMES)
    one, other = ranker({}), ranker({})
    for answer in sorted(ids):
        one.set_codes(answer, [codes[answer % 4]], answer)
    for answer in ids:
        other.set_codes(answer, [codes[answer % 4]], answer)
        other.suggest(answer)
    assert one.probabilities(ids) == pytest.approx(other.probabilities(ids), abs=1e-6)


def test_adapting_beforehand_changes_nothing() -> None:
    codings = {100 + at: [list(NAMES)[at % 4]] for at in range(12)}
    one, other = ranker(codings), ranker(codings)
    one.adapt()
    assert (one.probabilities(ALL.ids) == other.probabilities(ALL.ids)).all()


def test_of_many_coded_answers_the_latest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CODED", 6)
    monkeypatch.setattr(module, "_FORGET", 3)
    codes = list(NAMES)
    long = ranker({})
    for answer in range(100, 114):
        long.set_codes(answer, [codes[answer % 4]], answer)
        long.suggest(100)
    short = ranker({})
    for answer in range(109, 114):
        short.set_codes(answer, [codes[answer % 4]], answer)
    later = [111, 112]
    assert long.probabilities(later) == pytest.approx(short.probabilities(later), abs=1e-6)


def test_many_answers_at_once_are_as_good_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    codings = {100 + at: [list(NAMES)[at % 4]] for at in range(12)}
    one = ranker(codings)
    expected = one.probabilities(ALL.ids)
    monkeypatch.setattr(module, "_FEW", 1)
    assert ranker(codings).probabilities(ALL.ids) == pytest.approx(expected, abs=1e-6)
    for answer in range(104, 110):
        one.set_codes(answer, [])
    left = {answer: codes for answer, codes in codings.items() if not 104 <= answer < 110}
    assert one.probabilities(ALL.ids) == pytest.approx(
        ranker(left).probabilities(ALL.ids), abs=1e-6
    )
