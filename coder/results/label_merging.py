"""Size bands are put together until enough respondents stand behind every label of a quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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

    `merged` are the labels that stand for several bands, or for no band at all (`kommune`).
    """

    of_band: Mapping[str, str]
    merged: frozenset[str] = frozenset()

    def bands_of(self) -> dict[str, tuple[str, ...]]:
        """For every label the stored bands that it stands for."""
        found: dict[str, tuple[str, ...]] = {}
        for band, label in self.of_band.items():
            found[label] = (*found.get(label, ()), band)
        return found


class Span(NamedTuple):
    """Neighbouring bands that have one label: places in the order of bands, both included."""

    first: int
    last: int

    def takes_in(self, other: "Span") -> bool:
        """Whether all of another span is inside."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Span") -> bool:
        """Whether the two share a band."""
        return self.first <= other.last and other.first <= self.last

    def with_(self, other: "Span") -> "Span":
        """Both, and what lies between."""
        return Span(min(self.first, other.first), max(self.last, other.last))


Spans = tuple[Span, ...]


def label_questions(
    scheme: BandScheme,
    language: Language,
    sizes: Sequence[Mapping[str, int]],
    rule: LabelRule,
) -> tuple[Labelling, ...]:
    """The labels of each question; `sizes` are the respondents who answered it, by band.

    A label stands for at least `rule.fewest` who answered the question, or it is the general one
    (`kommune`, `kommune eller bydel`). Labels of two questions are either apart or one is inside
    the other, so that who is recognised in both is told by neither more than by the narrower one.
    """
    if rule.as_they_are:
        stored = {band: scheme.label(band, language) for band in scheme.names}
        return (Labelling(stored),) * len(sizes)
    order = scheme.names[: scheme.names.index(UNKNOWN)]
    found = nested(
        [merge_thin(_units(scheme), _counts(order, each), rule.fewest) for each in sizes]
    )
    return tuple(
        _labelling(scheme, language, each, spans, rule.fewest)
        for each, spans in zip(sizes, found, strict=True)
    )


def merge_thin(units: Spans, counts: Sequence[int], fewest: int) -> Spans:
    """The spans of one question; `counts` are its respondents by place, the last city districts.

    The thinnest span goes first (of equal ones the lowest). It joins the neighbour with which the
    smaller span of at least `fewest` comes about, ties going to the lower one. Municipalities join
    city districts only where no other municipalities are left. Too few in all are one whole span.
    """
    last = len(counts) - 1

    def size(span: Span) -> int:
        return sum(counts[span.first : span.last + 1])

    spans = [unit for unit in units if size(unit)]
    while len(spans) > 1 and min(map(size, spans)) < fewest:
        at = min(range(len(spans)), key=lambda place: (size(spans[place]), place))
        beside = [place for place in (at - 1, at + 1) if 0 <= place < len(spans)]
        alike = [place for place in beside if spans[place].last < last]
        if spans[at].last < last and alike:
            beside = alike
        other = min(beside, key=lambda place: _worth(size(spans[at]) + size(spans[place]), fewest))
        low = min(at, other)
        spans[low : low + 2] = [spans[at].with_(spans[other])]
    if spans and size(spans[0]) < fewest:
        return (Span(0, last if counts[last] else last - 1),)
    return tuple(spans)


def nested(questions: Sequence[Spans]) -> list[Spans]:
    """The same spans of several questions, widened until none overlaps another only in part.

    Of two that do, the one of more bands takes in the other (of equal ones the first).
    """
    found = list(questions)
    while crossing := _first_crossing(found):
        at, wide, narrow = crossing
        found[at] = _widened(found[at], wide.with_(narrow))
    return found


def _worth(joined: int, fewest: int) -> tuple[bool, int]:
    return joined < fewest, joined


def _first_crossing(questions: Sequence[Spans]) -> tuple[int, Span, Span] | None:
    """The question and its span that must take in the other span, or None."""
    every = sorted({span for spans in questions for span in spans})
    for at, spans in enumerate(questions):
        for span in spans:
            for other in every:
                apart = not span.meets(other) or span.takes_in(other) or other.takes_in(span)
                if not apart and _reach(span) >= _reach(other):
                    return at, span, other
    return None


def _reach(span: Span) -> tuple[int, int]:
    return span.last - span.first, -span.first


def _widened(spans: Spans, wide: Span) -> Spans:
    """The spans with those that a wider one meets gone into it."""
    while met := [span for span in spans if span.meets(wide) and not wide.takes_in(span)]:
        for span in met:
            wide = wide.with_(span)
    return tuple(sorted({wide, *(span for span in spans if not span.meets(wide))}))


def _units(scheme: BandScheme) -> Spans:
    """Bands, those beside each other with the same label of the study's own as one."""
    units: list[Span] = []
    for at, band in enumerate(scheme.names[: scheme.names.index(DISTRICT)]):
        own = scheme.labels.get(band)
        if units and own and own == scheme.labels.get(scheme.names[units[-1].first]):
            units[-1] = Span(units[-1].first, at)
        else:
            units.append(Span(at, at))
    return (*units, Span(len(scheme.limits) + 1, len(scheme.limits) + 1))


def _counts(order: Sequence[str], sizes: Mapping[str, int]) -> list[int]:
    return [sizes.get(band, 0) for band in order]


def _labelling(
    scheme: BandScheme,
    language: Language,
    sizes: Mapping[str, int],
    spans: Spans,
    fewest: int,
) -> Labelling:
    """The labels of the spans; a band that no respondent answered in has the general one."""
    order = scheme.names[: scheme.names.index(UNKNOWN)]
    units = _units(scheme)
    general = scheme.joint_label(order[0], order[-2], language)
    either = scheme.joint_label(order[0], order[-1], language)
    labels = dict.fromkeys(order, general) | {DISTRICT: either}
    merged: set[str] = set()
    for span in spans:
        first, last = order[span.first], order[span.last]
        if span in units:
            label = scheme.label(first, language)
        else:
            label = scheme.joint_label(first, last, language)
            merged.add(label)
        labels |= dict.fromkeys(order[span.first : span.last + 1], label)
    few = sizes.get(UNKNOWN, 0) < fewest
    labels[UNKNOWN] = general if few else scheme.label(UNKNOWN, language)
    return Labelling(labels, frozenset(merged))
