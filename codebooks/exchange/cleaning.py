"""What a file says of a code in the form in which it is stored; what is none is left out."""

import re
from collections import defaultdict
from dataclasses import replace

from codebooks.describing import clean_color, clean_symbol
from codebooks.exchange.draft import DraftCode
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.visible import visible

_GUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NO_GUID = "00000000-0000-0000-0000-000000000000"
_HIGHEST = 999_999_999
_EXAMPLES = 3
_LONGEST = 60

_SENTENCES = {
    "nameless": ("1 code has no name and is left out", "{n} codes have no name and are left out"),
    "deep": (
        "1 code stands deeper than three levels; it comes to stand on the third, with the names "
        "joined",
        "{n} codes stand deeper than three levels; they come to stand on the third, with the names "
        "joined",
    ),
    "twins": (
        "1 code stands in the file twice and is taken as one",
        "{n} codes stand in the file more than once and are each taken as one",
    ),
    "numbered": (
        "1 code has the name of another beside it and gets a number",
        "{n} codes have the name of another beside them and get a number",
    ),
    "guid": ("1 GUID is none and is left out", "{n} GUIDs are none and are left out"),
    "same guid": (
        "1 code has the GUID of another and gets a new one",
        "{n} codes have the GUID of another and get new ones",
    ),
    "number": ("1 number is none and is left out", "{n} numbers are none and are left out"),
    "color": ("1 colour is none and is left out", "{n} colours are none and are left out"),
    "symbol": (
        "1 symbol is not one character and is left out",
        "{n} symbols are not one character and are left out",
    ),
    "yes": (
        "1 cell is neither yes nor no and is read as no",
        "{n} cells are neither yes nor no and are read as no",
    ),
}


class Remarks:
    """What was odd in a file, by kind, each kind told in one sentence with a few examples."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = defaultdict(list)

    def add(self, kind: str, example: str) -> None:
        """Note one case; an example of "" counts without being shown."""
        self._found[kind].append(example)

    def sentences(self) -> tuple[str, ...]:
        """A sentence for each kind, in the order in which they came up."""
        return tuple(self._sentence(kind) for kind in self._found)

    def _sentence(self, kind: str) -> str:
        found = self._found[kind]
        one, many = _SENTENCES[kind]
        text = one if len(found) == 1 else many.format(n=len(found))
        shown = list(dict.fromkeys(_short(each) for each in found if each))[:_EXAMPLES]
        return f"{text}: {'; '.join(shown)}." if shown else f"{text}."


def cleaned(code: DraftCode, guids: set[str], remarks: Remarks) -> DraftCode:
    """The code as it is stored. `guids` are those of other codes; its own is added."""
    return replace(
        code,
        guid=_guid(code, guids, remarks),
        number=_number(code, remarks),
        definition=clean_text(code.definition),
        include=clean_text(code.include),
        exclude=clean_text(code.exclude),
        color=_color(code.color, remarks),
        symbol=_symbol(code.symbol, remarks),
    )


def clean_guid(guid: str) -> str:
    """A GUID in lower case without braces, "" when it is none."""
    plain = guid.strip().lower().removeprefix("{").removesuffix("}")
    return plain if _GUID.fullmatch(plain) and plain != _NO_GUID else ""


def clean_text(text: str) -> str:
    """A text as it is stored."""
    return normalise(text).strip()


def _guid(code: DraftCode, guids: set[str], remarks: Remarks) -> str:
    plain = clean_guid(code.guid)
    if code.guid.strip() and not plain:
        remarks.add("guid", code.guid.strip())
    if plain in guids:
        remarks.add("same guid", " / ".join(code.path))
        return ""
    if plain:
        guids.add(plain)
    return plain


def _number(code: DraftCode, remarks: Remarks) -> int | None:
    if code.number is None or 0 < code.number <= _HIGHEST:
        return code.number
    remarks.add("number", str(code.number))
    return None


def _color(color: str, remarks: Remarks) -> str:
    try:
        return clean_color(color)
    except Problem:
        remarks.add("color", color)
        return ""


def _symbol(symbol: str, remarks: Remarks) -> str:
    try:
        return clean_symbol(symbol)
    except Problem:
        remarks.add("symbol", symbol)
        return ""


def _short(text: str) -> str:
    plain = visible(" ".join(text.split()))
    return f"“{plain}”" if len(plain) <= _LONGEST else f"“{plain[: _LONGEST - 1]}…”"
