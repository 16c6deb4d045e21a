"""Descriptions that may fit one municipality or person only: shown, never masked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.privacy.name_lists import standing_phrases, standing_words

_ONLY = (
    r"(?:eneste|einaste|minste|største|lengste|nordligste|nordlegaste|sørligste|sørlegaste|første)"
)
_KINDS = {
    "only one of its kind": rf"\b{_ONLY}\b[^.!?\n]{{0,60}}"
    r"\b(?:landet|fylket|norge|noreg|regionen)\b",
    "host municipality": r"\bvert(?:s|skaps)?kommune\w*",
    "kind of place": r"\b(?:øy|grense|kyst|fjell|hytte|industri|fiskeri|by)-?kommun\w+",
    "border": r"\b(?:grenser|grensar)\s+(?:til|mot)\b"
    r"|\bgrensen? (?:til|mot) (?:sverige|finland|russland)",
    "merger": r"\b(?:kommune)?sammensl(?:åing|ått|åtte)\w*|\b(?:kommune)?samansl(?:åing|ått)\w*",
    "event": r"\b(?:\w*skred(?:et|a|ene)?|\w*ras(?:et|ulykke\w*)|\w*brann(?:en|ar|er)?|"
    r"drap(?:et|ene|a)?|terror\w*"
    r"|ulykk(?:e|en|a)|forlis\w*)\b",
    "landmark": r"\b(?:fengsel|fengselet|flyplass\w*|lufthavn\w*|militærleir\w*|leiren|gruve\w*"
    r"|asylmottak\w*|universitet(?:et)?|oljebase\w*)\b",
    "age of a person": r"\b(?:mann|kvinne|kvinna|gutt|gut|jente|dame|bruker|brukar|mor|far)\b"
    r"[^.!?\n]{0,20}\b\d{1,2}\s?(?:år\b|åringen?|-åring\w*)|\b\d{1,2}\s?-?\s?år(?:ing\w*|\s+gam\w+)"
    r"\s+(?:mann|kvinne|gutt|gut|jente)",
}
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _KINDS.items()}
_PROJECT = r"(?i:\b\w*(?:tiltak|prosjekt|satsing|satsning|program|modell|kurs)(?:et|a|en|met)?)"
_NAMED = r"(?P<name>[A-ZÆØÅ][\w-]+(?:[ ][A-ZÆØÅ][\w-]+)+|[A-ZÆØÅ]{3,})(?!\w)"
_PROJECTS = re.compile(
    rf"{_PROJECT}[ ]?:?[ ]?[«\"“”]?{_NAMED}"
    r"|\b(?P<before>[A-ZÆØÅ]{3,})[ -](?:prosjekt|tiltak)(?:et|a|er|ene)?\b"
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A piece of a text to look at: characters start to end (half open), and why."""

    start: int
    end: int
    kind: str


def find_flags(text: str) -> tuple[Flag, ...]:
    """The flags of a text, sorted; they may overlap each other and hits."""
    return tuple(sorted(_flags(text), key=lambda flag: (flag.start, flag.end, flag.kind)))


def _flags(text: str) -> Iterator[Flag]:
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield Flag(*match.span(), kind)
    for match in _PROJECTS.finditer(text):
        if not _is_known((match["name"] or match["before"]).split()):
            yield Flag(*match.span(), "named project")


def _is_known(words: Sequence[str]) -> bool:
    """Whether a name is that of a method or programme that is used everywhere."""
    phrase = tuple(word.casefold() for word in words)
    return phrase in standing_phrases().get(phrase[0], ()) or standing_words().issuperset(words)
