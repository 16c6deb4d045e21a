"""Size bands: classes of municipality size, the only thing about a respondent that is printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.language import Language
from corpus.problems import Problem

DISTRICT = "bydel"
UNKNOWN = "unknown"
DEFAULT_LIMITS = (2000, 5000, 10000, 20000, 50000)

_FEWER = {
    "nb": "kommune med færre enn {0} innbyggere",
    "nn": "kommune med færre enn {0} innbyggjarar",
    "en": "municipality with fewer than {0} inhabitants",
}
_BETWEEN = {
    "nb": "kommune med {0}-{1} innbyggere",
    "nn": "kommune med {0}-{1} innbyggjarar",
    "en": "municipality with {0}-{1} inhabitants",
}
_OR_MORE = {
    "nb": "kommune med {0} innbyggere eller flere",
    "nn": "kommune med {0} innbyggjarar eller fleire",
    "en": "municipality with {0} inhabitants or more",
}
_DISTRICT = {"nb": "bydel", "nn": "bydel", "en": "city district"}
_UNKNOWN = {"nb": "kommune", "nn": "kommune", "en": "municipality"}

_EITHER = {
    "nb": "kommune eller bydel",
    "nn": "kommune eller bydel",
    "en": "municipality or city district",
}
_DISTRICT_OR = {"nb": "bydel eller {0}", "nn": "bydel eller {0}", "en": "city district or {0}"}

_HEAD_OR_MORE = {"nb": "{0} og større", "nn": "{0} og større", "en": "{0} and more"}
_HEAD_DISTRICT = {"nb": "Bydeler", "nn": "Bydelar", "en": "City districts"}
_HEAD_UNKNOWN = {"nb": "Ukjent", "nn": "Ukjend", "en": "Unknown"}


@dataclass(frozen=True)
class BandScheme:
    """The size bands of a study: limits in inhabitants, rising; labels that replace the usual ones.

    A band is stored by its name: `<2000`, `2000-5000`, ..., `>50000`, `bydel`, `unknown`.
    The lower limit belongs to the band, the upper one to the next.
    """

    limits: tuple[int, ...] = DEFAULT_LIMITS
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """All band names in printing order, city districts and unknown last."""
        low, high = self.limits[0], self.limits[-1]
        between = (f"{a}-{b}" for a, b in zip(self.limits, self.limits[1:], strict=False))
        return (f"<{low}", *between, f">{high}", DISTRICT, UNKNOWN)

    def of_population(self, population: int) -> str:
        """The band of a municipality with this many inhabitants."""
        return self.names[sum(population >= limit for limit in self.limits)]

    def label(self, band: str, language: Language) -> str:
        """What stands in brackets behind a quote, such as `kommune med 2000-5000 innbyggere`."""
        return self.labels.get(band) or _worded(
            self, band, language, (_FEWER, _BETWEEN, _OR_MORE, _DISTRICT, _UNKNOWN)
        )

    def joint_label(self, first: str, last: str, language: Language) -> str:
        """What stands behind a quote for all bands from `first` to `last` together.

        It is made of the outer bounds: `kommune med færre enn 5000 innbyggere`. All municipalities
        together are `kommune`; city districts are named wherever they are among them.
        """
        low, high = self.names.index(first), self.names.index(last)
        top = len(self.limits)
        if high > top:
            if low == 0:
                return _EITHER[language]
            joined = self.joint_label(first, self.names[top], language) if low <= top else ""
            return _DISTRICT_OR[language].format(joined) if joined else _DISTRICT[language]
        if low == 0:
            return _UNKNOWN[language] if high == top else _FEWER[language].format(self.limits[high])
        if high == top:
            return _OR_MORE[language].format(self.limits[low - 1])
        return _BETWEEN[language].format(self.limits[low - 1], self.limits[high])

    def head(self, band: str, language: Language) -> str:
        """What stands over a table's column, such as `2000-5000` or `50000 og større`."""
        same = dict.fromkeys(("nb", "nn", "en"), "<{0}")
        between = dict.fromkeys(("nb", "nn", "en"), "{0}-{1}")
        wordings = (same, between, _HEAD_OR_MORE, _HEAD_DISTRICT, _HEAD_UNKNOWN)
        return _worded(self, band, language, wordings)

    def read(self, text: str) -> str | None:
        """The band a cell names (`under 2000`, `2000 til 5000`, `2000-4999`, `50000+`), or None."""
        return _read(self, text)

    def with_label(self, band: str, label: str) -> "BandScheme":
        """The same scheme with one label changed."""
        if band not in self.names:
            raise Problem(f"There is no size band {band}.", f"The bands: {', '.join(self.names)}.")
        return replace(self, labels={**self.labels, band: label})


def scheme(limits: Sequence[int]) -> BandScheme:
    """A scheme with these limits, which must rise."""
    if not limits or any(b <= a for a, b in zip((0, *limits), limits, strict=False)):
        raise Problem(
            "The limits of the size bands must be whole numbers that rise.",
            "For example: --limits 2000,5000,10000,20000,50000",
        )
    return BandScheme(tuple(limits))


def _worded(
    scheme: BandScheme, band: str, language: Language, wordings: tuple[dict[str, str], ...]
) -> str:
    fewer, between, or_more, district, unknown = (wording[language] for wording in wordings)
    if band == DISTRICT:
        return district
    if band.startswith("<"):
        return fewer.format(band[1:])
    if band.startswith(">"):
        return or_more.format(band[1:])
    low, dash, high = band.partition("-")
    return between.format(low, high) if dash and band in scheme.names else unknown


_NUMBER = r"([0-9]{1,3}(?:[ .][0-9]{3}){1,2}|[0-9]{1,9})"
_PEOPLE = r"(?: *(?:innbyggere|innbyggjarar|innb\.?|inhabitants))?"
_READ_FEWER = re.compile(rf"(?:<|under|færre enn|fewer than|less than) *{_NUMBER}{_PEOPLE}")
_READ_MORE = re.compile(
    rf"(?:>=?|over|minst|mer enn|meir enn|more than) *{_NUMBER}{_PEOPLE}"
    rf"|{_NUMBER}{_PEOPLE} *(?:\+|(?:og|eller|and|or) +(?:større|mer|meir|flere|fleire|over|more))"
    rf"{_PEOPLE}"
)
_READ_BETWEEN = re.compile(rf"{_NUMBER} *(?:-|–|—|til|to) *{_NUMBER}{_PEOPLE}")
_READ_DISTRICT = re.compile(r"bydel(?:er|ar)?(?: i oslo)?|city districts?")
_READ_UNKNOWN = re.compile(r"|ukjent|ukjend|unknown")


def _read(scheme: BandScheme, text: str) -> str | None:
    plain = re.sub(r"\s+", " ", text).strip().casefold()
    plain = re.sub(r"^(?:kommune|municipality) (?:med|with) ", "", plain)
    if _READ_DISTRICT.fullmatch(plain):
        return DISTRICT
    if _READ_UNKNOWN.fullmatch(plain):
        return UNKNOWN
    if found := _READ_FEWER.fullmatch(plain):
        names = [f"<{_digits(found[1])}"]
    elif found := _READ_BETWEEN.fullmatch(plain):
        low, high = _digits(found[1]), _digits(found[2])
        names = [f"{low}-{high}", f"{low}-{int(high) + 1}"]
    elif found := _READ_MORE.fullmatch(plain):
        names = [f">{_digits(found[1] or found[2])}"]
    else:
        return None
    return next((name for name in names if name in scheme.names), None)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
