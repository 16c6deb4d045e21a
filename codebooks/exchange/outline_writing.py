"""A codebook as plain text, in the form that `outline_reading` reads."""

from collections.abc import Iterator

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.facts import SIGN, facts_line
from codebooks.exchange.outline_reading import BULLET, ESCAPE, MARKS
from codebooks.paths import plain_name

_INDENT = "  "
_STARTS = ("#", SIGN, ESCAPE, *MARKS)


def outline_text(draft: DraftBook) -> str:
    """All of the codebook but GUIDs and numbers."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: DraftBook) -> Iterator[str]:
    yield f"# title: {plain_name(draft.name)}"
    for word, told in (("single", draft.single), ("ordered", draft.ordered)):
        if told:
            yield f"# {word}: yes"
    for code in draft.codes:
        indent = _INDENT * (len(code.path) - 1)
        name = code.path[-1]
        is_odd = name.startswith(_STARTS) or BULLET.match(name)
        yield f"{indent}{ESCAPE if is_odd else ''}{name}"
        yield from (f"{indent}{_INDENT}{line}" for line in _about(code))


def _about(code: DraftCode) -> Iterator[str]:
    for mark, kind in MARKS.items():
        text: str = getattr(code, kind)
        if text:
            yield from (f"{mark} {line}".rstrip(" ") for line in text.split("\n"))
    if facts := facts_line(code, color=True):
        yield facts
