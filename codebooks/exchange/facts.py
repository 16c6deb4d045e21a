"""What a code has besides name and text, on one line: `number=12; symbol=◆; retired`."""

import re
from dataclasses import dataclass

from codebooks.exchange.draft import DraftCode

SIGN = "[fullkoding]"
"""What the line begins with where it stands among other text."""

_FLAGS = ("outcome", "retired", "locked")
_NUMBER = re.compile("[0-9]{1,9}")
_SYMBOL = re.compile("symbol=(.)(?:; |$)")


@dataclass(frozen=True)
class Facts:
    """Number, colour and symbol, and whether it is an outcome, retired, locked."""

    number: int | None = None
    color: str = ""
    symbol: str = ""
    outcome: bool = False
    retired: bool = False
    locked: bool = False


def facts_line(code: DraftCode, *, number: bool = False, color: bool = False) -> str:
    """The line of a code, "" when it has none of them; number and colour only when asked for."""
    parts = [f"number={code.number}"] if number and code.number is not None else []
    if color and code.color:
        parts.append(f"color={code.color}")
    if code.symbol:
        parts.append(f"symbol={code.symbol}")
    parts += [flag for flag in _FLAGS if getattr(code, flag)]
    return f"{SIGN} {'; '.join(parts)}" if parts else ""


def read_facts(line: str) -> Facts:
    """What such a line says; what it does not say, or says wrongly, is left out."""
    said = line.removeprefix(SIGN).strip()
    symbol = _SYMBOL.search(said)
    parts = _SYMBOL.sub("", said).split(";")
    values = dict(part.strip().partition("=")[::2] for part in parts)
    number = values.get("number", "")
    return Facts(
        number=int(number) if _NUMBER.fullmatch(number) else None,
        color=values.get("color", ""),
        symbol=symbol[1] if symbol else "",
        outcome="outcome" in values,
        retired="retired" in values,
        locked="locked" in values,
    )
