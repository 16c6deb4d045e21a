"""The grid shows what the filter asks for, in the order that is asked for."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder.people import known_coder_id
from coder.study import Study
from coder.workbench.duplicates import same_texts
from coder.workbench.filters import Filter, Flag, Sort
from coder.workbench.listing import answer_ids, grid_rows
from coder.workbench.word_index import bring_up_to_date
from corpus.language import alphabetical
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records
from tests.coder.workbench.desk import (
    BANDS,
    WORDS,
    Shown,
    question_of,
    rich_study,
    shown_answers,
    tree_of_question,
    variable_ids,
)
from tests.trials import trials

_TRIED = settings(
    max_examples=trials(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_WORD = re.compile(r"[^\W_]+")
_ASKED = st.lists(
    st.tuples(
        st.sampled_from(["bolig", "BOL", "ærlig", "å", "post", "12", "ikke", "x"]), st.booleans()
    ),
    max_size=2,
)


class Desk:
    """A study, its question k1, and what is true of the answers to it."""

    def __init__(self, study: Study) -> None:
        self.study, self.question = study, question_of(study)
        self.codes = [code.id for code in tree_of_question(study).codes]
        with study.read() as session:
            self.answers = shown_answers(session, self.question)
            self.variables = variable_ids(session)
            self.coders = [known_coder_id(session, name) for name in (CODER, CODER_2)]

    def ids(self, wanted: Filter, order: Sort = Sort.FILE) -> list[int]:
        """What the program shows."""
        with self.study.read() as session:
            return answer_ids(session, self.question, wanted, order)

    def let_through(self, wanted: Filter) -> list[Shown]:
        """What it should show, in the order of the file."""
        return [answer for answer in self.answers if _lets_through(wanted, answer)]


@pytest.fixture(scope="session")
def plain(rich: Study) -> Desk:
    """A study without an index of words."""
    return Desk(rich)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A study with an index of words that lacks the texts imported last."""
    with rich_study(tmp_path_factory.mktemp("indexed"), seed=1) as study:
        assert bring_up_to_date(study)
        late = [(f"L{at}", "k1", f"{word} bolig") for at, word in enumerate(WORDS)]
        import_records(study, records(late))
        yield Desk(study)


@st.composite
def _filters(draw: st.DrawFn, desk: Desk) -> Filter:
    groups = st.lists(st.frozensets(st.sampled_from(desk.codes), max_size=3), max_size=2)
    pairs = st.tuples(st.sampled_from(desk.variables), st.sampled_from(["Ja", "Nei", ""]))
    return Filter(
        uncoded=draw(st.sampled_from([False, False, True])),
        with_codes=tuple(draw(groups)),
        without_codes=tuple(draw(groups)),
        words=" ".join(word + "*" * beginning for word, beginning in draw(_ASKED)),
        bands=draw(st.sampled_from([frozenset(), frozenset(BANDS[:2]), frozenset(BANDS[2:])])),
        values=tuple(draw(st.lists(pairs, max_size=2))),
        coder_id=draw(st.sampled_from([None, None, *desk.coders])),
        flag=draw(st.sampled_from([None, None, *Flag])),
    )


def _lets_through(wanted: Filter, answer: Shown) -> bool:
    words = [word.casefold() for word in _WORD.findall(answer.text)]
    return all(
        (
            not (wanted.uncoded and answer.codes),
            all(group & answer.codes for group in wanted.with_codes),
            not any(group & answer.codes for group in wanted.without_codes),
            not wanted.bands or answer.band in wanted.bands,
            answer.values.issuperset(wanted.values),
            wanted.coder_id is None or wanted.coder_id in answer.coders,
            wanted.flag is None or wanted.flag in answer.flags,
            all(_has(words, word) for word in wanted.words.casefold().split()),
        )
    )


def _has(words: list[str], asked: str) -> bool:
    if asked.endswith("*"):
        return any(word.startswith(asked[:-1]) for word in words)
    return asked in words


@_TRIED
@given(data=st.data())
def test_a_filter_lets_through_what_holds_for_it(
    plain: Desk, indexed: Desk, data: st.DataObject
) -> None:
    for desk in (plain, indexed):
        wanted = data.draw(_filters(desk))
        assert desk.ids(wanted) == [answer.id for answer in desk.let_through(wanted)]


def test_an_empty_filter_shows_all_answers_with_text_in_the_order_of_the_file(plain: Desk) -> None:
    assert plain.ids(Filter()) == [answer.id for answer in plain.answers]
    assert 0 < len(plain.answers) < 60


@_TRIED
@given(data=st.data())
def test_every_order_is_the_one_it_says(plain: Desk, data: st.DataObject) -> None:
    wanted, order = data.draw(_filters(plain)), data.draw(st.sampled_from(Sort))
    answers = plain.let_through(wanted)
    forms = [answer.text.strip().casefold() for answer in plain.answers]

    def key(place: int) -> Any:
        answer = answers[place]
        form = answer.text.strip().casefold()
        keys: dict[Sort, Any] = {
            Sort.FILE: place,
            Sort.LENGTH: len(answer.text.partition("\0")[0]),
            Sort.ALPHABET: alphabetical(answer.text),
            Sort.CODES: len(answer.codes),
            Sort.DUPLICATES: (-forms.count(form), forms.index(form)),
            Sort.SIMILAR: place,
            Sort.LIKELY: place,
        }
        return keys[order]

    expected = [answers[place].id for place in sorted(range(len(answers)), key=key)]
    assert plain.ids(wanted, order) == expected


def test_a_row_says_what_is_known_of_the_answer(plain: Desk) -> None:
    with plain.study.read() as session:
        counts = same_texts(session, plain.question).counts
        ids = [answer.id for answer in plain.answers]
        rows = grid_rows(session, plain.question, ids, counts)
    forms = Counter(answer.text.strip().casefold() for answer in plain.answers)
    assert [row.id for row in rows] == ids
    for row, answer in zip(rows, plain.answers, strict=True):
        assert row.beginning == " ".join(answer.text.split())
        assert sorted(row.codes) == sorted(answer.codes)
        assert (row.band, row.flags) == (answer.band, answer.flags)
        assert row.same == forms[answer.text.strip().casefold()]


def test_rows_come_in_the_order_asked_for_and_strangers_are_left_out(rich: Study) -> None:
    question = question_of(rich)
    with rich.read() as session:
        ids = answer_ids(session, question, Filter())
        of_other = answer_ids(session, question_of(rich, "k2"), Filter())
        asked = [ids[3], of_other[0], ids[1], 10**9]
        assert [row.id for row in grid_rows(session, question, asked)] == [ids[3], ids[1]]


def test_codes_stand_in_the_order_in_which_they_were_given(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "Bolig og tid")]))
        for code in ("Tid", "Bolig", "Annet"):
            code_all(study, [("R1", "k1", code)])
        code_all(study, [("R1", "k1", "Bolig")], CODER_2)
        names = {code.id: code.name for code in tree_of_question(study).codes}
        with study.read() as session:
            (row,) = grid_rows(session, question_of(study), [1])
    assert [names[code] for code in row.codes] == ["Tid", "Bolig", "Annet"]


def test_only_the_beginning_of_a_long_text_is_read(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "æ" * 1_000_000)]))
        with study.read() as session:
            (row,) = grid_rows(session, question_of(study), [1])
    assert row.beginning == "æ" * len(row.beginning)
    assert 400 <= len(row.beginning) <= 1_000
