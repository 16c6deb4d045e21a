"""A code is split: each piece of an answer goes to a part, and no coding is lost."""

from pathlib import Path

import pytest
from sqlalchemy import delete, select

from codebooks.edits import set_mode, set_status
from codebooks.locks import set_code_lock
from coder.intake.report import Wishes
from coder.merging import share
from coder.splitting import SplitItem, make_parts, send, send_to_all, split_items, with_words
from coder.study import Study
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    records,
)
from tests.coder.reorganising import (
    answers_of,
    code_at,
    paths_of,
    study_with,
    tree_in,
    tree_of,
)
from tests.invariants import broken
from tests.snapshots import content

TEXTS = ["Bil og buss", "Bussen er sen", "Bil", "Tog"]
CODINGS = [("a", "Reise"), ("b", "Reise"), ("c", "Reise"), ("d", "Annet")]


def _items(study: Study, path: str = "Reise") -> list[SplitItem]:
    with study.read() as session:
        return split_items(session, code_at(tree_in(session), path).id)


def _parts(study: Study, *names: str, below: bool = False, path: str = "Reise") -> None:
    with study.act("split_code", CODER) as session:
        tree = tree_in(session)
        make_parts(session, tree, code_at(tree, path), names, below)


def _send(study: Study, items: list[SplitItem], *paths: str) -> int:
    with study.act("send_to_part", CODER) as session:
        parts = [code_at(tree_in(session), path) for path in paths]
        ids = [item.coding_id for item in items]
        return send(session, ids, parts[0]) if len(parts) == 1 else send_to_all(session, ids, parts)


def test_the_work_list_has_every_piece_in_the_order_of_the_file(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        code_segment(study, "a", "k1", "Reise", 7, 11)
        shown = [(each.respondent, each.text, each.start) for each in _items(study)]
        assert shown == [
            ("a", "Bil og buss", None),
            ("a", "buss", 7),
            ("b", "Bussen er sen", None),
            ("c", "Bil", None),
        ]


def test_the_work_list_goes_over_all_questions_with_the_codebook(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        import_records(study, records([("a", "k2", "Ferge")]))
        with study.act("share_codebook", CODER) as session:
            share(session, find_question(session, "k1"), find_question(session, "k2"))
        code_all(study, [("a", "k2", "Reise")])
        assert [each.question for each in _items(study)] == ["k1", "k1", "k1", "k2"]


def test_a_piece_that_two_coded_stands_once_and_goes_for_both(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        code_all(study, [("a", "k1", "Reise")], CODER_2)
        _parts(study, "Bil")
        (first, *_) = _items(study)
        assert first.coder == f"{CODER}, {CODER_2}"
        assert _send(study, [first], "Bil") == 1
        assert [each.respondent for each in _items(study)] == ["b", "c"]
        assert len(_items(study, "Bil")[0].coder.split(", ")) == 2


def test_parts_stand_right_after_the_code_or_under_it(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        _parts(study, "Bil", "Buss")
        assert paths_of(study) == ["Reise", "Bil", "Buss", "Annet"]
        _parts(study, "Tog", below=True)
        assert paths_of(study) == ["Reise", "Reise / Tog", "Bil", "Buss", "Annet"]


def test_a_part_that_is_there_is_taken_where_it_stands(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        _parts(study, "Annet", "Bil")
        assert paths_of(study) == ["Reise", "Bil", "Annet"]


def test_answers_are_sent_to_a_part_and_undo_brings_them_back(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        _parts(study, "Bil", "Buss")
        before = content(study)
        items = _items(study)
        assert _send(study, [items[0], items[2]], "Bil") == 2
        assert (answers_of(study, "Bil"), answers_of(study, "Reise")) == ({1, 3}, {2})
        study.undo(CODER)
        assert content(study) == before


def test_an_answer_may_go_to_two_parts(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        _parts(study, "Bil", "Buss")
        before = content(study)
        assert _send(study, _items(study)[:1], "Bil", "Buss") == 1
        assert (answers_of(study, "Bil"), answers_of(study, "Buss")) == ({1}, {1})
        assert answers_of(study, "Reise") == {2, 3}
        assert broken(study) == []
        study.undo(CODER)
        assert content(study) == before


def test_an_answer_may_keep_the_code_beside_a_part(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        _parts(study, "Bil")
        _send(study, _items(study)[:1], "Bil", "Reise")
        assert (answers_of(study, "Bil"), answers_of(study, "Reise")) == ({1}, {1, 2, 3})


def test_sending_to_the_code_itself_changes_nothing(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        before = content(study)
        _send(study, _items(study), "Reise")
        assert content(study) == before


def test_of_two_codings_of_a_part_the_one_on_the_newer_text_stays(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [("a", "Annet")]) as study:
        import_records(study, records([("a", "k1", "Bilen")]), Wishes(changed="replace"))
        code_all(study, [("a", "k1", "Reise")])
        _send(study, _items(study), "Annet")
        with study.read() as session:
            assert list(session.scalars(select(CodingRow.version))) == [2]


def test_each_piece_of_an_answer_goes_its_own_way(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, []) as study:
        code_segment(study, "a", "k1", "Reise", 0, 3)
        code_segment(study, "a", "k1", "Reise", 7, 11)
        _parts(study, "Bil", "Buss")
        first, second = _items(study)
        _send(study, [first], "Bil")
        _send(study, [second], "Buss")
        assert [_items(study, path)[0].text for path in ("Bil", "Buss")] == ["Bil", "buss"]


def test_codings_that_are_gone_are_passed_over(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        items = _items(study)
        with study.act("remove_code", CODER) as session:
            session.execute(delete(CodingRow).where(CodingRow.answer_id == items[0].answer_id))
        assert _send(study, items, "Annet") == 2


def test_pieces_are_found_by_the_beginning_of_a_word(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        found = with_words(_items(study), ["BUSS", " "])
        assert [each.respondent for each in found] == ["a", "b"]


def test_an_answer_that_takes_one_code_goes_to_one_part(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        _parts(study, "Bil", "Buss")
        with study.act("question", CODER) as session:
            set_mode(session, tree_in(session), True, None)
        with pytest.raises(Problem, match="exactly one code"):
            _send(study, _items(study), "Bil", "Buss")


@pytest.mark.parametrize(
    ("names", "below", "sentence"),
    [
        ((), False, "No part"),
        ((" ",), False, "needs a name"),
        (("Reise",), False, "is the code that is split"),
        (("Gammel",), False, "is retired"),
    ],
)
def test_parts_that_are_none_are_refused(
    tmp_path: Path, names: tuple[str, ...], below: bool, sentence: str
) -> None:
    with study_with(tmp_path, TEXTS, CODINGS, "Gammel") as study:
        with study.act("retire_code", CODER) as session:
            set_status(session, code_at(tree_in(session), "Gammel"), "retired")
        before = content(study)
        with pytest.raises(Problem, match=sentence):
            _parts(study, *names, below=below)
        assert content(study) == before


def test_a_part_on_a_fourth_level_is_refused(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [], "A / B / Reise") as study:
        before = content(study)
        with pytest.raises(Problem, match="at most 3 levels"):
            _parts(study, "Bil", below=True, path="A / B / Reise")
        assert content(study) == before


def test_a_locked_code_is_not_split(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        with study.act("lock_code", CODER) as session:
            set_code_lock(session, code_at(tree_of(study), "Reise").id, True)
        with pytest.raises(Problem, match="is locked"):
            _parts(study, "Bil")
