"""Quotes are proposed: spread over bands, respondents and what is said; none used too often."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.quoting.nuance import nuance
from coder.quoting.piece import Piece, runs
from coder.quoting.proposing import Asked, Kind, Limits, Standing, propose
from tests.coder.quoting.pieces import ANY, BANDS, piece, proposed

SUBJECTS = (
    "Ventetiden til behandling er altfor lang for alle",
    "Vi trenger boliger med bemanning hele døgnet nå",
    "Økonomien er stram og budsjettet kuttes hvert år",
    "Turnover blant psykologer gir ustabile tjenester her",
)


def _on_each_subject(times: int = 3) -> list[Piece]:
    return [
        piece(at + 1, f"{SUBJECTS[at % 4]} {'igjen ' * (at // 4)}", band=BANDS[at % 3])
        for at in range(4 * times)
    ]


def _subject(each: Piece) -> int:
    return [each.text.startswith(subject) for subject in SUBJECTS].index(True)


def test_what_is_proposed_is_unlike_each_other() -> None:
    found = proposed([replace(each, band=BANDS[0]) for each in _on_each_subject()], 4)
    assert sorted(map(_subject, found)) == [0, 1, 2, 3]


def test_every_size_band_speaks_before_one_speaks_twice() -> None:
    pieces = [piece(at, f"Et svar om sak nummer {at}", band=BANDS[0]) for at in range(1, 9)]
    pieces += [piece(9, "Et svar om sak ni", band=BANDS[1]), piece(10, "Sak ti", band=BANDS[2])]
    assert {each.band for each in proposed(pieces, 3)} == set(BANDS)


def test_what_is_chosen_already_counts_for_the_spread() -> None:
    pieces = [replace(each, band=BANDS[0]) for each in _on_each_subject()]
    pieces[0] = replace(pieces[0], chosen=1, order=1)
    found = proposed(pieces, 3)
    assert pieces[0] not in found
    assert sorted(map(_subject, found)) == [1, 2, 3]


def test_the_same_seed_proposes_the_same() -> None:
    pieces = _on_each_subject(8)
    firsts = {proposed(pieces, 3, seed=seed)[0].name for seed in range(12)}
    assert proposed(pieces, 3, seed=5) == proposed(pieces, 3, seed=5)
    assert len(firsts) > 1


def test_quotes_are_neither_too_short_nor_too_long() -> None:
    pieces = [piece(1, "Ja"), piece(2, "ord " * 61), piece(3, "Vi trenger flere folk her nå")]
    assert proposed(pieces, 3, limits=Limits()) == [pieces[2]]


def test_nobody_is_quoted_more_than_twice_in_a_chapter() -> None:
    pieces = [piece(at, f"Sak {at} er viktig", who="R1") for at in range(1, 6)]
    assert len(proposed(pieces, 5)) == 2
    assert len(proposed(pieces, 5, standing=Standing(BANDS, {"R1": 1}))) == 1
    assert proposed(pieces, 5, standing=Standing(BANDS, {"R1": 2})) == []


def test_nobody_of_a_band_with_few_is_quoted_more_than_three_times_in_the_report() -> None:
    pieces = [piece(1, "Sak en er viktig"), piece(2, "Sak to er viktig")]
    used = {"R1": 3}
    assert proposed(pieces, 2, standing=Standing(BANDS, {}, used)) != [pieces[1]]
    assert proposed(pieces, 2, standing=Standing(BANDS, {}, used, BANDS)) == [pieces[1]]


def test_the_same_words_are_not_proposed_twice() -> None:
    same = "dette er en helt lik setning på ni ord"
    pieces = [piece(1, f"Altså, {same}"), piece(2, f"{same} sier vi"), piece(3, "Noe annet")]
    assert len(proposed(pieces, 3)) == 2


def test_pieces_passed_over_are_left_out() -> None:
    pieces = _on_each_subject(1)
    compared = nuance([each.text for each in pieces])
    asked = Asked(4, limits=ANY, passed=pieces[:2])
    assert set(propose(pieces, compared, asked, Standing(BANDS))) == set(pieces[2:])


def test_typical_is_what_many_say_and_unusual_what_few_say() -> None:
    pieces = [piece(at, f"Ventetiden er for lang, uke {at}") for at in range(1, 9)]
    odd = piece(9, "Hundekjøring gir pasienter glede")
    assert odd not in proposed([*pieces, odd], 3, Kind.TYPICAL)
    assert proposed([*pieces, odd], 1, Kind.UNUSUAL) == [odd]


def test_small_municipalities_are_heard() -> None:
    pieces = [
        piece(at, f"Et svar om sak {at}", band=BANDS[0] if at in (4, 7) else BANDS[2])
        for at in range(1, 12)
    ]
    assert {each.name for each in proposed(pieces, 2, Kind.SMALL)} == {"R4", "R7"}


def test_city_districts_are_no_small_municipalities() -> None:
    pieces = [piece(1, "Et svar", band="bydel"), piece(2, "Et annet svar", band=BANDS[2])]
    assert proposed(pieces, 2, Kind.SMALL) == [pieces[1]]


def test_contrast_comes_in_pairs_of_two_respondents() -> None:
    pieces = [
        piece(1, "Samarbeidet med sykehuset fungerer godt og tett"),
        piece(2, "Samarbeidet med sykehuset fungerer godt og fint"),
        piece(3, "Samarbeidet med sykehuset fungerer ikke, svært dårlig"),
        piece(4, "Samarbeidet med sykehuset er godt"),
    ]
    found = proposed(pieces, 2, Kind.CONTRAST)
    assert len(found) == 2
    assert pieces[2] in found
    assert proposed([piece(1, "En sak", who="A"), piece(2, "To", who="A")], 2, Kind.CONTRAST) == []


def test_two_who_say_the_same_words_are_no_contrast() -> None:
    pieces = [piece(1, SUBJECTS[1], who="A"), piece(2, SUBJECTS[1], who="B")]
    assert proposed(pieces, 2, Kind.CONTRAST) == []


def test_nothing_is_proposed_of_nothing() -> None:
    for kind in Kind:
        assert proposed([], 5, kind) == []
        assert len(proposed([piece(1, "?")], 5, kind, Limits(fewest=0))) <= 1


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SUBJECTS), st.integers(0, 3), st.sampled_from(BANDS))),
    st.sampled_from(list(Kind)),
    st.integers(1, 8),
)
def test_no_proposal_breaks_a_rule(
    said: list[tuple[str, int, str]], kind: Kind, count: int
) -> None:
    pieces = [piece(at, text, f"R{who}", band) for at, (text, who, band) in enumerate(said, 1)]
    found = proposed(pieces, count, kind)
    assert len(found) <= max(2, count)
    assert len({each.place for each in found}) == len(found)
    for who in {each.respondent for each in found}:
        assert sum(each.respondent == who for each in found) <= 2
    said_runs = [run for each in found for run in set(runs(each.text, 8))]
    assert len(said_runs) == len(set(said_runs))
