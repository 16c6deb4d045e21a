"""Names of municipalities and city districts are found where they are names."""

import pytest

from corpus.privacy.finder import Category, Finder, find, find_spans

STUDY = ("Lier kommune", "Time", "Ski", "Nord-Aurdal", "Bydel Sagene", "Fjellbygd kommune")


def texts(text: str, own: str = "", others: tuple[str, ...] = ()) -> list[str]:
    """What is found in a text, as it is written there."""
    return [hit.text for hit in find(text, (own,) if own else (), others)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi i Karasjok har lite.", ["Karasjok"]),
        ("vi i karasjok har lite", ["karasjok"]),
        ("KARASJOK HAR LITE", ["KARASJOK"]),
        ("Karasjok har lite.", ["Karasjok"]),
        ("Me held til i Kárášjohka.", ["Kárášjohka"]),
        ("Karasjoks tilbod", ["Karasjok"]),
        ("karasjoks tilbud", ["karasjok"]),
        ("Karasjok's tilbud", ["Karasjok"]),
        ("Karasjok-modellen og karasjok-modellen", ["Karasjok", "karasjok"]),
        ("karasjokmodellen", ["karasjokmodellen"]),
    ],
)
def test_an_own_name_is_found_in_any_case(text: str, found: list[str]) -> None:
    assert texts(text, "Kárášjohka - Karasjok") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Time har lite.", ["Time"]),
        ("Hos Time er det lite.", ["Time"]),
        ("Det tar en time.", []),
        ("Vi i time har lite.", ["time"]),
        ("Dei kjem frå time i dag.", ["time"]),
        ("time kommune", ["time"]),
        ("time kommunes ansatte", ["time"]),
        ("Det er ikke nok timer.", []),
    ],
)
def test_an_own_name_that_is_an_ordinary_word_needs_a_sign_in_lower_case(
    text: str, found: list[str]
) -> None:
    assert texts(text, "Time kommune") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Os' barnehage", ["Os'"]),
        ("Os’ barnehage", ["Os’"]),
        ("det gjelder oss", []),
        ("'Os' er navnet", ["Os"]),
        ("Folk frå os", ["os"]),
        ("røyk og os overalt", []),
    ],
)
def test_a_short_name_on_s_takes_an_apostrophe(text: str, found: list[str]) -> None:
    assert texts(text, "Os") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi samarbeider med Lier.", ["Lier"]),
        ("Vi samarbeider med LIER.", ["LIER"]),
        ("Fjellbygd har startet.", ["Fjellbygd"]),
        ("Vi samarbeider med fjellbygd.", []),
        ("Vi samarbeider med fjellbygd kommune.", ["fjellbygd"]),
        ("Time for møte.", []),
        ("Vi lærte av Time.", ["Time"]),
        ("Nord-Aurdal er med.", ["Nord-Aurdal"]),
        ("Sagene er med.", ["Sagene"]),
        ("Vi lærte av bydel sagene.", ["sagene"]),
    ],
)
def test_names_of_other_respondents_need_a_capital_letter(text: str, found: list[str]) -> None:
    assert texts(text, others=STUDY) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi fekk hjelp frå Voss.", ["Voss"]),
        ("Voss har hjelpt oss.", ["Voss"]),
        ("Vi fekk hjelp av voss.", []),
        ("Voss kommune har hjelpt oss.", ["Voss"]),
        ("voss herad", ["voss"]),
        ("Alver kommuna", ["Alver"]),
        ("lier kommunen", ["lier"]),
        ("frogner bydel", ["frogner"]),
        ("Vi låner fra Indre Fosen.", ["Indre Fosen"]),
        ("Indre Fosen låner ut.", ["Indre Fosen"]),
        ("indre fosen låner ut.", ["indre fosen"]),
        ("Fjell og skog er fint.", []),
        ("Gran og Lunner er med.", ["Gran", "Lunner"]),
        ("En time på Lund, i Os og Bø.", ["Lund", "Os", "Bø"]),
        ("Vi har sel, gran og ski i sola.", []),
        ("Samarbeid med Kautokeinos helsestasjon.", ["Kautokeino"]),
        ("Samarbeidet Sund-Øygarden", ["Sund", "Øygarden"]),
        ("Alle i Osloskolen", ["Osloskolen"]),
    ],
)
def test_names_of_the_lists_need_a_capital_letter_inside_the_sentence(
    text: str, found: list[str]
) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi i Nord-Aurdal", ["Nord-Aurdal"]),
        ("Vi i Nord Aurdal", ["Nord Aurdal"]),
        ("Vi i nord-aurdal", ["nord-aurdal"]),
        ("Vi i Gamle Oslo i Oslo", ["Gamle Oslo", "Oslo"]),
        ("Vi i St. Hanshaugen", ["St. Hanshaugen"]),
        ("Vi i St.Hanshaugen", ["St.Hanshaugen"]),
        ("Vi i St Hanshaugens kafé", ["St Hanshaugen"]),
        ("Vi i Sør-\nVaranger", ["Sør-\nVaranger"]),
        ("Vi i Indre\n    Fosen", ["Indre\n    Fosen"]),
    ],
)
def test_the_longest_name_wins(text: str, found: list[str]) -> None:
    assert texts(text, "Nord-Aurdal") == found


def test_an_own_name_inside_a_longer_name_is_covered_by_it() -> None:
    assert [hit.category for hit in find("i Gamle Oslo", ["Oslo"])] == [Category.CITY_DISTRICT]


def test_own_names_come_first_where_two_sources_know_a_name() -> None:
    (hit,) = find("Vi i Lier", ["Lier"], ["Lier"])
    assert hit.layer == "own names"


@pytest.mark.parametrize(
    ("text", "own", "category"),
    [
        ("i Lier", "Lier", Category.MUNICIPALITY),
        ("i Frogner", "", Category.CITY_DISTRICT),
        ("med Kari Nordmann", "Kari Nordmann", Category.NAME),
        ("i Elvebakken", "Bydel Elvebakken", Category.CITY_DISTRICT),
    ],
)
def test_a_hit_says_what_was_found(text: str, own: str, category: Category) -> None:
    assert [hit.category for hit in find(text, [own])] == [category]


@pytest.mark.parametrize(
    ("text", "certain"),
    [("Vi i Time", True), ("Time er best", False), ("vi i time", False), ("time kommune", True)],
)
def test_a_guess_is_not_certain(text: str, certain: bool) -> None:
    assert [hit.certain for hit in find(text, ["Time"])] == [certain]


def test_a_released_name_is_left_in_every_form() -> None:
    text = "Vi i Lier, i liers skoler, lier kommune og Voss"
    hits = find(text, ["Lier"], ["Lier"], released=["lier"])
    assert [hit.text for hit in hits] == ["Voss"]


def test_a_released_name_may_be_given_with_marks_apart_from_their_letters() -> None:
    assert find("Vi i Ålesund", released=["A\u030alesund"]) == ()


def test_a_released_name_protects_the_names_inside_it() -> None:
    assert find("Vi i Gamle Oslo", released=["Gamle Oslo"]) == ()


def test_placeholders_are_no_hits() -> None:
    text = "I [kommune] kommune og [kommune]s [bydel], ring [telefon], [e-post], [fødselsnummer]."
    assert find(text, ["Time", "Os"], STUDY) == ()


def test_spans_carry_the_word_of_their_category() -> None:
    assert find_spans("Vi i Lier og Frogner") == ((5, 9, "kommune"), (13, 20, "bydel"))


def test_ten_thousand_names_can_be_looked_for() -> None:
    finder = Finder([f"Sted{number} Nedre" for number in range(10_000)])
    assert [hit.text for hit in finder.find("Vi i Sted9999 Nedre")] == ["Sted9999 Nedre"]
