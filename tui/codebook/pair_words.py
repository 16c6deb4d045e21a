"""Two codes that may be one, in words; pure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from corpus.visible import visible
from tui.codebook.details import example_line
from tui.widgets.cells import one_line
from tui.words import _, later, plural

if TYPE_CHECKING:
    from coder.similar.pair import Reason, SimilarPair
    from coder.workbench.similar_desk import Side

_LONGEST = 300

_HOW = {
    "same": later("the same name"),
    "spacing": later("the same name, spaced otherwise"),
    "forms": later("other forms of the same words"),
    "order": later("the same words in another order"),
    "typo": later("nearly the same letters"),
    "words": later("words in common"),
    "overlap": later("many of the same answers"),
    "within": later("the answers of one have the other too"),
    "vocabulary": later("answers with the same words"),
}


def reason_words(reason: "Reason") -> str:
    """One reason, with the words that it is about."""
    said = _(_HOW.get(reason.how, reason.how))
    return f"{said}: {', '.join(reason.words)}" if reason.words else said


def pair_lines(pair: "SimilarPair", first: "Side", second: "Side") -> Iterator[Content]:
    """Both codes with what is to be known of them, why they may be one, and what they share."""
    for digit, side in ((1, first), (2, second)):
        path = " / ".join(map(one_line, side.path))
        count = plural("{count} answer", "{count} answers", side.answers)
        yield Content.styled(f"{digit} {path}", "bold") + Content(f"  {count}")
        if side.definition:
            yield Content(visible(side.definition[:_LONGEST]))
        for example in side.examples:
            yield Content("  ") + example_line(example, _LONGEST)
        yield Content("")
    both = plural("{count} answer has both", "{count} answers have both", pair.shared)
    why = "; ".join(map(reason_words, pair.reasons))
    yield Content(visible(_("Why: {reasons}").format(reasons=why)))
    yield Content(f"{both}.")
