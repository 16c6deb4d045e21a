"""Size bands: who belongs where, how they are written, and how they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bands import DISTRICT, UNKNOWN, BandScheme, scheme
from corpus.language import LANGUAGES, Language
from corpus.problems import Problem

USUAL = BandScheme()

SCHEMES = st.lists(st.integers(1, 999_999), min_size=1, max_size=7, unique=True).map(
    lambda limits: scheme(sorted(limits))
)


@given(bands=SCHEMES, population=st.integers(0, 2_000_000))
def test_a_band_holds_its_lower_limit_and_not_its_upper_one(
    bands: BandScheme, population: int
) -> None:
    at = bands.names.index(bands.of_population(population))
    edges = (0, *bands.limits, 10**9)
    assert edges[at] <= population < edges[at + 1]


@given(bands=SCHEMES)
def test_every_band_is_read_by_the_name_it_is_stored_under(bands: BandScheme) -> None:
    assert [bands.read(name) for name in bands.names] == list(bands.names)


@given(bands=SCHEMES, language=st.sampled_from(LANGUAGES))
def test_what_stands_over_a_column_is_read_as_its_band(
    bands: BandScheme, language: Language
) -> None:
    assert [bands.read(bands.head(name, language)) for name in bands.names] == list(bands.names)


@given(bands=SCHEMES, language=st.sampled_from(LANGUAGES))
def test_the_label_of_a_band_that_is_known_is_read_as_that_band(
    bands: BandScheme, language: Language
) -> None:
    known = [name for name in bands.names if name != UNKNOWN]
    assert [bands.read(bands.label(name, language)) for name in known] == known


@given(text=st.text(max_size=30))
def test_any_text_is_a_band_of_the_scheme_or_none(text: str) -> None:
    assert USUAL.read(text) in (*USUAL.names, None)


@pytest.mark.parametrize(
    ("written", "band"),
    [
        ("<2000", "<2000"),
        ("< 2000", "<2000"),
        ("under 2000", "<2000"),
        ("Under 2 000 innbyggere", "<2000"),
        ("færre enn 2000", "<2000"),
        ("kommune med færre enn 2000 innbyggere", "<2000"),
        ("2000-5000", "2000-5000"),
        ("2000–5000", "2000-5000"),
        ("2000 til 5000", "2000-5000"),
        ("2 000 – 5 000", "2000-5000"),
        ("2\u00a0000-5\u00a0000", "2000-5000"),
        ("2.000-5.000", "2000-5000"),
        ("2000-4999", "2000-5000"),
        ("2 000 - 4 999 innbyggere", "2000-5000"),
        ("5000-10000", "5000-10000"),
        ("10000-20000", "10000-20000"),
        ("20000-50000", "20000-50000"),
        (" 20000 til 50000 ", "20000-50000"),
        (">50000", ">50000"),
        ("50000 og større", ">50000"),
        ("50000+", ">50000"),
        ("50 000 +", ">50000"),
        ("over 50 000", ">50000"),
        ("50000 innbyggjarar eller fleire", ">50000"),
        ("bydel", DISTRICT),
        ("Bydel", DISTRICT),
        ("bydel i Oslo", DISTRICT),
        ("Bydeler", DISTRICT),
        ("", UNKNOWN),
        ("  ", UNKNOWN),
        ("ukjent", UNKNOWN),
        ("Ukjent", UNKNOWN),
    ],
)
def test_a_band_is_read_however_it_is_written(written: str, band: str) -> None:
    assert USUAL.read(written) == band


@pytest.mark.parametrize(
    "written",
    ["2000", "3000-5000", "2000-5001", "2000-4998", "mellomstor", "<3000", "1" * 5000, "5000-1000"],
)
def test_what_is_none_of_the_bands_is_not_guessed(written: str) -> None:
    assert USUAL.read(written) is None


HEADS = {
    "<2000": "<2000",
    "2000-5000": "2000-5000",
    "20000-50000": "20000-50000",
    ">50000": "50000 og større",
    DISTRICT: "Bydeler",
    UNKNOWN: "Ukjent",
}
LABELS = {
    ("<2000", "nb"): "kommune med færre enn 2000 innbyggere",
    ("<2000", "nn"): "kommune med færre enn 2000 innbyggjarar",
    ("<2000", "en"): "municipality with fewer than 2000 inhabitants",
    ("2000-5000", "nb"): "kommune med 2000-5000 innbyggere",
    ("2000-5000", "nn"): "kommune med 2000-5000 innbyggjarar",
    ("2000-5000", "en"): "municipality with 2000-5000 inhabitants",
    (">50000", "nb"): "kommune med 50000 innbyggere eller flere",
    (">50000", "nn"): "kommune med 50000 innbyggjarar eller fleire",
    (">50000", "en"): "municipality with 50000 inhabitants or more",
    (DISTRICT, "nb"): "bydel",
    (DISTRICT, "nn"): "bydel",
    (DISTRICT, "en"): "city district",
    (UNKNOWN, "nb"): "kommune",
    (UNKNOWN, "nn"): "kommune",
    (UNKNOWN, "en"): "municipality",
}


@pytest.mark.parametrize(("band", "head"), HEADS.items())
def test_a_column_has_the_head_of_the_contract(band: str, head: str) -> None:
    assert USUAL.head(band, "nb") == head


@pytest.mark.parametrize(("band", "language", "label"), [(*key, v) for key, v in LABELS.items()])
def test_a_quote_has_the_label_of_the_contract(band: str, language: Language, label: str) -> None:
    assert USUAL.label(band, language) == label


def test_a_label_can_be_worded_anew() -> None:
    changed = USUAL.with_label("<2000", "liten kommune")
    assert changed.label("<2000", "nb") == "liten kommune"
    assert changed.head("<2000", "nb") == "<2000"


def test_a_label_for_no_band_is_refused() -> None:
    with pytest.raises(Problem, match="no size band"):
        USUAL.with_label("<3000", "liten kommune")


@pytest.mark.parametrize("limits", [[], [0], [-5, 10], [2000, 2000], [5000, 2000]])
def test_limits_that_do_not_rise_are_refused(limits: list[int]) -> None:
    with pytest.raises(Problem, match="rise"):
        scheme(limits)


def test_two_bands_are_enough() -> None:
    assert scheme([5000]).names == ("<5000", ">5000", DISTRICT, UNKNOWN)
