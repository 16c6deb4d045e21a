"""The labels in files for statistics programs, in the language of the study."""

from dataclasses import dataclass

from coder.exports.internal import INTERNAL
from corpus.language import Language


@dataclass(frozen=True)
class StatisticsWording:
    """Labels of one language; `internal` marks the file, the others name variables and values."""

    internal: str
    respondent: str
    wave: str
    kind: str
    band: str
    population: str
    status: str
    blank: str
    answered: str
    not_mentioned: str
    mentioned: str
    mention: str
    name: str
    label: str
    values: str


_NB = StatisticsWording(
    internal=INTERNAL["nb"],
    respondent="Respondent",
    wave="År",
    kind="Type",
    band="Størrelsesgruppe",
    population="Innbyggere",
    status="Besvart: {question}",
    blank="Blank",
    answered="Besvart",
    not_mentioned="Ikke nevnt",
    mentioned="Nevnt",
    mention="{number}. kode: {question}",
    name="Variabel",
    label="Betydning",
    values="Verdier",
)
_NN = StatisticsWording(
    internal=INTERNAL["nn"],
    respondent="Respondent",
    wave="År",
    kind="Type",
    band="Storleiksgruppe",
    population="Innbyggjarar",
    status="Svart på: {question}",
    blank="Blank",
    answered="Svart",
    not_mentioned="Ikkje nemnt",
    mentioned="Nemnt",
    mention="{number}. kode: {question}",
    name="Variabel",
    label="Tyding",
    values="Verdiar",
)
_EN = StatisticsWording(
    internal=INTERNAL["en"],
    respondent="Respondent",
    wave="Year",
    kind="Type",
    band="Size band",
    population="Inhabitants",
    status="Answered: {question}",
    blank="Blank",
    answered="Answered",
    not_mentioned="Not mentioned",
    mentioned="Mentioned",
    mention="Code {number}: {question}",
    name="Variable",
    label="Meaning",
    values="Values",
)
_BY_LANGUAGE = {"nb": _NB, "nn": _NN, "en": _EN}


def statistics_wording(language: Language) -> StatisticsWording:
    """The labels in a language."""
    return _BY_LANGUAGE[language]
