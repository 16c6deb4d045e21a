"""The words of the note on quotes, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language

Forms = tuple[str, str]
"""The wording for one and for any other number; `{n}` is filled in."""


@dataclass(frozen=True)
class HonestWording:
    """One language's sentences; in braces what is filled in."""

    quotes: Forms
    answers: Forms
    found: str
    of_them: Forms
    of_none: str
    by_hand: str
    cut: Forms
    paraphrased: Forms
    none_approved: str
    some_approved: str
    all_approved: str
    answers_read: Forms
    people: Forms
    merged: Forms
    merged_in: str
    thin: str
    hidden: Forms
    unlabelled: Forms
    promise: str


_NB = HonestWording(
    quotes=("{n} tekstutdrag", "{n} tekstutdrag"),
    answers=("fra {n} svar", "fra {n} svar"),
    found="Navn på personer, steder og institusjoner, folketall og kontaktopplysninger er søkt "
    "fram med navnelister, mønstre og en opptrent navnegjenkjenner og byttet ut med ord i "
    "hakeparentes, i {masked}.",
    of_them=("{n} av svarene", "{n} av svarene"),
    of_none="ingen av svarene",
    by_hand="{cut} og {paraphrased} for hånd.",
    cut=("{n} svar er forkortet", "{n} svar er forkortet"),
    paraphrased=("{n} omskrevet", "{n} omskrevet"),
    none_approved="Ingen av dem er lest og godkjent ennå; les gjennom før bruk.",
    some_approved="{count} er lest og godkjent av {people}, resten av ingen ennå; "
    "les gjennom før bruk.",
    all_approved="Alle er lest og godkjent av {people}.",
    answers_read=("{n} svar", "{n} svar"),
    people=("én person", "{n} personer"),
    merged=(
        "{n} etikett står for flere størrelsesgrupper som er slått sammen.",
        "{n} etiketter står for flere størrelsesgrupper som er slått sammen.",
    ),
    merged_in="Størrelsesgrupper som færre enn {fewest} svarte i, er slått sammen: {labels}.",
    thin="Etiketter som færre enn {fewest} svar står bak, er beholdt etter en egen vurdering: "
    "{labels}.",
    hidden=(
        "I tabellene som hører til, er {n} celle skjult.",
        "I tabellene som hører til, er {n} celler skjult.",
    ),
    unlabelled=(
        "{n} tekstutdrag står uten etikett, så ingen skjult celle kan regnes ut.",
        "{n} tekstutdrag står uten etikett, så ingen skjult celle kan regnes ut.",
    ),
    promise="Ingen søk finner alt, og den som har kommunens eget skjema, kan kjenne igjen et "
    "ordrett sitat.",
)

_NN = HonestWording(
    quotes=("{n} tekstutdrag", "{n} tekstutdrag"),
    answers=("frå {n} svar", "frå {n} svar"),
    found="Namn på personar, stader og institusjonar, folketal og kontaktopplysningar er søkte "
    "fram med namnelister, mønster og ein opptrent namnegjenkjennar og bytte ut med ord i "
    "hakeparentes, i {masked}.",
    of_them=("{n} av svara", "{n} av svara"),
    of_none="ingen av svara",
    by_hand="{cut} og {paraphrased} for hand.",
    cut=("{n} svar er forkorta", "{n} svar er forkorta"),
    paraphrased=("{n} omskrive", "{n} omskrivne"),
    none_approved="Ingen av dei er lesne og godkjende enno; les gjennom før bruk.",
    some_approved="{count} er lesne og godkjende av {people}, resten av ingen enno; "
    "les gjennom før bruk.",
    all_approved="Alle er lesne og godkjende av {people}.",
    answers_read=("{n} svar", "{n} svar"),
    people=("éin person", "{n} personar"),
    merged=(
        "{n} etikett står for fleire storleiksgrupper som er slått saman.",
        "{n} etikettar står for fleire storleiksgrupper som er slått saman.",
    ),
    merged_in="Storleiksgrupper som færre enn {fewest} svarte i, er slått saman: {labels}.",
    thin="Etikettar som færre enn {fewest} svar står bak, er haldne på etter ei eiga vurdering: "
    "{labels}.",
    hidden=(
        "I tabellane som høyrer til, er {n} celle gøymd.",
        "I tabellane som høyrer til, er {n} celler gøymde.",
    ),
    unlabelled=(
        "{n} tekstutdrag står utan etikett, så inga gøymd celle kan reknast ut.",
        "{n} tekstutdrag står utan etikett, så inga gøymd celle kan reknast ut.",
    ),
    promise="Ingen søk finn alt, og den som har skjemaet til kommunen, kan kjenne att eit "
    "ordrett sitat.",
)

_EN = HonestWording(
    quotes=("{n} passage", "{n} passages"),
    answers=("from {n} answer", "from {n} answers"),
    found="Names of persons, places and institutions, population numbers and contact details were "
    "searched for with lists of names, patterns and a trained recogniser, and replaced by words "
    "in square brackets, in {masked}.",
    of_them=("{n} of the answers", "{n} of the answers"),
    of_none="none of the answers",
    by_hand="By hand, {cut} and {paraphrased}.",
    cut=("{n} answer was shortened", "{n} answers were shortened"),
    paraphrased=("{n} paraphrased", "{n} paraphrased"),
    none_approved="None of them has been read and approved yet; read them before use.",
    some_approved="{count} read and approved by {people}, the rest by nobody yet; "
    "read them before use.",
    all_approved="All of them were read and approved by {people}.",
    answers_read=("{n} answer was", "{n} answers were"),
    people=("one person", "{n} persons"),
    merged=(
        "{n} label stands for several size bands that were merged.",
        "{n} labels stand for several size bands that were merged.",
    ),
    merged_in="Size bands in which fewer than {fewest} answered were merged: {labels}.",
    thin="Labels that fewer than {fewest} answers stand behind were kept by decision: {labels}.",
    hidden=(
        "In the tables that belong here {n} cell is hidden.",
        "In the tables that belong here {n} cells are hidden.",
    ),
    unlabelled=(
        "{n} passage has no label, so that no hidden cell can be worked out.",
        "{n} passages have no label, so that no hidden cell can be worked out.",
    ),
    promise="No search finds everything, and whoever holds the municipality's own form may "
    "recognise a verbatim quote.",
)

_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def honest_wording(language: Language) -> HonestWording:
    """The sentences of one language."""
    return _WORDINGS[language]
