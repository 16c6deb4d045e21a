"""Bands are put together until enough respondents stand behind every label."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.results.band_tree import Span, divided, fitting_tree
from coder.results.label_merging import Labelling, LabelRule, label_questions
from corpus.bands import DISTRICT, UNKNOWN, BandScheme
from corpus.language import Language
from corpus.problems import Problem
from tests.trials import trials

BANDS = BandScheme()
ORDER = BANDS.names[:-1]
SIZES = st.lists(st.integers(0, 30), min_size=len(BANDS.names), max_size=len(BANDS.names))
GENERAL = {"kommune", "kommune eller bydel"}


def _labels(
    *sizes: int, fewest: int = 10, language: Language = "nb", scheme: BandScheme = BANDS
) -> Labelling:
    found = dict(zip(scheme.names, sizes, strict=False))
    return label_questions(scheme, language, [found], LabelRule(fewest))[0]


def _printed(labelling: Labelling, *sizes: int) -> list[str]:
    """The labels of bands with respondents, in the order of bands."""
    asked = [band for band, size in zip(BANDS.names, sizes, strict=False) if size]
    return list(dict.fromkeys(labelling.of_band[band] for band in asked))


@pytest.mark.parametrize(
    ("sizes", "labels"),
    [
        ((10, 10, 10), ["færre enn 2000", "2000-5000", "5000-10000"]),
        ((9, 10, 10), ["færre enn 5000", "5000-10000"]),
        ((10, 9, 10), ["færre enn 5000", "5000-10000"]),
        ((30, 9, 10), ["færre enn 2000", "2000-10000"]),
        ((10, 3, 0, 8, 20), ["færre enn 2000", "2000-20000", "20000-50000"]),
        ((20, 4, 0, 0, 12), ["færre enn 2000", "2000-50000"]),
        ((20, 0, 0, 0, 7, 6), ["færre enn 2000", "20000 innbyggere eller flere"]),
    ],
)
def test_a_thin_band_joins_the_neighbour_with_which_it_is_least_broad(
    sizes: tuple[int, ...], labels: list[str]
) -> None:
    printed = _printed(_labels(*sizes), *sizes)
    for label, expected in zip(printed, labels, strict=True):
        assert label.removeprefix("kommune med ").removesuffix(" innbyggere") == expected


@pytest.mark.parametrize(
    ("language", "fewer", "between", "more"),
    [
        (
            "nb",
            "kommune med færre enn 5000 innbyggere",
            "kommune med 5000-20000 innbyggere",
            "kommune med 20000 innbyggere eller flere",
        ),
        (
            "nn",
            "kommune med færre enn 5000 innbyggjarar",
            "kommune med 5000-20000 innbyggjarar",
            "kommune med 20000 innbyggjarar eller fleire",
        ),
        (
            "en",
            "municipality with fewer than 5000 inhabitants",
            "municipality with 5000-20000 inhabitants",
            "municipality with 20000 inhabitants or more",
        ),
    ],
)
def test_a_joint_label_is_made_of_the_outer_bounds(
    language: Language, fewer: str, between: str, more: str
) -> None:
    labels = _labels(5, 5, 5, 5, 5, 5, language=language).of_band
    assert [labels[band] for band in ORDER[:-1]] == [fewer] * 2 + [between] * 2 + [more] * 2


def test_all_together_are_only_a_municipality() -> None:
    assert set(_labels(1, 1, 1, 1, 1, 7).of_band.values()) == GENERAL
    assert _labels(3, 6).of_band["<2000"] == "kommune"
    assert _labels(3, 6, language="en").of_band["<2000"] == "municipality"


def test_one_band_that_all_are_of_stands() -> None:
    assert _labels(0, 0, 12).of_band["5000-10000"] == "kommune med 5000-10000 innbyggere"


def test_city_districts_never_stand_under_a_label_of_municipalities() -> None:
    few = _labels(20, 20, 20, 20, 20, 20, 4)
    joined = "bydel eller kommune med 50000 innbyggere eller flere"
    assert few.of_band[DISTRICT] == few.of_band[">50000"] == joined
    assert few.of_band["20000-50000"] == "kommune med 20000-50000 innbyggere"
    assert few.merged == {joined}
    assert _labels(0, 0, 0, 0, 0, 0, 4).of_band[DISTRICT] == "kommune eller bydel"
    assert _labels(1, 1, 1, 1, 1, 1, 20).of_band["<2000"] == "kommune eller bydel"
    assert _labels(20, 20, 20, 20, 20, 4, 30).of_band[DISTRICT] == "bydel"


def test_a_thin_band_without_a_size_is_only_a_municipality() -> None:
    scheme = BANDS.with_label(UNKNOWN, "helseforetak")
    assert _labels(*[20] * 7, 3, scheme=scheme).of_band[UNKNOWN] == "kommune eller bydel"
    assert _labels(*[20] * 6, 0, 3, scheme=scheme).of_band[UNKNOWN] == "kommune"
    assert _labels(*[20] * 7, 12, scheme=scheme).of_band[UNKNOWN] == "helseforetak"


def test_a_band_nobody_answered_in_has_the_general_label() -> None:
    labels = _labels(20, 0, 20).of_band
    assert (labels["2000-5000"], labels[DISTRICT]) == ("kommune", "kommune eller bydel")


def test_bands_with_the_same_label_of_the_study_count_together() -> None:
    scheme = BANDS.with_label("<2000", "liten").with_label("2000-5000", "liten")
    assert _labels(5, 6, 20, scheme=scheme).of_band["<2000"] == "liten"
    assert (
        _labels(5, 4, 20, scheme=scheme).of_band["<2000"]
        == "kommune med færre enn 10000 innbyggere"
    )


def test_the_bands_stand_as_they_are_when_this_is_said() -> None:
    (found,) = label_questions(BANDS, "nb", [{"<2000": 1}], LabelRule(as_they_are=True))
    assert found == Labelling({band: BANDS.label(band, "nb") for band in BANDS.names})


@pytest.mark.parametrize("fewest", [-1, 0, 4, 11])
def test_the_fewest_behind_a_label_are_never_under_five(fewest: int) -> None:
    with pytest.raises(Problem, match="cannot be the fewest"):
        LabelRule(fewest)


def test_labels_of_two_questions_never_overlap_in_part() -> None:
    first, second = {ORDER[0]: 9, ORDER[1]: 9, ORDER[2]: 30}, {ORDER[1]: 9, ORDER[2]: 9}
    second[ORDER[0]] = 30
    found = label_questions(BANDS, "nb", [first, second], LabelRule())
    assert [each.of_band[ORDER[0]] for each in found] == [
        "kommune med færre enn 5000 innbyggere",
        "kommune med færre enn 10000 innbyggere",
    ]
    assert found[0].of_band[ORDER[2]] == "kommune med 5000-10000 innbyggere"


@settings(max_examples=trials(60), deadline=None)
@given(every=st.lists(SIZES, min_size=1, max_size=4), fewest=st.integers(5, 10))
def test_enough_stand_behind_every_label_or_it_is_the_general_one(
    every: list[list[int]], fewest: int
) -> None:
    sizes = [dict(zip(BANDS.names, each, strict=True)) for each in every]
    for found, size in zip(
        label_questions(BANDS, "nb", sizes, LabelRule(fewest)), sizes, strict=True
    ):
        for label, bands in found.bands_of().items():
            assert label in GENERAL or sum(size[band] for band in bands) >= fewest
            assert DISTRICT not in bands or "bydel" in label


UNITS = tuple(Span(at, at) for at in range(len(ORDER)))


@settings(max_examples=trials(40), deadline=None)
@given(every=st.lists(SIZES, min_size=1, max_size=5), fewest=st.integers(5, 10))
def test_spans_of_all_questions_are_apart_or_inside_one_another(
    every: list[list[int]], fewest: int
) -> None:
    counts = [each[:-1] for each in every]
    tree = fitting_tree(UNITS, counts, fewest)
    found = [divided(tree, each, fewest) for each in counts]
    spans = [span for question in found for span in question]
    assert not any(_crossing(span, other) for span in spans for other in spans)
    for each, question in zip(counts, found, strict=True):
        for at, size in enumerate(each):
            assert sum(span.first <= at <= span.last for span in question) == 1 or not size


@settings(max_examples=trials(40), deadline=None)
@given(sizes=SIZES, fewest=st.integers(5, 10))
def test_one_question_by_itself_is_divided_as_far_as_it_can_be(
    sizes: list[int], fewest: int
) -> None:
    counts = sizes[:-1]
    found = divided(fitting_tree(UNITS, [counts], fewest), counts, fewest)
    told = _pairs([sum(counts[span.first : span.last + 1]) for span in found])
    assert told == max(_pairs(each) for each in _ways(counts, fewest))


def test_bands_that_are_fat_in_every_question_stand() -> None:
    counts = [[10 + at, 30, 0, 12, 10, 0, 11] for at in range(3)]
    tree = fitting_tree(UNITS, counts, 10)
    assert divided(tree, counts[0], 10) == tuple(Span(at, at) for at in (0, 1, 3, 4, 6))


def test_many_bands_are_divided_too() -> None:
    counts = [[3, 8] * 20, [11] * 40]
    tree = fitting_tree(tuple(Span(at, at) for at in range(40)), counts, 10)
    for each in counts:
        spans = divided(tree, each, 10)
        assert len(spans) > 5
        assert all(sum(each[span.first : span.last + 1]) >= 10 for span in spans)


def _ways(counts: list[int], fewest: int) -> Iterator[list[int]]:
    """The sizes of the groups for every way to put neighbouring bands together that is allowed."""
    for cuts in itertools.product((False, True), repeat=len(counts) - 1):
        sizes = [counts[0]]
        for cut, count in zip(cuts, counts[1:], strict=True):
            if cut:
                sizes.append(count)
            else:
                sizes[-1] += count
        if all(size == 0 or size >= fewest for size in sizes):
            yield sizes
    yield [sum(counts)]


def _pairs(sizes: list[int]) -> int:
    return sum(one * other for one, other in itertools.combinations(sizes, 2))


def _crossing(span: Span, other: Span) -> bool:
    return span.first < other.first <= span.last < other.last
