"""What a finder reports: pieces of a text that would tell who answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What sort of thing was found; the value is the word that replaces it in bokmål."""

    MUNICIPALITY = "kommune"
    NEIGHBOUR = "nabokommune"
    CITY_DISTRICT = "bydel"
    COUNTY = "fylke"
    PLACE = "sted"
    HEALTH_TRUST = "helseforetak"
    INSTITUTION = "institusjon"
    PERSON = "person"
    NAME = "navn"
    POPULATION = "tall"
    ADDRESS = "adresse"
    WEB_ADDRESS = "nettadresse"
    E_MAIL = "e-post"
    TELEPHONE = "telefon"
    IDENTITY_NUMBER = "fødselsnummer"
    ORGANISATION_NUMBER = "organisasjonsnummer"


_SMALL = frozenset({Category.MUNICIPALITY, Category.PLACE, Category.NAME})
_LARGE = frozenset({Category.PLACE, Category.COUNTY})
_SITUATED = frozenset({" i ", " på "})


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of a text: characters start to end (half open), the layer and rule that found it.

    `certain` is False where the rule is a guess that a person should look at.
    """

    start: int
    end: int
    category: Category
    layer: str
    rule: str
    certain: bool
    text: str


def united(hits: Iterable[Hit], text: str) -> tuple[Hit, ...]:
    """The hits of several layers as one row of hits that do not overlap, sorted by start.

    Hits that overlap become one that covers them all and is otherwise like the longest of them,
    or the first given where two are equally long; so do places that tell each other apart, such
    as `Bø i Telemark`. `text` is the text they were found in.
    """
    rows: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if rows and (hit.start < rows[-1].end or _is_within(rows[-1], hit, text)):
            rows[-1] = _joined(rows[-1], hit, text)
        else:
            rows.append(hit)
    return tuple(rows)


def _is_within(place: Hit, other: Hit, text: str) -> bool:
    """Whether the second of two places says where the first one is."""
    is_place = place.category in _SMALL and other.category in _LARGE
    return is_place and text[place.end : other.start] in _SITUATED


def _joined(first: Hit, second: Hit, text: str) -> Hit:
    longest = max(first, second, key=lambda hit: hit.end - hit.start)
    start, end = first.start, max(first.end, second.end)
    return Hit(
        start,
        end,
        longest.category,
        longest.layer,
        longest.rule,
        first.certain or second.certain,
        text[start:end],
    )
