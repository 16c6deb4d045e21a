"""A matrix as named, labelled variables and sets of them: the same in every file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coder.exports.controls import holdable, one_line
from coder.exports.signs import LEVELS
from coder.exports.statistics_files.numerals import as_numbers
from coder.exports.statistics_files.wording import StatisticsWording, statistics_wording
from coder.matrix import MISSING, Matrix, MatrixQuestion
from corpus.language import Language
from corpus.problems import Problem

if TYPE_CHECKING:
    from numpy import integer
    from numpy.typing import NDArray

    from coder.exports.statistics_files.numerals import Decimals

    Numbers = NDArray[integer]

SetForm = Literal["dichotomies", "categories"]
Measure = Literal["nominal", "ordinal", "scale"]

MOST_NAME_BYTES = 8
"""Members of sets are named by short names, so every name is one."""

MOST_LABEL_BYTES = 255
MOST_VALUE_LABEL_BYTES = 120
MOST_TEXT_BYTES = 255


@dataclass(frozen=True)
class TextVariable:
    """A column of texts, "" where there is none."""

    name: str
    label: str
    texts: Sequence[str]


@dataclass(frozen=True)
class NumberVariable:
    """A column of whole numbers from 0, -1 where there is none, with what they mean."""

    name: str
    label: str
    numbers: "Numbers"
    values: tuple[tuple[int, str], ...] = ()
    measure: Measure = "nominal"


@dataclass(frozen=True)
class DecimalVariable:
    """A column of texts that are numbers, with so many decimals; NaN where there is none."""

    name: str
    label: str
    texts: Sequence[str]
    numbers: "Decimals"
    decimals: int
    measure: Measure = "scale"


Variable = TextVariable | NumberVariable | DecimalVariable


@dataclass(frozen=True)
class AnswerSet:
    """Variables that together are the answers to one question; counted where they are 1."""

    name: str
    label: str
    members: tuple[str, ...]
    form: SetForm


@dataclass(frozen=True)
class Frame:
    """Variables of the same length, and the sets that they make; `internal` marks the file."""

    title: str
    language: Language
    internal: str
    words: StatisticsWording
    variables: tuple[Variable, ...]
    sets: tuple[AnswerSet, ...]
    rows: int


def frame_of(matrix: Matrix, form: SetForm = "dichotomies") -> Frame:
    """The variables id, wave, type, band, pop, v1, v2, ..., then for each question its columns.

    Question n has `qn_st` (0 blank, 1 answered) and a variable 0/1 for each code, named by the
    code's number (`q7_110`); as categories one for each mention (`q7_1`, `q7_2`, ...), whose values
    are those numbers. Raises a Problem when a name would be longer than 8 letters.
    """
    words = statistics_wording(matrix.language)
    variables: list[Variable] = [*_background(matrix, words)]
    sets = []
    for question in matrix.questions:
        columns = _status(question, words), *_columns(question, words, form)
        members = tuple(column.name for column in columns[1:])
        variables += columns
        if len(members) > 1:
            name = f"$q{question.place}"
            sets.append(AnswerSet(name, _label(question.text), members, form))
    _refuse_long(variables)
    return Frame(
        matrix.title,
        matrix.language,
        words.internal,
        words,
        tuple(variables),
        tuple(sets),
        len(matrix.rows),
    )


def cut(text: str, most: int) -> str:
    """The text in at most so many bytes of UTF-8, no character broken."""
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")


def _background(matrix: Matrix, words: StatisticsWording) -> Iterator[Variable]:
    import numpy as np

    rows, scheme = matrix.rows, matrix.scheme
    yield TextVariable("id", f"{words.respondent} ({words.internal})", [row.key for row in rows])
    if any(row.wave for row in rows):
        yield TextVariable("wave", words.wave, [row.wave for row in rows])
    if any(row.kind for row in rows):
        yield TextVariable("type", words.kind, [row.kind for row in rows])
    heads = [(at, scheme.head(name, matrix.language)) for at, name in enumerate(scheme.names, 1)]
    numbers = {name: at for at, name in enumerate(scheme.names, 1)}
    bands = np.array([numbers.get(row.band, MISSING) for row in rows], dtype=np.int8)
    yield NumberVariable("band", words.band, bands, tuple(heads), "ordinal")
    if any(row.population is not None for row in rows):
        known = [MISSING if row.population is None else row.population for row in rows]
        yield NumberVariable("pop", words.population, np.array(known, dtype=np.int64), (), "scale")
    for at, (key, texts) in enumerate(matrix.values.items(), start=1):
        yield _closed(f"v{at}", _label(key), texts)


def _closed(name: str, label: str, texts: Sequence[str]) -> Variable:
    """A closed answer or a fact: numbers where all of it is numbers."""
    found = as_numbers(texts)
    return (
        DecimalVariable(name, label, texts, *found) if found else TextVariable(name, label, texts)
    )


def _status(question: MatrixQuestion, words: StatisticsWording) -> NumberVariable:
    label = _label(words.status.format(question=f"{question.key} {question.text}"))
    values = ((0, words.blank), (1, words.answered))
    return NumberVariable(f"q{question.place}_st", label, question.status, values)


def _columns(
    question: MatrixQuestion, words: StatisticsWording, form: SetForm
) -> Iterator[NumberVariable]:
    if form == "categories":
        yield from _mentions(question, words)
        return
    values = ((0, words.not_mentioned), (1, words.mentioned))
    for at, code in enumerate(question.codes):
        label = _label(f"{code.number} {LEVELS.join(code.path)}")
        name = f"q{question.place}_{code.number:03}"
        yield NumberVariable(name, label, question.marks[:, at], values)


def _mentions(question: MatrixQuestion, words: StatisticsWording) -> Iterator[NumberVariable]:
    """The numbers of each answer's codes in the order of the codebook, as many as any has."""
    import numpy as np

    given = question.marks == 1
    most = int(given.sum(axis=1).max(initial=0))
    mentions = np.full((len(given), most), MISSING, dtype=np.int32)
    rows, codes = np.nonzero(given)
    starts = np.searchsorted(rows, np.arange(len(given)))
    numbers = np.array([code.number for code in question.codes], dtype=np.int32)
    mentions[rows, np.arange(len(rows)) - starts[rows]] = numbers[codes]
    values = tuple(
        (code.number, cut(_label(LEVELS.join(code.path)), MOST_VALUE_LABEL_BYTES))
        for code in sorted(question.codes, key=lambda code: code.number)
    )
    for at in range(most):
        label = _label(words.mention.format(number=at + 1, question=question.text))
        yield NumberVariable(f"q{question.place}_{at + 1}", label, mentions[:, at], values)


def _label(text: str) -> str:
    return cut(holdable(one_line(text)), MOST_LABEL_BYTES)


def _refuse_long(variables: Sequence[Variable]) -> None:
    if any(len(variable.name) > MOST_NAME_BYTES for variable in variables):
        raise Problem(
            "There are too many questions and codes for short variable names.",
            "Write fewer questions at once: --question KEY",
        )
