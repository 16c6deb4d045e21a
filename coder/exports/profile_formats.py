"""A profile over size bands as text, Markdown, delimited text and JSON."""

import json
from collections.abc import Iterator

from coder.exports.controls import encodable, one_line
from coder.exports.delimited import csv_bytes, delimited
from coder.exports.layout import left, longest_piece, right, wrap
from coder.exports.markdown import as_markdown
from coder.exports.signs import HIDDEN, LEVELS
from coder.exports.text import WIDTH
from coder.results.profile_cells import FEWEST, BandCell, Profile, ProfileRow
from coder.results.profile_wording import profile_wording
from coder.results.shares import Interval
from corpus.language import format_number
from corpus.visible import visible

SIGNS = {"": "", "more": "▲", "less": "▼"}
"""The signs of codes that are typical of a band: more often, less often."""

_WIDTHS = (7, 8, 9, 17, 13, 17)


def profile_bytes(profile: Profile, form: str) -> bytes:
    """The profile as text, csv, md or json."""
    if form == "csv":
        return csv_bytes(profile_csv(profile))
    writers = {"text": profile_text, "md": profile_markdown, "json": profile_json}
    return writers[form](profile).encode()


def profile_text(profile: Profile, width: int = WIDTH) -> str:
    """A block for each code with a line for each band: n, count, percent, difference, intervals."""
    words = profile_wording(profile.language)
    heads = (words.n, words.count, words.percent, words.interval, words.difference, words.interval)
    names = [one_line(column.head) for column in profile.columns]
    first = max(map(longest_piece, [*names, words.band]), default=0) + 2
    first = max([first, *(len(name) + 2 for name in names)])
    parts = ["\n".join(wrap(visible(one_line(_title(profile))), width))]
    line = left("", first) + "".join(map(right, heads, _WIDTHS))
    for row in profile.rows:
        name = f"{LEVELS.join(row.path)} ({_number(profile, row.count)})"
        lines = [*wrap(visible(one_line(name)), width), line]
        for column, cells in zip(names, _cells(profile, row), strict=True):
            lines.append(left(f"  {column}", first) + "".join(map(right, cells, _WIDTHS)))
        parts.append("\n".join(map(str.rstrip, lines)))
    notes = [line for note in profile_notes(profile) for line in wrap(note, width)]
    return "\n\n".join([*parts, "\n".join(notes)]) + "\n"


def profile_markdown(profile: Profile) -> str:
    """One table with a row for each code and band."""
    words = profile_wording(profile.language)
    heads = [words.code, words.band, words.n, words.count, words.percent, words.interval]
    heads += [words.difference, words.interval]
    rows = [heads, ["---", "---", *["---:"] * 6]]
    for row in profile.rows:
        name = as_markdown(LEVELS.join(row.path))
        for column, texts in zip(profile.columns, _cells(profile, row), strict=True):
            rows.append([name, as_markdown(column.head), *map(as_markdown, texts)])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    notes = "\n\n".join(map(as_markdown, profile_notes(profile)))
    return f"# {as_markdown(_title(profile))}\n\n{table}\n\n{notes}\n"


def profile_csv(profile: Profile, formula_safe: bool = False) -> str:
    """A row for each code and band; shares in percent with one decimal, hidden ones `:`."""
    words = profile_wording(profile.language)
    heads = [words.code, words.band, words.n, words.count, words.percent, words.low, words.high]
    heads += [words.difference, words.difference_low, words.difference_high, words.typical]
    rows: list[list[str | int]] = [[*heads]]
    for row in profile.rows:
        for column, cell in zip(profile.columns, row.cells, strict=True):
            name = [one_line(LEVELS.join(row.path)), one_line(column.head)]
            rows.append([*name, cell.n, *_values(profile, cell)])
    return delimited(rows, profile.language, formula_safe)


def profile_json(profile: Profile) -> str:
    """The profile as one JSON object; shares and differences between -1 and 1, four decimals."""
    value = {
        "question": profile.question,
        "text": profile.text,
        "answered": profile.answered,
        "bands": [{"key": column.key, "n": column.n} for column in profile.columns],
        "rows": [_as_json(row) for row in profile.rows],
        "notes": profile_notes(profile),
    }
    return encodable(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def profile_notes(profile: Profile) -> list[str]:
    """What percent is of, how it was judged, and what is hidden or should be."""
    words = profile_wording(profile.language)
    marks = sum(1 for _ in profile.marked())
    said = words.marks if marks else words.no_marks
    judged = said.format(count=marks, comparisons=profile.comparisons, fewest=FEWEST)
    hidden = any(cell.hidden for row in profile.rows for cell in row.cells)
    closing = words.open if profile.rule == "none" else words.hidden if hidden else ""
    left = words.uncoded.format(n=_number(profile, profile.uncoded)) if profile.uncoded else ""
    return [note for note in (words.base, left, words.method, judged, closing) if note]


def _title(profile: Profile) -> str:
    text = profile.text.strip()
    question = text if text[-1:] in tuple("?.!:") else f"{text}."
    form = profile_wording(profile.language).title
    return form.format(question=question, n=_number(profile, profile.answered))


def _cells(profile: Profile, row: ProfileRow) -> Iterator[list[str]]:
    return (_texts(profile, cell) for cell in row.cells)


def _texts(profile: Profile, cell: BandCell) -> list[str]:
    """n, count, percent, its interval, difference with its sign, its interval, as printed."""
    n = _number(profile, cell.n)
    if cell.hidden:
        return [n, *[HIDDEN] * 5]
    share, difference = cell.interval, cell.difference_interval
    to = profile_wording(profile.language).to
    mark = f"{SIGNS[cell.mark]} " if cell.mark else ""
    return [
        n,
        _number(profile, cell.count or 0),
        _percent(cell.share),
        f"{_percent(share.low)} {to} {_percent(share.high)}",
        f"{mark}{_points(cell.difference)}",
        f"{_points(difference.low)} {to} {_points(difference.high)}",
    ]


def _values(profile: Profile, cell: BandCell) -> list[str | int]:
    """The same for a spreadsheet, with what is typical in a word."""
    if cell.hidden:
        return [HIDDEN] * 8
    words = profile_wording(profile.language)
    share, difference = cell.interval, cell.difference_interval
    numbers = (cell.share, share.low, share.high, cell.difference, difference.low, difference.high)
    typical = {"": "", "more": words.more, "less": words.less}[cell.mark]
    return [cell.count or 0, *(_decimal(profile, number) for number in numbers), typical]


def _decimal(profile: Profile, number: float) -> str:
    said = f"{100 * number + 0.0:.1f}".replace("-0.0", "0.0")
    return said if profile.language == "en" else said.replace(".", ",")


def _percent(share: float) -> str:
    return str(rounded(share))


def _points(difference: float) -> str:
    points = rounded(difference)
    return f"{points:+}" if points else "0"


def rounded(share: float) -> int:
    """Percent of a share or difference, half away from nought."""
    return int(abs(share) * 100 + 0.5 + 1e-9) * (1 if share >= 0 else -1)


def _number(profile: Profile, number: int) -> str:
    return format_number(number, profile.language)


def _as_json(row: ProfileRow) -> dict[str, object]:
    return {
        "path": list(row.path),
        "code": row.code,
        "count": row.count,
        "cells": [_cell_as_json(cell) for cell in row.cells],
    }


def _cell_as_json(cell: BandCell) -> dict[str, object]:
    if cell.hidden:
        return {"band": cell.band, "suppressed": True}
    return {
        "band": cell.band,
        "suppressed": False,
        "count": cell.count,
        "share": round(cell.share, 4),
        "interval": _ends(cell.interval),
        "difference": round(cell.difference, 4),
        "difference_interval": _ends(cell.difference_interval),
        "typical": cell.mark or None,
    }


def _ends(interval: Interval) -> list[float]:
    return [round(interval.low, 4), round(interval.high, 4)]
