"""Recognising a long file: one answer a row, with columns for the text and for its question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.reading.code_columns import is_numbered
from corpus.reading.columns import Columns
from corpus.reading.content import one_to_one
from corpus.reading.guess import Guess
from corpus.reading.headers import known_words
from corpus.reading.openness import is_prose
from corpus.reading.plan import Role

_TEXTS = known_words(
    "text tekst svar svartekst answer answertext answers response responsetext fritekst verbatim "
    "sitat quote utsagn"
)
_QUESTIONS = known_words(
    "questiontext question spørsmålstekst spørsmål spørsmålet spørsmal sporsmal spmtekst spm"
)
_KEYS = known_words(
    "questionkey questionid questionnr questionno qid qnr q key nøkkel spørsmålsnøkkel spørsmålnr "
    "spørsmålsnr spørsmålid spørsmålsid spmnr spmid item itemid chapter kapittel kap"
)
_CODES = known_words(
    "codes code koder kode themes theme temaer tema kategorier kategori categories category "
    "hovedtema undertema"
)
_KEY_WORDS = 1.5
_BY_HEADER = "the header says so"
_BESIDE = "each value goes with one question"


@dataclass(frozen=True)
class Shape:
    """What a file would be if it were long: its special columns, and whether it is.

    `likely` says that it has a column of texts and one of their questions (or codes), `sure` that
    the headers name both.
    """

    guesses: Mapping[int, Guess]
    likely: bool
    sure: bool


def guess_shape(columns: Columns, free: Sequence[int], given: Mapping[Role, int]) -> Shape:
    """The shape of the file, looking at its free columns; `given` are settled columns by role."""
    guesses = _guess_questions(columns, free, given)
    rest = [position for position in free if position not in guesses]
    named = _first(columns, rest, _CODES)
    listed = [position for position in rest if is_numbered(columns.sheet.header[position])]
    listed += [] if named is None else [named]
    codes = {} if Role.CODES in given else dict.fromkeys(listed, Guess(Role.CODES, _BY_HEADER))
    rest = [position for position in rest if position not in codes]
    texts = {} if Role.TEXT in given else _guess_text(columns, rest)
    guesses = guesses | codes | texts
    roles = {*given, *(guess.role for guess in guesses.values())}
    asks = bool({Role.QUESTION_KEY, Role.QUESTION_TEXT} & roles)
    named_text = Role.TEXT in given or any(guess.why == _BY_HEADER for guess in texts.values())
    likely = Role.TEXT in roles and (asks or (named_text and Role.CODES in roles))
    prose = sum(is_prose(columns.contents[position]) for position in rest)
    return Shape(guesses, likely and (named_text or prose < 2), likely and asks and named_text)


def _first(columns: Columns, free: Sequence[int], names: Sequence[str]) -> int | None:
    """The free column whose header stands first among these names."""
    found = [position for position in free if columns.name(position) in names]
    return min(found, key=lambda position: names.index(columns.name(position)), default=None)


def _guess_text(columns: Columns, free: Sequence[int]) -> dict[int, Guess]:
    if (named := _first(columns, free, _TEXTS)) is not None:
        return {named: Guess(Role.TEXT, _BY_HEADER)}
    prose = [position for position in free if is_prose(columns.contents[position])]
    if not prose:
        return {}
    longest = max(prose, key=lambda position: columns.contents[position].words)
    return {longest: Guess(Role.TEXT, "free text")}


def _guess_questions(
    columns: Columns, free: Sequence[int], given: Mapping[Role, int]
) -> dict[int, Guess]:
    """The columns with the question's key and text, where neither or only one is settled."""
    key, text = given.get(Role.QUESTION_KEY), given.get(Role.QUESTION_TEXT)
    if key is not None and text is not None:
        return {}
    if key is not None or text is not None:
        known = text if key is None else key
        partner = None if known is None else _partner(columns, free, known)
        role = Role.QUESTION_KEY if key is None else Role.QUESTION_TEXT
        return {} if partner is None else {partner: Guess(role, _BESIDE)}
    keys = [position for position in free if _repeats(columns, position)]
    main = _first(columns, free, _QUESTIONS)
    main = _first(columns, keys, _KEYS) if main is None else main
    if main is None:
        return {}
    partner = _partner(columns, free, main)
    if partner is None:
        is_key = columns.contents[main].words <= _KEY_WORDS
        return {main: Guess(Role.QUESTION_KEY if is_key else Role.QUESTION_TEXT, _BY_HEADER)}
    shorter, longer = sorted((main, partner), key=lambda one: _length(columns, one))
    return {
        shorter: Guess(Role.QUESTION_KEY, _BY_HEADER if shorter == main else _BESIDE),
        longer: Guess(Role.QUESTION_TEXT, _BY_HEADER if longer == main else _BESIDE),
    }


def _partner(columns: Columns, free: Sequence[int], known: int) -> int | None:
    """The other of the two columns that name the question: the same in other words."""
    for position in free:
        if position == known or not one_to_one(columns.sheet, position, known):
            continue
        named = columns.name(position) in (*_KEYS, *_QUESTIONS)
        if named or _tells_the_same(columns, position, known):
            return position
    return None


def _tells_the_same(columns: Columns, position: int, known: int) -> bool:
    """Whether two columns that go together are a short key and a longer text, and not by chance."""
    repeated = _repeats(columns, known) and len(columns.contents[known].values) > 1
    shorter, longer = sorted(columns.contents[one].words for one in (position, known))
    free = columns.name(position) not in (*_TEXTS, *_CODES)
    return repeated and free and shorter <= _KEY_WORDS < longer


def _repeats(columns: Columns, position: int) -> bool:
    content = columns.contents[position]
    return len(content.values) < len(content.filled)


def _length(columns: Columns, position: int) -> int:
    return sum(map(len, columns.contents[position].filled))
