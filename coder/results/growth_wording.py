"""The sentences on how a code list grew, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class GrowthWording:
    """One language's sentences; in braces what is filled in."""

    methods: str
    asked: str
    all_coded: str
    some_coded: str
    none_coded: str
    one_coder: str
    coders: str
    by_coder: str
    codes: str
    levels: tuple[str, str, str]
    themes: str
    outcomes: str
    one_code: str
    several_codes: str
    bins: str
    last_bin: str
    needed: str
    rule: str
    reached: str
    not_reached: str
    at_once: str
    no_code: str
    imported: str
    as_now: str
    shared: str
    together: str
    title: str
    title_coder: str
    answers_axis: str
    codes_axis: str
    bins_axis: str
    last_new: str
    source: str
    answers: str
    new: str
    needed_head: str
    names: str
    latest: str
    alternative: str


_NB = GrowthWording(
    methods="Metodenotat: {title}",
    asked="Spørsmålet gikk til {asked} respondenter, og {answered} ({rate} prosent) svarte med "
    "tekst.",
    all_coded="Alle svarene er kodet.",
    some_coded="{coded} av svarene er kodet; {left} gjenstår.",
    none_coded="Ingen av svarene er kodet.",
    one_coder="All koding er gjort av {coder}.",
    coders="Kodingen er gjort av {count} personer: {each}.",
    by_coder="{coder} ({answers} svar)",
    codes="Antall koder i bruk er {codes} ({levels}).",
    levels=("øverste nivå: {n}", "andre nivå: {n}", "tredje nivå: {n}"),
    themes="De hører til {themes} hovedtema.",
    outcomes="Utfall, som «Vet ikke», er ikke tema og regnes ikke med; {n} slike er i bruk.",
    one_code="Hvert svar har nøyaktig én kode.",
    several_codes="Et svar kan ha flere koder; et kodet svar har {mean} i gjennomsnitt, utfall "
    "medregnet.",
    bins="Nye koder per {size} svar, i den rekkefølgen svarene ble kodet: {new}.",
    last_bin="Siste gruppe har {n} svar.",
    needed="{needed} av {answers} kodede svar ({percent} prosent) trengte en ny kode.",
    rule="Metningsregel: ingen ny kode i de siste {last} svarene.",
    reached="Regelen er oppfylt: den siste nye koden kom ved svar {place} av {answers}, og "
    "{since} svar er kodet siden.",
    not_reached="Regelen er ikke oppfylt: den siste nye koden kom ved svar {place} av {answers}, "
    "og {since} svar er kodet siden.",
    at_once="Svar som ble kodet i samme handling, teller i regelen som ett: {gone} siden den siste "
    "nye koden.",
    no_code="Ingen kode er i bruk ennå, så regelen om metning kan ikke prøves.",
    imported="{imported} av svarene var kodet i en fil; de står i filens rekkefølge, som ikke "
    "trenger å være den de ble kodet i.",
    as_now="Kodene er telt slik de er nå: en kode som er slått sammen med en annen, teller som "
    "den.",
    shared="Kodelisten er felles for {questions}.",
    together="For disse spørsmålene samlet: {said}",
    title="Kodelistens vekst: {text}",
    title_coder="Kodelistens vekst, koding av {coder}: {text}",
    answers_axis="Svar, i den rekkefølgen de ble kodet",
    codes_axis="Koder i bruk",
    bins_axis="Nye per {size}",
    last_new="siste nye kode: svar {place}",
    source="Kilde: {study}, spørsmål {questions}. N={n} kodede svar av {answered}.",
    answers="Svar",
    new="Nye koder",
    needed_head="Svar som trengte ny kode",
    names="Nye kodenavn",
    latest="Sist kom: {names}.",
    alternative="Trappekurve over antall koder i bruk etter hvert som {n} svar ble kodet. Etter "
    "{quarter} svar var {early} av {codes} koder i bruk, etter {half} svar {middle}.",
)

_NN = GrowthWording(
    methods="Metodenotat: {title}",
    asked="Spørsmålet gjekk til {asked} respondentar, og {answered} ({rate} prosent) svara med "
    "tekst.",
    all_coded="Alle svara er koda.",
    some_coded="{coded} av svara er koda; {left} står att.",
    none_coded="Ingen av svara er koda.",
    one_coder="All koding er gjord av {coder}.",
    coders="Kodinga er gjord av {count} personar: {each}.",
    by_coder="{coder} ({answers} svar)",
    codes="Talet på kodar i bruk er {codes} ({levels}).",
    levels=("øvste nivå: {n}", "andre nivå: {n}", "tredje nivå: {n}"),
    themes="Dei høyrer til {themes} hovudtema.",
    outcomes="Utfall, som «Vet ikke», er ikkje tema og blir ikkje rekna med; {n} slike er i bruk.",
    one_code="Kvart svar har nøyaktig éin kode.",
    several_codes="Eit svar kan ha fleire kodar; eit koda svar har {mean} i gjennomsnitt, utfall "
    "medrekna.",
    bins="Nye kodar per {size} svar, i den rekkjefølgja svara vart koda: {new}.",
    last_bin="Siste gruppe har {n} svar.",
    needed="{needed} av {answers} koda svar ({percent} prosent) trong ein ny kode.",
    rule="Mettingsregel: ingen ny kode i dei siste {last} svara.",
    reached="Regelen er oppfylt: den siste nye koden kom ved svar {place} av {answers}, og "
    "{since} svar er koda sidan.",
    not_reached="Regelen er ikkje oppfylt: den siste nye koden kom ved svar {place} av {answers}, "
    "og {since} svar er koda sidan.",
    at_once="Svar som vart koda i same handling, tel i regelen som eitt: {gone} sidan den siste "
    "nye koden.",
    no_code="Ingen kode er i bruk enno, så regelen om metting kan ikkje prøvast.",
    imported="{imported} av svara var koda i ei fil; dei står i rekkjefølgja til fila, som ikkje "
    "treng å vere den dei vart koda i.",
    as_now="Kodane er talde slik dei er no: ein kode som er slått saman med ein annan, tel som "
    "den.",
    shared="Kodelista er felles for {questions}.",
    together="For desse spørsmåla samla: {said}",
    title="Veksten til kodelista: {text}",
    title_coder="Veksten til kodelista, koding av {coder}: {text}",
    answers_axis="Svar, i den rekkjefølgja dei vart koda",
    codes_axis="Kodar i bruk",
    bins_axis="Nye per {size}",
    last_new="siste nye kode: svar {place}",
    source="Kjelde: {study}, spørsmål {questions}. N={n} koda svar av {answered}.",
    answers="Svar",
    new="Nye kodar",
    needed_head="Svar som trong ny kode",
    names="Nye kodenamn",
    latest="Sist kom: {names}.",
    alternative="Trappekurve over talet på kodar i bruk etter kvart som {n} svar vart koda. Etter "
    "{quarter} svar var {early} av {codes} kodar i bruk, etter {half} svar {middle}.",
)

_EN = GrowthWording(
    methods="Note on methods: {title}",
    asked="Respondents asked: {asked}. {answered} of them ({rate} percent) answered with text.",
    all_coded="All answers are coded.",
    some_coded="Answers coded: {coded}; left to code: {left}.",
    none_coded="No answer is coded.",
    one_coder="All coding was done by {coder}.",
    coders="The coding was done by {count} people: {each}.",
    by_coder="{coder} (answers: {answers})",
    codes="Number of codes in use: {codes} ({levels}).",
    levels=("top level: {n}", "second level: {n}", "third level: {n}"),
    themes="Main themes they belong to: {themes}.",
    outcomes="Outcomes such as “Don't know” are no themes and are not counted; in use: {n}.",
    one_code="Each answer has exactly one code.",
    several_codes="An answer can have several codes; a coded answer has {mean} on average, "
    "outcomes included.",
    bins="New codes per {size} answers, in the order in which these were coded: {new}.",
    last_bin="Answers in the last group: {n}.",
    needed="{needed} of {answers} coded answers ({percent} percent) needed a new code.",
    rule="Rule of saturation: no new code in the last {last} answers.",
    reached="The rule is met: the last new code came at answer {place} of {answers}; answers coded "
    "since: {since}.",
    not_reached="The rule is not met: the last new code came at answer {place} of {answers}; "
    "answers coded since: {since}.",
    at_once="Answers coded by one action count once in the rule: {gone} since the last new code.",
    no_code="No code is in use yet, so the rule of saturation cannot be tried.",
    imported="Answers that were coded in a file: {imported}. They stand in the order of the file, "
    "which need not be the order in which they were coded.",
    as_now="Codes are counted as they are now: one that was merged into another counts as that.",
    shared="The code list is shared by {questions}.",
    together="For these questions together: {said}",
    title="Growth of the code list: {text}",
    title_coder="Growth of the code list, coding by {coder}: {text}",
    answers_axis="Answers, in the order in which they were coded",
    codes_axis="Codes in use",
    bins_axis="New per {size}",
    last_new="last new code: answer {place}",
    source="Source: {study}, question {questions}. N={n} coded answers of {answered}.",
    answers="Answers",
    new="New codes",
    needed_head="Answers that needed a new code",
    names="Names of new codes",
    latest="The last to come: {names}.",
    alternative="Step curve of the number of codes in use as {n} answers were coded. After "
    "{quarter} answers {early} of {codes} codes were in use, after {half} answers {middle}.",
)

_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def growth_wording(language: Language) -> GrowthWording:
    """The sentences of one language."""
    return _WORDINGS[language]
