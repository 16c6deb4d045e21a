"""What speaks against chosen quotes: printed twice, one voice too often, too long, a rare form."""

import pytest

from coder.quoting.cautions import Against, Caution, Sizes, cautions
from coder.quoting.forms import Form, form_of
from coder.quoting.piece import Place
from coder.quoting.used import ChosenQuote, respondents_quoted
from tests.coder.quoting.pieces import BANDS, quote

MANY = Sizes(dict.fromkeys(BANDS, 50))
FEW = Sizes(dict.fromkeys(BANDS, 19))
EIGHT = "en to tre fire fem seks sju åtte"


def _found(*quotes: ChosenQuote, sizes: Sizes = MANY) -> list[Caution]:
    return cautions(quotes, sizes, {})


def _kinds(*quotes: ChosenQuote, sizes: Sizes = MANY) -> list[Against]:
    return [each.kind for each in _found(*quotes, sizes=sizes)]


def test_eight_identical_running_words_are_printed_twice() -> None:
    found = _found(quote(1, f"Vi sier {EIGHT}."), quote(2, f"{EIGHT.upper()}, sier vi"))
    assert [each.kind for each in found] == [Against.TWICE]
    assert found[0].sentence == f"R1, R2: the same words twice, “{EIGHT}”. Print them once."
    assert _kinds(quote(1, EIGHT[3:]), quote(2, EIGHT)) == []


def test_one_piece_under_two_codes_is_printed_twice_however_short() -> None:
    assert _kinds(quote(1, "Ja"), quote(1, "Ja")) == [Against.TWICE]
    parts = [quote(1, "en del", place=Place(1, 0, 6)), quote(1, "del her", place=Place(1, 3, 10))]
    assert _kinds(*parts) == [Against.TWICE]
    apart = [quote(1, "en", place=Place(1, 0, 2)), quote(1, "del", place=Place(1, 3, 6))]
    assert _kinds(*apart) == []


def test_a_respondent_is_quoted_three_times_in_a_chapter() -> None:
    assert _kinds(*(quote(at, who="R1") for at in (1, 2))) == []
    found = _found(*(quote(at, who="R1") for at in (1, 2, 3)))
    assert [(each.kind, each.count, each.what) for each in found] == [
        (Against.OFTEN_IN_CHAPTER, 3, "k1")
    ]


def test_a_respondent_of_few_is_quoted_four_times_in_the_report() -> None:
    four = [quote(at, who="R1", question=f"k{at}") for at in range(1, 5)]
    assert _kinds(*four) == []
    assert _kinds(*four, sizes=FEW) == [Against.OFTEN_IN_REPORT]
    assert _kinds(*four[:3], sizes=FEW) == []


def test_long_quotes_are_pointed_out_and_very_long_ones_of_few_asked_about() -> None:
    words = [" ".join(f"ord{at}av{count}" for at in range(count)) for count in (60, 61, 121)]
    assert _kinds(*(quote(at, text) for at, text in enumerate(words[:2]))) == [Against.LONG]
    assert _kinds(quote(1, words[2])) == [Against.LONG]
    assert _kinds(quote(1, words[2]), sizes=FEW) == [Against.TOO_LONG]


@pytest.mark.parametrize(("count", "told"), [(9, [Against.NYNORSK]), (10, [])])
def test_nynorsk_of_few_is_pointed_out(count: int, told: list[Against]) -> None:
    sizes = Sizes({BANDS[1]: 50}, {(BANDS[1], Form.NYNORSK): count})
    found = cautions([quote(1, "Vi har ikkje nok folk")], sizes, {1: Form.NYNORSK})
    assert [each.kind for each in found] == told


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Vi har ikkje nok folk, og det er ikkje bra", Form.NYNORSK),
        ("Vi har ikke nok folk", None),
        ("Æ trur itj det går bra", Form.DIALECT),
        ("", None),
    ],
)
def test_the_form_of_a_text(text: str, form: Form | None) -> None:
    assert form_of(text) is form


def test_a_quote_that_lost_its_code_is_not_printed_and_so_not_warned_of() -> None:
    assert _kinds(quote(1, EIGHT), quote(2, EIGHT, is_coded=False)) == []


def test_who_is_quoted_most_comes_first() -> None:
    used = respondents_quoted(
        [quote(1, who="B"), quote(2, who="A"), quote(3, who="A", question="k2"), quote(1, who="B")]
    )
    assert [(use.respondent, use.total, use.chapters) for use in used] == [
        ("A", 2, (("k1", 1), ("k2", 1))),
        ("B", 1, (("k1", 1),)),
    ]
