"""Definition, rules and facts of a code as one text, for files that have one text a code.

The definition comes first, then `Use when: ...`, `Do not use when: ...` and a last line
`[fullkoding] number=12; ...`. A line of a text that begins like one of these is moved in by a
space, so that the text can be read back.
"""

import re

from codebooks.exchange.cleaning import clean_text
from codebooks.exchange.draft import DraftCode
from codebooks.exchange.facts import SIGN, facts_line, read_facts
from corpus.language import Language
from corpus.normalise import normalise

LABELS: dict[Language, tuple[str, str]] = {
    "en": ("Use when", "Do not use when"),
    "nb": ("Brukes når", "Brukes ikke når"),
    "nn": ("Vert brukt når", "Vert ikkje brukt når"),
}
"""What rules to include and to exclude begin with."""

_INCLUDE = (*(labels[0] for labels in LABELS.values()), "Include", "Inkluder", "Inclusion")
_EXCLUDE = (*(labels[1] for labels in LABELS.values()), "Exclude", "Ekskluder", "Exclusion")
_EITHER = "|".join((*_INCLUDE, *_EXCLUDE))
_LABEL = re.compile(rf"({_EITHER}):\s*(.*)", re.IGNORECASE | re.DOTALL)
_LIKE_LABEL = re.compile(rf" *(?:(?:{_EITHER}):|{re.escape(SIGN)})", re.IGNORECASE)
_EXCLUDES = frozenset(label.casefold() for label in _EXCLUDE)


def description(code: DraftCode, language: Language) -> str:
    """All that is said of a code, "" when nothing is."""
    include, exclude = LABELS[language]
    parts = [_escaped(code.definition)] if code.definition else []
    parts += [f"{include}: {_escaped(code.include)}"] if code.include else []
    parts += [f"{exclude}: {_escaped(code.exclude)}"] if code.exclude else []
    facts = facts_line(code, number=True)
    return "\n\n".join([*parts, facts] if facts else parts)


def read_description(path: tuple[str, ...], guid: str, color: str, text: str) -> DraftCode:
    """The code that such a text describes; a text of another program is its definition."""
    sections: dict[str, list[str]] = {"definition": []}
    into, facts = sections["definition"], ""
    for line in normalise(text).split("\n"):
        label = _LABEL.fullmatch(line)
        if line.startswith(SIGN):
            facts = line
        elif label:
            kind = "exclude" if label[1].casefold() in _EXCLUDES else "include"
            into = sections.setdefault(kind, [])
            into.append(_plain(label[2]))
        else:
            into.append(_plain(line))
    known = read_facts(facts)
    return DraftCode(
        path=path,
        guid=guid,
        number=known.number,
        definition=_text(sections, "definition"),
        include=_text(sections, "include"),
        exclude=_text(sections, "exclude"),
        color=color,
        symbol=known.symbol,
        outcome=known.outcome,
        retired=known.retired,
        locked=known.locked,
    )


def _escaped(text: str) -> str:
    lines = clean_text(text).split("\n")
    return "\n".join(f" {line}" if _LIKE_LABEL.match(line) else line for line in lines)


def _plain(line: str) -> str:
    return line[1:] if line[:1] == " " and _LIKE_LABEL.match(line) else line


def _text(sections: dict[str, list[str]], kind: str) -> str:
    return clean_text("\n".join(sections.get(kind, ())))
