"""Which codes the finder shows for what is typed, and in which order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.finder import Finder, FinderCode, Hit

PATHS = (
    ("Personell", "Overtid"),
    ("Personell", "Mangel på folk"),
    ("Økonomi", "Mer midler"),
    ("Økonomi", "Private midler"),
    ("Samarbeid", "Spesialisthelsetjenesten"),
    ("Samarbeid", "Med NAV"),
    ("Vet ikke",),
)


def code(number: int, *path: str, uses: int = 0, last_used: int = 0) -> FinderCode:
    return FinderCode(100 + number, path, number, uses, last_used)


CODES = [code(number, *path) for number, path in enumerate(PATHS, start=1)]


def names(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.path[-1] for hit in hits]


def found(text: str, *codes: FinderCode) -> list[str]:
    return names(Finder(codes or CODES).find(text))


def why(text: str) -> list[tuple[str, str]]:
    return [(hit.path[-1], hit.why) for hit in Finder(CODES).find(text)]


@pytest.mark.parametrize(
    ("typed", "name", "reason"),
    [
        ("overtid", "Overtid", "name"),
        ("over", "Overtid", "beginning"),
        ("fol", "Mangel på folk", "words"),
        ("ma fo", "Mangel på folk", "words"),
        ("pers over", "Overtid", "path"),
        ("mpf", "Mangel på folk", "initials"),
        ("pmp", "Mangel på folk", "initials"),
        ("helse", "Spesialisthelsetjenesten", "inside"),
        ("mangelpå", "Mangel på folk", "inside"),
        ("folk mangel", "Mangel på folk", "order"),
        ("ovretid", "Overtid", "typo"),
        ("overtd", "Overtid", "typo"),
        ("#1", "Overtid", "number"),
    ],
)
def test_a_code_is_found_by_any_part_of_its_path(typed: str, name: str, reason: str) -> None:
    assert (name, reason) in why(typed)


def test_a_better_fit_comes_first_whatever_its_use() -> None:
    often = code(2, "Lite tid", uses=90, last_used=9)
    assert found("tid", often, code(1, "Tid", uses=1)) == ["Tid", "Lite tid"]


def test_of_equal_fits_the_one_used_more_comes_first() -> None:
    assert found("bo", code(1, "Bolig", uses=1), code(2, "Botid", uses=5)) == ["Botid", "Bolig"]


def test_of_equal_fits_the_likelier_one_comes_first_whatever_its_use() -> None:
    finder = Finder([code(1, "Bolig", uses=1), code(2, "Botid", uses=5), code(3, "Bok", uses=9)])
    hits = finder.find("bo", likely={101: 300, 102: 200})
    assert names(hits) == ["Bolig", "Botid", "Bok"]


def test_a_better_fit_comes_before_a_likelier_code() -> None:
    finder = Finder([code(1, "Tid"), code(2, "Lite tid")])
    assert names(finder.find("tid", likely={102: 990})) == ["Tid", "Lite tid"]


def test_of_codes_mistyped_alike_the_likelier_one_comes_first() -> None:
    finder = Finder([code(1, "Tigger", uses=9), code(2, "Tigget")])
    assert names(finder.find("tiggx"))[0] == "Tigger"
    assert names(finder.find("tiggx", likely={102: 10}))[0] == "Tigget"


def test_of_equal_fits_used_as_often_the_latest_comes_first() -> None:
    codes = [code(1, "Bolig", uses=2, last_used=3), code(2, "Botid", uses=2, last_used=8)]
    assert found("bo", *codes) == ["Botid", "Bolig"]


def test_unused_codes_come_in_the_order_of_their_numbers() -> None:
    assert found("bo", code(2, "Bolig"), code(1, "Botid")) == ["Botid", "Bolig"]


def test_codes_that_the_answer_has_come_after_the_others_that_fit() -> None:
    finder = Finder([code(1, "Bolig", uses=9), code(2, "Lang botid")])
    assert names(finder.find("bo", held={101})) == ["Lang botid", "Bolig"]


def test_mistyped_codes_come_last() -> None:
    codes = [code(1, "Bemanning", uses=9), code(2, "Bemaning ellers")]
    assert found("bemaning", *codes) == ["Bemaning ellers", "Bemanning"]


def test_fewer_errors_come_before_more() -> None:
    codes = [code(1, "Samarbaidsforam", uses=9), code(2, "Samarbaidsforum")]
    assert found("samarbeidsforum", *codes) == ["Samarbaidsforum", "Samarbaidsforam"]


@pytest.mark.parametrize("typed", ["ØKONOMI", "økonomi  mer", "økonomi/mer", "mer-midler"])
def test_letter_case_and_signs_do_not_matter(typed: str) -> None:
    assert found(typed)[0] == "Mer midler"


def test_accents_do_not_matter() -> None:
    assert found("ide", code(1, "Idé")) == ["Idé"]


@pytest.mark.parametrize(("typed", "name"), [("al", "Ål"), ("ol", "Øl"), ("aer", "Ær")])
def test_norwegian_letters_are_letters_of_their_own(typed: str, name: str) -> None:
    assert found(typed, code(1, name)) == []


def test_a_name_of_signs_is_found_by_its_signs() -> None:
    assert found("??", code(1, "??")) == ["??"]


def test_short_words_are_not_taken_for_typing_errors() -> None:
    assert found("tod", code(1, "Tid")) == []


def test_numbers_in_names_are_not_taken_for_typing_errors() -> None:
    assert found("trinn12", code(1, "Trinn13")) == []


def test_a_number_finds_its_code_before_those_that_begin_with_it() -> None:
    codes = [code(number, f"Kode {number}") for number in (12, 1, 10, 2)]
    assert found("#1", *codes) == ["Kode 1", "Kode 10", "Kode 12"]


@pytest.mark.parametrize("typed", ["", " ", "#", "xyzxyz", "#99"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert found(typed) == []


def test_at_most_nine_codes_are_shown() -> None:
    assert len(found("k", *(code(number, f"Kode {number}") for number in range(1, 30)))) == 9


@pytest.mark.parametrize("typed", ["a" * 10_000, "ab " * 3_333, "#" * 10_000, "[/]\x1b" * 2_500])
def test_ten_thousand_characters_find_nothing(typed: str) -> None:
    assert found(typed) == []


def test_a_finder_made_after_another_finds_the_same() -> None:
    codes = [*CODES, code(8, "Overtidsbruk", uses=3)]
    after, alone = Finder(codes, Finder(CODES)), Finder(codes)
    assert all(after.find(text) == alone.find(text) for text in ("over", "ovretid", "#8"))


NAMES = st.text(st.sampled_from("abcdeæøå -1"), min_size=1, max_size=12)
CODE_LISTS = st.lists(st.tuples(NAMES, NAMES, st.integers(0, 5)), max_size=15).map(
    lambda drawn: [
        code(number, theme, name, uses=uses)
        for number, (theme, name, uses) in enumerate(drawn, start=1)
    ]
)


@given(CODE_LISTS, st.text(max_size=20))
def test_no_code_is_shown_twice(codes: list[FinderCode], text: str) -> None:
    ids = [hit.code_id for hit in Finder(codes).find(text)]
    assert len(ids) == len(set(ids)) <= 9


@given(CODE_LISTS, st.data())
def test_a_longer_text_fits_no_code_that_its_beginning_did_not(
    codes: list[FinderCode], data: st.DataObject
) -> None:
    text = data.draw(NAMES)
    few = codes[:9]
    exact = [
        {hit.code_id for hit in Finder(few).find(text[:length]) if hit.exact}
        for length in range(1, len(text) + 1)
        if text[:length].strip(" -")
    ]
    assert all(longer <= shorter for shorter, longer in pairwise(exact))


@given(CODE_LISTS.filter(bool), st.data())
def test_a_whole_name_finds_its_code_unless_nine_others_fit_as_well(
    codes: list[FinderCode], data: st.DataObject
) -> None:
    wanted = data.draw(st.sampled_from(codes))
    hits = Finder(codes).find(wanted.path[-1])
    blank = not wanted.path[-1].strip()
    assert blank or len(hits) == 9 or wanted.id in [hit.code_id for hit in hits]
