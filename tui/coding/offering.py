"""Suggestions become what stands on the screen: shares, reasons in words, names."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from coder.workbench.levels import thousandths
from tui.finding.offer import Offer, ticked_codes
from tui.widgets.cells import one_line
from tui.words import _

if TYPE_CHECKING:
    from coder.suggest.ranker.suggestion import Reason
    from coder.workbench.suggesting import Suggested

_QUOTED = 40


def offer_of(
    suggested: "Suggested", texts: Mapping[int, str], held: Collection[int], level: float | None
) -> Offer:
    """What is offered for an answer.

    `texts` are those of the answers that reasons name, `held` the codes the answer has, `level`
    how likely a code must be to be ticked ahead (None: none is).
    """
    shares = {each.code: thousandths(each.probability) for each in suggested.suggestions}
    ticked = () if level is None else ticked_codes(shares, thousandths(level), held)
    return Offer(
        shares=shares,
        reasons={each.code: reason_in_words(each.reason, texts) for each in suggested.suggestions},
        ticked=ticked,
        names=tuple(name for name in suggested.new_names if name.strip()),
        likely={code: thousandths(share) for code, share in suggested.probabilities.items()},
    )


def reason_in_words(reason: "Reason", texts: Mapping[int, str]) -> str:
    """`like: «For få boliger» (boliger)`, `the name fits: bolig`, `often used`; one line."""
    words = ", ".join(one_line(word) for word in reason.words)
    if reason.answer is not None and reason.answer in texts:
        said = _("like: «{text}»").format(text=_begin(texts[reason.answer]))
        return f"{said} ({words})" if words else said
    if words:
        return _("the name fits: {words}").format(words=words)
    return _("often used") if reason.count else ""


def _begin(text: str) -> str:
    line = one_line(" ".join(text[: 4 * _QUOTED].split()))
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"
