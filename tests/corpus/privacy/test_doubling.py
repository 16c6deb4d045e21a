"""What a mask says is not said again beside it, and no other word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.quoting.wording import PieceKind, wording
from corpus.language import Language
from corpus.privacy.finder import find
from corpus.privacy.hits import Category, Hit
from corpus.privacy.masking import mask

WORDS = ["kommune", "kommunen", "kommuna", "kommunes", "kommunestyret", "bydel", "Bydel", "fylke"]
OTHERS = ["og", "barnehage", "har", "nabokommunen", "Bø", "Stovner", "i", "-", ",", "s"]
CATEGORIES = [Category.MUNICIPALITY, Category.CITY_DISTRICT, Category.NEIGHBOUR, Category.PERSON]


def _printed(text: str, name: str, category: Category, language: Language = "nb") -> str:
    start = text.index(name)
    hit = Hit(start, start + len(name), category, "names", "capital letter", True, name)
    said = mask(text, [hit], language)
    assert wording(text, [hit], [], language).text == said
    return said


@pytest.mark.parametrize(
    ("text", "name", "category", "printed"),
    [
        ("Bø kommune er liten", "Bø", Category.MUNICIPALITY, "[kommune] er liten"),
        ("Bø kommunes barnehage", "Bø", Category.MUNICIPALITY, "[kommune]s barnehage"),
        ("I Bø kommunen er det", "Bø", Category.MUNICIPALITY, "I [kommune] er det"),
        ("I Bø kommuna.", "Bø", Category.MUNICIPALITY, "I [kommune]."),
        ("Bø kommunestyre", "Bø", Category.MUNICIPALITY, "[kommune] kommunestyre"),
        ("Bø, kommune nær", "Bø", Category.MUNICIPALITY, "[kommune], kommune nær"),
        ("I Bydel Stovner nå", "Stovner", Category.CITY_DISTRICT, "I [bydel] nå"),
        ("Nordre Aker bydel", "Nordre Aker", Category.CITY_DISTRICT, "[bydel]"),
        ("storbydel Stovner", "Stovner", Category.CITY_DISTRICT, "storbydel [bydel]"),
        ("nabokommunen Bø kommune", "Bø", Category.NEIGHBOUR, "[nabokommune]"),
        ("Kari kommune", "Kari", Category.PERSON, "[person] kommune"),
    ],
)
def test_a_word_that_the_mask_says_is_printed_once(
    text: str, name: str, category: Category, printed: str
) -> None:
    assert _printed(text, name, category) == printed


def test_it_is_so_in_other_languages_too() -> None:
    said = _printed("Bø municipality is small", "Bø", Category.MUNICIPALITY, "en")
    assert said == "[municipality] is small"


@given(
    st.lists(st.sampled_from(WORDS + OTHERS), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.sampled_from(CATEGORIES)), max_size=4),
)
def test_pieces_cover_the_answer_and_lose_only_what_the_mask_says(
    words: list[str], masks: list[tuple[int, Category]]
) -> None:
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    of = {at: category for at, category in masks if at < len(words)}
    hits = [
        Hit(starts[at], starts[at] + len(words[at]), category, "names", "", True, words[at])
        for at, category in sorted(of.items())
    ]
    made = wording(text, hits, [], "nb")
    assert [piece.start for piece in made.pieces[1:]] == [piece.end for piece in made.pieces[:-1]]
    assert not made.pieces or (made.pieces[0].start, made.pieces[-1].end) == (0, len(text))
    assert mask(text, hits, "nb") == made.text
    hidden = {
        at
        for each in made.pieces
        if each.kind is PieceKind.MASKED
        for at in range(each.start, each.end)
    }
    for at, word in enumerate(words):
        covered = starts[at] in hidden
        assert covered or at not in of
        if covered and at not in of:
            assert word.casefold() in {
                "kommune",
                "kommunen",
                "kommuna",
                "kommunes",
                "bydel",
                "fylke",
                "nabokommunen",
            }


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Vi har nabokommunen Seljord", "Vi har [nabokommune]"),
        (
            "Kommunen grenser til Seljord og Skien.",
            "Kommunen grenser til [nabokommune] og [nabokommune].",
        ),
        ("Vi er i Seljord", "Vi er i [kommune]"),
    ],
)
def test_a_neighbour_is_one_where_the_answer_says_so(text: str, printed: str) -> None:
    assert mask(text, find(text), "nb") == printed


def test_the_respondents_own_name_is_no_neighbour() -> None:
    text = "Vi grenser til Seljord"
    assert mask(text, find(text, ["Seljord kommune"]), "nb") == "Vi grenser til [kommune]"
