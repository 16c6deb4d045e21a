"""Lead-ins are kept, follow merges, come back by undo, and get numbers that nobody types."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.queries import codebook_of
from coder.merging import merge_all
from coder.quoting.lead_ins import filled, lead_ins, refuse_places, set_lead_in
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records

CODES = ("A", "B", "C", "D")


def _study(folder: Path) -> Study:
    study = new_study(folder)
    import_records(study, records([(f"r{at}", "k1", "Svar") for at in range(len(CODES))]))
    code_all(study, [(f"r{at}", "k1", code) for at, code in enumerate(CODES)])
    return study


def _ids(study: Study) -> dict[str, int]:
    with study.read() as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        return {code.name: code.id for code in tree.walk()}


def _written(study: Study) -> dict[int, str]:
    with study.read() as session:
        return lead_ins(session)


def _write(study: Study, code: int, text: str) -> bool:
    with study.act("lead_in", CODER) as session:
        return set_lead_in(session, code, text, 1)


def _merge(study: Study, source: str, target: str) -> None:
    with study.act("merge_codes", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        ids = {code.name: code for code in tree.walk()}
        merge_all(session, tree, [ids[source]], ids[target])


def test_a_lead_in_is_written_changed_taken_out_and_each_is_one_undo(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code = _ids(study)["A"]
        assert _write(study, code, " Noen sier ")
        assert not _write(study, code, "Noen sier")
        assert _write(study, code, "Mange sier")
        assert _write(study, code, "")
        for text in ("Mange sier", "Noen sier"):
            study.undo(CODER)
            assert _written(study) == {code: text}
        study.undo(CODER)
        assert _written(study) == {}
        study.redo(CODER)
        assert _written(study) == {code: "Noen sier"}


@settings(max_examples=15, deadline=None)
@given(
    st.dictionaries(st.sampled_from(CODES), st.sampled_from(("x", "y", "z")), max_size=4),
    st.lists(
        st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)).filter(lambda p: p[0] != p[1]),
        max_size=3,
    ),
)
def test_after_any_merges_a_lead_in_stands_once_and_undo_brings_all_back(
    tmp_path_factory: pytest.TempPathFactory,
    texts: dict[str, str],
    merges: list[tuple[str, str]],
) -> None:
    with _study(tmp_path_factory.mktemp("s")) as study:
        ids = _ids(study)
        for name, text in texts.items():
            _write(study, ids[name], text)
        states, left = [_written(study)], dict(texts)
        for source, target in merges:
            if {source, target} <= _ids(study).keys():
                _merge(study, source, target)
                text = left.pop(source, "")
                if text:
                    left.setdefault(target, text)
                states.append(_written(study))
        assert states[-1] == {ids[name]: text for name, text in left.items()}
        for state in reversed(states[:-1]):
            study.undo(CODER)
            assert _written(study) == state


@pytest.mark.parametrize("text", ["{x}", "{", "a } b", "{n", "{{n}}", "{}"])
def test_what_is_no_number_of_a_lead_in_is_refused_when_it_is_written(text: str) -> None:
    with pytest.raises(Problem, match="no number"):
        refuse_places(text)


def test_numbers_stand_in_their_places() -> None:
    assert filled("{n} av {base}, {n}", {"n": "1 200", "base": "3"}) == "1 200 av 3, 1 200"
    refuse_places("Uten tall, 50 % og {percent}")
