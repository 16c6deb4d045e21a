"""The amounts in a text: digits and words, but no years, dates, percents or numbers of lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SPACES = " \u00a0\u202f"
_WORDS = {
    **dict.fromkeys(("én", "éin", "ett", "eitt", "one"), 1),
    **dict.fromkeys(("to", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fire", "four"), 4),
    **dict.fromkeys(("fem", "five"), 5),
    **dict.fromkeys(("seks", "six"), 6),
    **dict.fromkeys(("sju", "syv", "seven"), 7),
    **dict.fromkeys(("åtte", "eight"), 8),
    **dict.fromkeys(("ni", "nine"), 9),
    **dict.fromkeys(("ti", "ten"), 10),
    **dict.fromkeys(("elleve", "eleven"), 11),
    **dict.fromkeys(("tolv", "twelve"), 12),
    **dict.fromkeys(("tjue", "twenty"), 20),
    **dict.fromkeys(("tretti", "tredve", "thirty"), 30),
}
_HALVES = {"halv": "0.5", "halvt": "0.5", "halvannen": "1.5", "halvannan": "1.5", "half": "0.5"}
_VALUES = {word: Decimal(value) for word, value in _WORDS.items()}
_VALUES |= {word: Decimal(value) for word, value in _HALVES.items()}
_NONE = re.compile(r"\W*(?P<none>ingen|ingenting|null|none|zero)\W*", re.IGNORECASE)
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SKIPPED = re.compile(
    rf"""
    (?m:^[ \t]*\d{{1,2}}[.)](?=\s))                         # the numbers of a list
    | \b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b               # dates
    | \b\d{{1,2}}\.?\s(?:jan|feb|mars|apr|mai|juni|juli|aug|sep|okt|nov|des)\w*
    | \b(?:kl\.?|klokk[ae]n?)\s?\d{{1,2}}(?:[.:]\d{{2}})?
    | \b\d{{1,2}}:\d{{2}}\b
    | (?<!\d)\d{{2}}(?:[{_SPACES}]\d{{2}}){{3}}(?!\d)       # telephone
    | (?<![\d.,])\d{{8,}}(?!\d)                             # telephone, identity
    | (?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)               # years
    | [\d.,]+[{_SPACES}]?(?:%|prosent|percent|pst\b)
    | \b[^\W\d_]+[.-]?\d[\d.]*                              # names: k7.3, covid-19
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = rf"\d{{1,3}}(?:[{_SPACES}.]\d{{3}})+(?!\d)|\d+"
_AMOUNT = re.compile(
    rf"""
    (?P<skipped>{_SKIPPED.pattern})
    | (?<![\w.,])(?:
        (?P<upper>\d{{1,3}})/(?P<lower>[1-9]\d?)(?![\w/])
      | (?P<whole>{_DIGITS})(?:[.,](?P<part>\d{{1,3}})(?!\d))?[{_SPACES}]?(?P<sign>[½¼¾])?(?!\w)
      | (?P<alone>[½¼¾])
      )
    | \b(?P<word>{"|".join(_VALUES)})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at characters `start` to `end` (not included) of a text."""

    start: int
    end: int
    value: Decimal


def amounts_in(text: str) -> list[Amount]:
    """The amounts in a text, in its order: `2 1/2` is two, `1 200` is one, `50 %` and 2024 none.

    Words count to tolv, tjue and tretti, in bokmål, nynorsk and English; of the number one only
    what is no article (én, ett). A text that is nothing but `ingen` is 0.
    """
    if none := _NONE.fullmatch(text):
        return [Amount(none.start("none"), none.end("none"), Decimal(0))]
    return list(_found(text))


def _found(text: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text):
        if match["skipped"] is None:
            yield Amount(match.start(), match.end(), _value(match))


def _value(match: re.Match[str]) -> Decimal:
    if match["word"]:
        return _VALUES[match["word"].casefold()]
    if match["upper"]:
        return round(Decimal(match["upper"]) / Decimal(match["lower"]), 3)
    if match["alone"]:
        return _FRACTIONS[match["alone"]]
    whole = re.sub(rf"[{_SPACES}.]", "", match["whole"])
    part = Decimal(f"{whole}.{match['part']}" if match["part"] else whole)
    return part + (_FRACTIONS[match["sign"]] if match["sign"] else 0)
