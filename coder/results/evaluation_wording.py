"""Sentences on how good the suggestions would have been, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class EvaluationWording:
    """One language's sentences; in braces what is filled in."""

    title: str
    methods: Mapping[str, str]
    coded_before: str
    window: str
    recall: str
    precision: str
    recall_head: str
    precision_head: str
    mrr: str
    keys: str
    codes: str
    method: str
    all: str
    answers_axis: str
    saved: str
    sure: str
    sure_none: str
    told: str
    given: str
    count: str
    error: str
    seconds: str
    as_now: str
    source: str
    alternative: str


_NB = EvaluationWording(
    title="Treffsikkerheten til kodeforslagene: {text}",
    methods={
        "suggestions": "forslagene",
        "most frequent": "mest brukte koder",
        "char-SVM": "SVM på bokstaver",
    },
    coded_before="Kodet før",
    window="{first}-{last}",
    recall="Blant fem",
    precision="Først",
    recall_head="Koder som sto blant de fem første",
    precision_head="Svar der den første var riktig",
    mrr="MRR",
    keys="Taster",
    codes="Koder",
    method="Rekkefølge",
    all="Alle",
    answers_axis="Svar kodet før",
    saved="En kode som finnes, koster {keys} taster med forslagene og {before} når de mest brukte "
    "kodene står klare ({percent} prosent spart).",
    sure="Forslag med sannsynlighet minst {level}: {count}, av dem {percent} prosent riktige.",
    sure_none="Forslag med sannsynlighet minst {level}: ingen.",
    told="Sagt",
    given="Gitt",
    count="Forslag",
    error="Sagt sannsynlighet avviker i gjennomsnitt {error} prosentpoeng fra det som ble gitt.",
    seconds="Et forslag tok {mean} ms i gjennomsnitt, det tregeste {slowest} ms.",
    as_now="{answers} svar er spilt av i den rekkefølgen de ble kodet, med {codes} koder slik de "
    "er nå. En kode regnes som kjent fra det første svaret som fikk den.",
    source="Kilde: {study}, spørsmål {question}. N={n} kodede svar.",
    alternative="To linjediagrammer over svar kodet før. Andel av kodene som sto blant de fem "
    "første: {recall}. Andel svar der den første var riktig: {precision}.",
)

_NN = EvaluationWording(
    title="Treffsikkerheita til kodeforslaga: {text}",
    methods={
        "suggestions": "forslaga",
        "most frequent": "mest brukte kodar",
        "char-SVM": "SVM på bokstavar",
    },
    coded_before="Koda før",
    window="{first}-{last}",
    recall="Blant fem",
    precision="Først",
    recall_head="Kodar som stod blant dei fem første",
    precision_head="Svar der den første var rett",
    mrr="MRR",
    keys="Tastar",
    codes="Kodar",
    method="Rekkjefølgje",
    all="Alle",
    answers_axis="Svar koda før",
    saved="Ein kode som finst, kostar {keys} tastar med forslaga og {before} når dei mest brukte "
    "kodane står klare ({percent} prosent spart).",
    sure="Forslag med sannsyn minst {level}: {count}, av dei {percent} prosent rette.",
    sure_none="Forslag med sannsyn minst {level}: ingen.",
    told="Sagt",
    given="Gjeve",
    count="Forslag",
    error="Sagt sannsyn vik i gjennomsnitt {error} prosentpoeng frå det som vart gjeve.",
    seconds="Eit forslag tok {mean} ms i gjennomsnitt, det tregaste {slowest} ms.",
    as_now="{answers} svar er spela av i den rekkjefølgja dei vart koda, med {codes} kodar slik "
    "dei er no. Ein kode blir rekna som kjend frå det første svaret som fekk han.",
    source="Kjelde: {study}, spørsmål {question}. N={n} koda svar.",
    alternative="To linjediagram over svar koda før. Del av kodane som stod blant dei fem første: "
    "{recall}. Del av svara der den første var rett: {precision}.",
)

_EN = EvaluationWording(
    title="How good the suggested codes would have been: {text}",
    methods={
        "suggestions": "suggestions",
        "most frequent": "most used codes",
        "char-SVM": "SVM on letters",
    },
    coded_before="Coded before",
    window="{first}-{last}",
    recall="In first five",
    precision="First",
    recall_head="Codes that stood among the first five",
    precision_head="Answers where the first was right",
    mrr="MRR",
    keys="Keys",
    codes="Codes",
    method="Order",
    all="All",
    answers_axis="Answers coded before",
    saved="A code that exists costs {keys} keys with the suggestions, and {before} when the most "
    "used codes stand ready ({percent} percent saved).",
    sure="Suggestions at least {level} likely: {count}; right ones: {percent} percent.",
    sure_none="Suggestions at least {level} likely: none.",
    told="Told",
    given="Given",
    count="Suggestions",
    error="On average the probability told is {error} percentage points from what was given.",
    seconds="A suggestion took {mean} ms on average, the slowest {slowest} ms.",
    as_now="Answers replayed in the order in which they were coded: {answers}. Codes, as they are "
    "now: {codes}. A code counts as known from the first answer that got it.",
    source="Source: {study}, question {question}. N={n} coded answers.",
    alternative="Two line charts over answers coded before. Share of the codes that stood among "
    "the first five: {recall}. Share of the answers where the first was right: {precision}.",
)

_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def evaluation_wording(language: Language) -> EvaluationWording:
    """The sentences of one language."""
    return _WORDINGS[language]
