"""The words of figures drawn from tables, in the language of the table."""

from dataclasses import dataclass

from coder.results.table import BaseKind
from corpus.language import Language


@dataclass(frozen=True)
class FigureWording:
    """Fixed words of one language; in braces what is filled in.

    `axis` is by what percent is of; `pictures` by kind; `hidden` and `first` are sentences.
    """

    source: str
    no_study: str
    axis: dict[BaseKind, str]
    counts: str
    of_group: str
    everyone: str
    pictures: dict[str, str]
    first: str
    hidden: str


_NB = FigureWording(
    source="Kilde: {study}, spørsmål {question}. N={n}.",
    no_study="Kilde: spørsmål {question}. N={n}.",
    axis={
        "answered": "Prosent av dem som har svart",
        "asked": "Prosent av dem som fikk spørsmålet",
        "units": "Prosent av alle enheter",
    },
    counts="antall i parentes",
    of_group="Prosent av n i gruppen",
    everyone="Alle",
    pictures={
        "bars": "Liggende stolper med {rows} rader.",
        "groups": "Liggende stolper med {rows} rader i {columns} grupper.",
        "shares": "Liggende stolper for alle og {columns} grupper.",
        "waves": "Punkter på linjer med {rows} rader, {columns} punkter i hver.",
        "heat": "Rutenett med {rows} rader og {columns} kolonner; mørkere rute er høyere prosent.",
    },
    first="{name}: {values}.",
    hidden="Skjulte tall: {count}.",
)
_NN = FigureWording(
    source="Kjelde: {study}, spørsmål {question}. N={n}.",
    no_study="Kjelde: spørsmål {question}. N={n}.",
    axis={
        "answered": "Prosent av dei som har svart",
        "asked": "Prosent av dei som fekk spørsmålet",
        "units": "Prosent av alle einingar",
    },
    counts="tal i parentes",
    of_group="Prosent av n i gruppa",
    everyone="Alle",
    pictures={
        "bars": "Liggjande stolpar med {rows} rader.",
        "groups": "Liggjande stolpar med {rows} rader i {columns} grupper.",
        "shares": "Liggjande stolpar for alle og {columns} grupper.",
        "waves": "Punkt på linjer med {rows} rader, {columns} punkt i kvar.",
        "heat": "Rutenett med {rows} rader og {columns} kolonnar; mørkare rute er høgare prosent.",
    },
    first="{name}: {values}.",
    hidden="Skjulte tal: {count}.",
)
_EN = FigureWording(
    source="Source: {study}, question {question}. N={n}.",
    no_study="Source: question {question}. N={n}.",
    axis={
        "answered": "Percent of those who answered",
        "asked": "Percent of those who were asked",
        "units": "Percent of all units",
    },
    counts="number in brackets",
    of_group="Percent of n in the group",
    everyone="All",
    pictures={
        "bars": "Horizontal bars with {rows} rows.",
        "groups": "Horizontal bars with {rows} rows in {columns} groups.",
        "shares": "Horizontal bars for all and {columns} groups.",
        "waves": "Points on lines with {rows} rows, {columns} points in each.",
        "heat": "Grid with {rows} rows and {columns} columns; a darker cell is a higher percent.",
    },
    first="{name}: {values}.",
    hidden="Hidden numbers: {count}.",
)
_BY_LANGUAGE = {"nb": _NB, "nn": _NN, "en": _EN}


def figure_wording(language: Language) -> FigureWording:
    """The words of figures in a language."""
    return _BY_LANGUAGE[language]
