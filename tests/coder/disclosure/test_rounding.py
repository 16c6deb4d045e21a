"""Rounded tables stay near the truth, are the same every time, and give no cell away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.disclosure.attack import attack
from coder.disclosure.publication import ALL, Cover, Place, Publication, entries
from coder.disclosure.rounding import printed_count, round_counts, rounded
from tests.coder.disclosure.made_up import Case, cases, publication
from tests.coder.disclosure.tables import table
from tests.trials import trials

PLACE = Place("q", "Bolig", "A")


@given(st.integers(0, 500), st.integers(0, 99))
def test_a_rounded_count_is_a_multiple_of_three_less_than_three_away(count: int, seed: int) -> None:
    found = rounded(count, PLACE, seed)
    assert found % 3 == 0
    assert abs(found - count) < 3
    assert count % 3 or found == count


def test_rounding_is_right_on_average() -> None:
    for count in (1, 2, 7):
        mean = sum(rounded(count, PLACE, seed) for seed in range(4000)) / 4000
        assert abs(mean - count) < 0.1


@settings(max_examples=trials(20), deadline=None)
@given(cases(), st.integers(0, 5))
def test_every_number_is_rounded_alike_everywhere_and_every_time(case: Case, seed: int) -> None:
    done = round_counts(publication(case), seed)
    assert done == round_counts(publication(case), seed)
    printed: dict[Place, int | None] = {}
    for _, place, entry in entries(done.publication):
        assert printed.setdefault(place, printed_count(entry)) == printed_count(entry)
        assert entry.window is None or entry.window[0] <= (entry.count or 0) <= entry.window[1]


@settings(max_examples=trials(20), deadline=None)
@given(cases(), st.integers(0, 5))
def test_what_is_not_named_keeps_three_possible_counts(case: Case, seed: int) -> None:
    done = round_counts(publication(case), seed)
    named = {each.place for each in done.exposed}
    assert all(each.is_recovered for each in done.exposed)
    assert attack(done.publication) == []
    assert all(place.column != ALL for place in named)


def test_a_row_is_drawn_anew_when_its_total_would_tell() -> None:
    sheet = table({"Bolig": [5, 5], "NAV": [4, 1]}, [50, 50])
    for seed in range(40):
        assert round_counts(Publication((sheet,)), seed).exposed == ()


def test_tables_already_published_are_not_rounded_and_tell() -> None:
    old = table({"Bolig": [5, 5]}, [50, 50], fixed=True)
    new = table({"Bolig": [10]}, [100], "New", ["AB"])
    both = Publication((old, new), (Cover("column", "AB", ("A", "B"), True, True),))
    assert [each.column for each in round_counts(both, 1).exposed] == ["AB"]
