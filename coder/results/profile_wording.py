"""The words of a profile over size bands, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class ProfileWording:
    """One language's words; in braces what is filled in."""

    title: str
    code: str
    band: str
    n: str
    count: str
    percent: str
    low: str
    high: str
    interval: str
    difference: str
    difference_low: str
    difference_high: str
    typical: str
    more: str
    less: str
    base: str
    method: str
    marks: str
    no_marks: str
    uncoded: str
    to: str
    hidden: str
    open: str


_METHOD_NB = (
    "95 prosent intervall: for andeler Wilson (1927), for differanser Newcombe (1998, metode 10). "
    "Differansen er mot alle andre som har svart, i prosentpoeng."
)
_METHOD_NN = (
    "95 prosent intervall: for delar Wilson (1927), for differansar Newcombe (1998, metode 10). "
    "Differansen er mot alle andre som har svart, i prosentpoeng."
)
_METHOD_EN = (
    "Intervals of 95 percent: shares by Wilson (1927), differences by Newcombe (1998, method 10). "
    "The difference is to all others who answered, in percentage points."
)

_NB = ProfileWording(
    title="{question} Koder etter størrelsesgruppe, N={n}",
    code="Kode",
    band="Størrelsesgruppe",
    n="n",
    count="Antall",
    percent="Prosent",
    low="Nedre",
    high="Øvre",
    interval="95 % intervall",
    difference="Differanse",
    difference_low="Differanse nedre",
    difference_high="Differanse øvre",
    typical="Typisk",
    more="oftere",
    less="sjeldnere",
    base="Prosent av dem i gruppen som har svart (n).",
    method=_METHOD_NB,
    marks="▲ oftere og ▼ sjeldnere enn hos de andre: {count} av {comparisons} sammenlikninger står "
    "når alle prøves samlet på 5-prosentnivå (Holm 1979). Grupper og koder med færre enn {fewest} "
    "svar prøves ikke.",
    no_marks="Ingen kode er typisk for en gruppe: ingen av {comparisons} sammenlikninger står når "
    "alle prøves samlet på 5-prosentnivå (Holm 1979). Grupper og koder med færre enn {fewest} svar "
    "prøves ikke.",
    uncoded="{n} svar er ikke kodet ennå; de regnes som svar uten kode.",
    to="til",
    hidden=": kan ikke offentliggjøres.",
    open="Ikke til offentliggjøring: små celler er ikke skjult.",
)

_NN = ProfileWording(
    title="{question} Kodar etter storleiksgruppe, N={n}",
    code="Kode",
    band="Storleiksgruppe",
    n="n",
    count="Tal",
    percent="Prosent",
    low="Nedre",
    high="Øvre",
    interval="95 % intervall",
    difference="Differanse",
    difference_low="Differanse nedre",
    difference_high="Differanse øvre",
    typical="Typisk",
    more="oftare",
    less="sjeldnare",
    base="Prosent av dei i gruppa som har svart (n).",
    method=_METHOD_NN,
    marks="▲ oftare og ▼ sjeldnare enn hos dei andre: {count} av {comparisons} samanlikningar står "
    "når alle blir prøvde samla på 5-prosentnivå (Holm 1979). Grupper og kodar med færre enn "
    "{fewest} svar blir ikkje prøvde.",
    no_marks="Ingen kode er typisk for ei gruppe: ingen av {comparisons} samanlikningar står når "
    "alle blir prøvde samla på 5-prosentnivå (Holm 1979). Grupper og kodar med færre enn {fewest} "
    "svar blir ikkje prøvde.",
    uncoded="{n} svar er ikkje koda enno; dei blir rekna som svar utan kode.",
    to="til",
    hidden=": kan ikkje offentleggjerast.",
    open="Ikkje til offentleggjering: små celler er ikkje skjulte.",
)

_EN = ProfileWording(
    title="{question} Codes by size band, N={n}",
    code="Code",
    band="Size band",
    n="n",
    count="Count",
    percent="Percent",
    low="Low",
    high="High",
    interval="95% interval",
    difference="Difference",
    difference_low="Difference low",
    difference_high="Difference high",
    typical="Typical",
    more="more often",
    less="less often",
    base="Percent of those in the band who answered (n).",
    method=_METHOD_EN,
    marks="▲ more often and ▼ less often than among the others: {count} of {comparisons} "
    "comparisons stand when all are tried together at the level of 5 percent (Holm 1979). Bands "
    "and codes with fewer than {fewest} answers are not tried.",
    no_marks="No code is typical of a band: none of {comparisons} comparisons stands when all are "
    "tried together at the level of 5 percent (Holm 1979). Bands and codes with fewer than "
    "{fewest} answers are not tried.",
    uncoded="Answers not coded yet: {n}; they count as answers without a code.",
    to="to",
    hidden=": not for publication.",
    open="Not for publication: small cells are not hidden.",
)

_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def profile_wording(language: Language) -> ProfileWording:
    """The words of one language."""
    return _WORDINGS[language]
