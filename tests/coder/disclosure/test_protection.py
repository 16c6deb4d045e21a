"""After protection no hidden cell follows, tried by an attacker written on its own."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from coder.disclosure.attack import attack, recovered
from coder.disclosure.protect import Hidden, hide, protect
from coder.disclosure.publication import Publication, Spot, Suppression, entries
from tests.coder.disclosure.made_up import Case, cases, publication, quotes
from tests.coder.disclosure.stranger import Stranger
from tests.trials import trials

RULES: list[Suppression] = ["1-2", "1-4"]
often = settings(
    max_examples=trials(30), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def _protected(case: Case, rule: Suppression) -> tuple[Publication, Hidden]:
    whole = publication(case)
    hidden = protect(whole, rule)
    return hide(whole, hidden.places), hidden


def _told(published: Publication) -> set[tuple[str, str]]:
    """What the stranger can narrow to fewer counts than the totals alone leave, and than four."""
    stranger = Stranger(published)
    found = set()
    for key, (prior, count) in stranger.hidden.items():
        low, high = stranger.interval(key)
        assert low <= count <= high
        if high - low < min(3, prior):
            found.add(key)
    return found


@pytest.mark.slow
@often
@given(cases(), st.sampled_from(RULES))
def test_a_stranger_recovers_no_cell_that_is_not_named(case: Case, rule: Suppression) -> None:
    published, hidden = _protected(case, rule)
    named = {(each.place.row, each.place.column) for each in hidden.exposed}
    assert _told(published) == named


@pytest.mark.slow
@often
@given(cases(30), st.sampled_from(RULES))
def test_what_is_named_follows_even_when_all_is_hidden(case: Case, rule: Suppression) -> None:
    _, hidden = _protected(case, rule)
    if hidden.exposed:
        whole = publication(case)
        cells = frozenset(place for spot, place, _ in entries(whole) if _is_cell(spot))
        named = {(each.place.row, each.place.column) for each in hidden.exposed}
        assert named <= _told(hide(whole, cells))


@pytest.mark.slow
@often
@given(cases(), st.sampled_from(RULES))
def test_the_attack_finds_what_the_stranger_finds(case: Case, rule: Suppression) -> None:
    published, _ = _protected(case, rule)
    stranger = Stranger(published)
    for each in attack(published)[::3]:
        assert (each.low, each.high) == stranger.interval((each.place.row, each.place.column))


@pytest.mark.slow
@often
@given(cases(), st.data())
def test_labelled_quotes_keep_it_or_are_refused(case: Case, data: st.DataObject) -> None:
    published, hidden = _protected(case, "1-4")
    assume(not hidden.exposed)
    quoted = replace(published, quoted=(data.draw(quotes(case)),))
    found = {(each.place.row, each.place.column) for each in recovered(quoted)}
    assert found == _told(quoted)


def _is_cell(spot: Spot) -> bool:
    return spot.line >= 0 and spot.column >= 0
