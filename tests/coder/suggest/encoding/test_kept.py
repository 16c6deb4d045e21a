"""Vectors of texts are kept in the study, leave no trace in its history, and are found again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy
import pytest
from numpy import float32
from numpy.typing import NDArray

from coder.intake.report import Wishes
from coder.study import Study
from coder.suggest.encoding.filling import encode_missing, encoding_portions
from coder.suggest.encoding.kept import EncodedTexts
from corpus.store.engine import connect
from tests.builders import CODER, import_records, new_study, records
from tests.coder.workbench.desk import question_of
from tests.invariants import broken
from tests.snapshots import content

TEXTS = ("Mer penger til bolig", "Nei", "Vet ikke", "Nei")
MODEL = "encoder 1"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with new_study(tmp_path) as opened:
        _import(opened, *TEXTS)
        yield opened


def _import(study: Study, *texts: str) -> None:
    found = records([(f"R{at}", "k1", text) for at, text in enumerate(texts, start=1)])
    import_records(study, found, Wishes(coder=CODER, changed="replace"))


def _encode(texts: Sequence[str]) -> NDArray[float32]:
    return numpy.array([[len(text), 5, 3] for text in texts], float32)


def _fill(study: Study, model: str = MODEL) -> EncodedTexts:
    kept = EncodedTexts(study, model)
    texts = [text for _, text in kept.missing(question_of(study))]
    assert encode_missing(kept, texts, _encode, lambda _: None, lambda: False)
    return kept


def test_at_first_every_text_is_missing_once(study: Study) -> None:
    kept = EncodedTexts(study, MODEL)
    assert list(kept.missing(question_of(study))) == [(1, TEXTS[0]), (2, "Nei"), (3, "Vet ikke")]
    assert dict(kept.known(question_of(study))) == {}
    assert kept.known_texts(["Nei"]) == {}


def test_answers_that_say_the_same_have_the_same_vector(study: Study) -> None:
    known = _fill(study).known(question_of(study))
    assert sorted(known) == [1, 2, 3, 4]
    assert known[2].tolist() == known[4].tolist()
    whole = _encode(["Nei"])[0]
    assert known[2] @ whole == pytest.approx(float(numpy.linalg.norm(whole)), rel=1e-3)


def test_what_was_encoded_is_there_after_a_restart(study: Study) -> None:
    before = dict(_fill(study).known(question_of(study)))
    with Study(study.path) as again:
        kept = EncodedTexts(again, MODEL)
        assert kept.missing(question_of(again)) == []
        after = kept.known(question_of(again))
        assert {id_: row.tolist() for id_, row in after.items()} == {
            id_: row.tolist() for id_, row in before.items()
        }


def test_vectors_of_another_encoder_are_made_anew(study: Study) -> None:
    _fill(study)
    assert len(EncodedTexts(study, "encoder 2").missing(question_of(study))) == 3
    _fill(study, "encoder 2")
    assert len(EncodedTexts(study, MODEL).known(question_of(study))) == 0
    with connect(study.path) as connection:
        assert connection.execute("SELECT count(*) FROM encoded_text").fetchone() == (3,)


def test_a_changed_answer_is_missing_again(study: Study) -> None:
    kept = _fill(study)
    _import(study, TEXTS[0], "Nei", "Vet ikke", "Jo")
    assert list(kept.missing(question_of(study))) == [(4, "Jo")]
    assert sorted(kept.known(question_of(study))) == [1, 2, 3]


def test_names_of_codes_are_kept_like_answers(study: Study) -> None:
    kept = _fill(study)
    assert kept.keep({"Økonomi / Støtte": numpy.array([0, 1, 0], float32)})
    found = EncodedTexts(study, MODEL).known_texts(["Økonomi / Støtte", "Nei", "Tid"])
    assert sorted(found) == ["Nei", "Økonomi / Støtte"]
    assert found["Økonomi / Støtte"].tolist() == [0, 1, 0]


def test_it_is_no_step_and_changes_nothing(study: Study) -> None:
    before = (content(study), study.steps())
    _fill(study)
    assert (content(study), study.steps(), broken(study)) == (*before, [])


def test_undo_and_redo_walk_past_it(study: Study) -> None:
    before = content(study)
    kept = _fill(study)
    study.undo(CODER)
    study.redo(CODER)
    assert content(study) == before
    assert kept.missing(question_of(study)) == []


def test_in_a_study_that_is_only_read_it_is_known_until_the_end(study: Study) -> None:
    with Study(study.path, read_only=True) as shut:
        kept = _fill(shut)
        assert sorted(kept.known(question_of(shut))) == [1, 2, 3, 4]
        assert kept.missing(question_of(shut)) == []
        assert list(kept.known_texts(["Nei"])) == ["Nei"]
    assert len(EncodedTexts(study, MODEL).missing(question_of(study))) == 3


def test_while_another_writes_it_waits_and_is_written_later(study: Study) -> None:
    kept = EncodedTexts(study, MODEL)
    other = connect(study.path)
    other.execute("BEGIN IMMEDIATE")
    assert not kept.keep({"Nei": numpy.ones(3, float32)})
    assert sorted(kept.known(question_of(study))) == [2, 4]
    other.execute("ROLLBACK")
    other.close()
    assert kept.keep({"Vet ikke": numpy.ones(3, float32)})
    assert sorted(EncodedTexts(study, MODEL).known(question_of(study))) == [2, 3, 4]


def test_given_up_it_keeps_what_was_done(study: Study) -> None:
    kept, told = EncodedTexts(study, MODEL), list[float]()
    texts = ["Nei", *(f"Svar {at}" for at in range(50))]
    assert not encode_missing(kept, texts, _encode, told.append, lambda: len(told) == 1)
    assert 0 < told[0] < 1
    assert sorted(EncodedTexts(study, MODEL).known(question_of(study))) == [2, 4]


def test_progress_ends_at_one(study: Study) -> None:
    told: list[float] = []
    texts = [str(at) * at for at in range(60)]
    encode_missing(EncodedTexts(study, MODEL), texts, _encode, told.append, lambda: False)
    assert told == sorted(told)
    assert told[-1] == 1


def test_portions_are_short() -> None:
    texts = ["a"] * 45 + ["b" * 900] * 5
    portions = list(encoding_portions(texts))
    assert [text for portion in portions for text in portion] == texts
    assert max(map(len, portions)) <= 10
    assert max(sum(map(len, portion)) for portion in portions) < 2_000
