"""The layer of the finder that knows e-mail addresses, telephone and identity numbers."""

import re
from collections.abc import Collection, Iterable, Iterator

from corpus.privacy.alignment import align
from corpus.privacy.hits import Category, Hit
from corpus.privacy.passage import Passage

LAYER = "patterns"
_RULES = {
    Category.E_MAIL: "e-mail",
    Category.IDENTITY_NUMBER: "11 digits",
    Category.TELEPHONE: "telephone",
}
Span = tuple[int, int]
_SHORTEST = 8
_LOWEST = 10_000_000
_NORWAY = 47
_LONGEST_MARK = 8
_HELPLINES = frozenset({"80033321", "55553333", "23327000", "22591300", "22400040", "81533300"})

_AT = r"(?:@|\s@\s|\(a\)|\s?[(\[{]\s?(?:at|@|krøllalfa|alfakrøll)\s?[)\]}]\s?)"
_E_MAIL = re.compile(
    rf"(?<![\w.%+-])[\w.%+-]{{1,64}}{_AT}[^\W_](?:[\w-]{{0,62}}\.){{1,8}}[^\W\d_]{{2,24}}",
    re.IGNORECASE,
)
_MAYBE_E_MAIL = re.compile(r"@|[(\[{]\s?(?:at|a|krøllalfa|alfakrøll)\s?[)\]}]", re.IGNORECASE)
_IDENTITY_NUMBER = re.compile(r"(?<![^\W_])(?:\d{6}|\d\d\.\d\d\.\d\d)[\s-]?\d{5}(?![^\W_])")
_EIGHT_DIGITS = re.compile(r"\d(?:[\s()/.\u2010-\u2015-]{0,3}\d){7}")
_NO_TELEPHONE = re.compile(
    r"(?:19|20)\d\d\W{1,3}(?:19|20)\d\d"
    r"|\d{1,2}[./\s-]{1,2}\d{1,2}[./\s-]{1,2}(?:19|20)\d\d"
    r"|(?:19|20)\d\d[./-]\d\d[./-]\d\d"
)
_GUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I)
_IN_GROUPS = re.compile(
    r"(?:(?:\+|\b00)47\s?)?"
    r"(?<!\d)(?P<number>\d\d[\s-]\d\d[\s-]\d\d[\s-]\d\d|\d{3}\s\d\d\s\d{3}|\d{8})(?!\d)"
)
_MONEY_BEFORE = re.compile(r"\b(?:kr|kroner|nok)\.?\s?\Z", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s?(?:,-|(?:kr|kroner|nok|mill|millionar|millioner)\b)", re.IGNORECASE)


class PatternLayer:
    """Finds e-mail addresses (also `(at)`), Norwegian telephone numbers and identity numbers."""

    def __init__(self, released: Collection[str]) -> None:
        self._released = frozenset(_compact(align(word).text) for word in released)

    def __call__(self, passage: Passage) -> Iterator[Hit]:
        """The addresses and numbers in a text, those that have been released left out."""
        for category, span in _found(passage.text):
            if _compact(passage.text[slice(*span)]) not in self._released:
                yield passage.hit(*span, category, LAYER, _RULES[category], certain=True)


def _found(text: str) -> Iterator[tuple[Category, Span]]:
    """What is found in a text; each pattern sees only what those before it have left."""
    if _MAYBE_E_MAIL.search(text):
        addresses = [match.span() for match in _E_MAIL.finditer(text)]
        yield from ((Category.E_MAIL, span) for span in addresses)
        text = _without(text, addresses)
    if not _EIGHT_DIGITS.search(text):
        return
    text = _without(text, [match.span() for match in _GUID.finditer(text)])
    numbers = [match.span() for match in _IDENTITY_NUMBER.finditer(text)]
    yield from ((Category.IDENTITY_NUMBER, span) for span in numbers)
    text = _without(text, numbers)
    while telephones := _telephones(text):
        yield from ((Category.TELEPHONE, span) for span in telephones)
        text = _without(text, telephones)


def _telephones(text: str) -> list[Span]:
    """Telephone numbers; one that has other digits beside it, in the usual Norwegian groups."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    spans = [
        (match.start, match.end)
        for match in PhoneNumberMatcher(text, "NO", leniency=Leniency.VALID)
        if sum(character.isdecimal() for character in match.raw_string) >= _SHORTEST
        and not _is_other(text, match.start, match.end)
    ]
    return spans or [
        match.span()
        for match in _IN_GROUPS.finditer(text)
        if _is_in_use(match["number"]) and not _is_other(text, *match.span())
    ]


def _is_in_use(number: str) -> bool:
    """Whether these eight digits are in a range that Norwegian telephone numbers are taken from."""
    from phonenumbers import PhoneNumber, is_valid_number

    digits = int("".join(character for character in number if character.isdecimal()))
    return digits >= _LOWEST and is_valid_number(PhoneNumber(_NORWAY, digits))


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text, as long as before, with brackets where the spans were, as in print."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += text[position:start], "[" + "_" * (end - start - 2) + "]"
        position = end
    return "".join(parts) + text[position:]


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether eight digits are dates, money or the number of a national helpline."""
    if _NO_TELEPHONE.fullmatch(text, start, end) or _compact(text[start:end]) in _HELPLINES:
        return True
    before = text[max(0, start - _LONGEST_MARK) : start]
    return bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, end))


def _compact(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()
