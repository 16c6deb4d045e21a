"""One answer coded by the names a person writes."""

from pathlib import Path

import pytest
from sqlalchemy import select

from codebooks.edits import rename, set_status
from codebooks.paths import find_code, find_names
from codebooks.queries import codebook_of
from coder.actions import Target, apply_code
from coder.coding import Done, Wanted, code_answer, uncode_answer
from coder.merging import merge
from coder.modes import change_question, question_lines
from coder.people import coder_id, known_coder_id
from coder.queries import CodedAnswer, coded_answers
from coder.study import Study
from coder.tables import CoderRow, CodingRow
from corpus.problems import Problem
from corpus.queries import Routing, find_answer, find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records, respondent
from tests.snapshots import content

Bounds = tuple[int, int] | None


def _study(folder: Path) -> Study:
    study = new_study(folder)
    answers = [("a", "k1", "Bolig og NAV"), ("b", "k1", "Vet ikke"), ("c", "k1", "")]
    import_records(study, records(answers, [respondent("d", team="Ja")]))
    return study


def _code(
    study: Study,
    who: str,
    *paths: str,
    bounds: Bounds = None,
    coder: str = CODER,
    create: bool = True,
) -> Done:
    with study.act("apply_code", coder) as session:
        return code_answer(session, Wanted("k1", who, paths, bounds, coder), create)


def _uncode(study: Study, who: str, *paths: str, bounds: Bounds = None, coder: str = CODER) -> Done:
    with study.act("remove_code", coder) as session:
        return uncode_answer(session, Wanted("k1", who, paths, bounds, coder))


def _coded(study: Study) -> dict[str, tuple[tuple[str, ...], ...]]:
    with study.read() as session:
        question = find_question(session, "k1")
        rows: list[CodedAnswer] = coded_answers(
            session, question, codebook_of(session, question.id)
        )
    return {row.respondent: row.codes for row in rows}


def _single(study: Study) -> None:
    with study.act("question", CODER) as session:
        change_question(session, "k1", single=True)


def test_a_missing_code_is_made_with_its_theme(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        done = _code(study, "a", "Levekår / Bolig")
        assert done == Done(True, (("Levekår", "Bolig"),))
        assert _coded(study) == {"a": (("Levekår", "Bolig"),), "b": ()}


def test_a_missing_code_is_refused_with_the_nearest_when_none_may_be_made(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Levekår / Bolig")
        before = content(study)
        with pytest.raises(Problem, match="no code Boliger") as problem:
            _code(study, "b", "Boliger", create=False)
        assert problem.value.hint == "Did you mean Levekår / Bolig?"
        assert content(study) == before


@pytest.mark.parametrize("create", [True, False])
def test_a_former_name_is_refused_with_the_one_it_has_now(tmp_path: Path, create: bool) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Levekår / Hus")
        with study.act("rename_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code = find_code(tree, "Hus")
            assert code
            rename(session, tree, code, "Bolig")
        before = content(study)
        for path in ("Hus", "levekår / hus"):
            with pytest.raises(Problem, match="any more") as coded:
                _code(study, "b", path, create=create)
            with pytest.raises(Problem, match="any more") as uncoded:
                _uncode(study, "a", path)
            assert "called Levekår / Bolig now" in coded.value.hint
            assert uncoded.value.hint == coded.value.hint
        assert content(study) == before


def test_coding_the_same_again_changes_nothing(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        before = content(study), study.steps()
        assert _code(study, "a", " bolig ") == Done(False)
        assert (content(study), study.steps()) == before


def test_codes_are_added_and_never_replaced(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        _code(study, "a", "NAV", "Arbeid")
        assert _coded(study)["a"] == (("Bolig",), ("NAV",), ("Arbeid",))


def test_a_code_is_taken_off_where_it_stands(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        _code(study, "a", "Bolig", bounds=(0, 5))
        assert _uncode(study, "a", "Bolig", bounds=(0, 5)) == Done(True)
        assert _coded(study)["a"] == (("Bolig",),)
        assert _uncode(study, "a", "Bolig") == Done(True)
        assert _coded(study)["a"] == ()


def test_a_code_is_taken_off_an_answer_with_all_its_segments(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        for bounds in (None, (0, 5), (9, 12)):
            _code(study, "a", "Bolig", "NAV", bounds=bounds)
        _code(study, "a", "Bolig", bounds=(0, 5), coder=CODER_2)
        assert _uncode(study, "a", "Bolig") == Done(True)
        with study.read() as session:
            left = session.execute(select(CodingRow.code_id, CoderRow.name).join(CoderRow)).all()
        assert sorted(name for _, name in left) == [CODER, CODER, CODER, CODER_2]
        assert len({code for code, name in left if name == CODER}) == 1
        assert _uncode(study, "a", "Bolig") == Done(False)


def test_a_code_of_another_coder_is_left(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        before = content(study), study.steps()
        assert _uncode(study, "a", "Bolig", coder="ny") == Done(False)
        assert (content(study), study.steps()) == before


@pytest.mark.parametrize(
    ("who", "sentence"),
    [("c", "left k1 blank"), ("d", "was not asked"), ("x", "no respondent x")],
)
def test_what_is_no_answer_is_not_coded(tmp_path: Path, who: str, sentence: str) -> None:
    with _study(tmp_path) as study, pytest.raises(Problem, match=sentence):
        _code(study, who, "Bolig")


@pytest.mark.parametrize("bounds", [(0, 99), (3, 3), (-1, 2), (12, 13)])
def test_a_segment_outside_the_text_is_refused(tmp_path: Path, bounds: tuple[int, int]) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        with pytest.raises(Problem, match="no piece"):
            _code(study, "a", "Bolig", bounds=bounds)
        assert content(study) == before


def test_where_one_code_is_taken_a_new_one_replaces_the_coders_own(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _single(study)
        _code(study, "a", "Godt")
        _code(study, "a", "Dårlig", coder=CODER_2)
        assert _code(study, "a", "Greit").changed
        assert _coded(study)["a"] == (("Dårlig",), ("Greit",))


def test_where_one_code_is_taken_two_at_once_are_refused(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _single(study)
        with pytest.raises(Problem, match="exactly one code"):
            _code(study, "a", "Godt", "Greit")


def test_one_code_may_stand_on_several_pieces_of_an_answer(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _single(study)
        _code(study, "a", "Godt", bounds=(0, 5))
        _code(study, "a", "Godt", bounds=(9, 12))
        assert _coded(study)["a"] == (("Godt",),)


def test_answers_with_several_codes_keep_a_question_from_taking_one(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig", "NAV")
        with pytest.raises(Problem, match="1 answer to k1 has several codes"):
            _single(study)


def test_two_coders_may_differ_where_one_code_is_taken(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        _code(study, "a", "NAV", coder=CODER_2)
        _single(study)
        assert len(_coded(study)["a"]) == 2


def test_a_retired_code_is_not_used_any_more_but_stays(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        with study.act("retire_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code = find_names(tree, ["Bolig"])
            assert code
            set_status(session, code, "retired")
        with pytest.raises(Problem, match="Bolig is retired"):
            _code(study, "b", "Bolig")
        assert _coded(study)["a"] == (("Bolig",),)


def test_a_merged_code_takes_no_codings(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Hus", "Bolig")
        with study.act("merge_codes", CODER) as session:
            question = find_question(session, "k1")
            tree = codebook_of(session, question.id)
            hus, bolig = find_code(tree, "Hus"), find_code(tree, "Bolig")
            assert hus
            assert bolig
            merge(session, tree, hus, bolig)
        with study.act("apply_code", CODER) as session:
            tree = codebook_of(session, question.id)
            target = Target(*find_answer(session, question, "b"))
            coder = coder_id(session, CODER)
            with pytest.raises(Problem, match="Hus is merged"):
                apply_code(session, question, tree, tree.by_id[hus.id], target, coder)


def test_a_coder_who_never_coded_is_not_known(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _code(study, "a", "Bolig")
        with study.read() as session:
            assert session.scalars(select(CoderRow.name)).all() == [CODER]
            with pytest.raises(Problem, match="Nobody called XY") as problem:
                known_coder_id(session, "XY")
        assert CODER in problem.value.hint


def test_a_question_tells_how_it_stands(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("question", CODER) as session:
            change_question(
                session, "k1", routing=Routing("team", "Ja"), single=True, ordered=True, text="Hva?"
            )
        with study.read() as session:
            assert question_lines(session, "k1") == [
                "k1  Hva?",
                "asked 3 of 4, answered 2",
                "asked if team=Ja",
                "codebook k1: one code an answer, a scale",
            ]


def test_all_codes_of_an_answer_stand_in_codebook_order(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("b", "k1", "NAV;Bolig"), ("a", "k1", "Vet ikke;Bolig;NAV")])
        assert _coded(study)["a"] == (("NAV",), ("Bolig",), ("Vet ikke",))
