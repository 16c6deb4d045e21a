"""Made-up sentences with names from the lists, for training the recogniser."""

import random
import re
from collections.abc import Iterator

from corpus.privacy.name_lists import (
    city_districts,
    counties,
    family_names,
    given_names,
    municipalities,
    places,
)

_SENTENCES = (
    "Vi samarbeider med {G} om bolig.",
    "I {G} er det lang ventetid.",
    "Vi samarbeider tett med {O}.",
    "{O} har ansvar for oppfølgingen.",
    "Kontakt {N} ved spørsmål.",
    "{N} i {G} kjenner saken.",
    "{F} fikk bolig i {G}.",
    "Vi har felles legevakt med {G} og {G}.",
    "Mange reiser til {G} for behandling.",
    "Brukerne må dra til {O}, og det er langt.",
    "Psykologen {N} sluttet i fjor.",
    "Tilbudet i {L} er lagt ned.",
    "Vi i {L} har få psykologer.",
    "{G} kommune har ansatt en ruskonsulent.",
    "Pasientene fra {G} får tilbud på {O}.",
    "Avdelingsleder {N} svarer på dette.",
    "Kommunene i {L} har gått sammen om et lavterskeltilbud.",
    "Bydel {B} har eget team.",
    "Vi viser til {N}, {O}.",
    "Dette gjelder særlig {G}, {G} og {L}.",
    "Me samarbeider med {G} om bustad.",
    "I {G} er det lang ventetid, og me har ikkje psykolog.",
    "Mange må reise til {O}.",
    "{N} leier arbeidet i {G}.",
    "Ein brukar frå {G} fekk tilbod ved {O}.",
    "Kommunane i {L} har felles teneste.",
    "Me har hatt god hjelp av {N}.",
    "{O} tek ikkje imot pasientane våre.",
    "Det er {F} som følgjer opp.",
    "Overlege {N} ved {O} har vore viktig.",
    "Han bor på {L} og får hjelp fra {O}.",
    "Spør {F} på {O}.",
    "Rus- og psykiatritjenesten i {G}",
    "{G}, {G} og {G}",
    "Interkommunalt samarbeid mellom {G} og {G} kommune",
    "{S} tilbud er bedre enn vårt.",
)
_BODIES = (
    "{G} DPS",
    "DPS {G}",
    "{L} DPS",
    "{G} sykehus",
    "{G} sjukehus",
    "Helse {G}",
    "NAV {G}",
    "{G} behandlingssenter",
    "Fontenehuset {G}",
    "BUP {G}",
    "{G} BUP",
    "Sykehuset {G}",
    "{B} DPS",
    "Blå Kors {G}",
    "Kirkens Bymisjon {G}",
    "{L} sykehus",
    "Distriktspsykiatrisk senter {G}",
    "{G} krisesenter",
    "{G} skole",
    "KoRus {L}",
)
_LABELS = {"G": "GPE", "S": "GPE", "L": "LOC", "B": "LOC", "O": "ORG", "N": "PER", "F": "PER"}
_PLACE = re.compile(r"(\{.\})")

Names = list[tuple[int, int, str]]


def made_up(source: random.Random, count: int) -> Iterator[tuple[str, Names]]:
    """So many sentences, each with its names: start, end (half open), label."""
    for _ in range(count):
        text = ""
        names: Names = []
        for part in _PLACE.split(source.choice(_SENTENCES)):
            written = _name(source, part[1]) if _PLACE.fullmatch(part) else part
            if written is not part:
                names.append((len(text), len(text) + len(written), _LABELS[part[1]]))
            text += written
        yield text, names


def _name(source: random.Random, kind: str) -> str:
    """A name: G municipality, S the same in the genitive, L region or county, B city district,
    O body, N full name, F given name.
    """
    if kind == "O":
        body = source.choice(_BODIES)
        return _PLACE.sub(lambda found: _name(source, found[0][1]), body)
    if kind == "G":
        return source.choice(municipalities())
    if kind == "S":
        return source.choice(municipalities()) + "s"
    if kind == "L":
        return source.choice((*counties(), *places()))
    if kind == "B":
        return source.choice(city_districts())
    given = source.choice(sorted(given_names())).title()
    return given if kind == "F" else f"{given} {source.choice(sorted(family_names())).title()}"
