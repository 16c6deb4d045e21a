"""The layer of the finder that knows e-mail addresses, telephone and identity numbers."""

import re
from collections.abc import Collection, Iterator

from corpus.privacy.hits import Category, Hit
from corpus.privacy.passage import Passage

LAYER = "patterns"
_SHORTEST = 8
_LONGEST_MARK = 8

_AT = r"(?:@|\s?[(\[{]\s?(?:at|a|@|krøllalfa|alfakrøll)\s?[)\]}]\s?)"
_E_MAIL = re.compile(
    rf"(?<![\w.%+-])[\w.%+-]{{1,64}}{_AT}[^\W_](?:[\w-]{{0,62}}\.){{1,8}}[^\W\d_]{{2,24}}",
    re.IGNORECASE,
)
_MAYBE_E_MAIL = re.compile(r"@|[(\[{]\s?(?:at|a|krøllalfa|alfakrøll)\s?[)\]}]", re.IGNORECASE)
_IDENTITY_NUMBER = re.compile(r"(?<![^\W_])\d{6}[\s-]?\d{5}(?![^\W_])")
_EIGHT_DIGITS = re.compile(r"\d(?:[\s()/.\u2010-\u2015-]{0,3}\d){7}")
_NO_TELEPHONE = re.compile(
    r"(?:19|20)\d\d\W{1,3}(?:19|20)\d\d"
    r"|\d{1,2}[./\s-]{1,2}\d{1,2}[./\s-]{1,2}(?:19|20)\d\d"
    r"|(?:19|20)\d\d[./-]\d\d[./-]\d\d"
)
_MONEY_BEFORE = re.compile(r"\b(?:kr|kroner|nok)\.?\s?\Z", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s?(?:,-|(?:kr|kroner|nok|mill|millionar|millioner)\b)", re.IGNORECASE)


class PatternLayer:
    """Finds e-mail addresses (also `(at)`), Norwegian telephone numbers and identity numbers."""

    def __init__(self, released: Collection[str]) -> None:
        self._released = frozenset(_compact(word) for word in released)

    def __call__(self, passage: Passage) -> Iterator[Hit]:
        """The addresses and numbers in a text; an identity number may be one with a telephone's."""
        for hit in (*_e_mails(passage), *_numbers(passage)):
            if _compact(hit.text) not in self._released:
                yield hit


def _e_mails(passage: Passage) -> Iterator[Hit]:
    if _MAYBE_E_MAIL.search(passage.text):
        for match in _E_MAIL.finditer(passage.text):
            yield passage.hit(*match.span(), Category.E_MAIL, LAYER, "e-mail", certain=True)


def _numbers(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    if not _EIGHT_DIGITS.search(text):
        return
    for match in _IDENTITY_NUMBER.finditer(text):
        span = match.span()
        yield passage.hit(*span, Category.IDENTITY_NUMBER, LAYER, "11 digits", certain=True)
    for start, end in _telephones(text):
        yield passage.hit(start, end, Category.TELEPHONE, LAYER, "telephone", certain=True)


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    from phonenumbers import Leniency, PhoneNumberMatcher

    for match in PhoneNumberMatcher(text, "NO", leniency=Leniency.VALID):
        is_long = sum(character.isdecimal() for character in match.raw_string) >= _SHORTEST
        if is_long and not _is_date_or_money(text, match.start, match.end):
            yield match.start, match.end


def _is_date_or_money(text: str, start: int, end: int) -> bool:
    if _NO_TELEPHONE.fullmatch(text, start, end):
        return True
    before = text[max(0, start - _LONGEST_MARK) : start]
    return bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, end))


def _compact(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()
