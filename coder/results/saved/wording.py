"""The sentences of saved tables, in the language of the table."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class SavedWording:
    """One language's sentences; in braces what is filled in."""

    merged: str
    only: str
    units: str
    rounded: str
    intervals: str
    interval_head: str
    differs: str
    fewest: str
    year: str
    codes_of: str
    weighted: str
    weight: str
    unweighted: str
    response: str
    missing: str
    question: str
    response_title: str
    missing_title: str
    response_note: str
    missing_note: str
    earlier: str
    none: str
    some: str
    half: str
    most: str
    all: str
    of: str
    one_of: str
    about: str
    about_of: str
    numbers: tuple[str, ...]


_NB = SavedWording(
    merged="Koden {code} er slått sammen med {into}.",
    only="Bare der {variable} er {values}.",
    units="Bare {kinds}.",
    rounded="Antallene er avrundet til nærliggende tall som kan deles på 3; prosentene er regnet "
    "av dem.",
    intervals="95 prosent konfidensintervall (Wilson) står bak prosenten.",
    interval_head="95 % KI",
    differs="* Andelen er en annen enn blant alle de andre (Fishers eksakte test, 5 prosent, "
    "med Holms korreksjon for alle sammenligninger i tabellen).",
    fewest="Grupper med færre enn {n} er ikke prøvd.",
    year="år",
    codes_of="koder til {question}",
    weighted="Vektet",
    weight="Vektet med {variable}; {n} uten gyldig vekt er ikke med i de vektede tallene.",
    unweighted="Antall og prosent er uvektet.",
    response="Svar",
    missing="Ikke besvart",
    question="Spørsmål",
    response_title="Svar og svarprosent",
    missing_title="Ubesvart",
    response_note="Prosent av dem som fikk spørsmålet.",
    missing_note="Prosent av dem som fikk spørsmålet og ikke svarte.",
    earlier="Merket ny: ikke i bruk før. Merket bekrefter: også i bruk før.",
    none="Ingen",
    some="Noen",
    half="Om lag halvparten",
    most="De fleste",
    all="Alle",
    of="{count} av de {n}",
    one_of="{one} av {of}",
    about="{word} ({count} av {n})",
    about_of="omtrent {phrase}",
    numbers=("én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
)

_NN = SavedWording(
    merged="Koden {code} er slått saman med {into}.",
    only="Berre der {variable} er {values}.",
    units="Berre {kinds}.",
    rounded="Tala er runda av til nærliggjande tal som kan delast på 3; prosentane er rekna "
    "av dei.",
    intervals="95 prosent konfidensintervall (Wilson) står bak prosenten.",
    interval_head="95 % KI",
    differs="* Delen er ein annan enn mellom alle dei andre (Fishers eksakte test, 5 prosent, "
    "med Holms korreksjon for alle samanlikningar i tabellen).",
    fewest="Grupper med færre enn {n} er ikkje prøvde.",
    year="år",
    codes_of="kodar til {question}",
    weighted="Vekta",
    weight="Vekta med {variable}; {n} utan gyldig vekt er ikkje med i dei vekta tala.",
    unweighted="Tal og prosent er uvekta.",
    response="Svar",
    missing="Ikkje svart",
    question="Spørsmål",
    response_title="Svar og svarprosent",
    missing_title="Ikkje svart",
    response_note="Prosent av dei som fekk spørsmålet.",
    missing_note="Prosent av dei som fekk spørsmålet og ikkje svara.",
    earlier="Merkt ny: ikkje i bruk før. Merkt stadfestar: også i bruk før.",
    none="Ingen",
    some="Nokre",
    half="Om lag halvparten",
    most="Dei fleste",
    all="Alle",
    of="{count} av dei {n}",
    one_of="{one} av {of}",
    about="{word} ({count} av {n})",
    about_of="om lag {phrase}",
    numbers=("éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
)

_EN = SavedWording(
    merged="The code {code} was merged into {into}.",
    only="Only where {variable} is {values}.",
    units="Only {kinds}.",
    rounded="Counts are rounded to a multiple of 3 next to them; percentages are reckoned from "
    "these.",
    intervals="The 95 percent confidence interval (Wilson) stands behind the percent.",
    interval_head="95% CI",
    differs="* The share is another than among all others (Fisher's exact test, 5 percent, with "
    "Holm's correction for all comparisons in the table).",
    fewest="Groups of fewer than {n} are not tested.",
    year="year",
    codes_of="codes of {question}",
    weighted="Weighted",
    weight="Weighted by {variable}; {n} without a valid weight are not in the weighted figures.",
    unweighted="Count and percent are not weighted.",
    response="Answers",
    missing="No answer",
    question="Question",
    response_title="Answers and response rate",
    missing_title="No answer",
    response_note="Percent of those who were asked.",
    missing_note="Percent of those who were asked and did not answer.",
    earlier="Marked new: not in use before. Marked confirms: in use before, too.",
    none="None",
    some="Some",
    half="About half",
    most="Most",
    all="All",
    of="{count} of the {n}",
    one_of="{one} in {of}",
    about="{word} ({count} of {n})",
    about_of="about {phrase}",
    numbers=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
)

_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def saved_words(language: Language) -> SavedWording:
    """The sentences of one language."""
    return _WORDINGS[language]
