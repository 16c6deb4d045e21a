"""A codebook as plain text: a code a line, levels by indentation, `#` before what is said of it.

Under a code, lines that begin with `:` are its definition, `(+)` and `(-)` its rules, and
`[fullkoding]` what it has besides. `# title:`, `# single:`, `# ordered:` and `# outcomes:` are
about the whole; other lines with `#` describe it. A backslash makes a line a name whatever it
begins with.
"""

import re
from dataclasses import dataclass, field, replace

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.facts import SIGN, read_facts
from codebooks.exchange.separators import split_column
from codebooks.exchange.shaping import shaped
from codebooks.exchange.words import IS_YES
from corpus.normalise import normalise

MARKS = {":": "definition", "(+)": "include", "(-)": "exclude"}
"""What lines about a code begin with."""

ESCAPE = "\\"

_TOLD = re.compile(r"#+\s*(title|single|ordered|outcomes)\s*:\s*(.*)", re.IGNORECASE)
BULLET = re.compile(r"[-*•]\s+(?=\S)")
"""What may stand before a name, as in a list."""

_TAB = 4


@dataclass(frozen=True)
class Outline:
    """A codebook as plain text: its codes, its title and its description, "" when it has none."""

    book: DraftBook
    title: str
    description: str


def read_outline(
    text: str, name: str, separator: str | None = None, warnings: tuple[str, ...] = ()
) -> Outline:
    """The codebook in a text; `name` is its name when it has no title.

    A text with neither title nor indentation is a list of paths.
    """
    reader = _Reader()
    for line in normalise(text).removeprefix("\ufeff").split("\n"):
        reader.take(line)
    told = reader.told
    codes = reader.codes()
    if reader.is_flat and "title" not in told:
        paths, notes = split_column([code.path[-1] for code in codes], separator)
        codes = [replace(code, path=path) for code, path in zip(codes, paths, strict=True)]
        warnings = (*warnings, *notes)
    if _is_yes(told.get("outcomes", "")):
        codes = [replace(code, outcome=True) for code in codes]
    title = told.get("title", "")
    book = shaped(
        title or name,
        codes,
        single=_is_yes(told["single"]) if "single" in told else None,
        ordered=_is_yes(told["ordered"]) if "ordered" in told else None,
        warnings=warnings,
    )
    return Outline(book, title, " ".join(reader.description))


@dataclass
class _Line:
    """A code, and the lines about it by kind."""

    path: tuple[str, ...]
    texts: dict[str, list[str]] = field(default_factory=dict)
    facts: str = ""


class _Reader:
    """Takes line after line; `_open` are the themes the next line may stand under."""

    def __init__(self) -> None:
        self.told: dict[str, str] = {}
        self.description: list[str] = []
        self.is_flat = True
        self._lines: list[_Line] = []
        self._open: list[tuple[int, tuple[str, ...]]] = []

    def take(self, line: str) -> None:
        """The next line of the text."""
        content = line.lstrip(" \t")
        if not content.strip():
            return
        if content[0] == "#":
            self._tell(content.strip())
            return
        if content.startswith(SIGN):
            self._lines[-1:] = [replace(last, facts=content) for last in self._lines[-1:]]
            return
        for mark, kind in MARKS.items():
            if content.startswith(mark):
                self._add(kind, content.removeprefix(mark).removeprefix(" "))
                return
        self._name(content, len(line[: -len(content)].expandtabs(_TAB)))

    def codes(self) -> list[DraftCode]:
        """What was read, in the order of the text."""
        return [_code(line) for line in self._lines]

    def _tell(self, content: str) -> None:
        told = _TOLD.fullmatch(content)
        if told:
            self.told[told[1].lower()] = told[2].strip()
        elif said := content.lstrip("#").strip():
            self.description.append(said)

    def _add(self, kind: str, text: str) -> None:
        for last in self._lines[-1:]:
            last.texts.setdefault(kind, []).append(text)

    def _name(self, content: str, indent: int) -> None:
        bullet = BULLET.match(content)
        name = content[bullet.end() if bullet else 0 :].removeprefix(ESCAPE)
        while self._open and self._open[-1][0] >= indent:
            self._open.pop()
        path = (*(self._open[-1][1] if self._open else ()), name.strip())
        self.is_flat = self.is_flat and len(path) == 1
        self._open.append((indent, path))
        self._lines.append(_Line(path))


def _code(line: _Line) -> DraftCode:
    facts = read_facts(line.facts)
    return DraftCode(
        path=line.path,
        number=facts.number,
        definition="\n".join(line.texts.get("definition", ())),
        include="\n".join(line.texts.get("include", ())),
        exclude="\n".join(line.texts.get("exclude", ())),
        color=facts.color,
        symbol=facts.symbol,
        outcome=facts.outcome,
        retired=facts.retired,
        locked=facts.locked,
    )


def _is_yes(said: str) -> bool:
    return said.casefold() in IS_YES
