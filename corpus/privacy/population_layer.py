"""The layer of the finder that knows population numbers, which tell municipalities apart."""

import re
from collections.abc import Iterator

from corpus.privacy.hits import Category, Hit
from corpus.privacy.passage import Passage

LAYER = "population"
_PEOPLE = re.compile(
    r"\b(?:innb(?:\b|yggj?ar|yggere|yggerne|yggjere|yggertall|yggjartal)|folketall?|folkemengd|"
    r"fastboende|fastbuande|bosatte|busette|befolkning|folkesett|sjeler?\b|sjelar\b)\w*",
    re.IGNORECASE,
)
_LIVING = r"\b(?:bor|bur|budde|bodde|lever|bosatt|busett)\b"
_COUNT = r"(?<!\d)\d[\d .\u00a0\u202f]{0,9}"
_FOLK = r"(?:mennesker?|personer|personar|folk)\b"
_SETTLEMENT = r"\b(?:kommune|kommuna|bygd|øy|by|tettsted|tettstad|bydel)\s(?:på|med)\b"
_DWELLERS = re.compile(
    rf"{_LIVING}[^.!?\n]{{0,30}}?(?P<after>{_COUNT})\s{_FOLK}"
    rf"|(?P<before>{_COUNT})\s{_FOLK}[^.!?\n]{{0,20}}?{_LIVING}"
    rf"|\b(?:vi|me) er\b[^.!?,\n\d]{{0,20}}?(?P<we>{_COUNT})\s{_FOLK}"
    rf"|{_SETTLEMENT}[^.!?,\n\d]{{0,16}}?(?P<place>\d[\d .\u00a0\u202f]{{3,9}}|\w+\stusen)\s{_FOLK}"
    rf"|(?P<some>{_COUNT})\ssom\s{_LIVING}\s(?:her|i)\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\d|tusen|hundre", re.IGNORECASE)
_DIGITS = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_WORDS = (
    r"(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten"
    r"|sytten|atten|nitten|tjue|tredve|tretti|førti|femti|seksti|sytti|åtti|nitti|hundre|halvannet"
    r"|halvanna)"
)
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?:{_DIGITS})(?:[\s-]?(?:tusen|000|mill\w*))?(?:\s?[-–]\s?(?:{_DIGITS}))?"
    rf"|{_WORDS}(?:\s?(?:{_WORDS}|og|tusen|hundre))*\s?(?:tusen|hundre)"
    rf"(?:\s?(?:og\s)?{_WORDS}(?:\s?hundre)?)*)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:i|fra|frå|siden|sidan|innen|til|for|år|jan\w*|des\w*|per|pr\.?)\s*\Z", re.IGNORECASE
)
_RANGE = re.compile(r"(\d+)\s?[-–]\s?(\d+)")
_RATE_BEFORE = re.compile(r"\b(?:per|pr\.?|for hver|for kvar|hver|kvar)\s*\Z", re.IGNORECASE)
_OTHER_AFTER = re.compile(
    r"\s*(?:%|prosent|kr\b|kroner|kr\.|mill|år\b|årsverk|stilling|psykolog|timer|timar|av\b|ganger)"
    r"|\s*,-",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.!?;]\s|\n")
_AROUND = 60
_FAR = 4
_LEAST, _LEAST_DIGITS = 100, 3
_WIDE, _SMALLEST = 2, 1_000


def population_layer(passage: Passage) -> Iterator[Hit]:
    """The number nearest to a word for inhabitants, at most four words before or after it.

    Years, rates (`per 1000 innbyggere`), money, shares and wide ranges are left. All
    are uncertain, for the names of size bands are written alike.
    """
    text = passage.text
    if not _ANY.search(text):
        return
    for people in _PEOPLE.finditer(text):
        found = _before(text, people.start()) or _after(text, people.end())
        if found:
            rule = "number beside inhabitants"
            yield passage.hit(*found.span(), Category.POPULATION, LAYER, rule, certain=False)
    for dwellers in _DWELLERS.finditer(text):
        group = dwellers.lastgroup or ""
        digits = [sign for sign in dwellers[group] if sign.isdigit()]
        if len(digits) >= _LEAST_DIGITS or dwellers[group].endswith("tusen"):
            start = dwellers.start(group)
            end = start + len(dwellers[group].rstrip())
            rule = "number of people who live here"
            yield passage.hit(start, end, Category.POPULATION, LAYER, rule, certain=False)


def _before(text: str, end: int) -> re.Match[str] | None:
    start = max(0, end - _AROUND)
    numbers = [match for match in _NUMBER.finditer(text, start, end) if _is_number(text, match)]
    if not numbers or not _is_near(text[numbers[-1].end() : end]):
        return None
    return None if _RATE_BEFORE.search(text, 0, numbers[-1].start()) else numbers[-1]


def _after(text: str, start: int) -> re.Match[str] | None:
    for match in _NUMBER.finditer(text, start, min(len(text), start + _AROUND)):
        if not _is_near(text[start : match.start()]):
            return None
        if _is_number(text, match) and not _RATE_BEFORE.search(text, 0, match.start()):
            return match
    return None


def _is_near(between: str) -> bool:
    return len(between.split()) <= _FAR and not _BREAK.search(between)


def _is_number(text: str, match: re.Match[str]) -> bool:
    written = match[0]
    digits = "".join(sign for sign in written if sign.isdigit())
    is_small = written.isdigit() and int(digits) < _LEAST
    is_year = _YEAR.fullmatch(written) and _YEAR_BEFORE.search(text, 0, match.start())
    is_other = is_small or is_year or _OTHER_AFTER.match(text, match.end())
    return not (is_other or _is_band(written))


def _is_band(written: str) -> bool:
    """Whether this is a range as wide as the bands of size, whose names may be printed."""
    between = _RANGE.fullmatch(written.replace(" ", "").replace("\u00a0", ""))
    return between is not None and int(between[2]) >= _WIDE * int(between[1]) >= _WIDE * _SMALLEST
