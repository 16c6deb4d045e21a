"""Telling open questions from closed variables, by header and by content."""

import re
from enum import Enum, auto

from corpus.reading.columns import Columns
from corpus.reading.content import Content
from corpus.reading.guess import Guess
from corpus.reading.headers import known_words, plain
from corpus.reading.keys import first_word_key
from corpus.reading.plan import Doubt, Role

_ASKS_OPENLY = re.compile(
    r"""\b(?:kommentar\w*|kommenter\w*|merknad\w*|hvorfor|kvifor|beskriv\w*|skildr\w*|utdyp\w*
    |forklar\w*|grunngi\w*|grunngje\w*|begrunn\w*|spesifiser\w*|nemn|nevn|fritekst|skriv
    |hvordan|korleis|åpent|ope|hva\ består|kva\ består
    |(?:annet|anna|andre)\ (?:hva|kva|hvem|kven|hvilke|kva\ for)
    |why|how\ (?!many|much|often|old|long)|describe|explain|comments?|specify|elaborate)\b""",
    re.VERBOSE,
)
_ASKS_CLOSED = re.compile(
    r"""\b(?:i\ (?:hvilken|kva)\ grad|hvor\ (?:mange|mye|ofte|stor|fornøyd|enig|viktig)
    |kor\ (?:mange|mykje|ofte|stor|nøgd|einig|viktig)|antall|tal\ på|kryss\ av|hvilket\ år
    |hvilken\ kommune|how\ (?:many|much|often)|to\ what\ extent|tick)\b""",
    re.VERBOSE,
)
_CLOSED_ANSWER = re.compile(
    r"""ja|nei|delvis|vet\ ikke|veit\ ikkje|ukjent|ikk(?:e|je)\ (?:relevant|aktuelt|besvart)
    |i\ (?:svært\ |meget\ )?(?:ingen|liten|noen|nokon|stor)\ grad
    |(?:svært|meget|litt|ganske|helt|delvis|verken)\ (?:mis)?(?:fornøyd|nøgd|u?enig|u?einig|viktig)
    |økt|auka|redusert|uendret|uendra|alltid|ofte|av\ og\ til|sjelden|sjeldan|aldri
    |yes|no|don't\ know|not\ applicable|not\ relevant|always|often|sometimes|seldom|never""",
    re.VERBOSE,
)
_LAST_SENTENCE = re.compile(r"[?.:!]\s+(?=\S)")
_SHORT_KEY = re.compile(r"[^\W\d]{0,8}_?\d[\w.-]{0,6}")
_BACKGROUND = frozenset(
    known_words(
        "fylke fylkesnavn landsdel region county landskap stilling stillingstittel rolle yrke "
        "tittel kjønn alder age gender sex språk målform language lang dato date tid time "
        "tidspunkt timestamp startet fullført epost email telefon tlf mobil status år year årgang "
        "wave runde helseforetak hf helseregion poststed postnr adresse utdanning utdanningsnivå "
        "ansatte kontaktperson sektor avdeling organisasjonsform kategori gruppe group sone "
        "sentralitet"
    )
)


class _Look(Enum):
    """What the cells of a column look like."""

    EMPTY = auto()
    FIGURES = auto()
    CLOSED = auto()
    PROSE = auto()
    WORDS = auto()
    UNCLEAR = auto()


class _Asks(Enum):
    """How much the header sounds like an open question."""

    OPENLY = auto()
    ASKS = auto()
    PERHAPS = auto()
    NO = auto()


def guess_openness(columns: Columns, position: int) -> Guess:
    """Whether a column is an open question or a closed variable, with a doubt when unclear."""
    header, content = columns.sheet.header[position], columns.contents[position]
    role, certain, why = _decided(_asks(header), _look(content), content)
    if certain or (role is Role.VARIABLE and columns.name(position) in _BACKGROUND):
        return Guess(role, why)
    question, variable = (columns.option(flag, position) for flag in ("--question", "--variable"))
    sentence = f"Column “{columns.shown(position)}” may be a closed variable or an open question"
    return Guess(role, why, Doubt(f"{sentence}.", f"{question} or {variable}"))


def is_prose(content: Content) -> bool:
    """Whether the cells hold free text: several words each, and mostly different."""
    return _look(content) is _Look.PROSE


def _asks(header: str) -> _Asks:
    """What the last sentence of a header asks for: the ones before only lead up to it."""
    last = plain(_LAST_SENTENCE.split(header)[-1])
    if "kommentar" not in last and _ASKS_CLOSED.search(last):
        return _Asks.NO
    if _ASKS_OPENLY.search(last):
        return _Asks.OPENLY
    if "?" in header:
        return _Asks.ASKS
    long = len(header.split()) >= 6
    return _Asks.PERHAPS if long or _SHORT_KEY.fullmatch(first_word_key(header)) else _Asks.NO


def _look(content: Content) -> _Look:
    count = len(content.filled)
    if not count:
        return _Look.EMPTY
    if content.figures >= 0.9:
        return _Look.FIGURES
    if all(_CLOSED_ANSWER.fullmatch(value.casefold()) for value in content.values):
        return _Look.CLOSED
    least_words = 2.5 if count >= 10 else 4
    varied = content.distinct >= 0.8 and content.words >= least_words
    if varied or content.sentences >= 0.2:
        return _Look.PROSE
    if count >= 5 and content.distinct <= 0.5 and not content.sentences:
        return _Look.CLOSED
    return _Look.WORDS if content.words <= 1.2 else _Look.UNCLEAR


def _decided(asks: _Asks, look: _Look, content: Content) -> tuple[Role, bool, str]:
    """The role, whether it is certain, and why."""
    count = len(content.filled)
    openly = asks is _Asks.OPENLY
    match look:
        case _Look.EMPTY:
            if asks is _Asks.NO:
                return Role.VARIABLE, True, "always empty"
            return Role.QUESTION, True, "always empty, but the header asks a question"
        case _Look.FIGURES:
            asked = openly and count < 5
            return Role.QUESTION if asked else Role.VARIABLE, not asked, "numbers or dates"
        case _Look.CLOSED:
            few = content.distinct <= 0.3 and count >= 10
            return Role.VARIABLE, few or not openly, "few different values"
        case _Look.PROSE:
            certain = asks is not _Asks.NO or (content.words >= 8 and count >= 3)
            return Role.QUESTION, certain, "free text"
        case _Look.WORDS:
            role = Role.QUESTION if openly else Role.VARIABLE
            return role, openly or asks is _Asks.NO, "single words"
    if asks is _Asks.NO:
        return Role.VARIABLE, False, "a few words in each cell"
    varied = count >= 3 and content.distinct == 1
    return Role.QUESTION, openly or (asks is _Asks.ASKS and varied), "a few words in each cell"
