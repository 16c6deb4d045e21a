"""What a code means and how it looks: definition, rules, colour, symbol."""

import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.locks import refuse_locked
from codebooks.tables import CodeRow
from codebooks.tree import Code
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.visible import visible

_COLOR = re.compile("#[0-9A-Fa-f]{6}")
_SHORT_COLOR = re.compile("#[0-9A-Fa-f]{3}")


@dataclass(frozen=True)
class Description:
    """What is to be changed of a code; None leaves it, "" takes it away."""

    definition: str | None = None
    include: str | None = None
    exclude: str | None = None
    color: str | None = None
    symbol: str | None = None


def describe(session: Session, code: Code, wanted: Description) -> None:
    """Change what a code means or how it looks.

    Raises a Problem for a merged or locked code, and for a colour or symbol that is none.
    """
    if code.status == "merged":
        raise Problem(f"{code.name} was merged into another code.", "Define that code instead.")
    row = session.get_one(CodeRow, code.id)
    refuse_locked(session, row.codebook_id, code.id)
    for field in ("definition", "include", "exclude"):
        text = getattr(wanted, field)
        if text is not None:
            setattr(row, field, normalise(text).strip())
    if wanted.color is not None:
        row.color = clean_color(wanted.color)
    if wanted.symbol is not None:
        row.symbol = clean_symbol(wanted.symbol)
    session.flush()


def clean_color(color: str) -> str:
    """A colour as `#RRGGBB` in capitals, "" for none; a Problem for anything else."""
    wanted = color.strip()
    if _SHORT_COLOR.fullmatch(wanted):
        wanted = "#" + "".join(2 * digit for digit in wanted[1:])
    if wanted and not _COLOR.fullmatch(wanted):
        raise Problem(f"{visible(color)} is not a colour.", "Write it as #RRGGBB, such as #1F77B4.")
    return wanted.upper()


def clean_symbol(symbol: str) -> str:
    """A symbol of one visible character, "" for none; a Problem for anything else."""
    wanted = normalise(symbol).strip()
    if wanted and (len(wanted) > 1 or not wanted.isprintable() or visible(wanted) != wanted):
        raise Problem(f"{visible(symbol)} is not one character.", "A symbol is one character: ◆")
    return wanted
