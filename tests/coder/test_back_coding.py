"""Answers to “Annet, hva” coded into their closed list."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.closed_list import Entry, entries
from coder.back_coding import BackCoded, alternatives_as_codebook, combined
from coder.results.back_coded_table import back_coded_table
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

LIST = ("1 Økonomi", "2 Folk", "3 Annet, hva")


def _study(folder: Path, ticked: dict[str, str], texts: dict[str, str]) -> Study:
    study = new_study(folder)
    people = [respondent(who, tiltak=cell) for who, cell in ticked.items()]
    import_records(study, records([(who, "k1", texts.get(who, "")) for who in ticked], people))
    return study


def _make(study: Study, several: bool | None = None) -> None:
    with study.act("codebook_from_variable", CODER) as session:
        alternatives_as_codebook(session, find_question(session, "k1"), "tiltak", several)


def _combined(study: Study, other: str = "") -> BackCoded:
    with study.read() as session:
        return combined(session, find_question(session, "k1"), "tiltak", other)


def _counts(found: BackCoded) -> dict[str, tuple[int, int, int]]:
    return {row.code.name: (row.closed, row.from_text, row.combined) for row in found.rows}


def test_numbers_come_from_the_values() -> None:
    assert entries(["(10) Annet", "2. Folk", "1 Økonomi"]) == (
        Entry(1, "Økonomi", "1 Økonomi"),
        Entry(2, "Folk", "2. Folk"),
        Entry(10, "Annet", "(10) Annet"),
    )


def test_values_without_numbers_get_them_in_order() -> None:
    assert [each.number for each in entries(["Økonomi", "Folk"])] == [1, 2]


def test_values_that_are_numbers_only_are_their_own_names() -> None:
    assert entries(["2", "1"]) == (Entry(1, "1", "1"), Entry(2, "2", "2"))


def test_a_year_in_some_values_is_no_number_of_theirs() -> None:
    assert [each.name for each in entries(["2016 kom planen", "Folk"])] == [
        "2016 kom planen",
        "Folk",
    ]


def test_one_alternative_a_respondent(tmp_path: Path) -> None:
    ticked = {"a": LIST[0], "b": LIST[2], "c": LIST[2], "d": LIST[2], "e": LIST[1], "f": ""}
    texts = {"b": "Penger", "c": "Noe helt annet", "d": "xx", "e": "Penger", "f": "Folk"}
    with _study(tmp_path, ticked, texts) as study:
        _make(study)
        code_all(
            study,
            [
                ("b", "k1", "Økonomi"),
                ("c", "k1", "Annet, hva"),
                ("d", "k1", "Uleselig"),
                ("e", "k1", "Økonomi"),
                ("f", "k1", "Folk"),
            ],
        )
        found = _combined(study)
        assert _counts(found) == {
            "Økonomi": (1, 2, 2),
            "Folk": (1, 1, 2),
            "Annet, hva": (3, 1, 2),
        }
        assert (found.n_closed, found.n, found.ticked_other, found.moved) == (5, 6, 3, 1)
        assert (found.left_alone, found.uncoded) == (1, 0)
        assert broken(study) == []


def test_several_alternatives_a_respondent_count_nobody_twice(tmp_path: Path) -> None:
    ticked = {"a": "Økonomi;Annet", "b": "Folk;Annet", "c": "Folk"}
    with _study(tmp_path, ticked, {"a": "Penger", "b": "Penger", "c": "Penger"}) as study:
        _make(study)
        code_all(study, [(who, "k1", "Økonomi") for who in "abc"])
        found = _combined(study)
        assert _counts(found) == {"Annet": (2, 0, 0), "Folk": (2, 0, 2), "Økonomi": (1, 3, 3)}
        assert (found.moved, found.left_alone) == (2, 0)


def test_the_list_is_locked_and_holds_the_outcomes_too(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": LIST[0], "b": LIST[2]}, {"b": "Penger"}) as study:
        _make(study)
        with pytest.raises(Problem, match="locked"):
            code_all(study, [("b", "k1", "Noe nytt")])
        code_all(study, [("b", "k1", "Vet ikke")])
        assert _combined(study).moved == 0


def test_one_step_makes_the_list_and_undo_takes_it_back(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": LIST[0]}, {"a": "Penger"}) as study:
        before = content(study)
        _make(study)
        assert content(study) != before
        study.undo(CODER)
        assert content(study) == before


def test_a_question_that_is_coded_keeps_its_codebook(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": LIST[0]}, {"a": "Penger"}) as study:
        code_all(study, [("a", "k1", "Bolig")])
        with pytest.raises(Problem, match="is coded already"):
            _make(study)


def test_a_list_without_annet_must_be_told_which_it_is(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Økonomi", "b": "Resten"}, {"b": "Penger"}) as study:
        _make(study)
        with pytest.raises(Problem, match="not clear which"):
            _combined(study)
        assert _combined(study, "Resten").ticked_other == 1


def test_a_codebook_that_is_not_the_list_is_refused(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": "Økonomi"}, {"a": "Penger"}) as study:
        code_all(study, [("a", "k1", "Annet")])
        with pytest.raises(Problem, match="no alternative Økonomi"):
            _combined(study)


def test_the_table_says_how_many_are_moved(tmp_path: Path) -> None:
    with _study(tmp_path, {"a": LIST[0], "b": LIST[2]}, {"b": "Penger"}) as study:
        _make(study)
        code_all(study, [("b", "k1", "Økonomi")])
        with study.read() as session:
            asked = find_question(session, "k1")
            table = back_coded_table(session, asked, "tiltak", _combined(study))
        assert "1 av 1 er flyttet fra «Annet, hva» etter det de skrev; 0 står igjen." in table.notes
        assert [(row.path, row.count) for row in table.rows] == [
            (("Økonomi",), 2),
            (("Annet, hva",), 0),
        ]


CHOICES = st.sets(st.sampled_from(["A", "B", "Annet"]), max_size=3)


@settings(max_examples=trials(8), deadline=None)
@given(
    ticked=st.lists(CHOICES, min_size=2, max_size=6),
    coded=st.lists(CHOICES, min_size=6, max_size=6),
)
def test_nobody_is_lost_and_nobody_counted_twice(
    ticked: list[set[str]], coded: list[set[str]]
) -> None:
    cells = {f"r{at}": ";".join(sorted(each)) for at, each in enumerate(ticked)}
    cells["z"] = "A;B;Annet"
    with (
        tempfile.TemporaryDirectory() as folder,
        _study(Path(folder), cells, dict.fromkeys(cells, "Tekst")) as study,
    ):
        _make(study, True)
        lines = [(f"r{at}", "k1", ";".join(c)) for at, c in enumerate(coded[: len(ticked)]) if c]
        code_all(study, lines)
        found = _combined(study)
        answered = sum(bool(a or b) for a, b in zip(ticked, coded, strict=False)) + 1
        assert found.n == answered
        for row in found.rows:
            assert max(row.combined, row.closed, row.from_text) <= found.n
            if not row.is_other:
                assert max(row.closed, row.from_text) <= row.combined
                assert row.combined <= row.closed + row.from_text
        (other,) = (row for row in found.rows if row.is_other)
        assert other.combined >= other.closed - found.moved
