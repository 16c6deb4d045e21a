"""Numbers of inhabitants as people write them."""

import re

_SPACES = "\u00a0\u2009\u202f"
_NUMBER = re.compile(
    r"([0-9]{1,3}(?:[ .,'’][0-9]{3})+|[0-9]{1,9})(?:[.,]0+)?"
    r"(?: *(?:innbyggere|innbyggjarar|innb\.?|inhabitants))?",
    re.IGNORECASE,
)


def read_population(text: str) -> int | None:
    """The number of inhabitants a cell states exactly, or None.

    `1450`, `1 450`, `1.450` (with common, no-break and thin spaces), `7379.0` and
    `1 450 innbyggere` are numbers; `ca. 1 200`, `1200-1500` and `1.5` are not.
    """
    plain = re.sub(f"[{_SPACES}]", " ", text).strip()
    found = _NUMBER.fullmatch(plain)
    return int(re.sub(r"[^0-9]", "", found[1])) if found else None
