"""Pieces, proposals and what speaks against quotes, in the words of the screens; pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from corpus.visible import visible
from tui.choosing_quotes.arranging import Order, View, Which
from tui.flags import flag_in_words
from tui.words import _, later, plural

if TYPE_CHECKING:
    from coder.quoting.cautions import Caution
    from coder.quoting.piece import Piece
    from coder.workbench.quotes_desk import QuotesDesk

ORDERS: Mapping[Order, str] = {
    Order.FILE: later("as in the file"),
    Order.BAND: later("by size band"),
    Order.SHORT: later("short ones first"),
    Order.LONG: later("long ones first"),
    Order.TYPICAL: later("typical ones first"),
    Order.UNUSUAL: later("unusual ones first"),
    Order.CHOSEN: later("chosen ones first, in their order"),
}

WHICH: Mapping[Which, str] = {
    Which.ALL: later("everything"),
    Which.CHOSEN: later("chosen ones only"),
    Which.OTHERS: later("without those chosen"),
    Which.FLAGGED: later("flagged as a quote while coding"),
}

KINDS: Mapping[str, tuple[str, str]] = {
    "spread": (later("Spread"), later("unlike each other, over all size bands")),
    "contrast": (later("Contrast"), later("pairs that say opposite or unlike things")),
    "small": (later("Small municipalities"), later("the smallest size bands")),
    "typical": (later("Typical"), later("what many say")),
    "unusual": (later("Unusual"), later("what few say")),
}
"""The kinds of proposals: what they are called, and what they are."""

AGAINST: Mapping[str, str] = {
    "printed twice": later("{quotes}: the same words twice, “{what}”. Print them once."),
    "often in chapter": later(
        "{quotes} are {count} quotes of one respondent in {what}: at most 2."
    ),
    "often in report": later(
        "{quotes} are {count} quotes of one respondent in the study, whose size band ({what}) has "
        "fewer than 20: at most 3."
    ),
    "long": later("{quotes} has {count} words: more than 60 are seldom read."),
    "too long": later(
        "{quotes} has {count} words, and its size band ({what}) fewer than 20 respondents: so much "
        "may tell who wrote it. Choose a part of it?"
    ),
    "nynorsk": later(
        "{quotes} is in nynorsk, as few answers of its size band ({what}) are: {count}. "
        "Print it in bokmål?"
    ),
    "dialect": later(
        "{quotes} is in dialect, as few answers of its size band ({what}) are: {count}. "
        "Print it in the written standard?"
    ),
}
"""What speaks against quotes, by kind."""


def caution_words(caution: "Caution") -> str:
    """One thing that speaks against chosen quotes."""
    said = _(AGAINST[caution.kind.value])
    return said.format(quotes=caution.names, count=caution.count, what=caution.what)


def cautions_line(found: Sequence["Caution"]) -> str:
    """The gravest of them, after how many there are."""
    if not found:
        return ""
    count = plural("{count} to look at (w)", "{count} to look at (w)", len(found))
    return f"{count}: {caution_words(found[0])}"


def view_words(view: View, shown: int, there: int) -> str:
    """What is in view, and how."""
    parts = [
        plural("{count} piece", "{count} pieces", there)
        if shown == there
        else _("{shown} of {there} pieces").format(shown=shown, there=there),
        _(ORDERS[view.order]),
        _(WHICH[view.which]) if view.which is not Which.ALL else "",
        view.band,
    ]
    return " · ".join(filter(None, parts))


def piece_lines(desk: "QuotesDesk", piece: "Piece", typical: float | None) -> Iterator[Content]:
    """A piece as a whole: its text, then what is known of it."""
    facts = [
        piece.name,
        piece.band,
        plural("{count} word", "{count} words", piece.words),
        _("typical {number}").format(number=f"{100 * typical:.0f}") if typical is not None else "",
        plural("quoted {count} time", "quoted {count} times", piece.quoted) if piece.quoted else "",
        f"⚑ {flag_in_words('quote')}" if piece.flagged else "",
        ", ".join(piece.coders),
    ]
    yield Content(visible(piece.text))
    yield Content.styled(visible(" · ".join(filter(None, facts))), "dim")
    codes = [desk.path(code) for code in (*piece.codes, *piece.beside)]
    yield Content.styled(visible("; ".join(codes)), "dim")


def usage_lines(desk: "QuotesDesk", found: Sequence["Caution"]) -> Iterator[str]:
    """Which quotes are used where, how often each respondent is quoted, what speaks against it."""
    if not desk.chosen:
        yield _("No quote is chosen yet.")
        return
    yield _("For your eyes only: respondents are named.")
    head = None
    for quote in desk.chosen:
        path = " / ".join((quote.question, *quote.path))
        if path != head:
            head = path
            yield from ("", visible(path))
        lost = "" if quote.is_coded else " · " + _("not coded so any more: not printed")
        order = str(quote.order) if quote.is_coded else "–"
        yield visible(f"  {order}  {quote.name} · {quote.band}{lost}: {quote.text}")
    yield from ("", _("Respondents quoted"))
    for use in desk.used():
        chapters = ", ".join(f"{question} {count}" for question, count in use.chapters)
        yield visible(f"  {use.total}  {use.respondent} · {use.band} · {chapters}")
    if found:
        yield from ("", _("To look at"))
        yield from (visible(f"  {caution_words(each)}") for each in found)
