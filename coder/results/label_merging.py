"""Size bands are put together until enough respondents stand behind every label of a quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coder.results.band_tree import Span, Spans, divided, fitting_tree
from corpus.bands import DISTRICT, UNKNOWN, BandScheme
from corpus.language import Language
from corpus.problems import Problem

FEWEST = 10
FLOOR = 5


@dataclass(frozen=True, slots=True)
class LabelRule:
    """How many respondents who answered must stand behind a label, from 5 to 10.

    `as_they_are`: the stored bands are printed, however few stand behind them.
    """

    fewest: int = FEWEST
    as_they_are: bool = False

    def __post_init__(self) -> None:
        if not FLOOR <= self.fewest <= FEWEST:
            raise Problem(
                f"{self.fewest} respondents cannot be the fewest behind a label.",
                f"Choose a number from {FLOOR} to {FEWEST}.",
            )


@dataclass(frozen=True)
class Labelling:
    """The printed label of every band in one question.

    `merged` are the labels of several bands that were put together.
    """

    of_band: Mapping[str, str]
    merged: frozenset[str] = frozenset()

    def bands_of(self) -> dict[str, tuple[str, ...]]:
        """For every label the stored bands that it stands for."""
        found: dict[str, tuple[str, ...]] = {}
        for band, label in self.of_band.items():
            found[label] = (*found.get(label, ()), band)
        return found


def label_questions(
    scheme: BandScheme,
    language: Language,
    sizes: Sequence[Mapping[str, int]],
    rule: LabelRule,
) -> tuple[Labelling, ...]:
    """The labels of each question; `sizes` are the respondents who answered it, by band.

    A label stands for at least `rule.fewest` who answered the question, or it is the general one
    (`kommune`, and `kommune eller bydel` where any city district answered). Labels of two
    questions are either apart or one is inside the other, so that who is recognised in both is
    told by neither more than by the narrower one.
    """
    if rule.as_they_are:
        stored = {band: scheme.label(band, language) for band in scheme.names}
        return (Labelling(stored),) * len(sizes)
    order = scheme.names[: scheme.names.index(UNKNOWN)]
    units = _units(scheme, any(each.get(DISTRICT) for each in sizes))
    counts = [[each.get(band, 0) for band in order] for each in sizes]
    tree = fitting_tree(units, counts, rule.fewest)
    return tuple(
        _labelling(scheme, language, units, divided(tree, of, rule.fewest), each, rule)
        for of, each in zip(counts, sizes, strict=True)
    )


def _units(scheme: BandScheme, with_districts: bool) -> Spans:
    """Bands, those beside each other with the same label of the study's own as one."""
    units: list[Span] = []
    for at, band in enumerate(scheme.names[: scheme.names.index(DISTRICT)]):
        own = scheme.labels.get(band)
        if units and own and own == scheme.labels.get(scheme.names[units[-1].first]):
            units[-1] = Span(units[-1].first, at)
        else:
            units.append(Span(at, at))
    districts = scheme.names.index(DISTRICT)
    return (*units, Span(districts, districts)) if with_districts else tuple(units)


def _labelling(
    scheme: BandScheme,
    language: Language,
    units: Spans,
    spans: Spans,
    sizes: Mapping[str, int],
    rule: LabelRule,
) -> Labelling:
    """The labels of the spans; where nobody answered, and few of no size, the general one."""
    order = scheme.names[: scheme.names.index(UNKNOWN)]
    general = scheme.joint_label(order[0], order[units[-1].last], language)
    labels = dict.fromkeys(order, general)
    labels[DISTRICT] = scheme.joint_label(order[0], DISTRICT, language)
    merged: set[str] = set()
    for span in spans:
        first, last = order[span.first], order[span.last]
        if span in units and sum(sizes.get(each, 0) for each in order) >= rule.fewest:
            label = scheme.label(first, language)
        else:
            label = scheme.joint_label(first, last, language)
            merged.add(label)
        labels |= dict.fromkeys(order[span.first : span.last + 1], label)
    few = sizes.get(UNKNOWN, 0) < rule.fewest
    labels[UNKNOWN] = general if few else scheme.label(UNKNOWN, language)
    return Labelling(labels, frozenset(merged))
