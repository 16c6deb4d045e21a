"""What the keys of the coding screen do."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.coding_keys import (
    LONGEST,
    ApplyCode,
    Effect,
    FindText,
    Key,
    NewCode,
    NextUncoded,
    Refused,
    RepeatLast,
    Shown,
    TakeTicked,
    Typing,
    entered,
    paste,
    press,
)
from tui.finding.codes import Hit, Why

SLOTS = (11, 12, 13, None, None, None, None, None, None)
FITS = Hit(21, ("Tema", "Tidsbruk"), "beginning")
ALSO = Hit(22, ("Tema", "Lite tid"), "words")
MISTYPED = Hit(23, ("Tema", "Tigger"), "typo")
NOTHING = Shown(SLOTS)


def after(
    pressed: Iterable[str | Key], hits: tuple[Hit, ...] = (), typing: Typing | None = None
) -> tuple[Typing, Effect | None]:
    typing, effect = typing or Typing(), None
    for key in pressed:
        typing, effect = press(typing, key, Shown(SLOTS, hits))
    return typing, effect


def effect_of(pressed: Iterable[str | Key], *hits: Hit) -> Effect | None:
    return after(pressed, hits)[1]


def test_letters_go_straight_to_the_finder() -> None:
    assert effect_of("tid") == FindText("tid")


def test_space_goes_on_while_nothing_is_typed() -> None:
    assert effect_of(" ") == NextUncoded()


def test_space_is_a_character_of_a_text() -> None:
    assert effect_of("mer ") == FindText("mer ")


def test_a_full_stop_repeats_the_last_codes_while_nothing_is_typed() -> None:
    assert effect_of(".") == RepeatLast()


def test_a_full_stop_is_a_character_of_a_text() -> None:
    assert effect_of("f.") == FindText("f.")


def test_a_digit_gives_the_code_that_stands_ready() -> None:
    assert effect_of("2") == ApplyCode(12)


def test_a_digit_without_a_code_is_refused() -> None:
    assert effect_of("7") == Refused("no code on this digit")


def test_a_digit_after_a_letter_gives_the_code_shown_with_it() -> None:
    assert effect_of("ti2", FITS, ALSO) == ApplyCode(22)


def test_a_digit_gives_a_mistyped_code_as_well() -> None:
    assert effect_of("tigr1", MISTYPED) == ApplyCode(23)


@pytest.mark.parametrize("text", ["trinn 2", "ti3", "ti0", "covid-1"])
def test_any_other_digit_is_a_character(text: str) -> None:
    assert effect_of(text, FITS, ALSO) == FindText(text)


def test_enter_gives_the_first_code_that_fits() -> None:
    assert effect_of(["t", Key.ENTER], FITS, ALSO) == ApplyCode(21)


def test_enter_makes_a_new_code_when_no_code_fits() -> None:
    assert effect_of(["t", Key.ENTER]) == NewCode("t")


def test_enter_never_takes_a_mistyped_code() -> None:
    assert effect_of([*"tigr", Key.ENTER], MISTYPED) == NewCode("tigr")


def test_enter_does_nothing_while_nothing_is_typed() -> None:
    assert effect_of([Key.ENTER]) is None


def test_a_new_name_has_single_spaces_and_none_around_it() -> None:
    assert effect_of([*"mer  tid ", Key.ENTER]) == NewCode("mer tid")


def test_new_makes_a_code_of_the_text_though_another_fits() -> None:
    assert effect_of([*"tid", Key.NEW], FITS) == NewCode("tid")


def test_new_with_nothing_typed_begins_a_name() -> None:
    assert effect_of([Key.NEW]) == FindText("", naming=True)


@pytest.mark.parametrize("name", ["24-timers vakt", ".no", "#metoo", "3"])
def test_every_character_belongs_to_a_name(name: str) -> None:
    assert effect_of([Key.NEW, *name, Key.ENTER], FITS, ALSO) == NewCode(name)


@pytest.mark.parametrize("key", [Key.ENTER, Key.NEW])
def test_a_number_sign_and_digits_give_the_code_of_this_number(key: Key) -> None:
    hit = Hit(31, ("Tolv",), "number")
    expected = {Key.ENTER: ApplyCode(31), Key.NEW: NewCode("#12")}
    assert effect_of([*"#12", key], hit) == expected[key]


@pytest.mark.parametrize("hits", [(), (Hit(31, ("Hundre",), "numbers"),)])
def test_a_number_that_no_code_has_is_refused_and_stays(hits: tuple[Hit, ...]) -> None:
    assert after([*"#1", Key.ENTER], hits) == (Typing("#1"), Refused("no code with this number"))


def test_a_digit_belongs_to_a_number_being_typed() -> None:
    assert effect_of("#1", FITS) == FindText("#1")


def test_a_number_sign_with_letters_is_a_text() -> None:
    assert effect_of([*"#meto", Key.ENTER]) == NewCode("#meto")


@pytest.mark.parametrize("keys", ["t1", ["t", Key.ENTER], ["x", Key.NEW]])
def test_a_code_uses_up_what_was_typed(keys: Iterable[str | Key]) -> None:
    assert after(keys, (FITS,))[0] == Typing()


def test_backspace_takes_the_last_character() -> None:
    assert effect_of([*"tid", Key.BACKSPACE]) == FindText("ti")


def test_backspace_leaves_an_empty_name() -> None:
    assert after([Key.NEW, Key.BACKSPACE]) == (Typing(), FindText(""))


@pytest.mark.parametrize("keys", [[*"tid"], [*"#1"], [Key.NEW], [Key.NEW, "a"]])
def test_escape_clears_what_was_typed(keys: list[str | Key]) -> None:
    assert after([*keys, Key.ESCAPE]) == (Typing(), FindText(""))


@pytest.mark.parametrize("key", [Key.ESCAPE, Key.BACKSPACE])
def test_with_nothing_typed_there_is_nothing_to_clear(key: Key) -> None:
    assert effect_of([key]) is None


@pytest.mark.parametrize("character", ["\x1b", "\t", "\n", "\x00", "\u202e", "ab", ""])
def test_what_is_no_printable_character_means_nothing(character: str) -> None:
    assert press(Typing("t"), character, NOTHING) == (Typing("t"), None)


def test_a_text_has_an_end() -> None:
    full = Typing("a" * LONGEST)
    assert press(full, "b", NOTHING) == (full, Refused("too long"))


def test_pasted_text_becomes_one_line() -> None:
    assert paste(Typing("mer"), " tid\n\tog 3 folk ")[1] == FindText("mer tid og 3 folk")


def test_pasted_digits_pick_no_code() -> None:
    assert paste(Typing(), "2")[1] == FindText("2")


def test_ten_thousand_pasted_characters_are_cut() -> None:
    assert paste(Typing(), "a" * 10_000)[0] == Typing("a" * LONGEST)


@pytest.mark.parametrize(
    ("typing", "picks"),
    [
        (Typing(), True),
        (Typing("ti"), True),
        (Typing("ti "), False),
        (Typing("#"), False),
        (Typing("ti", naming=True), False),
        (Typing("", naming=True), False),
    ],
)
def test_the_screen_knows_when_digits_pick(typing: Typing, picks: bool) -> None:
    assert typing.picks is picks


OFFERED = Shown(SLOTS, (), {11: 900, 12: 300}, ticked=(11,), names=("Bredbånd", "Dekning"))


def offered(*pressed: str | Key) -> tuple[Typing, Effect | None]:
    typing, effect = Typing(), None
    for key in pressed:
        typing, effect = press(typing, key, OFFERED)
    return typing, effect


def test_a_digit_tells_how_likely_its_code_was_said_to_be() -> None:
    assert offered("2")[1] == ApplyCode(12, 300)


def test_a_code_that_is_not_suggested_has_no_share() -> None:
    assert offered("3")[1] == ApplyCode(13)


def test_a_code_that_was_found_has_no_share() -> None:
    shown = Shown(SLOTS, (FITS,), {21: 900})
    assert press(Typing("ti"), "1", shown)[1] == ApplyCode(21)


def test_enter_takes_what_is_ticked_while_nothing_is_typed() -> None:
    assert offered(Key.ENTER) == (Typing(), TakeTicked({11: 900}))


def test_enter_does_not_take_what_is_ticked_while_something_is_typed() -> None:
    assert offered("t", Key.ENTER)[1] == NewCode("t")


def test_space_goes_on_without_what_is_ticked() -> None:
    assert offered(" ")[1] == NextUncoded()


def test_nought_begins_a_name_with_the_first_that_is_proposed() -> None:
    assert offered("0") == (Typing("Bredbånd", True, 0), FindText("Bredbånd", naming=True))


def test_nought_again_takes_the_next_name_and_then_the_first() -> None:
    assert [offered(*["0"] * times)[0].text for times in (2, 3)] == ["Dekning", "Bredbånd"]


def test_enter_makes_a_code_of_the_proposed_name() -> None:
    assert offered("0", "0", Key.ENTER) == (Typing(), NewCode("Dekning"))


def test_a_proposed_name_can_be_changed() -> None:
    assert offered("0", *" 10", Key.BACKSPACE, "0", Key.ENTER)[1] == NewCode("Bredbånd 10")


def test_escape_leaves_a_proposed_name() -> None:
    assert offered("0", Key.ESCAPE)[0] == Typing()


def test_nought_is_a_character_where_no_name_is_proposed() -> None:
    assert effect_of("0") == FindText("0")


def test_nought_is_a_character_of_a_name_of_ones_own() -> None:
    assert offered(Key.NEW, "0")[0] == Typing("0", naming=True)


KEYS = st.one_of(st.sampled_from(Key), st.sampled_from("at1 .#9ø"), st.characters())
WHYS: tuple[Why, ...] = ("name", "inside", "typo", "number", "numbers")
HITS = st.lists(st.builds(Hit, st.integers(1, 9), st.just(("Kode",)), st.sampled_from(WHYS)))


@given(st.lists(st.tuples(KEYS, HITS)))
def test_whatever_is_pressed_a_code_comes_only_from_the_screen(
    pressed: list[tuple[str | Key, list[Hit]]],
) -> None:
    typing = Typing()
    for key, hits in pressed:
        shown = Shown(SLOTS, hits)
        typing, effect = press(typing, key, shown)
        if isinstance(effect, ApplyCode):
            assert effect.code_id in {*SLOTS, *(hit.code_id for hit in hits)}
            assert typing == Typing()


@given(st.lists(KEYS), HITS)
def test_enter_does_what_the_screen_says_it_will_do(
    pressed: list[str | Key], hits: list[Hit]
) -> None:
    typing, _ = after(pressed, tuple(hits))
    assert press(typing, Key.ENTER, Shown(SLOTS, hits))[1] == entered(typing, hits)


def test_what_cannot_be_typed_cannot_be_pasted() -> None:
    typing, effect = paste(Typing(), "fø\x1b[2Jr\u202e\ud800\x00 nå\n\tog")
    assert typing.text == "fø[2Jr nå og"
    assert effect == FindText("fø[2Jr nå og")
