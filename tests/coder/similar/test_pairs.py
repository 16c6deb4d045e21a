"""Codes that may be one are proposed with reasons; those that were looked at are not."""

import csv
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest
from scipy.sparse import csr_array
from sqlalchemy import select

from codebooks.edits import set_status
from codebooks.tables import KeptApartRow
from coder.merging import share
from coder.similar.apart import forget_apart, keep_apart, kept_pairs
from coder.similar.by_answers import alike_by_answers
from coder.similar.by_words import alike_by_words, read_words
from coder.similar.pair import SimilarPair
from coder.similar.pairs import similar_codes
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, records
from tests.coder.reorganising import code_at, merge_paths, study_with, tree_in, tree_of
from tests.snapshots import content

MONEY = ("mer penger til tiltakene", "kommunen trenger penger", "penger mangler til tiltak")
WORK = ("arbeid for ungdom", "lønnet arbeid må til", "arbeid og aktivitet")


def _found(study: Study, *keys: str) -> list[SimilarPair]:
    with study.read() as session:
        asked = [find_question(session, key) for key in keys or ("k1",)]
        return similar_codes(session, tree_in(session), asked)


def _names(study: Study, pairs: Sequence[SimilarPair]) -> list[set[str]]:
    tree = tree_of(study)
    return [{tree.by_id[pair.code_id].name, tree.by_id[pair.other_id].name} for pair in pairs]


def _apart(study: Study, one: str, other: str, apart: bool = True) -> bool:
    with study.act("keep_apart", CODER) as session:
        tree = tree_in(session)
        ids = code_at(tree, one).id, code_at(tree, other).id
        return keep_apart(session, *ids) if apart else forget_apart(session, *ids)


def _two_words_for_money(folder: Path) -> Study:
    """Answers on money coded as Mer penger or as Mer midler, and answers on work."""
    texts = [*MONEY, *MONEY, *MONEY, *WORK, *WORK]
    names = ["Mer penger", "Mer midler"]
    codings = [(chr(97 + at), names[at % 2]) for at in range(9)]
    codings += [(chr(97 + at), "Arbeid") for at in range(9, 15)]
    return study_with(folder, texts, codings)


def test_names_that_mean_the_same_are_found_by_the_words_of_their_answers(tmp_path: Path) -> None:
    with _two_words_for_money(tmp_path) as study:
        (pair,) = _found(study)
        assert _names(study, [pair]) == [{"Mer penger", "Mer midler"}]
        (reason,) = pair.reasons
        assert reason.kind == "words"
        assert "penger" in reason.words
        assert (pair.answers, pair.other_answers, pair.shared) == (5, 4, 0)


def test_codes_on_the_same_answers_are_found_and_of_few_nothing_is_said(tmp_path: Path) -> None:
    texts = [f"svar nummer {chr(97 + at) * 4}" for at in range(20)]
    codings = [(chr(97 + at), "Tid;Ressurser") for at in range(12)]
    codings += [(chr(97 + at), "Ferge;Fly") for at in range(12, 14)]
    with study_with(tmp_path, texts, codings) as study:
        (pair,) = _found(study)
        assert _names(study, [pair]) == [{"Tid", "Ressurser"}]
        assert [(each.kind, each.how) for each in pair.reasons] == [("answers", "overlap")]
        assert pair.shared == 12


def test_a_small_code_within_a_large_one_is_a_weaker_sign_than_an_overlap() -> None:
    cells = numpy.zeros((3, 60), numpy.float32)
    cells[0, :50], cells[1, :20], cells[2, 2:50] = 1, 1, 1
    found = {(one, two): why for one, two, why in alike_by_answers(csr_array(cells))}
    assert found[0, 2].how == "overlap"
    assert found[0, 1].how == "within"
    assert found[0, 1].strength < found[0, 2].strength


def test_reasons_add_up_and_the_likeliest_pair_comes_first(tmp_path: Path) -> None:
    texts = [f"svar {chr(97 + at) * 4}" for at in range(14)]
    codings = [(chr(97 + at), "Rekruttere fagfolk;Rekruttering av fagfolk") for at in range(12)]
    with study_with(tmp_path, texts, codings, "Møteplass", "Møteplasser") as study:
        first, second = _found(study)
        assert [each.kind for each in first.reasons] == ["answers", "name"]
        assert first.score > max(each.strength for each in first.reasons)
        assert _names(study, [second]) == [{"Møteplass", "Møteplasser"}]


def test_one_name_under_two_themes_is_a_weaker_sign_than_side_by_side(tmp_path: Path) -> None:
    with study_with(tmp_path, ["x"], [], "A / Lønn", "B / Lønn", "A / Lønnen") as study:
        near, *far = _found(study)
        assert _names(study, [near]) == [{"Lønn", "Lønnen"}]
        assert near.score > max(pair.score for pair in far)


def test_a_theme_and_its_code_are_not_compared_by_their_answers(tmp_path: Path) -> None:
    texts = [f"svar {chr(97 + at) * 4}" for at in range(12)]
    codings = [(chr(97 + at), "Bolig;Bolig>>Leie") for at in range(12)]
    with study_with(tmp_path, texts, codings) as study:
        assert _found(study) == []


def test_a_pair_kept_apart_is_proposed_again_only_when_that_is_forgotten(tmp_path: Path) -> None:
    with _two_words_for_money(tmp_path) as study:
        before = content(study)
        assert _apart(study, "Mer penger", "Mer midler")
        assert not _apart(study, "Mer midler", "Mer penger")
        assert _found(study) == []
        assert _apart(study, "Mer midler", "Mer penger", apart=False)
        assert len(_found(study)) == 1
        study.undo(CODER)
        study.undo(CODER)
        assert content(study) == before


def test_the_smaller_id_of_a_pair_is_stored_first(tmp_path: Path) -> None:
    with study_with(tmp_path, ["x"], [], "A", "B") as study:
        _apart(study, "B", "A")
        with study.read() as session:
            (row,) = session.scalars(select(KeptApartRow))
            assert row.code_id < row.other_id
            assert kept_pairs(session, tree_in(session).id) == [(row.code_id, row.other_id)]


def test_a_code_is_not_kept_apart_from_itself(tmp_path: Path) -> None:
    with study_with(tmp_path, ["x"], [], "A") as study, pytest.raises(Problem, match="itself"):
        _apart(study, "A", "A")


def test_retired_and_merged_codes_are_not_proposed(tmp_path: Path) -> None:
    with study_with(tmp_path, ["x"], [], "Møteplass", "Møteplasser", "Møteplassen") as study:
        merge_paths(study, ["Møteplass"], "Møteplasser")
        with study.act("retire_code", CODER) as session:
            set_status(session, code_at(tree_in(session), "Møteplassen"), "retired")
        assert _found(study) == []


def test_answers_of_all_questions_with_the_codebook_count(tmp_path: Path) -> None:
    texts = [f"svar {chr(97 + at) * 4}" for at in range(6)]
    who = [chr(97 + at) for at in range(6)]
    with study_with(tmp_path, texts, [(each, "Tid;Ressurser") for each in who]) as study:
        import_records(study, records([(each, "k2", f"mer {each * 5}") for each in who]))
        with study.act("share_codebook", CODER) as session:
            share(session, find_question(session, "k1"), find_question(session, "k2"))
        code_all(study, [(each, "k2", "Tid;Ressurser") for each in who])
        one, both = _found(study), _found(study, "k1", "k2")
        assert (one[0].shared, both[0].shared) == (6, 12)
        assert both[0].score > one[0].score


def test_a_codebook_without_codes_or_answers_has_no_pairs(tmp_path: Path) -> None:
    with study_with(tmp_path, [], []) as study:
        import_records(study, records([("a", "k1", "")]))
        assert _found(study) == []


def test_halves_of_codes_that_people_gave_find_each_other_by_words(shared_data: Path) -> None:
    """Each code is dealt out to two; most pairs proposed are two halves of one code."""
    path, dice = shared_data / "bench" / "nhs_patient_feedback.csv", random.Random(1)
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["question"] == "What was good?"][:500]
    places: dict[tuple[str, int], int] = {}
    cells = [
        (places.setdefault((code, dice.randrange(2)), len(places)), at)
        for at, row in enumerate(rows)
        for code in dict.fromkeys(filter(None, row["codes"].split(";")))
    ]
    ones = numpy.ones(len(cells), numpy.float32)
    columns = [row for row, _ in cells], [at for _, at in cells]
    codes = csr_array((ones, columns), (len(places), len(rows)))
    words = read_words([row["text"] for row in rows], numpy.zeros(len(rows), int))
    found = sorted(alike_by_words(words, codes), key=lambda pair: -pair[2].strength)[:8]
    halves = {place: code for (code, _), place in places.items()}
    assert Counter(halves[one] == halves[other] for one, other, _ in found)[True] >= 6
