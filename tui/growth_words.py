"""A growth in the words of the screens."""

from collections.abc import Iterator

from coder.growth_curve import BIN, Bin, Growth
from tui.widgets.cells import cells, one_line, right
from tui.words import _, plural

_GAP = 2


def title_words(growth: Growth) -> str:
    """Which questions, whose codings, and how many answers are coded of how many."""
    who = growth.coder or _("every coder")
    coded = _("{count} of {answered} answers coded").format(
        count=growth.answers, answered=growth.answered
    )
    return one_line(f"{_('Growth')}   {', '.join(growth.questions)} · {who} · {coded}")


def verdict_words(growth: Growth, last: int) -> str:
    """Whether the list is saturated, by which rule, and what the rule saw."""
    if not growth.codes:
        return _("No code is in use yet.")
    rule = growth.saturation(last)
    said = _("Saturated:") if rule.reached else _("Not saturated:")
    came = _("the last new code came at answer {place} of {answers}, {since} coded since.").format(
        place=rule.last_new, answers=growth.answers, since=rule.since
    )
    parts = [said, came, plural("Rule: {count} answer.", "Rule: {count} answers.", last)]
    if rule.gone != rule.since:
        once = _("Answers coded at once count as one in the rule: {count}.")
        parts.append(once.format(count=rule.gone))
    if growth.imported:
        parts.append(_("{count} came coded in a file.").format(count=growth.imported))
    return " ".join(parts)


def short_verdict(growth: Growth, last: int) -> str:
    """The same where there is little room."""
    if not growth.codes:
        return _("No code is in use yet.")
    rule = growth.saturation(last)
    said = _("Saturated") if rule.reached else _("Not saturated")
    came = _("the last new code came at answer {place} of {answers}.")
    return f"{said} ({last}): {came.format(place=rule.last_new, answers=growth.answers)}"


def short_bins(growth: Growth, width: int) -> str:
    """New codes per 50 answers on one line, the last ones when there is no room for all."""
    head = _("Per {count}:").format(count=BIN)
    counts = [str(each.new) for each in growth.bins()]
    while len(counts) > 1 and cells(" ".join([head, *counts])) > width:
        counts = ["…", *counts[1 + (counts[0] == "…") :]] if len(counts) > 2 else counts[1:]
    return " ".join([head, *counts])


def bin_lines(growth: Growth, width: int) -> list[str]:
    """New codes per 50 answers in columns, the last ones when there is no room for all."""
    heads = [_("Answers"), _("New codes"), _("Needed one")]
    first = max(map(cells, heads)) + 1
    columns = [_column(each) for each in growth.bins()]
    size = max((cells(text) for column in columns for text in column), default=1) + _GAP
    most = max(1, (width - first) // size)
    shown = columns[-most:]
    if len(shown) < len(columns) and len(shown) > 1:
        shown[0] = ("…",) * 3
    return [
        head.ljust(first) + "".join(right(column[at], size) for column in shown)
        for at, head in enumerate(heads)
    ]


def number_lines(growth: Growth, last: int) -> Iterator[str]:
    """Everything behind the curve, for a page."""
    yield verdict_words(growth, last)
    if not growth.codes:
        return
    yield ""
    yield _("{needed} of {answers} answers ({share} %) needed a new code.").format(
        needed=growth.needed, answers=growth.answers, share=_percent(growth.needed, growth.answers)
    )
    yield _("New codes per {count} answers:").format(count=BIN)
    for each in growth.bins():
        answers = f"{each.first}-{each.last}"
        share = _percent(each.needed, each.size)
        needed = _("{needed} answers ({share} %) needed one").format(
            needed=each.needed, share=share
        )
        yield f"  {answers:<14}{each.new:>5}   {needed}"
    yield ""
    yield _("Codes as they came, the last first:")
    for first in reversed(growth.firsts):
        yield one_line(f"  {first.place:>6}   {' / '.join(first.path)}")


def _column(each: Bin) -> tuple[str, str, str]:
    return f"{each.first}-{each.last}", str(each.new), f"{_percent(each.needed, each.size)} %"


def _percent(count: int, of: int) -> int:
    return (200 * count + of) // (2 * of) if of else 0
