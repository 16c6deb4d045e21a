"""Words are found through the index, beside it and without it, and it leaves no trace."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.intake.report import Wishes
from coder.study import Study
from coder.workbench.filters import Filter
from coder.workbench.listing import answer_ids
from coder.workbench.word_index import bring_up_to_date
from tests.builders import CODER, import_records, new_study, records
from tests.coder.workbench.desk import question_of
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

REPLACE = Wishes(coder=CODER, changed="replace")
TEXTS = ("Mer penger til bolig", "boliger", "BOLIG\0og tid", "Ål og øl", "Al og ol", "e-post, 12")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with new_study(tmp_path) as opened:
        _import(opened, *TEXTS)
        yield opened


def _import(study: Study, *texts: str, start: int = 1) -> None:
    found = records([(f"R{at}", "k1", text) for at, text in enumerate(texts, start=start)])
    import_records(study, found, REPLACE)


def _found(study: Study, words: str) -> list[int]:
    with study.read() as session:
        return answer_ids(session, question_of(study), Filter(words=words))


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bolig", [1, 3]),
        ("BOLIG*", [1, 2, 3]),
        ('"mer penger"', [1]),
        ('"penger mer"', []),
        ("penger mer", [1]),
        ('"bolig og"', [3]),
        ("tid", [3]),
        ("ål", [4]),
        ("al", [5]),
        ("ØL", [4]),
        ("e-post", [6]),
        ("post 12", [6]),
        ("1*", [6]),
        (" - ", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_words_are_found_with_and_without_an_index(
    study: Study, indexed: bool, words: str, found: list[int]
) -> None:
    assert not indexed or bring_up_to_date(study)
    assert _found(study, words) == found


def test_the_index_is_no_step_and_changes_nothing(study: Study) -> None:
    before = (content(study), study.steps())
    assert bring_up_to_date(study)
    assert (content(study), study.steps(), broken(study)) == (*before, [])


def test_undo_and_redo_walk_past_the_index(study: Study) -> None:
    before = content(study)
    bring_up_to_date(study)
    study.undo(CODER)
    study.redo(CODER)
    assert content(study) == before


def test_portions_are_told(study: Study) -> None:
    portions: list[int] = []
    bring_up_to_date(study, portions.append)
    assert portions == [len(TEXTS)]
    bring_up_to_date(study, portions.append)
    assert portions == [len(TEXTS)]


def test_texts_that_came_after_the_index_are_found_beside_it(study: Study) -> None:
    bring_up_to_date(study)
    _import(study, "Ny bolig", start=7)
    assert _found(study, "bolig") == [1, 3, 7]
    bring_up_to_date(study)
    assert _found(study, "bolig") == [1, 3, 7]


def test_only_the_text_in_use_counts(study: Study) -> None:
    bring_up_to_date(study)
    _import(study, "Mer penger til helse")
    for _ in range(2):
        assert (_found(study, "helse"), _found(study, "bolig")) == ([1], [3])
        bring_up_to_date(study)
    study.undo(CODER)
    assert (_found(study, "helse"), _found(study, "bolig")) == ([], [1, 3])


def test_an_import_that_is_taken_back_is_not_found(study: Study) -> None:
    _import(study, "Ny bolig", start=7)
    bring_up_to_date(study)
    study.undo(CODER)
    assert _found(study, "bolig") == [1, 3]
    study.redo(CODER)
    assert _found(study, "bolig") == [1, 3, 7]


def test_texts_that_come_back_after_the_index_went_past_them_are_found(study: Study) -> None:
    _import(study, "Ny bolig", start=7)
    step = study.steps()[-1].id
    _import(study, "Enda en bolig", start=8)
    study.undo(CODER, step)
    bring_up_to_date(study)
    assert _found(study, "bolig") == [1, 3, 8]
    study.redo(CODER)
    for _ in range(2):
        assert _found(study, "bolig") == [1, 3, 7, 8]
        bring_up_to_date(study)


def test_while_another_writes_words_are_found_all_the_same(study: Study) -> None:
    with closing(sqlite3.connect(study.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not bring_up_to_date(study)
        assert _found(study, "bolig") == [1, 3]
    assert bring_up_to_date(study)


def test_a_copy_has_the_index_too(study: Study, tmp_path: Path) -> None:
    bring_up_to_date(study)
    copy = study.back_up(tmp_path / "kopi.fullkoding")
    with Study(copy) as copied:
        assert _found(copied, "bolig*") == [1, 2, 3]
        assert broken(copied) == []


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Study, Study]]:
    """The same study with an index and without."""
    folders = [tmp_path_factory.mktemp(name) for name in ("with", "without")]
    with new_study(folders[0]) as first, new_study(folders[1]) as second:
        for study in (first, second):
            _import(study, *TEXTS)
        bring_up_to_date(first)
        yield first, second


_TRIED = settings(max_examples=trials(150), deadline=None)


@_TRIED
@given(typed=st.text(max_size=60) | st.text('ab*"-: ()^AND«»\0\ud800', max_size=40))
def test_whatever_is_typed_finds_or_does_not_find(pair: tuple[Study, Study], typed: str) -> None:
    for study in pair:
        assert set(_found(study, typed)) <= set(range(1, 7))


@_TRIED
@given(
    st.lists(
        st.sampled_from(
            ["mer", "Penger", "bolig", "BO", "og", "ål", "al", "ÅL", "e-post", "12", "1", '"', "*"]
        ),
        max_size=6,
    )
    .map(" ".join)
    .flatmap(lambda typed: st.sampled_from([typed, typed.replace(" *", "*"), f'"{typed}"']))
)
def test_the_index_finds_what_a_plain_search_finds(pair: tuple[Study, Study], typed: str) -> None:
    assert _found(pair[0], typed) == _found(pair[1], typed)


def test_a_question_of_ten_thousand_characters_is_answered(pair: tuple[Study, Study]) -> None:
    for typed in ("bolig " * 1_700, "b" * 10_000, '"' + "bolig og " * 1_100, "*" * 10_000):
        assert _found(pair[0], typed) == _found(pair[1], typed)
