"""The words that files of codebooks use for what a code has, in three languages."""

import re
from typing import Literal

from corpus.language import Language

Field = Literal[
    "path",
    "code",
    "name",
    "level1",
    "level2",
    "level3",
    "number",
    "guid",
    "definition",
    "include",
    "exclude",
    "color",
    "symbol",
    "outcome",
    "retired",
    "locked",
]
"""A column of a codebook as a table. `code` is a name or a number, as the other columns show."""

FIELDS: tuple[Field, ...] = (
    "number",
    "definition",
    "include",
    "exclude",
    "color",
    "symbol",
    "outcome",
    "retired",
    "locked",
    "guid",
)
"""What stands behind the names of a code, in the order in which it is written."""

HEADS: dict[Language, dict[Field, str]] = {
    "en": {
        "path": "path",
        "level1": "level 1",
        "level2": "level 2",
        "level3": "level 3",
        "number": "number",
        "definition": "definition",
        "include": "use when",
        "exclude": "do not use when",
        "color": "colour",
        "symbol": "symbol",
        "outcome": "outcome",
        "retired": "retired",
        "locked": "locked",
        "guid": "guid",
    },
    "nb": {
        "path": "sti",
        "level1": "nivå 1",
        "level2": "nivå 2",
        "level3": "nivå 3",
        "number": "nummer",
        "definition": "definisjon",
        "include": "brukes når",
        "exclude": "brukes ikke når",
        "color": "farge",
        "symbol": "symbol",
        "outcome": "utfall",
        "retired": "ute av bruk",
        "locked": "låst",
        "guid": "guid",
    },
    "nn": {
        "path": "sti",
        "level1": "nivå 1",
        "level2": "nivå 2",
        "level3": "nivå 3",
        "number": "nummer",
        "definition": "definisjon",
        "include": "vert brukt når",
        "exclude": "vert ikkje brukt når",
        "color": "farge",
        "symbol": "symbol",
        "outcome": "utfall",
        "retired": "ute av bruk",
        "locked": "låst",
        "guid": "guid",
    },
}
"""The heads of a table of codes."""

YES: dict[Language, str] = {"en": "yes", "nb": "ja", "nn": "ja"}

IS_YES = frozenset({"yes", "ja", "y", "j", "x", "1", "true", "sann", "sant"})
IS_NO = frozenset({"", "no", "nei", "n", "0", "false", "usann", "usant", "-"})

_OTHERS: dict[Field, str] = {
    "path": "code path|codepath|kodesti|kodestig|stig|hierarchy|hierarki",
    "code": "code|codes|kode|koder|kodar",
    "name": "name|code name|codename|navn|namn|kodenavn|kodenamn|etikett|label|betegnelse",
    "level1": "level1|nivå1|hovedtema|hovudtema|main theme|theme|tema|category|kategori|l1|n1",
    "level2": "level2|nivå2|undertema|sub-theme|subtheme|sub theme|underkategori|l2|n2",
    "level3": "level3|nivå3|underkode|subcode|sub-code|l3|n3",
    "number": "no|no.|nr|nr.|#|kodenr|kodenr.|kodenummer|code number|code no|num",
    "definition": "description|beskrivelse|beskriving|forklaring|skildring|definition text|meaning",
    "include": "include|inclusion|included|includes|inkluder|inkluderer|inkluderar|inklusjon"
    "|inkludert|inkl|inkl.|bruk når|blir brukt når",
    "exclude": "exclude|exclusion|excluded|excludes|ekskluder|ekskluderer|ekskluderar|eksklusjon"
    "|ekskludert|ekskl|ekskl.|ikke bruk når|ikkje bruk når|blir ikkje brukt når|don't use when",
    "color": "color|fargekode",
    "symbol": "sign|tegn|teikn",
    "outcome": "is outcome|utfallskode",
    "retired": "utgått|utgatt|utgår|not in use|no longer in use|ikke i bruk|ikkje i bruk"
    "|ikke lenger i bruk|ikkje lenger i bruk",
    "locked": "lock|låst kode|lås",
    "guid": "uuid|identity|identitet",
}

_SPACES = re.compile(r"[\s_]+")


def field_named(head: str) -> Field | None:
    """What a column with this head holds, or None: in any language, letter case and spacing."""
    return _NAMED.get(_SPACES.sub(" ", head).strip().casefold())


def _named() -> dict[str, Field]:
    own = {head: field for heads in HEADS.values() for field, head in heads.items()}
    others = {head: field for field, heads in _OTHERS.items() for head in heads.split("|")}
    return own | others


_NAMED = _named()
