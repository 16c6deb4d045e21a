"""Columns of a file that is coded already: one a code, with marks, or cells that list codes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.reading.columns import Columns
from corpus.reading.guess import Guess
from corpus.reading.headers import BETWEEN, option_for
from corpus.reading.keys import first_word_key, question_names
from corpus.reading.plan import Column, Doubt, Layout, Role

_GIVEN = frozenset(("1", "x", "ja", "j", "yes", "y", "true", "sann", "✓", "✔", "☒", "1.0", "1,0"))
_NOT_GIVEN = frozenset(("", "0", "nei", "n", "no", "false", "usann", "-", "–", "☐", "0.0", "0,0"))
_CLOSED = frozenset(("nei", "n", "no", "false", "usann"))
_LISTS = re.compile(
    r"(?:koder?|codes?|tema|themes?|kategori|category)[ _.-]?\d{1,2}", re.IGNORECASE
)
_LEAD = re.compile(r"(?:kode|code|tema|theme)\s*:\s*(?=\S)", re.IGNORECASE)
_FEWEST = 3
_WORDS_OF_A_CODE = 8


def is_given(cell: str) -> bool | None:
    """Whether a mark says that an answer has a code; None for a cell that is no mark."""
    mark = cell.strip().casefold()
    return True if mark in _GIVEN else False if mark in _NOT_GIVEN else None


def is_numbered(header: str) -> bool:
    """Whether a header is like `kode1`, `Kode 2`, `tema_3`."""
    return _LISTS.fullmatch(header.strip()) is not None


def guess_code_columns(
    columns: Columns, guesses: Mapping[int, Guess], settled: Iterable[int], layout: Layout
) -> dict[int, Guess]:
    """Other guesses for columns that look like codes; each comes with a doubt.

    In a wide file these are columns of marks whose header begins with the key of a question, and
    columns called `kode1`, `kode2`, ... Three or more columns of marks beside each other, right
    after a question or its codes, stay variables, but a person is asked.
    """
    free = [
        at
        for at, guess in sorted(guesses.items())
        if at not in set(settled) and guess.role in (Role.VARIABLE, Role.QUESTION)
    ]
    found: dict[int, Guess] = {}
    if layout == "wide":
        keys = _keys(columns, guesses, free)
        found |= _keyed(columns, free, keys)
        found |= _listed(columns, [at for at in free if at not in found], keys)
    marked = [at for at in free if at not in found and _is_block_column(columns, at)]
    return found | _blocks(columns, {**guesses, **found}, marked)


def with_codes_of(columns: Sequence[Column], codes_of: str) -> tuple[Column, ...]:
    """The same columns; those of codes know their question (wide files) and their code.

    The question is the one whose key the header begins or ends with, else `codes_of`, else the
    nearest one before the column, else the first.
    """
    keys = {column.key.casefold(): column.key for column in columns if column.key}
    before = next(iter(keys.values()), "")
    given = keys.get(codes_of.casefold(), "")
    done = []
    for column in columns:
        before = column.key or before
        if column.role in (Role.CODES, Role.CODE):
            key, rest = _key_and_rest(column.header, keys)
            code = _LEAD.sub("", rest, count=1).strip() if column.role is Role.CODE else ""
            column = replace(column, codes_of=key or given or before, code=code)
        done.append(column)
    return tuple(done)


def _key_and_rest(header: str, keys: Mapping[str, str]) -> tuple[str, str]:
    """The question a header names by its first or last word, and the header without it."""
    words = header.split()
    for at, rest in ((0, words[1:]), (-1, words[:-1])):
        key = keys.get(words[at].strip(".:()").casefold()) if len(words) > 1 else None
        if key:
            return key, " ".join(rest).strip()
    return "", " ".join(words)


def _keys(columns: Columns, guesses: Mapping[int, Guess], free: Sequence[int]) -> dict[str, str]:
    """The keys of the questions, columns of marks left out, by their folded form."""
    asked = [
        columns.sheet.header[at]
        for at, guess in sorted(guesses.items())
        if guess.role is Role.QUESTION and not (at in free and _are_marks(columns, at))
    ]
    return {key.casefold(): key for key, _ in question_names(asked)}


def _keyed(columns: Columns, free: Sequence[int], keys: Mapping[str, str]) -> dict[int, Guess]:
    named: dict[str, list[int]] = {}
    for at in free:
        key, rest = _key_and_rest(columns.sheet.header[at], keys)
        begins = first_word_key(columns.sheet.header[at]).casefold() == key.casefold()
        if key and rest and begins and _are_marks(columns, at):
            named.setdefault(key, []).append(at)
    found: dict[int, Guess] = {}
    for key, places in named.items():
        if any(columns.contents[at].filled for at in places):
            doubt = _doubt(columns, places, f"codes of {key}", "--code-column")
            found |= {
                at: Guess(Role.CODE, "marks under the key of a question", doubt) for at in places
            }
    return found


def _listed(columns: Columns, free: Sequence[int], keys: Mapping[str, str]) -> dict[int, Guess]:
    places = [
        at
        for at in free
        if is_numbered(_key_and_rest(columns.sheet.header[at], keys)[1])
        and columns.contents[at].words <= _WORDS_OF_A_CODE
    ]
    if not places or not keys:
        return {}
    doubt = _doubt(columns, places, "codes", "--codes-column")
    return {at: Guess(Role.CODES, "the header says so", doubt) for at in places}


def _blocks(
    columns: Columns, guesses: Mapping[int, Guess], marked: Sequence[int]
) -> dict[int, Guess]:
    """Columns of marks that stand together after an open question, still variables."""
    found: dict[int, Guess] = {}
    for places in _runs(marked):
        before = guesses.get(places[0] - 1)
        if len(places) < _FEWEST or before is None or before.role not in _BEFORE:
            continue
        doubt = _doubt(columns, places, "codes", "--code-column")
        found |= {at: Guess(Role.VARIABLE, "marks in every cell", doubt) for at in places}
    return found


_BEFORE = (Role.QUESTION, Role.TEXT, Role.CODE, Role.CODES)


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Places that follow each other without a gap."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        yield [place for _, place in run]


def _are_marks(columns: Columns, position: int) -> bool:
    return all(is_given(value) is not None for value in columns.contents[position].values)


def _is_block_column(columns: Columns, position: int) -> bool:
    """Whether a column holds marks only, none of them a closed answer's no, and has no key."""
    values = {value.casefold() for value in columns.contents[position].values}
    no_key = not first_word_key(columns.sheet.header[position])
    return bool(values) and no_key and not values & _CLOSED and _are_marks(columns, position)


def _doubt(columns: Columns, places: Sequence[int], what: str, flag: str) -> Doubt:
    first, last = columns.shown(places[0]), columns.shown(places[-1])
    names = f"Column “{first}”" if len(places) == 1 else f"Columns “{first}” to “{last}”"
    options = [_option(columns, places, each) for each in (flag, "--variable")]
    return Doubt(f"{names} may be {what}, or closed variables.", " or ".join(options))


def _option(columns: Columns, places: Sequence[int], flag: str) -> str:
    """An option that names these columns; those of a run by its first and last."""
    header = columns.sheet.header
    runs = list(_runs(places))
    parts = []
    for run in runs:
        if len(run) == 1:
            parts.append(option_for(flag, header, run[0]))
        else:
            ends = (" ".join(header[at].split()) for at in (run[0], run[-1]))
            parts.append(f'{flag} "{BETWEEN.join(ends)}"')
    return " ".join(parts)
