"""Publications made of answers one by one, so that all their numbers fit each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from coder.disclosure.percents import percent_of
from coder.disclosure.publication import (
    EVERYONE,
    Cover,
    Entry,
    Line,
    LineKind,
    Publication,
    Quoted,
    Sheet,
)

CODES = ("a", "b", "c", "d", "e")
THEMES = {"T": ("a", "b"), "U": ("c", "d")}
BANDS = ("b0", "b1", "b2", "b3")
WIDE = {"b0+b1": ("b0", "b1"), "b2+b3": ("b2", "b3")}
TEAMS = ("ja", "nei", "?")


@dataclass(frozen=True)
class Answer:
    """One respondent: its band, its other group, its codes."""

    band: str
    team: str
    codes: frozenset[str]


@dataclass(frozen=True)
class Case:
    """Answers and how they are published."""

    answers: tuple[Answer, ...]
    single: bool
    themes: bool
    linked: str
    percents: bool


def sheet(
    answers: Sequence[Answer],
    name: str,
    columns: Sequence[str],
    group: Callable[[Answer, str], bool],
    single: bool = False,
    themes: bool = False,
    percents: bool = False,
) -> Sheet:
    """A table of codes (and themes) by groups, with Totalt where everyone has one code."""
    here = [column for column in columns if any(group(each, column) for each in answers)]
    base = [sum(group(each, column) for each in answers) for column in here]

    def line(key: str, codes: Sequence[str], kind: LineKind = "code") -> Line:
        having = [each for each in answers if each.codes & set(codes)]
        counts = [sum(group(each, column) for each in having) for column in here]
        return Line(
            key, key, entry(len(having), len(answers)), tuple(map(entry, counts, base)), kind
        )

    def entry(count: int, n: int) -> Entry:
        return Entry(count, percent=percent_of(count, n)) if percents else Entry(count)

    lines = [line(theme, codes) for theme, codes in THEMES.items()] if themes else []
    lines += [line(code, [code]) for code in CODES]
    lines += [line("sum", CODES, "total")] if single else []
    sizes = Line(EVERYONE, "n", Entry(len(answers)), tuple(map(Entry, base)))
    kept = tuple(line for line in lines if line.total and line.total.count)
    return Sheet(name, "q", tuple(here), tuple(here), sizes, kept)


def publication(case: Case) -> Publication:
    """The case as it is, with nothing hidden."""
    kind = {"single": case.single, "themes": case.themes, "percents": case.percents}
    by_band = sheet(case.answers, "by band", BANDS, lambda each, band: each.band == band, **kind)
    sheets, covers = [by_band], _row_covers(case, by_band)
    if case.linked == "team":
        sheets.append(sheet(case.answers, "by team", TEAMS, lambda each, t: each.team == t, **kind))
    if case.linked == "wide":
        wide = sheet(
            case.answers, "by wide band", tuple(WIDE), lambda each, w: each.band in WIDE[w], **kind
        )
        sheets.append(wide)
        for whole in wide.columns:
            parts = tuple(band for band in WIDE[whole] if band in by_band.columns)
            covers.append(Cover("column", whole, parts, True, True))
    return Publication(tuple(sheets), tuple(covers))


def _row_covers(case: Case, by_band: Sheet) -> list[Cover]:
    rows = {line.key for line in by_band.lines}
    covers = []
    for theme, codes in THEMES.items():
        parts = tuple(code for code in codes if code in rows)
        if theme in rows and parts:
            covers.append(Cover("row", theme, parts, case.single, True))
    if case.single:
        covers.append(
            Cover("row", "sum", tuple(code for code in CODES if code in rows), True, True)
        )
    return covers


@st.composite
def cases(draw: st.DrawFn, most: int = 60) -> Case:
    """Few to many answers, one code each or several, some codes much rarer than others."""
    single = draw(st.booleans())
    code = st.sampled_from("aaaaaabbbccccde")
    codes = st.frozensets(code, min_size=1, max_size=1 if single else 3)
    if draw(st.booleans()):
        codes |= st.just(frozenset[str]())
    answer = st.builds(
        Answer, st.sampled_from((*BANDS, "b1", "b1", "b2", "b2")), st.sampled_from(TEAMS), codes
    )
    answers = draw(st.lists(answer, min_size=1, max_size=most))
    times = draw(st.integers(1, 3))
    linked = draw(st.sampled_from(["", "team", "wide"]))
    themes, percents = draw(st.booleans()), draw(st.booleans())
    return Case(tuple(answers) * times, single, themes, linked, percents)


@st.composite
def quotes(draw: st.DrawFn, case: Case) -> Quoted:
    """Quotes of some of a code's answers of one band, or all of them, with their labels."""
    code = draw(st.sampled_from(CODES))
    labels = draw(st.sampled_from([BANDS[:1], BANDS[1:2], BANDS[2:4]]))
    having = sum(code in each.codes and each.band in labels for each in case.answers)
    is_all = draw(st.booleans())
    return Quoted("q", code, labels, having if is_all else draw(st.integers(0, having)), is_all)
