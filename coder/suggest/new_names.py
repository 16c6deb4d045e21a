"""Names for a new code, made from an answer's own words."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from coder.suggest.alike_words import begin_alike
from coder.suggest.common_words import COMMON_WORDS
from coder.suggest.ranker.texts import MOST_CHARACTERS, words_of, words_of_name

if TYPE_CHECKING:
    from coder.suggest.ranker.answers import Answers

MOST_NAMES = 3

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DESCRIBES = re.compile(
    r".{2,}(?:[ie]gt?|[ie]ge|lege?|ske?|ende|ande|bare?|some?|same?|løse?|laus|lause|full|fulle|"
    r"[ai]le?|elle|ell|ive?|ert|erte|ere|are|ing|ed|al|ous|ful|less|ic|able|ible|y)"
)
_SHORTEST, _LONGEST = 3, 40
_LONG_WORD, _BY_LENGTH = 12, 0.03

_LEADING = (
    "å vil skal kan må bør burde kunne ville skulle måtte får ikke ikkje "
    "to can could would should will must may might not"
)
_BEFORE_VERBS = frozenset(_LEADING.split())
_VERB = 0.3
"""How much less a word is worth that stands where verbs stand."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that may name a code, as it is written.

    `before` is the adjective before it, or ""; `verb` tells that it stands where verbs stand.
    """

    written: str
    before: str
    verb: bool

    @property
    def plain(self) -> str:
        return self.written.lower()


def new_names(text: str, codes: Sequence[str], rarity: Callable[[str], float]) -> tuple[str, ...]:
    """At most three names for a new code: telling words of an answer, one with its adjective.

    `codes` are the names that codes have already: none of them is proposed, and they show whether
    names begin with a capital. `rarity` says how telling a word in lower case is, best between 0
    and 1 (`telling`). The same texts give the same names.
    """
    words = _nouns_first(sorted(_candidates(text), key=lambda word: -_worth(word, rarity)))
    taken = [tuple(words_of_name(code)) for code in codes]
    capitals = _begin_with_capitals(codes)
    names: list[str] = []
    for place, word in enumerate(words):
        both = f"{word.before} {word.written}"
        for said in (word.written, both) if word.before and place == 0 else (word.written,):
            if not _is_taken(said, [*taken, *(tuple(words_of_name(name)) for name in names)]):
                names.append(_capitalised(said) if capitals else said)
    return tuple(names[:MOST_NAMES])


def telling(spread: Mapping[str, int], answers: int) -> Callable[[str], float]:
    """How telling words are among so many answers, from 0 to about 1.

    `spread` is how many answers have each word. Words that a few answers share tell most: what
    only one says is seldom a theme, and what many say is none.
    """
    most = (log(1 + max(answers, 1)) / 2) ** 2

    def rarity(word: str) -> float:
        having = spread.get(word, 1)
        return max(0.0, log((1 + answers) / (1 + having))) * log(1 + having) / most

    return rarity


def rarity_in(answers: "Answers") -> Callable[[str], float]:
    """How telling words are among the answers of a question; made once, asked often."""
    spread = dict(zip(answers.vocabulary, answers.spread.tolist(), strict=True))
    return telling(spread, len(answers))


def _nouns_first(words: list[_Word]) -> list[_Word]:
    """The same words, the noun before its adjective when this is the first of all."""
    of_first = [word for word in words if word.before == words[0].plain]
    return [*of_first, *(word for word in words if word not in of_first)]


def _candidates(text: str) -> Iterator[_Word]:
    """The telling words, each once, in the order of the answer."""
    text = unicodedata.normalize("NFC", text[:MOST_CHARACTERS])
    shouted = not any(sign.islower() for sign in text)
    seen: set[str] = set()
    last: re.Match[str] | None = None
    for found in _WORD.finditer(text):
        word = found[0]
        is_short = word.isupper() and len(word) > 1 and not shouted
        written = word if is_short else word.lower()
        if _tells(word, is_short) and written.lower() not in seen:
            seen.add(written.lower())
            verb = last is not None and last[0].lower() in _BEFORE_VERBS
            yield _Word(written, _described(text, last, found), verb)
        last = found


def _tells(word: str, is_short: bool) -> bool:
    if not is_short and not _SHORTEST <= len(word) <= _LONGEST:
        return False
    return not any(part in COMMON_WORDS for part in (word.lower(), *words_of(word)[:1]))


def _described(text: str, last: re.Match[str] | None, found: re.Match[str]) -> str:
    """The word before, when it stands next to a word and looks like an adjective."""
    if last is None or text[last.end() : found.start()] != " ":
        return ""
    word = last[0].lower()
    describes = _DESCRIBES.fullmatch(word) and word not in COMMON_WORDS
    return word if describes and len(word) <= _LONGEST else ""


def _worth(word: _Word, rarity: Callable[[str], float]) -> float:
    parts = words_of(word.plain)
    rare = max(map(rarity, parts), default=0.0)
    return rare + _BY_LENGTH * min(len(word.plain), _LONG_WORD) - _VERB * word.verb


def _is_taken(name: str, taken: Sequence[Sequence[str]]) -> bool:
    """Whether a code is called so already, but for an ending."""
    words = words_of_name(name)
    return any(
        len(words) == len(others) and all(map(begin_alike, words, others)) for others in taken
    )


def _begin_with_capitals(codes: Sequence[str]) -> bool:
    first = [code.lstrip()[:1] for code in codes]
    return 2 * sum(sign.islower() for sign in first) <= len(first)


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
