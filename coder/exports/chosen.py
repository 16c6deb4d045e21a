"""Pieces to choose from, proposals and chosen quotes as text and JSON, for the researcher."""

from collections.abc import Mapping, Sequence
from typing import Any

from codebooks.tree import CodeTree
from coder.exports.json_text import json_of
from coder.exports.layout import wrap
from coder.exports.signs import LEVELS
from coder.exports.text import WIDTH
from coder.quoting.cautions import Caution
from coder.quoting.piece import Piece
from coder.quoting.used import ChosenQuote, RespondentUse
from corpus.visible import visible

_INDENT = "    "


def pieces_text(
    pieces: Sequence[Piece], typical: Mapping[str, float], tree: CodeTree, theme: int
) -> str:
    """Each piece: `*` and its place when it is chosen, name, band, words, codes; then its text."""
    if not pieces:
        return "Nothing is coded here yet."
    lines: list[str] = []
    for piece in pieces:
        codes = "; ".join(LEVELS.join(_below(tree, code, theme)) for code in piece.codes)
        sign = f"*{piece.order}" if piece.chosen is not None else "-"
        said = [piece.name, piece.band, f"{piece.words} words", codes]
        if piece.name in typical:
            said.append(f"typical {typical[piece.name]:.2f}")
        if piece.flagged:
            said.append("flagged")
        if piece.quoted:
            said.append(f"quoted {piece.quoted} times" if piece.quoted > 1 else "quoted once")
        lines += [visible(f"{sign:3} {' · '.join(said)}"), *_said(piece.text), ""]
    return "\n".join(lines[:-1])


def pieces_json(
    pieces: Sequence[Piece],
    typical: Mapping[str, float],
    tree: CodeTree,
    found: Sequence[Caution] = (),
) -> str:
    """`{"pieces": [{"piece", "codes", "band", "words", "typical", "chosen", ...}], "cautions"}`."""
    rows = [_piece(piece, typical, tree) for piece in pieces]
    return json_of({"pieces": rows, "cautions": _cautions(found)})


def usage_text(
    quotes: Sequence[ChosenQuote], used: Sequence[RespondentUse], found: Sequence[Caution]
) -> str:
    """Where each quote is used, how often each respondent is quoted, and what speaks against it."""
    if not quotes:
        return "No quote is chosen yet."
    lines: list[str] = []
    head = None
    for quote in quotes:
        path = visible(LEVELS.join((quote.question, *quote.path)))
        if path != head:
            lines, head = [*lines, path], path
        place = str(quote.order) if quote.is_coded else "not coded so any more, not printed:"
        lines += [visible(f"{place:3} {quote.name} · {quote.band}"), *_said(quote.text)]
    lines += ["", "Respondents quoted:"]
    for use in used:
        chapters = ", ".join(f"{question} {count}" for question, count in use.chapters)
        lines.append(visible(f"{use.total:3} {use.respondent} · {use.band} · {chapters}"))
    if found:
        lines += ["", "Look at:"]
        lines += [line for each in found for line in wrap(visible(each.sentence), WIDTH)]
    return "\n".join(lines)


def usage_json(
    quotes: Sequence[ChosenQuote], used: Sequence[RespondentUse], found: Sequence[Caution]
) -> str:
    """`{"quotes": [...], "respondents": [{"respondent", "band", "total", ...}], "cautions"}`."""
    return json_of(
        {
            "quotes": [
                {
                    "piece": quote.name,
                    "respondent": quote.respondent,
                    "question": quote.question,
                    "code": list(quote.path),
                    "place": quote.order,
                    "band": quote.band,
                    "text": quote.text,
                    "coded": quote.is_coded,
                }
                for quote in quotes
            ],
            "respondents": [
                {
                    "respondent": use.respondent,
                    "band": use.band,
                    "total": use.total,
                    "questions": dict(use.chapters),
                }
                for use in used
            ],
            "cautions": _cautions(found),
        }
    )


def _piece(piece: Piece, typical: Mapping[str, float], tree: CodeTree) -> dict[str, Any]:
    likely = typical.get(piece.name)
    return {
        "piece": piece.name,
        "respondent": piece.respondent,
        "band": piece.band,
        "words": piece.words,
        "codes": [list(tree.path(code)) for code in piece.codes],
        "beside": [list(tree.path(code)) for code in piece.beside],
        "coders": list(piece.coders),
        "typical": None if likely is None else round(likely, 4),
        "chosen": None if piece.chosen is None else list(tree.path(piece.chosen)),
        "place": piece.order or None,
        "quoted": piece.quoted,
        "flagged": piece.flagged,
        "text": piece.text,
    }


def _cautions(found: Sequence[Caution]) -> list[dict[str, Any]]:
    return [
        {
            "kind": each.kind.value,
            "pieces": [quote.name for quote in each.quotes],
            "sentence": each.sentence,
        }
        for each in found
    ]


def _below(tree: CodeTree, code_id: int, theme: int) -> tuple[str, ...]:
    """The names from the theme that is looked at down to a code."""
    return tree.path(code_id)[len(tree.path(theme)) - 1 :]


def _said(text: str) -> list[str]:
    return [_INDENT + line for line in wrap(visible(text), WIDTH - len(_INDENT))]
