"""The words of a text, and which of them begin a sentence."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029|•●▪◦‣·]")
_SENTENCE_END = re.compile(r"""[.!?:…]["'»«“”’)\]]{0,3}\s""")
_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?:f\.eks|bl\.a|t\.d|m\.a|d\.v\.s|s\.k|ca|dr|dvs|ekskl|evt|ift|ifm|inkl|jf|jfr"
    r"|kl|mht|nr|pga|st|tidl|tlf)\Z",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 8
_IS_FOREIGN = re.compile("[öäÖÄ]")
_FOREIGN = str.maketrans("öä", "øæ")


class Word(NamedTuple):
    """A run of letters and digits: characters start to end (half open), and it in lower case.

    In the key ö and ä, which other keyboards write, are ø and æ.
    """

    start: int
    end: int
    key: str


def words_of(text: str) -> list[Word]:
    """All words in order; hyphens, apostrophes and underscores stand between words."""
    words = [Word(*match.span(), match[0].casefold()) for match in _WORD.finditer(text)]
    if _IS_FOREIGN.search(text):
        words = [word._replace(key=word.key.translate(_FOREIGN)) for word in words]
    return words


def keys_of(text: str) -> tuple[str, ...]:
    """The words of a name in lower case: `Nord-Aurdal` is `nord`, `aurdal`."""
    return tuple(word.key for word in words_of(text))


def is_capitalised(text: str, word: Word) -> bool:
    """Whether the word has a capital letter anywhere."""
    written = text[word.start : word.end]
    return written != written.lower()


def begins_sentence(text: str, words: list[Word], position: int) -> bool:
    """Whether a word is the first of a sentence, line, list item or table cell.

    Quotation marks and brackets are looked through; a full stop after a usual abbreviation
    (`f.eks.`) ends no sentence; `1.`, `1)` and `a)` at the beginning are the number of an item.
    """
    if _follows_boundary(text, words, position):
        return True
    before = words[position - 1]
    is_number = before.key.isdecimal() or len(before.key) == 1
    return is_number and text[before.end] in ".)" and _follows_boundary(text, words, position - 1)


def _follows_boundary(text: str, words: list[Word], position: int) -> bool:
    if position == 0:
        return True
    before = words[position - 1]
    gap = text[before.end : words[position].start]
    if _BREAK.search(gap):
        return True
    if not _SENTENCE_END.search(gap):
        return False
    return gap.strip() != "." or not _is_abbreviation(text, before.end)


def _is_abbreviation(text: str, end: int) -> bool:
    begin = max(0, end - _LONGEST_ABBREVIATION)
    return _ABBREVIATION.search(text[begin:end]) is not None
