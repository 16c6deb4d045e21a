"""The sentences of tables and quotes, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class Wording:
    """One language's sentences; in braces what is filled in."""

    title: str
    title_by: str
    list_title: str
    code: str
    theme: str
    count: str
    percent: str
    size_band: str
    unanswered: str
    total: str
    rest: str
    base_answered: str
    base_asked: str
    base_units: str
    response: str
    several: str
    rounding: str
    uncoded: str
    one_coder: str
    draft: str
    quotes_title: str
    new: str
    confirms: str


_NB = Wording(
    title="{question} Antall og prosent, N={n}",
    title_by="{question} Etter {by}, N={n}",
    list_title="{question} N={n}",
    code="Kode",
    theme="Hovedtema",
    count="Antall",
    percent="Prosent",
    size_band="størrelsesgruppe",
    unanswered="Ubesvart",
    total="Totalt",
    rest="andre ({codes} koder, {answers} svar)",
    base_answered="Prosent av de {n} som har svart.",
    base_asked="Prosent av de {n} som fikk spørsmålet.",
    base_units="Prosent av alle {n} enheter.",
    response="{answered} av {asked} som fikk spørsmålet har svart ({rate} prosent).",
    several="Ett svar kan ha flere koder, så prosentene summerer seg til mer enn 100.",
    rounding="Prosentene summerer seg til {sum} på grunn av avrunding.",
    uncoded="{n} svar ikke kodet.",
    one_coder="Bare koding av {coder}.",
    draft="UTKAST, IKKE GODKJENT",
    quotes_title="Sitater: {title}",
    new="ny",
    confirms="bekrefter",
)

_NN = Wording(
    title="{question} Tal og prosent, N={n}",
    title_by="{question} Etter {by}, N={n}",
    list_title="{question} N={n}",
    code="Kode",
    theme="Hovudtema",
    count="Tal",
    percent="Prosent",
    size_band="storleiksgruppe",
    unanswered="Ikkje svart",
    total="Totalt",
    rest="andre ({codes} kodar, {answers} svar)",
    base_answered="Prosent av dei {n} som har svart.",
    base_asked="Prosent av dei {n} som fekk spørsmålet.",
    base_units="Prosent av alle {n} einingar.",
    response="{answered} av {asked} som fekk spørsmålet har svart ({rate} prosent).",
    several="Eitt svar kan ha fleire kodar, så prosentane summerer seg til meir enn 100.",
    rounding="Prosentane summerer seg til {sum} på grunn av avrunding.",
    uncoded="{n} svar ikkje koda.",
    one_coder="Berre koding av {coder}.",
    draft="UTKAST, IKKJE GODKJENT",
    quotes_title="Sitat: {title}",
    new="ny",
    confirms="stadfestar",
)

_EN = Wording(
    title="{question} Count and percent, N={n}",
    title_by="{question} By {by}, N={n}",
    list_title="{question} N={n}",
    code="Code",
    theme="Main theme",
    count="Count",
    percent="Percent",
    size_band="size band",
    unanswered="No answer",
    total="Total",
    rest="others ({codes} codes, {answers} answers)",
    base_answered="Percent of the {n} who answered.",
    base_asked="Percent of the {n} who were asked.",
    base_units="Percent of all {n} units.",
    response="{answered} of {asked} who were asked have answered ({rate} percent).",
    several="An answer can have several codes, so the percentages add to more than 100.",
    rounding="The percentages add to {sum} because they are rounded.",
    uncoded="Answers not coded: {n}.",
    one_coder="Only codings by {coder}.",
    draft="DRAFT, NOT APPROVED",
    quotes_title="Quotes: {title}",
    new="new",
    confirms="confirms",
)

_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def wording(language: Language) -> Wording:
    """The sentences of one language."""
    return _WORDINGS[language]
