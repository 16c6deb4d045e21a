"""Reviewing quotes: what was found, what is decided, and approvals that lapse when it changes."""

from pathlib import Path

import pytest

from coder.study import Study
from coder.workbench.masked_answer import Opened, State
from coder.workbench.masking_desk import MaskingDesk
from coder.workbench.quotes_desk import QuotesDesk
from corpus.privacy.hits import Category
from corpus.problems import Problem
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    new_study,
    records,
    respondent,
)

ANSWERS = [
    ("a", "k1", "Vi samarbeider med Lier om bolig."),
    ("b", "k1", "Ingenting her."),
    ("c", "k1", "Vi er en vertskommune, med brannen i 2011."),
    ("d", "k1", "Ikke kodet i Lier."),
    ("e", "k1", "Her i Hemsedal er det lite; i Lier mer."),
]


def _study(folder: Path) -> Study:
    study = new_study(folder)
    people = [respondent(who, "2000-5000") for who, _, _ in ANSWERS]
    import_records(study, records(ANSWERS, people))
    code_all(study, [(who, "k1", "Bolig") for who in "abc"])
    code_segment(study, "e", "k1", "Bolig", 0, 26)
    return study


def _desk(study: Study) -> MaskingDesk:
    desk = MaskingDesk(study, "k1", CODER)
    for _ in desk.read_ahead():
        pass
    return desk


def _open(desk: MaskingDesk, who: str) -> Opened:
    return desk.open(next(each for each in desk.answers if each.respondent == who))


def test_the_coded_answers_are_listed_in_the_order_of_the_file(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        answers = _desk(study).answers
    assert [each.respondent for each in answers] == ["a", "b", "c", "e"]
    assert [each.segments for each in answers] == [(), (), (), ((0, 26),)]


def test_only_chosen_answers_are_listed_when_asked_for(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        ids = [_desk(study).answers[1].place.answer_id]
        assert [each.respondent for each in MaskingDesk(study, "k1", CODER, ids).answers] == ["b"]


def test_an_answer_is_not_searched_until_it_is_opened_or_read_ahead(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = MaskingDesk(study, "k1", CODER)
        assert desk.states()[State.UNREAD] == 4
        _open(desk, "b")
        assert desk.states()[State.UNREAD] == 3
        assert list(desk.read_ahead()) == [1, 2, 3, 4]
        assert desk.states() == {
            State.UNREAD: 0,
            State.NOTHING: 1,
            State.TO_REVIEW: 3,
            State.APPROVED: 0,
            State.LAPSED: 0,
        }


def test_an_answer_opens_with_what_was_found_and_why(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        opened = _open(_desk(study), "a")
    (found,) = opened.found
    assert (found.text, found.category, found.decided) == ("Lier", Category.MUNICIPALITY, None)
    assert found.layer
    assert opened.wording.text == "Vi samarbeider med [kommune] om bolig."


def test_each_decision_is_one_step_with_its_undo(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        answer = _open(desk, "a").answer
        before = len(study.steps())
        desk.mask_as(answer, 19, 23, Category.PLACE)
        assert _open(desk, "a").wording.text == "Vi samarbeider med [sted] om bolig."
        desk.release_here(answer, 19, 23)
        assert _open(desk, "a").wording.text == ANSWERS[0][2]
        desk.cut(answer, 3, 23)
        assert _open(desk, "a").wording.text == "Vi [...] om bolig."
        desk.forget(answer, 3, 23)
        desk.add(answer, 27, 32, Category.INSTITUTION)
        assert _open(desk, "a").wording.text == "Vi samarbeider med Lier om [institusjon]."
        assert len(study.steps()) == before + 5
        for _ in range(5):
            desk.undo()
        assert _open(desk, "a").wording.text == "Vi samarbeider med [kommune] om bolig."
        desk.redo()
        assert "[sted]" in _open(desk, "a").wording.text


def test_the_history_keeps_what_was_masked_by_which_rule_and_who_approved(
    tmp_path: Path,
) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        desk.approve(_open(desk, "a").answer)
        step = study.steps()[-1]
    assert (step.kind, step.coder) == ("approve_wording", CODER)
    assert step.parameters["answer"] == "a"
    assert "19-23 kommune as found (lists of names: capital letter)" in str(
        step.parameters["masked"]
    )


def test_a_release_here_holds_in_no_other_answer(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        desk.release_here(_open(desk, "a").answer, 19, 23)
        assert "Lier" not in _open(desk, "e").wording.text


def test_a_word_released_in_the_study_stands_in_every_answer(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        desk.release_word("Lier")
        assert _open(desk, "a").wording.text == ANSWERS[0][2]
        assert "i Lier mer" in _open(desk, "e").wording.text


def test_an_approval_lapses_when_the_wording_changes_and_comes_back_with_it(
    tmp_path: Path,
) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        answer = _open(desk, "a").answer
        desk.approve(answer)
        assert (_open(desk, "a").state, _open(desk, "a").decisions.approved_by) == (
            State.APPROVED,
            CODER,
        )
        desk.mask_as(answer, 19, 23, Category.PLACE)
        assert _open(desk, "a").state is State.LAPSED
        desk.undo()
        assert _open(desk, "a").state is State.APPROVED
        desk.release_word("Lier")
        assert _open(desk, "a").state is State.LAPSED
        desk.approve(answer)
        assert _open(desk, "a").state is State.APPROVED


def test_a_paraphrase_makes_an_approval_lapse_and_is_masked_itself(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        answer = _open(desk, "a").answer
        desk.approve(answer)
        desk.paraphrase(answer, "De samarbeider med Lier.")
        opened = _open(desk, "a")
        assert opened.state is State.LAPSED
        assert opened.wording.text == "De samarbeider med [kommune]. (omskrevet)"


def test_approval_waits_until_every_caution_is_answered(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        opened = _open(desk, "c")
        assert len(opened.open_cautions) > 1
        with pytest.raises(Problem, match="cautions"):
            desk.approve(opened.answer)
        for caution in opened.cautions:
            desk.answer_caution(opened.answer, caution.flag)
        desk.approve(opened.answer)
        assert _open(desk, "c").state is State.APPROVED


def test_an_approval_is_withdrawn_once(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        answer = _open(desk, "b").answer
        desk.approve(answer)
        desk.withdraw(answer)
        assert _open(desk, "b").state is State.NOTHING
        with pytest.raises(Problem, match="not approved"):
            desk.withdraw(answer)


def test_the_next_open_answer_is_found_round_the_end(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        first, second, third, last = desk.answers
        desk.approve(second)
        assert desk.next_open(first) == third
        assert desk.next_open(last) == first
        assert desk.next_open(None) == first


def test_nynorsk_that_few_of_a_band_write_is_a_caution(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        text = "Eg veit ikkje kva me skal gjera, men ein må ha fleire bustader."
        import_records(study, records([("a", "k1", text)], [respondent("a", "<2000")]))
        code_all(study, [("a", "k1", "Bolig")])
        kinds = [each.flag.kind for each in _open(_desk(study), "a").cautions]
    assert kinds == ["nynorsk"]


def test_what_another_coder_decided_is_seen_after_a_refresh(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk, other = _desk(study), MaskingDesk(study, "k1", CODER_2)
        other.approve(_open(other, "b").answer)
        desk.refresh()
        assert _open(desk, "b").decisions.approved_by == CODER_2


def test_a_choice_outside_the_answer_is_a_problem(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        with pytest.raises(Problem, match="not in the answer"):
            desk.cut(_open(desk, "b").answer, 0, 900)


def test_answers_that_quotes_are_chosen_from_are_listed_alone(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        desk.only_chosen(True)
        assert len(desk.answers) == 4
        quotes = QuotesDesk(study, "k1", CODER)
        code = next(each.id for each in quotes.tree.walk() if each.name == "Bolig")
        quotes.choose(code, [p for p in quotes.pieces(code) if p.respondent == "e"])
        desk.refresh()
        assert [each.respondent for each in desk.answers] == ["e"]
        desk.only_chosen(False)
        assert len(desk.answers) == 4


def test_answers_with_nothing_in_them_are_approved_as_one_step(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk, before = _desk(study), len(study.steps())
        assert [each.respondent for each in desk.plain()] == ["b"]
        assert desk.approve_plain(desk.plain()) == 1
        assert len(study.steps()) == before + 1
        assert _open(desk, "b").state is State.APPROVED
        assert _open(desk, "a").state is State.TO_REVIEW
        assert desk.approve_plain(desk.answers) == 0
        desk.undo()
        assert _open(desk, "b").state is State.NOTHING


def test_what_somebody_decided_on_is_not_approved_with_the_others(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = _desk(study)
        answer = _open(desk, "b").answer
        desk.cut(answer, 0, 9)
        assert desk.plain() == []
        assert desk.approve_plain([answer]) == 0


def test_answers_that_nobody_has_searched_are_not_approved_unseen(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        desk = MaskingDesk(study, "k1", CODER)
        assert desk.approve_plain(desk.answers) == 0
