"""Quotes are chosen in a study: one step each, following what happens to codes and texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coder.coding import Wanted, uncode_answer
from coder.intake.report import Wishes
from coder.people import coder_id
from coder.quoting.piece import Piece, piece_named
from coder.quoting.proposing import Asked
from coder.results.quotes import QuoteWishes, select_quotes
from coder.splitting import make_parts, send, split_items
from coder.study import Study
from coder.versions import settle
from coder.workbench.filters import Flag
from coder.workbench.flags import set_flag
from coder.workbench.quotes_desk import QuotesDesk
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, code_segment, import_records, records
from tests.coder.quoting.pieces import ANY
from tests.coder.reorganising import code_at, merge_paths, study_with, tree_in
from tests.invariants import broken

TEXTS = ["Bilen er dyr og buss er billig", "Bussen er sen hver dag", "Toget går ikke", "Sykkel"]
CODINGS = [("a", "Reise / Bil"), ("b", "Reise / Buss"), ("c", "Reise"), ("d", "Annet")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[QuotesDesk]:
    """Four answers, three of them on journeys."""
    with study_with(tmp_path, TEXTS, CODINGS) as study:
        code_segment(study, "a", "k1", "Reise / Buss", 16, 30)
        yield QuotesDesk(study, "k1", CODER)


def _id(desk: QuotesDesk, path: str) -> int:
    return code_at(desk.tree, path).id


def _pieces(desk: QuotesDesk, path: str = "Reise") -> list[Piece]:
    return desk.pieces(_id(desk, path))


def _choose(desk: QuotesDesk, *names: str, path: str = "Reise") -> None:
    pieces = _pieces(desk, path)
    desk.choose(_id(desk, path), [piece_named(pieces, name) for name in names])


def _printed(study: Study) -> list[str]:
    with study.read() as session:
        question = find_question(session, "k1")
        wishes = QuoteWishes(chosen=True)
        return [quote.text for quote in select_quotes(session, [question], wishes).quotes]


def _orders(desk: QuotesDesk, path: str = "Reise") -> dict[str, int]:
    return {each.name: each.order for each in _pieces(desk, path) if each.chosen}


def test_all_that_is_said_under_a_theme_is_in_view(desk: QuotesDesk) -> None:
    assert [(each.name, each.text) for each in _pieces(desk)] == [
        ("a", TEXTS[0]),
        ("a:16-30", "buss er billig"),
        ("b", TEXTS[1]),
        ("c", TEXTS[2]),
    ]
    first = _pieces(desk)[1]
    assert [desk.path(code) for code in first.codes] == ["Reise / Buss"]
    assert (first.words, first.band, first.coders) == (3, "2000-5000", (CODER,))


def test_what_was_flagged_while_coding_is_seen(desk: QuotesDesk) -> None:
    with desk.study.act("flag", CODER) as session:
        answer = _pieces(desk)[2].place.answer_id
        set_flag(session, [answer], Flag.QUOTE, coder_id(session, CODER))
    assert [each.name for each in _pieces(desk) if each.flagged] == ["b"]


def test_what_is_chosen_is_counted_by_theme(desk: QuotesDesk) -> None:
    _choose(desk, "a", "b")
    amount = desk.amounts[_id(desk, "Reise")]
    assert (amount.there, amount.chosen) == (4, 2)
    assert desk.amounts[_id(desk, "Annet")].chosen == 0


def test_choosing_is_one_step_and_undone_as_one(desk: QuotesDesk) -> None:
    before = len(desk.study.steps())
    _choose(desk, "a", "b", "c")
    assert len(desk.study.steps()) == before + 1
    desk.undo()
    assert not _orders(desk)
    desk.redo()
    assert list(_orders(desk)) == ["a", "b", "c"]
    assert broken(desk.study) == []


def test_choosing_twice_changes_nothing(desk: QuotesDesk) -> None:
    _choose(desk, "a")
    steps = len(desk.study.steps())
    _choose(desk, "a")
    assert len(desk.study.steps()) == steps


def test_quotes_are_put_back(desk: QuotesDesk) -> None:
    _choose(desk, "a", "b")
    pieces = _pieces(desk)
    assert desk.unchoose(_id(desk, "Reise"), pieces) == 2
    assert desk.unchoose(_id(desk, "Reise"), _pieces(desk)) == 0


def test_quotes_are_printed_in_their_order(desk: QuotesDesk) -> None:
    code_all(desk.study, [("c", "k1", "Reise / Buss")])
    desk.refresh()
    _choose(desk, "c", "b", "a:16-30", path="Reise / Buss")
    last = piece_named(_pieces(desk, "Reise / Buss"), "a:16-30")
    assert desk.put(last, 1)
    assert _orders(desk, "Reise / Buss") == {"a:16-30": 1, "c": 2, "b": 3}
    assert _printed(desk.study) == ["buss er billig", TEXTS[2], TEXTS[1]]
    assert not desk.put(piece_named(_pieces(desk, "Reise / Buss"), "b"), 99)
    with pytest.raises(Problem, match="is not chosen"):
        desk.put(piece_named(_pieces(desk), "a"), 1)


def test_a_proposal_is_taken_as_one_step(desk: QuotesDesk) -> None:
    found = desk.propose(_pieces(desk), Asked(2, limits=ANY))
    assert not _orders(desk)
    assert desk.choose(_id(desk, "Reise"), found, proposed=True) == 2
    assert desk.study.steps()[-1].kind == "take_proposal"


def test_chosen_quotes_follow_a_merge(desk: QuotesDesk) -> None:
    _choose(desk, "a")
    merge_paths(desk.study, ["Reise / Bil"], "Annet")
    desk.refresh()
    assert _orders(desk, "Annet") == {"a": 1}
    desk.undo()
    assert _orders(desk, "Reise / Bil") == {"a": 1}
    assert broken(desk.study) == []


def test_a_quote_chosen_under_both_merged_codes_is_there_once(desk: QuotesDesk) -> None:
    code_all(desk.study, [("a", "k1", "Reise / Buss")])
    desk.refresh()
    _choose(desk, "a", path="Reise / Bil")
    _choose(desk, "a", path="Reise / Buss")
    merge_paths(desk.study, ["Reise / Bil"], "Reise / Buss")
    desk.refresh()
    assert _printed(desk.study) == [TEXTS[0]]
    assert broken(desk.study) == []


def test_chosen_quotes_follow_a_split(desk: QuotesDesk) -> None:
    _choose(desk, "b")
    with desk.study.act("split_code", CODER) as session:
        tree = tree_in(session)
        code = code_at(tree, "Reise / Buss")
        _, (part,) = make_parts(session, tree, code, ["Sen"], False)
        items = [item for item in split_items(session, code.id) if item.respondent == "b"]
        send(session, [item.coding_id for item in items], part)
    desk.refresh()
    assert _orders(desk, "Reise / Sen") == {"b": 1}


def test_chosen_quotes_follow_their_words_into_a_changed_text(desk: QuotesDesk) -> None:
    _choose(desk, "a:16-30")
    changed = records([("a", "k1", f"Altså: {TEXTS[0]}")])
    import_records(desk.study, changed, Wishes(changed="replace", coder=CODER))
    with desk.study.act("changed", CODER) as session:
        settle(session, [], [], accept_all=True)
    desk.refresh()
    assert _orders(desk) == {"a:23-37": 1}
    assert _printed(desk.study) == ["buss er billig"]


def test_a_quote_without_its_code_is_not_printed_but_known(desk: QuotesDesk) -> None:
    _choose(desk, "a", "b")
    desk.undo()
    _choose(desk, "b")
    with desk.study.act("remove_code", CODER) as session:
        uncode_answer(session, Wanted("k1", "b", ("Reise / Buss",), None, CODER))
    desk.refresh()
    assert _printed(desk.study) == []
    assert [(each.name, each.is_coded) for each in desk.chosen] == [("b", False)]
    assert desk.used() == []
    assert broken(desk.study) == []


def test_a_piece_is_called_by_its_respondent_when_there_is_one(desk: QuotesDesk) -> None:
    pieces = _pieces(desk, "Reise / Buss")
    assert piece_named(pieces, "a").name == "a:16-30"
    with pytest.raises(Problem, match="No piece here is called x"):
        piece_named(pieces, "x")
