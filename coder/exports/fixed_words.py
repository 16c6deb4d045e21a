"""The words that the files themselves need, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class FixedWords:
    """Fixed words of one language; `tag` is its BCP 47 tag, `signs` explain the signs in tables."""

    tag: str
    table: str
    tables: str
    contents: str
    page: str
    of: str
    everyone: str
    percent_of_n: str
    theme: str
    question: str
    level: str
    quote: str
    quotes: str
    lead_ins: str
    label: str
    continued: str
    status: str
    sign: str
    signs: dict[str, str]
    cells: tuple[str, str]


_NB = FixedWords(
    tag="nb-NO",
    table="Tabell",
    tables="Tabeller",
    contents="Innhold",
    page="Side",
    of="av",
    everyone="Alle",
    percent_of_n="prosent av n",
    theme="Tema",
    question="Spørsmål",
    level="Nivå",
    quote="Sitat",
    quotes="Sitater",
    lead_ins="Innledninger",
    label="Størrelsesgruppe",
    continued="forts.",
    status="Status",
    sign="Tegn",
    cells=("{n} celle", "{n} celler"),
    signs={
        "-": "null",
        ".": "ikke mulig å oppgi tall",
        "..": "tallgrunnlag mangler",
        ":": "kan ikke offentliggjøres",
    },
)
_NN = FixedWords(
    tag="nn-NO",
    table="Tabell",
    tables="Tabellar",
    contents="Innhald",
    page="Side",
    of="av",
    everyone="Alle",
    percent_of_n="prosent av n",
    theme="Tema",
    question="Spørsmål",
    level="Nivå",
    quote="Sitat",
    quotes="Sitat",
    lead_ins="Innleiingar",
    label="Storleiksgruppe",
    continued="framh.",
    status="Status",
    sign="Teikn",
    cells=("{n} celle", "{n} celler"),
    signs={
        "-": "null",
        ".": "ikkje mogleg å gi tal",
        "..": "talgrunnlag manglar",
        ":": "kan ikkje offentleggjerast",
    },
)
_EN = FixedWords(
    tag="en-GB",
    table="Table",
    tables="Tables",
    contents="Contents",
    page="Page",
    of="of",
    everyone="All",
    percent_of_n="percent of n",
    theme="Theme",
    question="Question",
    level="Level",
    quote="Quote",
    quotes="Quotes",
    lead_ins="Lead-ins",
    label="Size band",
    continued="cont.",
    status="Status",
    sign="Signs",
    cells=("{n} cell", "{n} cells"),
    signs={
        "-": "nil",
        ".": "not applicable",
        "..": "not available",
        ":": "not for publication",
    },
)
_BY_LANGUAGE = {"nb": _NB, "nn": _NN, "en": _EN}


def fixed_words(language: Language) -> FixedWords:
    """The fixed words of a language."""
    return _BY_LANGUAGE[language]
