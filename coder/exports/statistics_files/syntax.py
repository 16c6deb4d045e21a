"""SPSS syntax beside a data file: labels, levels of measurement and sets once more, as text."""

import textwrap
from collections.abc import Iterator, Sequence

from coder.exports.controls import one_line
from coder.exports.statistics_files.frame import (
    AnswerSet,
    Frame,
    NumberVariable,
    TextVariable,
    Variable,
)
from corpus.visible import visible

_PIECE = 90
_MEASURE = {"nominal": "NOMINAL", "ordinal": "ORDINAL", "scale": "SCALE"}


def syntax(frame: Frame, data: str) -> str:
    """Syntax that opens the file `data` and gives it its labels and sets again."""
    lines = [
        f"* {_comment(frame.internal)}.",
        f"* {_comment(frame.title)}.",
        f"GET FILE={_quoted(data)}.",
        "VARIABLE LABELS",
        *(f"  {each.name} {_quoted(each.label)}" for each in frame.variables),
        "  .",
        *_value_labels(frame),
        *(f"VARIABLE LEVEL {each.name} ({_measure(each)})." for each in frame.variables),
    ]
    for answers in frame.sets:
        lines += ["MRSETS", *_set(answers), f"  /DISPLAY NAME=[{answers.name}]."]
    return "\n".join(lines) + "\n"


def _value_labels(frame: Frame) -> Iterator[str]:
    for variable in frame.variables:
        if isinstance(variable, NumberVariable) and variable.values:
            yield f"VALUE LABELS {variable.name}"
            yield from (f"  {number} {_quoted(text)}" for number, text in variable.values)
            yield "  ."


def _set(answers: AnswerSet) -> Iterator[str]:
    if answers.form == "categories":
        yield f"  /MCGROUP NAME={answers.name} LABEL={_quoted(answers.label)}"
        yield f"    VARIABLES={_members(answers.members)}"
        return
    yield f"  /MDGROUP NAME={answers.name} LABEL={_quoted(answers.label)}"
    yield f"    CATEGORYLABELS=VARLABELS VARIABLES={_members(answers.members)}"
    yield "    VALUE=1"


def _measure(variable: Variable) -> str:
    return "NOMINAL" if isinstance(variable, TextVariable) else _MEASURE[variable.measure]


def _quoted(text: str) -> str:
    """A text as a string of the syntax, apostrophes doubled, in pieces that lines can hold."""
    plain = visible(one_line(text))
    pieces = [plain[at : at + _PIECE] for at in range(0, len(plain), _PIECE)] or [""]
    return " +\n    ".join("'" + piece.replace("'", "''") + "'" for piece in pieces)


def _members(names: Sequence[str]) -> str:
    return textwrap.fill(" ".join(names), _PIECE, subsequent_indent="    ")


def _comment(text: str) -> str:
    return visible(one_line(text)).rstrip(".")
