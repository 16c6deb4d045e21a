"""The sentences of codebook documents, alternatives and years, in the language of the study."""

import re
from dataclasses import dataclass

from codebooks.comparing import Kind
from corpus.language import Language, format_number

_UNDER_ONE = "<1"
_OTHER = re.compile(
    r"(?:annet|anna|annen|annan|andre|other)"
    r"(?:\W+(?:hva|kva|hvem|kven|hvilke\w*|kva for|spesifiser|please|specify|beskriv|noter).*|\W*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CodebookWords:
    """One language's sentences; in braces what is filled in."""

    other: str
    alternatives: str
    alternative: str
    figures: str
    one_figure: str
    own: str
    from_code: str
    gathers: str
    outcomes: str
    few: str
    document: str
    single: str
    several: str
    ordered: str
    code_number: str
    definition: str
    include: str
    exclude: str
    retired: str
    outcome: str
    example: str
    years: str
    kinds: dict[Kind, str]
    before: str
    now: str
    by_path: str
    back_coded: str
    closed: str
    from_text: str
    moved: str
    still_other: str
    left_alone: str


_NB = CodebookWords(
    other="Annet, hva",
    alternatives="Svaralternativer: {question}",
    alternative="Alternativ",
    figures="{n} svar, {percent} prosent",
    one_figure="1 svar, {percent} prosent",
    own="{n} av dem uten underkode",
    from_code="Kode {number}: {path}",
    gathers="Samler: {names}",
    outcomes="Utfall er ikke alternativer ({names}); {n} svar har ingen annen kode.",
    few="Koder med færre enn {n} svar står under «{other}».",
    document="Kodebok: {name}",
    single="Én kode per svar.",
    several="Flere koder per svar.",
    ordered="Kodene er en skala.",
    code_number="Kode {number}",
    definition="Definisjon",
    include="Brukes når",
    exclude="Brukes ikke når",
    retired="ikke lenger i bruk",
    outcome="utfall",
    example="Eksempel",
    years="Kodebøker: {before} og {after}",
    kinds={
        "new": "Nye",
        "gone": "Borte",
        "merged": "Slått sammen med en annen",
        "renamed": "Nytt navn",
        "moved": "Flyttet",
        "redefined": "Ny definisjon",
        "same": "Som før",
    },
    before="Før",
    now="Nå",
    by_path="Kodebøkene har ingen koder med felles identitet; kodene er funnet igjen på tema og "
    "navn.",
    back_coded="{question} Avkrysset og etterkodet fra fritekst, N={n}",
    closed="Avkrysset",
    from_text="Fra fritekst",
    moved="{n} av {all} er flyttet fra «{other}» etter det de skrev; {left} står igjen.",
    still_other="{n} svar er ikke kodet ennå.",
    left_alone="{n} har skrevet noe uten å krysse av «{other}»; avkryssingen gjelder.",
)

_NN = CodebookWords(
    other="Anna, kva",
    alternatives="Svaralternativ: {question}",
    alternative="Alternativ",
    figures="{n} svar, {percent} prosent",
    one_figure="1 svar, {percent} prosent",
    own="{n} av dei utan underkode",
    from_code="Kode {number}: {path}",
    gathers="Samlar: {names}",
    outcomes="Utfall er ikkje alternativ ({names}); {n} svar har ingen annan kode.",
    few="Kodar med færre enn {n} svar står under «{other}».",
    document="Kodebok: {name}",
    single="Éin kode per svar.",
    several="Fleire kodar per svar.",
    ordered="Kodane er ein skala.",
    code_number="Kode {number}",
    definition="Definisjon",
    include="Vert brukt når",
    exclude="Vert ikkje brukt når",
    retired="ikkje lenger i bruk",
    outcome="utfall",
    example="Døme",
    years="Kodebøker: {before} og {after}",
    kinds={
        "new": "Nye",
        "gone": "Borte",
        "merged": "Slegne saman med ein annan",
        "renamed": "Nytt namn",
        "moved": "Flytta",
        "redefined": "Ny definisjon",
        "same": "Som før",
    },
    before="Før",
    now="No",
    by_path="Kodebøkene har ingen kodar med felles identitet; kodane er funne att på tema og namn.",
    back_coded="{question} Kryssa av og etterkoda frå fritekst, N={n}",
    closed="Kryssa av",
    from_text="Frå fritekst",
    moved="{n} av {all} er flytta frå «{other}» etter det dei skreiv; {left} står att.",
    still_other="{n} svar er ikkje koda enno.",
    left_alone="{n} har skrive noko utan å krysse av «{other}»; avkryssinga gjeld.",
)

_EN = CodebookWords(
    other="Other, please specify",
    alternatives="Alternatives: {question}",
    alternative="Alternative",
    figures="{n} answers, {percent} percent",
    one_figure="1 answer, {percent} percent",
    own="{n} of them without a sub-code",
    from_code="Code {number}: {path}",
    gathers="Takes in: {names}",
    outcomes="Outcomes are no alternatives ({names}); answers with no other code: {n}.",
    few="Codes with fewer than {n} answers stand under “{other}”.",
    document="Codebook: {name}",
    single="One code an answer.",
    several="Several codes an answer.",
    ordered="The codes are a scale.",
    code_number="Code {number}",
    definition="Definition",
    include="Use when",
    exclude="Do not use when",
    retired="no longer in use",
    outcome="outcome",
    example="Example",
    years="Codebooks: {before} and {after}",
    kinds={
        "new": "New",
        "gone": "Gone",
        "merged": "Merged into another",
        "renamed": "Renamed",
        "moved": "Moved",
        "redefined": "Redefined",
        "same": "As before",
    },
    before="Before",
    now="Now",
    by_path="The codebooks have no code of the same identity; codes are matched by theme and name.",
    back_coded="{question} Ticked and coded from free text, N={n}",
    closed="Ticked",
    from_text="From free text",
    moved="{n} of {all} are moved from “{other}” by what they wrote; {left} stay there.",
    still_other="Answers not coded yet: {n}.",
    left_alone="{n} wrote something without ticking “{other}”; what they ticked counts.",
)

_WORDS = {"nb": _NB, "nn": _NN, "en": _EN}


def codebook_words(language: Language) -> CodebookWords:
    """The sentences of one language."""
    return _WORDS[language]


def figures(count: int, percent: int, language: Language) -> str:
    """A count of answers with its percent in words; a percent of 0 of some is `<1`."""
    words = _WORDS[language]
    share = _UNDER_ONE if count and not percent else str(percent)
    sentence = words.one_figure if count == 1 else words.figures
    return sentence.format(n=format_number(count, language), percent=share)


def is_other(name: str) -> bool:
    """Whether an alternative is the one for everything else, such as `Annet, hva` or `Anna`."""
    return _OTHER.fullmatch(" ".join(name.split())) is not None
