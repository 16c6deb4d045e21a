"""Guessing which columns hold the facts about a respondent: id, name, kind, inhabitants, band."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from corpus.bands import DISTRICT, UNKNOWN
from corpus.reading.columns import Columns
from corpus.reading.content import is_unique
from corpus.reading.guess import Guess
from corpus.reading.headers import known_words, plain
from corpus.reading.plan import Doubt, Role
from corpus.reading.population import read_population

_IDS = known_words(
    "id respondentid respid respondent respondentnr respondentnummer responseid svarid caseid case "
    "informant informantid deltaker deltakerid participant participantid enhetsid unitid recordid "
    "userid kommuneid løpenummer løpenr uid guid"
)
_NUMBERS = known_words(
    "kommunenr kommunenummer knr komnr orgnr orgnummer organisasjonsnummer bydelsnr bydelsnummer "
    "nr number nummer no #"
)
_ANSWER_IDS = ("answerid", "answernr", "svarnr")
_NAMES = known_words(
    "kommune kommunenavn kommunenamn kommunensnavn kommunensnamn navn namn name municipality "
    "municipalityname bydel bydelsnavn bydelsnamn virksomhet verksemd virksomhetsnavn institusjon "
    "enhetsnavn enhet unit organisasjon respondentnavn navnpåkommune navnpåkommunen district"
)
_KINDS = known_words(
    "type enhetstype kind typeenhet kommunetype unittype respondenttype typekommune typerespondent"
)
_PEOPLE = frozenset(
    known_words(
        "innbyggere innbyggjarar innbyggerar innbyggertall innbyggartal innbyggjartal folketall "
        "folketal folkemengde folkemengd befolkning population inhabitants innb"
    )
)
_BANDS = known_words(
    "størrelse størrelsesgruppe storleik storleiksgruppe sizeband band bands size kommunestørrelse "
    "kommunestorleik størrelsesklasse innbyggergruppe folketallsgruppe sizegroup gruppestørrelse"
)
_ID_AT_END = re.compile(r"(?:^|[\W_])(?i:id)$|[a-zæøå]I[Dd]$")
_MANY_WORDS = 6


def guess_facts(
    columns: Columns, free: Iterable[int], given: Iterable[Role], *, repeated: bool
) -> dict[int, Guess]:
    """Guesses for those of the free columns that hold a fact, at most one column for each role.

    Roles that are given already are not guessed, nor is a band when the population is given.
    `repeated` says that a respondent may stand in several rows.
    """
    taken = set(given)
    if Role.POPULATION in taken:
        taken.add(Role.BAND)
    found: dict[int, Guess] = {}
    for role, guesser in _GUESSERS:
        if role not in taken and role not in {guess.role for guess in found.values()}:
            rest = [position for position in free if position not in found]
            found.update(guesser(columns, rest, repeated))
    return found


def _guess_id(columns: Columns, free: list[int], repeated: bool) -> Mapping[int, Guess]:
    why = "the header names an id"
    for words in (_IDS, _NUMBERS, _ANSWER_IDS):
        for word in words:
            for position in free:
                if columns.name(position) == word and _may_be_id(
                    columns, position, words is _IDS or repeated
                ):
                    return {position: Guess(Role.ID, why)}
    for position in free:
        ends = _ID_AT_END.search(columns.sheet.header[position])
        if ends and is_unique(columns.sheet, position):
            return {position: Guess(Role.ID, why)}
    return {}


def _may_be_id(columns: Columns, position: int, trusted: bool) -> bool:
    content = columns.contents[position]
    return content.words <= 2 and (trusted or is_unique(columns.sheet, position))


def _guess_unnamed_id(columns: Columns, free: list[int], repeated: bool) -> Mapping[int, Guess]:
    first = min(free, default=-1)
    if first != 0 or columns.contents[0].words > 1 or not is_unique(columns.sheet, 0):
        return {}
    doubt = Doubt(
        f"Column “{columns.shown(0)}” may be the respondents' id: its values are all different.",
        f"{columns.option('--id', 0)} (or --id row)",
    )
    return {0: Guess(Role.ID, "every row has its own value", doubt)}


def _guess_kind(columns: Columns, free: list[int], repeated: bool) -> Mapping[int, Guess]:
    for position in free:
        content = columns.contents[position]
        if len(content.values) > max(3, len(content.filled) // 3) or content.words > 4:
            continue
        if columns.name(position) in _KINDS:
            return {position: Guess(Role.KIND, "the header names a type")}
        districts = any(columns.scheme.read(value) == DISTRICT for value in content.values)
        if districts and columns.name(position) in _NAMES and len(content.values) <= 4:
            return {position: Guess(Role.KIND, "the values are kinds of unit")}
    return {}


def _guess_name(columns: Columns, free: list[int], repeated: bool) -> Mapping[int, Guess]:
    fitting = [position for position in free if _may_be_name(columns, position)]
    if not fitting:
        return {}
    best = min(fitting, key=lambda position: _NAMES.index(columns.name(position)))
    guesses = {best: Guess(Role.NAME, "the header names the unit")}
    for other in fitting:
        if other != best:
            sentence = f"Column “{columns.shown(other)}” may hold names as well."
            option = f"{columns.option('--ignore', other)} (or --variable, --name)"
            guesses[other] = Guess(Role.VARIABLE, "a second name", Doubt(sentence, option))
    return guesses


def _may_be_name(columns: Columns, position: int) -> bool:
    content = columns.contents[position]
    wordy = 0 < content.words <= _MANY_WORDS or not content.filled
    return columns.name(position) in _NAMES and wordy and content.figures < 0.5


def _guess_population(columns: Columns, free: list[int], repeated: bool) -> Mapping[int, Guess]:
    fitting = [position for position in free if _may_be_population(columns, position)]
    if not fitting:
        return {}
    first = fitting[0]
    doubt = None
    if len(fitting) > 1:
        names = ", ".join(f"“{columns.shown(position)}”" for position in fitting)
        option = columns.option("--population", first)
        doubt = Doubt(f"Several columns may be the population: {names}.", option)
    return {first: Guess(Role.POPULATION, "the header names inhabitants", doubt)}


def _may_be_population(columns: Columns, position: int) -> bool:
    words = plain(columns.sheet.header[position]).split()
    if len(words) > 5 or not _PEOPLE.intersection(words):
        return False
    filled = columns.contents[position].filled
    numbers = sum(read_population(cell) is not None for cell in filled)
    return not filled or numbers >= 0.5 * len(filled)


def _guess_band(columns: Columns, free: list[int], repeated: bool) -> Mapping[int, Guess]:
    for position in free:
        words = set(plain(columns.sheet.header[position]).split())
        known = columns.name(position) in _BANDS or _PEOPLE & words
        if known and _bands_read(columns, position) >= 0.5:
            return {position: Guess(Role.BAND, "the header and the values name size bands")}
    for position in free:
        if _bands_read(columns, position) == 1 and columns.name(position) not in _KINDS:
            sentence = f"Column “{columns.shown(position)}” may be the size band."
            option = columns.option("--band", position)
            doubt = Doubt(sentence, f"{option} (or --variable)")
            return {position: Guess(Role.BAND, "the values name size bands", doubt)}
    return {}


def _bands_read(columns: Columns, position: int) -> float:
    """The part of the filled cells that name a band; 0 when none names a band of inhabitants."""
    filled = columns.contents[position].filled
    if columns.contents[position].words > _MANY_WORDS:
        return 0
    counts = Counter(filled)
    read = {value: columns.scheme.read(value) for value in counts}
    if not set(read.values()) - {None, DISTRICT, UNKNOWN}:
        return 0
    return sum(counts[value] for value, band in read.items() if band is not None) / len(filled)


_GUESSERS = (
    (Role.ID, _guess_id),
    (Role.KIND, _guess_kind),
    (Role.BAND, _guess_band),
    (Role.POPULATION, _guess_population),
    (Role.NAME, _guess_name),
    (Role.ID, _guess_unnamed_id),
)
