"""An evaluation of the suggestions as text for the terminal, delimited text and JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from coder.exports.controls import one_line
from coder.exports.delimited import delimited
from coder.exports.json_text import json_of
from coder.exports.layout import left, right, wrap
from coder.exports.text import WIDTH
from coder.results.evaluation_wording import EvaluationWording, evaluation_wording
from coder.suggest.evaluating.evaluation import METHODS, Evaluation, Window
from coder.suggest.evaluating.measures import Figures
from corpus.language import Language, format_number
from corpus.visible import visible

_WIDE, _NARROW = 19, 15


@dataclass(frozen=True)
class Evaluated:
    """An evaluation and what it is of: the question's key and text, the study's language."""

    question: str
    text: str
    language: Language
    found: Evaluation


def evaluation_text(of: Evaluated, width: int = WIDTH) -> str:
    """The curve as a table with a line for each window and order, then what it says in words."""
    words = evaluation_wording(of.language)
    head = wrap(visible(one_line(words.title.format(text=of.text))), width)
    said = [line for each in sentences(of) for line in wrap(each, width)]
    parts = [head, list(_lines(of, words)), list(_told_lines(of, words)), said]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def evaluation_csv(of: Evaluated, formula_safe: bool = False) -> str:
    """A row for each window and order of the codes; seconds are left out."""
    words = evaluation_wording(of.language)
    heads = [words.coded_before, words.method, words.recall, words.precision, words.mrr]
    rows: list[list[str | int]] = [[*heads, words.keys, words.codes]]
    for window in of.found.windows:
        for name in METHODS:
            each = window.figures[name]
            shares = (each.recall, each.precision, each.mrr, each.keys)
            cells = [_decimal(of, share, 3) for share in shares]
            label = _window(words, window)
            rows.append([label, words.methods[name], *cells, each.codes])
    return delimited(rows, of.language, formula_safe)


def evaluation_json(of: Evaluated) -> str:
    """Everything that was found, with English keys."""
    found = of.found
    return json_of(
        {
            "question": of.question,
            "answers": found.coded,
            "codes": found.codes,
            "compared_by": found.kind,
            "windows": [
                {"first": each.first, "last": each.last, "methods": _methods(each.figures)}
                for each in found.windows
            ],
            "whole": _methods(found.whole),
            "keys_saved": round(found.keys_saved, 4),
            "calibration": {
                "error": round(found.error, 4),
                "bins": [_rounded(asdict(each)) for each in found.calibration],
            },
            "sure": [_rounded(asdict(each)) for each in found.sure],
            "seconds": {
                "mean": round(found.seconds, 6),
                "slowest": round(found.slowest, 6),
                "svm_refit": round(found.refit, 6),
            },
        }
    )


def sentences(of: Evaluated) -> Iterator[str]:
    """What was found, in words."""
    words, found = evaluation_wording(of.language), of.found
    yield words.as_now.format(answers=_whole(of, found.coded), codes=_whole(of, found.codes))
    yield words.saved.format(
        keys=_decimal(of, found.whole[METHODS[0]].keys, 2),
        before=_decimal(of, found.whole[METHODS[1]].keys, 2),
        percent=round(100 * found.keys_saved),
    )
    yield words.error.format(error=_decimal(of, 100 * found.error, 1))
    for each in found.sure:
        form = words.sure if each.count else words.sure_none
        yield form.format(
            level=_decimal(of, each.level, 1),
            count=_whole(of, each.count),
            percent=round(100 * each.share),
        )
    yield words.seconds.format(
        mean=_decimal(of, 1000 * found.seconds, 1), slowest=_decimal(of, 1000 * found.slowest, 0)
    )


def _lines(of: Evaluated, words: EvaluationWording) -> Iterator[str]:
    heads = (words.recall, words.precision, words.mrr, words.keys, words.codes)
    yield left(words.coded_before, _NARROW) + left(words.method, _WIDE) + _cells(heads, heads)
    for window in of.found.windows:
        yield from _block(of, words, _window(words, window), window.figures, heads)
    yield from _block(of, words, words.all, of.found.whole, heads)


def _block(
    of: Evaluated,
    words: EvaluationWording,
    label: str,
    figures: Mapping[str, Figures],
    heads: tuple[str, ...],
) -> Iterator[str]:
    for place, name in enumerate(METHODS):
        each = figures[name]
        shares = [_decimal(of, share, 2) for share in (each.recall, each.precision, each.mrr)]
        cells = (*shares, _decimal(of, each.keys, 2), _whole(of, each.codes))
        first = left(label if place == 0 else "", _NARROW)
        yield first + left(words.methods[name], _WIDE) + _cells(cells, heads)


def _told_lines(of: Evaluated, words: EvaluationWording) -> Iterator[str]:
    heads = (words.told, words.given, words.count)
    yield _cells(heads, heads).strip()
    for each in of.found.calibration:
        cells = (_decimal(of, each.mean, 2), _decimal(of, each.share, 2), _whole(of, each.count))
        yield _cells(cells, heads).removeprefix("  ")


def _cells(cells: tuple[str, ...], heads: tuple[str, ...]) -> str:
    return "".join(
        right(cell, max(4, len(head)) + 2) for cell, head in zip(cells, heads, strict=True)
    )


def _window(words: EvaluationWording, window: Window) -> str:
    return words.window.format(first=window.first, last=window.last)


def _methods(figures: Mapping[str, Figures]) -> dict[str, object]:
    return {name: _rounded(asdict(figures[name])) for name in METHODS}


def _rounded(numbers: Mapping[str, float]) -> dict[str, float]:
    return {name: round(number, 4) for name, number in numbers.items()}


def _decimal(of: Evaluated, number: float, places: int) -> str:
    text = f"{number:.{places}f}"
    return text if of.language == "en" else text.replace(".", ",")


def _whole(of: Evaluated, number: int) -> str:
    return format_number(number, of.language)
