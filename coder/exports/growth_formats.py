"""A growth as text for the terminal, and as delimited text with a row an answer."""

from collections.abc import Iterator
from itertools import groupby

from coder.exports.controls import one_line
from coder.exports.delimited import delimited
from coder.exports.layout import left, right, wrap
from coder.exports.signs import LEVELS
from coder.exports.text import WIDTH
from coder.growth_curve import LAST, FirstUse, Growth
from coder.results.growth_sentences import growth_sentences
from coder.results.growth_wording import growth_wording
from corpus.language import format_number
from corpus.visible import visible


def growth_text(growth: Growth, last: int = LAST, width: int = WIDTH) -> str:
    """Title, new codes per 50 answers, the sentences and the last codes to come."""
    words = growth_wording(growth.language)
    form = words.title_coder if growth.coder else words.title
    title = form.format(text=growth.text, coder=growth.coder)
    head = wrap(visible(one_line(title)), width)
    said = growth_sentences(growth, last)
    if growth.codes:
        names = "; ".join(LEVELS.join(first.path) for first in latest(growth))
        said.append(words.latest.format(names=names))
    wrapped = [line for each in said for line in wrap(visible(one_line(each)), width)]
    parts = [head, list(_lines(growth)), wrapped] if growth.codes else [head, wrapped]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def growth_csv(growth: Growth, formula_safe: bool = False) -> str:
    """A row an answer in the order of coding: its number, new codes, codes in use, their names."""
    words = growth_wording(growth.language)
    names = {
        place: "; ".join(LEVELS.join(map(one_line, each.path)) for each in came)
        for place, came in groupby(growth.firsts, key=lambda each: each.place)
    }
    rows: list[list[str | int]] = [[words.answers, words.new, words.codes_axis, words.names]]
    for place, (new, codes) in enumerate(zip(growth.new, growth.cumulative, strict=True), start=1):
        rows.append([place, new, codes, names.get(place, "")])
    return delimited(rows, growth.language, formula_safe)


def latest(growth: Growth) -> list[FirstUse]:
    """The codes that came at the last answer that needed a new one."""
    return [each for each in growth.firsts if each.place == growth.firsts[-1].place]


def _lines(growth: Growth) -> Iterator[str]:
    words = growth_wording(growth.language)
    heads = [words.answers, words.new, words.codes_axis, words.needed_head]
    yield left(heads[0], 13) + "".join(right(head, len(head) + 3) for head in heads[1:])
    for each in growth.bins():
        share = (200 * each.needed + each.size) // (2 * each.size)
        figures = [
            format_number(number, growth.language)
            for number in (each.new, growth.cumulative[each.last - 1])
        ]
        cells = [*figures, f"{each.needed} ({share} %)"]
        yield left(f"{each.first}-{each.last}", 13) + "".join(
            right(cell, len(head) + 3) for cell, head in zip(cells, heads[1:], strict=True)
        )
