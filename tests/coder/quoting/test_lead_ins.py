"""Lead-ins are kept, follow merges, come back by undo, and get numbers that nobody types."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.queries import codebook_of
from coder.merging import merge_all, share
from coder.quoting.lead_ins import filled, lead_ins, refuse_places, set_lead_in
from coder.splitting import make_parts, send, split_items
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.invariants import broken

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


def _split(study: Study, name: str, part: str, *, below: bool) -> None:
    with study.act("split_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        code = next(each for each in tree.walk() if each.name == name)
        _, (made,) = make_parts(session, tree, code, [part], below)
        send(session, [item.coding_id for item in split_items(session, code.id)], made)


def test_a_code_that_is_empty_after_a_split_gives_its_lead_in_to_the_part(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code = _ids(study)["A"]
        _write(study, code, "Noen sier")
        _split(study, "A", "Ny", below=False)
        assert _written(study) == {_ids(study)["Ny"]: "Noen sier"}
        study.undo(CODER)
        assert _written(study) == {code: "Noen sier"}
        assert broken(study) == []


def test_a_code_that_stands_above_its_parts_keeps_its_lead_in(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _write(study, _ids(study)["A"], "Noen sier")
        _split(study, "A", "Ny", below=True)
        assert _written(study) == {_ids(study)["A"]: "Noen sier"}


def test_a_part_keeps_the_lead_in_it_has(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _write(study, _ids(study)["A"], "Noen")
        _write(study, _ids(study)["B"], "Andre")
        _split(study, "A", "B", below=False)
        assert _written(study)[_ids(study)["B"]] == "Andre"


def test_lead_ins_come_along_into_a_shared_codebook(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("r0", "k1", "Svar"), ("r0", "k2", "Svar")]))
        code_all(study, [("r0", "k1", "A"), ("r0", "k2", "A"), ("r0", "k2", "T>>B")])
        with study.act("lead_in", CODER) as session:
            other = codebook_of(session, find_question(session, "k2").id)
            for code in other.walk():
                if not code.outcome:
                    set_lead_in(session, code.id, f"Om {code.name}", 1)
        _write(study, _ids(study)["A"], "Her")
        before = _written(study)
        with study.act("share_codebook", CODER) as session:
            share(session, find_question(session, "k1"), find_question(session, "k2"))
        written = _written(study)
        now = {name: written[id_] for name, id_ in _ids(study).items() if id_ in written}
        assert now == {"A": "Her", "T": "Om T", "B": "Om B"}
        study.undo(CODER)
        assert _written(study) == before
        assert broken(study) == []
