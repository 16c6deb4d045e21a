"""The layer of the finder that knows web addresses, streets, postcodes, organisation numbers."""

import re
from collections.abc import Iterator

from corpus.privacy.hits import Category, Hit
from corpus.privacy.listed import listed_names
from corpus.privacy.passage import Passage
from corpus.privacy.words import keys_of

LAYER = "addresses"
_WEB = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>\"»)\]]+|www\.[^\s<>\"»)\],;]+"
    r"|(?:[\w-]{1,63}\.){1,4}(?:kommune\.no|no|com|org|net|info|herad\.no)(?:/[^\s<>\"»)\],;]*)?)"
    r"(?![\w@])",
    re.IGNORECASE,
)
_MUNICIPAL = re.compile(r"\b[\w-]+\.(?:kommune|herad|suohkan)\.no\b", re.IGNORECASE)
_NATIONAL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)*(?:helsenorge|ung|nav|helsedirektoratet|fhi|napha|regjeringen"
    r"|lovdata|kors-?pa-?halsen|mentalhelse|rustelefonen|altinn|ssb|ks|korus|snakkommobbing"
    r"|sidetmedord|alarmtelefonen|dinutvei|psykiskhelse|udir|bufdir|forebygging|brukerplan"
    r"|rop|statsforvalteren|npe|helsetilsynet)\.no(?:/.*)?"
    r"|(?:https?://)?(?:www\.)?(?:facebook|google|instagram|snapchat|youtube)\.(?:no|com)/?",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:(?:Nedre|Øvre|Nordre|Søndre|Østre|Vestre|Store|Lille|Gamle|[A-ZÆØÅ][\w.]+)\s)?"
    r"\w*(?:gata|gaten|gate|gt\.|veien|vegen|vei|veg|allé|alle|alleen|plass|torg|torget|smauet"
    r"|bakken|stien|svingen|brygge|kaia|kroken|lia|tunet|jordet)\s\d{1,3}\s?[a-zA-Z]?\b(?!\s?%)"
)
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_STREET_SMALL = re.compile(r"\w{3,}(?:gata|gaten|gate|veien|vegen)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<!\d)(?:N-)?(\d{4})\s+([A-ZÆØÅ][^\W\d_]+(?:\s[IVX]+\b)?)")
_BOX = re.compile(r"\b(?:postboks|pb\.?|boks)\s\d{1,5}\b", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"(?:\borg(?:anisasjons)?\.?\s?-?(?:nr|nummer)\.?:?\s*)(\d{3}\s?\d{3}\s?\d{3})(?!\d)"
    r"|(?<![\d ])([89]\d{2}\s\d{3}\s\d{3})(?![\d ]|\s?(?:kr|kroner))",
    re.IGNORECASE,
)
_LONGEST_PLACE = 40
_DIGIT = re.compile(r"\d")
_COMMA_BEFORE = re.compile(r",\s*\Z")
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def address_layer(passage: Passage) -> Iterator[Hit]:
    """Addresses of the web and of houses, and organisation numbers with the right last digit."""
    text = passage.text
    if "." in text:
        yield from _web(passage)
    if not _DIGIT.search(text):
        return
    for match in _STREET.finditer(text):
        if _CAPITAL.match(match[0]) or _STREET_SMALL.match(match[0]):
            yield _hit(passage, match.span(), Category.ADDRESS, "street and number")
    for match in _BOX.finditer(text):
        yield _hit(passage, match.span(), Category.ADDRESS, "post box")
    for match in _POSTCODE.finditer(text):
        if _is_place(text[match.start(2) :]) and not _is_year(text, match):
            yield _hit(passage, match.span(), Category.ADDRESS, "postcode and place")
    yield from _organisations(passage)


def _is_place(text: str) -> bool:
    """Whether a text begins with a listed name: `Mo i Rana`."""
    keys = keys_of(text[:_LONGEST_PLACE])
    return any(keys[:count] in listed_names() for count in (1, 2, 3))


def _is_year(text: str, match: re.Match[str]) -> bool:
    return match[1][:2] in ("19", "20") and not _COMMA_BEFORE.search(text, 0, match.start())


def _web(passage: Passage) -> Iterator[Hit]:
    for match in _WEB.finditer(passage.text):
        end = match.end() - len(match[0]) + len(match[0].rstrip(".,;:!?"))
        written = passage.text[match.start() : end]
        if not _NATIONAL.fullmatch(written):
            yield passage.hit(
                match.start(),
                end,
                Category.WEB_ADDRESS,
                LAYER,
                "web address",
                certain=_MUNICIPAL.search(written) is not None,
            )


def _organisations(passage: Passage) -> Iterator[Hit]:
    for match in _ORGANISATION.finditer(passage.text):
        group = 1 if match[1] else 2
        digits = [int(sign) for sign in match[group] if sign.isdigit()]
        if group == 1 or is_organisation_number(digits):
            yield _hit(passage, match.span(group), Category.ORGANISATION_NUMBER, "nine digits")


def is_organisation_number(digits: list[int]) -> bool:
    """Whether the last of nine digits is the check digit of the others (modulus 11)."""
    if len(digits) != len(_WEIGHTS) + 1:
        return False
    rest = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return digits[-1] == (0 if rest == 0 else 11 - rest)


def _hit(passage: Passage, span: tuple[int, int], category: Category, rule: str) -> Hit:
    return passage.hit(*span, category, LAYER, rule, certain=False)
