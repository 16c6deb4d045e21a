"""Whole answers, labelled by hand: what must be hidden stands in [], what must stay in {}."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.privacy.finder import READING, Finder, Hit, find, find_spans
from corpus.privacy.flags import find_flags
from corpus.privacy.masking import mask
from corpus.privacy.passage import Passage
from tests.corpus.privacy.labelling import faults

ANSWERS = (
    "Vi i [Tynset] har kjøpt plasser ved [Furuly] bo- og aktivitetssenter.",
    "Me i [Ørsta] og [Volda] deler ruskonsulent.",
    "[Nordreisa] og [Skjervøy] har felles {DPS}.",
    "Det er 45 minutt til [Odda], men {BUP} har ikkje ope.",
    "[Meldal] hadde tilbudet før [Orkland] ble dannet.",
    "Vi samarbeider med [Sørlandet sykehus] om {TSB}.",
    "Ungdommene fra [Grorud] bruker vårt lavterskeltilbud.",
    "Bydel [Bjerke] eller Bydel [Sagene] kan svare på dette.",
    "Ta kontakt med [Marit Solvang] på rådhuset.",
    "[Marit] er ruskonsulent hos oss og kan svare.",
    "Dette arbeidet leies av [Tor Arne Breivik].",
    "Psykiatrisk sykepleier [Gunvor] slutter til sommeren.",
    "Kommunen har [3 450] innbyggere og to årsverk.",
    "Folketallet er [4200], så vi er små.",
    "Me er om lag [2800] innbyggjarar.",
    "Vi har [ti tusen] innbyggere og ingen psykolog.",
    "Vi har 2,3 årsverk per {10 000} innbyggere.",
    "Det koster {1 200} kroner per innbygger.",
    "i [tromsø] er det lettere å få hjelp",
    "vi sender de til [bodø] eller [narvik]",
    "[alta] og [hammerfest] har tilbud, ikke vi",
    "Brukere fra [kvinesdal] kommune kommer hit.",
    "SAMARBEID MED [LYNGDAL] OG [FARSUND] ER BRA.",
    "VI HAR {TIME} TIL DETTE HVER UKE OG DET GÅR FINT",
    "Vi er vertskommune for [Haldenregionen].",
    "[Jærregionen] har felles ruspoliklinikk.",
    "Samarbeid i [Vesterålen] om akutteam.",
    "Avtale med [Østre Agder] regionråd.",
    "Kommunane i [Sunnfjord] samarbeider.",
    "[Romsdal] har felles krisesenter.",
    "Tidligere [Nord-Trøndelag] hadde eget team.",
    "[Innlandet] fylkeskommune gir tilskudd.",
    "Statsforvalteren i [Vestfold og Telemark] har gitt midler.",
    "Statsforvaltaren i [Møre og Romsdal] gav tilskot.",
    "[Helgelandssykehuset] har lagt ned tilbudet.",
    "Vi bruker [Borgestadklinikken] og [Riisby].",
    "{Nav} og {DPS} deltar i ansvarsgrupper.",
    "Pasientene legges inn på [UNN] eller [Åsgård].",
    "[Ahus] og [OUS] svarer ikke.",
    "[Helse Førde] har god kapasitet.",
    "[NAV Lindesnes] stiller på møter.",
    "[nav sandnes] stiller på møter.",
    "DPS [Alta] har FACT-team.",
    "[Stord DPS] tek ikkje imot.",
    "Ring {116 123} ved behov.",
    "Ring [971 23 456] ved behov.",
    "Ring [22 86 40 10] etter klokka 12.",
    "Send til [post@hemsedal.kommune.no].",
    "Les mer på [www.sunnfjord.kommune.no/rus].",
    "Se [risor.kommune.no] for søknadsskjema.",
    "Se {helsenorge.no} for mer.",
    "Vi holder til i [Storgata 14].",
    "Adressen er [Kirkeveien 3B], 3. etasje.",
    "[Postboks 45], [3571 Ål].",
    "Det er én {time} til nærmeste {sykehus}.",
    "Vi ønsker at alle skal ha en {heim}.",
    "Barna bygger {hytte} i skogen og går på {ski}.",
    "Det ligger ved foten av et {fjell}.",
    "Vi har {hus} med {stor} {hage} og {åker}.",
    "{Ski} og {sykkel} lånes ut gratis.",
    "{Sand} og {stein} må kjøres bort.",
    "{Time} hos lege er vanskelig å få.",
    "{Stad} å bu er viktigast.",
    "Alle får {IP} etter {§ 2-5} i {pasient}- og brukerrettighetsloven.",
    "Han har {Parkinsons} sykdom og {Downs} syndrom.",
    "Vi bruker {Housing First} og {Marte Meo}.",
    "{Fylkesmannen} og {Helsedirektoratet} har gitt tilskudd.",
    "{Kirkens Bymisjon} og {Blå Kors} driver tiltaket.",
    "{KS} og {Husbanken} har vært viktige.",
    "I {2021} brukte vi {450 000} kr på dette.",
    "Møtet er {kl 10.30} hver tirsdag.",
    "Vi har fått midler til {RPH} og {SLT}.",
    "Personen er svensk og snakker ikke norsk.",
    "[Vegårshei] er liten.",
    "[Vegårshei]s tilbud er lite.",
    "Vi kjøper tjenester av [Aust-Lofoten] legevakt.",
    "Kjører til [Mo i Rana] for behandling.",
    "Mange [bergensere] har hytte her.",
    "[Tromsøværinger] får bedre tilbud.",
    "[Finnmarkingar] må reise langt.",
    "Folk i [Hallingdal] må til [Drammen].",
    "[Hallingdølene] må reise.",
    "Samarbeid med [Kárášjohka] og [Guovdageaidnu].",
    "Vi følger [Bodømodellen] i arbeidet.",
    "[Lister]-modellen er god.",
    "[Kristiansandsregionen] har eget team.",
    "Nærmeste by er [Trondhjem]",
    "I [Lillehamer] er det bedre.",
    "[Kristiasund] ligger nærmest.",
    "Fra [fredriksatd] kommer mange.",
    "Samarbeidet med [Hønefoss] fungerer.",
    "Tilbudet på [Brumunddal] helsehus.",
    "[Fontenehuset Nordlys] er åpent hver dag.",
    "Brukerstyrt senter [Solhaugen] er viktig.",
    "Kafé [Stjerna] er et godt treffsted.",
    "[Solgløtt] er navnet på dagsenteret vårt.",
    "[Vestmo behandlingssenter] tar imot mange.",
    "Elevane ved [Voss] ungdomsskule får tilbod.",
    "Ved [Eid] vidaregåande er det helsesjukepleiar.",
    "Vi fikk hjelp av [Hans Petter] i fjor.",
    "[Ola Nordmann] og [Kari] på {NAV} hjelper oss.",
    "Leder [Mohammed Ali Hassan] er slutta.",
    "Hun heter [Anne-Lise Brekke].",
    "Fødselsnummer [010190 12345].",
    "Organisasjonsnummer [974 760 673].",
    "Vi ligger mellom [Os] og [Fana].",
    "[Re] ble slått sammen med [Tønsberg].",
    "Vi i [Re] hadde eget tilbud.",
    "[Nes] kommune har tilbud.",
    "Vi bor på [Nesodden] og pendler til [Oslo].",
    "[Gran] og [Lunner] samarbeider.",
    "Samarbeid med [Hå], [Time] og [Klepp].",
    "Kommunen vår, [Bø], er liten.",
    "Vi har lite {sol} og mye {regn}.",
    "Det går en {lei} {vei} til {vik} og {sund}.",
    "{Barn} og {unge} får {hjelp} på {skolen}.",
    "Vi jobber etter {ACT}-modellen og {FACT}.",
    "Me brukar {BrukerPlan} og {Ungdata}.",
    "Ho fekk {AAP} frå {Nav}.",
    "{Rask psykisk helsehjelp} er etablert.",
    "{Individuell Plan} brukes av alle.",
    "{Koordinerende Enhet} er på plass.",
    "{Hovedforløp} 1 er godt dekket.",
    "{Vi} har {Psykolog} i 50 % stilling.",
    "[Ål] kommune",
    "Ny E6 gjør at vi når [Gjøvik]\xadregionen raskere.",
    "Vi samarbeider med [Nord-\xadAurdal].",
    "Tilbud i [A\u030alesund] og [Kristian\xadsund].",
    "Vi i [Sør-Varanger]\xa0kommune.",
    "[Aalesund] og [Tromso] er store.",
    "Tidlegare [Sogn og Fjordane] hadde tilbod.",
    "Kommunepsykologen i [Hjartdal] sluttar.",
    "Rusakutten på [Haukeland] er stengt.",
    "[Solli] er {DPS} for oss.",
    "[Kronstad DPS] har lang ventetid.",
    "{Korona} gjorde at {Frelsesarmeen} stengte.",
    "Samarbeidet med {politiet}, {PPT} og {barnevernet} er godt.",
    "[Anders] på kontoret er flink.",
    "vi har en ansatt som heter [kari] som følger opp",
    "[Per Olav] følger opp brukerne.",
    "{Per} i dag har vi ingen.",
    "{Dag} og natt er vi tilgjengelige.",
    "{Liv} og død avhenger av dette.",
    "{Even} fordeling av midler er viktig.",
)
MORE = tuple(
    line.encode("latin-1", "backslashreplace").decode("unicode_escape")
    for line in Path(__file__)
    .with_name("more_answers.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
)
OWN = ("Karasjok", "Nord-Aurdal", "Sør-Varanger", "Gamle Oslo", "Fjellbygd")
BETWEEN = (" ", ", ", " i ", " kommune. ", "\n", "-modellen ", " og ", "s tilbud ", ": ")


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_identifies_is_hidden_and_what_does_not_stays(answer: str) -> None:
    assert faults(answer, find_spans) == ([], [])


@pytest.mark.parametrize("tens", range(0, len(MORE), 10))
def test_the_language_of_other_answers_is_known(tens: int) -> None:
    found = {answer: faults(answer, find_spans) for answer in MORE[tens : tens + 10]}
    assert {answer: fault for answer, fault in found.items() if fault != ([], [])} == {}


@given(st.lists(st.tuples(st.sampled_from(OWN), st.sampled_from(BETWEEN)), min_size=1), st.data())
def test_no_own_name_is_left_whatever_its_case(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    written = "".join(name + between for name, between in pieces)
    forms = (written, written.lower(), written.upper(), written.title())
    text = data.draw(st.sampled_from(forms))
    left = mask(text, find(text, OWN), "nb").casefold()
    assert not [name for name in OWN if name.casefold() in left]


def test_a_text_is_searched_once_and_then_remembered() -> None:
    asked: list[str] = []

    def listening(searched: Passage) -> tuple[Hit, ...]:
        asked.append(searched.text)
        return ()

    finder = Finder(layers=[listening])
    assert finder.find("Vi i Lier") == finder.find("Vi i Lier")
    assert asked == ["Vi i Lier"]


def test_the_same_text_of_another_respondent_is_searched_anew() -> None:
    finder = Finder()
    assert finder.find("vi i fjellbygda") == ()
    assert [hit.text for hit in finder.find("vi i fjellbygda", ["Fjellbygda"])] == ["fjellbygda"]


def test_what_the_recogniser_reads_is_never_certain() -> None:
    hits = Finder(layers=READING).find("Ta kontakt med marit solvang, vår leder.")
    assert not any(hit.certain for hit in hits)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vi har det eneste mottaket i landet.", "only one of its kind"),
        ("Vi er vertskommune.", "host municipality"),
        ("Me er ein øykommune.", "kind of place"),
        ("Kommunen grenser til Sverige.", "border"),
        ("Etter sammenslåingen ble det bedre.", "merger"),
        ("Etter skredet kom mange.", "event"),
        ("Vi har et fengsel.", "landmark"),
        ("En mann på 43 år med rus.", "age of a person"),
        ("Gode resultater i tiltaket Vilje Viser Vei.", "named project"),
        ("Har VVV-prosjektet som er nytt.", "named project"),
    ],
)
def test_descriptions_that_fit_one_place_are_flagged(text: str, kind: str) -> None:
    assert kind in {flag.kind for flag in find_flags(text)}


def test_methods_used_everywhere_are_no_named_projects() -> None:
    assert not find_flags("Vi bruker modellen Housing First og har ROP-tiltak og tiltaket IPS.")


def test_years_of_work_are_nobodys_age() -> None:
    assert not find_flags("De bruker 19 årsverk på oppfølging av disse brukergruppene.")
