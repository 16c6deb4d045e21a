"""What the keys of the coding screen mean: what was pressed in, what is to be done out.

Nothing typed: 1-9 give the code that stands ready on that digit, 0 begins a name with the first
one that is proposed, enter takes the codes that are ticked ahead, space goes on to the next uncoded
answer, `.` gives the codes of the last answer again, `#` begins a code's number, `NEW` begins a
name, every other character begins a search.
A proposed name, as long as it is not changed, becomes the next one by 0.
Something typed: a digit right after a letter gives the code shown with that digit, every other
character is added. Enter gives the first code shown if the typed letters stand in it, and else
enters them as a new code; `NEW` enters them as a new code in any case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from tui.finding.codes import Hit

LONGEST = 200

_DIGITS = "0123456789"

Refusal = Literal["no code on this digit", "no code with this number", "too long"]


class Key(Enum):
    """The keys that are no characters; which keys of the keyboard they are is not said here."""

    ENTER = "enter"
    BACKSPACE = "backspace"
    ESCAPE = "escape"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class FindText:
    """The text of the finder is another one now; `naming` says that it is no search but a name."""

    text: str
    naming: bool = False


@dataclass(frozen=True, slots=True)
class ApplyCode:
    """Give the answer this code; `share`: how likely it was said to be (thousandths), or None."""

    code_id: int
    share: int | None = None


@dataclass(frozen=True, slots=True)
class TakeTicked:
    """Give the answer the codes that are ticked ahead, by how likely they are (thousandths)."""

    shares: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class NewCode:
    """Make a code of this name (a path when levels are written in it) and give it."""

    name: str


@dataclass(frozen=True, slots=True)
class NextUncoded:
    """Go on to the next uncoded answer."""


@dataclass(frozen=True, slots=True)
class RepeatLast:
    """Give the codes that the last coded answer got."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The key did nothing, and why."""

    why: Refusal


Effect = FindText | ApplyCode | TakeTicked | NewCode | NextUncoded | RepeatLast | Refused

_COMMANDS: dict[str, Effect] = {" ": NextUncoded(), ".": RepeatLast()}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen when the key is pressed: the ready codes, and those found.

    `shares` are the ready codes that are suggested (thousandths), `ticked` those that enter takes,
    `names` are proposed for a new code.
    """

    slots: Sequence[int | None] = ()
    hits: Sequence[Hit] = ()
    shares: Mapping[int, int] = field(default_factory=dict)
    ticked: Sequence[int] = ()
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Typing:
    """What is typed so far; `naming` after `NEW` with nothing typed: a name, not a search.

    `proposed` is the place of the proposed name that stands there unchanged, if one does.
    """

    text: str = ""
    naming: bool = False
    proposed: int | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is typed, so that the ready codes are shown."""
        return not self.text and not self.naming

    @property
    def number(self) -> bool:
        """Whether a code's number is being typed."""
        return not self.naming and self.text[:1] == "#" and not self.text[1:].strip(_DIGITS)

    @property
    def picks(self) -> bool:
        """Whether a digit gives the code shown with it; else it is a character like others."""
        return self.idle or (not self.naming and self.text[-1:].isalpha())


Outcome = tuple[Typing, Effect | None]


def press(typing: Typing, pressed: str | Key, shown: Shown) -> Outcome:
    """What is typed after a key, and what is to be done; None when the key means nothing here.

    `pressed` is a `Key` or one character; `shown` is what the coder sees while pressing it.
    """
    match pressed:
        case Key.ENTER if typing.idle and shown.ticked:
            return typing, TakeTicked({code: shown.shares[code] for code in shown.ticked})
        case Key.ENTER:
            return _done(typing, entered(typing, shown.hits))
        case Key.NEW:
            name = _one_line(typing.text)
            return _done(typing, NewCode(name)) if name else _now(Typing("", naming=True))
        case Key.BACKSPACE if not typing.idle:
            return _now(Typing(typing.text[:-1], typing.naming and bool(typing.text)))
        case Key.ESCAPE if not typing.idle:
            return _now(Typing())
        case str() if len(pressed) == 1 and pressed.isprintable():
            return _character(typing, pressed, shown)
    return typing, None


def paste(typing: Typing, text: str) -> Outcome:
    """Text that comes at once, as typed characters of a search or name: it never picks a code.

    Characters that cannot be typed are left out.
    """
    typed = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    whole = _one_line(typing.text + typed)[:LONGEST]
    return (typing, None) if whole == typing.text else _now(Typing(whole, typing.naming))


def entered(typing: Typing, hits: Sequence[Hit]) -> Effect | None:
    """What enter does now: the line of it is to be marked on the screen."""
    if hits and hits[0].exact and not typing.naming:
        return ApplyCode(hits[0].code_id)
    if typing.number:
        return Refused("no code with this number")
    name = _one_line(typing.text)
    return NewCode(name) if name else None


def _character(typing: Typing, character: str, shown: Shown) -> Outcome:
    if typing.idle and character in _COMMANDS:
        return typing, _COMMANDS[character]
    if character == "0" and shown.names and (typing.idle or typing.proposed is not None):
        return _now(_proposal(typing, shown.names))
    if character in "123456789" and typing.picks:
        codes = shown.slots if typing.idle else [hit.code_id for hit in shown.hits]
        code_id = next(iter(codes[int(character) - 1 :]), None)
        if code_id is not None:
            share = shown.shares.get(code_id) if typing.idle else None
            return _done(typing, ApplyCode(code_id, share))
        if typing.idle:
            return typing, Refused("no code on this digit")
    if len(typing.text) >= LONGEST:
        return typing, Refused("too long")
    return _now(Typing(typing.text + character, typing.naming))


def _proposal(typing: Typing, names: Sequence[str]) -> Typing:
    """The first name that is proposed, or the one after that which stands there."""
    place = 0 if typing.proposed is None else (typing.proposed + 1) % len(names)
    return Typing(_one_line(names[place])[:LONGEST], naming=True, proposed=place)


def _done(typing: Typing, effect: Effect | None) -> Outcome:
    """Everything typed is used up, unless the key did nothing."""
    return (typing if effect is None or isinstance(effect, Refused) else Typing()), effect


def _now(typing: Typing) -> Outcome:
    return typing, FindText(typing.text, typing.naming)


def _one_line(text: str) -> str:
    return " ".join(text.split())
