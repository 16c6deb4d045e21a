"""The records of an SPSS system file (`.sav`), as PSPP's developer guide describes them.

"System File Format", PSPP Developers Guide; https://www.gnu.org/software/pspp/pspp-dev/
"""

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coder.exports.controls import holdable, one_line
from coder.exports.statistics_files.frame import (
    MOST_TEXT_BYTES,
    MOST_VALUE_LABEL_BYTES,
    AnswerSet,
    DecimalVariable,
    Frame,
    NumberVariable,
    TextVariable,
    Variable,
    cut,
)

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

_SYSTEM_MISSING = -1.7976931348623157e308
_LOWEST = -1.7976931348623155e308
_HIGHEST = 1.7976931348623157e308
_SEGMENT = 8
_NUMBER_FORMAT, _TEXT_FORMAT, _DIGITS = 5, 1, 8
_MEASURES = {"nominal": 1, "ordinal": 2, "scale": 3}
_UTF8 = 65001
_ROWS_AT_ONCE = 2000


def write_sav(frame: Frame, path: Path) -> tuple[str, ...]:
    """Write a system file in UTF-8 with labels and sets; return what a person must be told.

    The same bytes for the same frame: its date is always the first of January 2000.
    """
    widths = [_width(variable) for variable in frame.variables]
    with path.open("wb") as file:
        for record in _dictionary(frame, widths):
            file.write(record)
        for start in range(0, frame.rows, _ROWS_AT_ONCE):
            file.write(_cases(frame, widths, start, min(start + _ROWS_AT_ONCE, frame.rows)))
    return tuple(_cut_texts(frame))


def _width(variable: Variable) -> int:
    """0 for numbers; for texts the bytes of the longest, at least 1 and at most 255."""
    if not isinstance(variable, TextVariable):
        return 0
    longest = max((len(_encoded(text)) for text in variable.texts), default=1)
    return max(1, min(longest, MOST_TEXT_BYTES))


def _dictionary(frame: Frame, widths: Sequence[int]) -> Iterator[bytes]:
    yield _header(frame, widths)
    places, place = [], 1
    for variable, width in zip(frame.variables, widths, strict=True):
        places.append(place)
        place += _segments(width)
        yield _variable(variable, width)
    yield from _value_labels(frame, places)
    yield _document(f"{frame.internal}. {frame.title}")
    yield _extension(3, 4, struct.pack("<8i", 1, 0, 0, -1, 1, 1, 2, _UTF8))
    yield _extension(4, 8, struct.pack("<3d", _SYSTEM_MISSING, _HIGHEST, _LOWEST))
    if frame.sets:
        yield _extension(7, 1, b"".join(map(_answer_set, frame.sets)))
    yield _extension(11, 4, b"".join(map(_display, frame.variables, widths)))
    names = "\t".join(f"{each.name.upper()}={each.name}" for each in frame.variables)
    yield _extension(13, 1, names.encode())
    yield _extension(20, 1, b"UTF-8")
    yield struct.pack("<2i", 999, 0)


def _header(frame: Frame, widths: Sequence[int]) -> bytes:
    label = _padded(cut(holdable(one_line(f"{frame.internal}: {frame.title}")), 64).encode(), 64)
    return struct.pack(
        "<4s60s5id9s8s64s3s",
        b"$FL2",
        _padded(b"@(#) SPSS DATA FILE fullkoding", 60),
        2,
        sum(map(_segments, widths)),
        0,
        0,
        frame.rows,
        100.0,
        b"01 Jan 00",
        b"00:00:00",
        label,
        bytes(3),
    )


def _variable(variable: Variable, width: int) -> bytes:
    label = variable.label.encode("utf-8", "replace")
    decimals = variable.decimals if isinstance(variable, DecimalVariable) else 0
    number = _NUMBER_FORMAT << 16 | (_DIGITS + decimals) << 8 | decimals
    form = (_TEXT_FORMAT << 16 | width << 8) if width else number
    name = _padded(variable.name.upper().encode("ascii"), 8)
    record = struct.pack("<6i8s", 2, width, 1, 0, form, form, name)
    record += struct.pack("<i", len(label)) + _padded(label, -(-len(label) // 4) * 4, b"\0")
    more = struct.pack("<6i8s", 2, -1, 0, 0, 0, 0, b" " * 8)
    return record + more * (_segments(width) - 1)


def _value_labels(frame: Frame, places: Sequence[int]) -> Iterator[bytes]:
    """Once for all variables with the same labels."""
    groups: dict[tuple[tuple[int, str], ...], list[int]] = {}
    for variable, place in zip(frame.variables, places, strict=True):
        if isinstance(variable, NumberVariable) and variable.values:
            groups.setdefault(variable.values, []).append(place)
    for values, members in groups.items():
        yield struct.pack("<2i", 3, len(values))
        for number, text in values:
            label = cut(text, MOST_VALUE_LABEL_BYTES).encode()
            size = -(-(1 + len(label)) // _SEGMENT) * _SEGMENT
            yield struct.pack("<dB", float(number), len(label)) + _padded(label, size - 1)
        yield struct.pack(f"<2i{len(members)}i", 4, len(members), *members)


def _document(text: str) -> bytes:
    line = _padded(cut(holdable(one_line(text)), 80).encode(), 80)
    return struct.pack("<2i", 6, 1) + line


def _answer_set(answers: AnswerSet) -> bytes:
    """A set in text: its members by their short names in small letters, lengths in bytes."""
    label = answers.label.encode()
    kind = b"D1 1 " if answers.form == "dichotomies" else b"C "
    members = " ".join(answers.members).encode()
    return b"%s=%s%d %s %s\n" % (answers.name.encode(), kind, len(label), label, members)


def _display(variable: Variable, width: int) -> bytes:
    measure = "nominal" if isinstance(variable, TextVariable) else variable.measure
    columns = min(max(width, 8), 40)
    return struct.pack("<3i", _MEASURES[measure], columns, 0 if width else 1)


def _extension(subtype: int, size: int, data: bytes) -> bytes:
    return struct.pack("<4i", 7, subtype, size, len(data) // size) + data


def _cases(frame: Frame, widths: Sequence[int], start: int, stop: int) -> bytes:
    """The rows as segments of eight bytes: numbers as floats, texts with blanks after them."""
    import numpy as np

    cases = np.empty((stop - start, sum(map(_segments, widths))), dtype="<f8")
    at = 0
    for variable, width in zip(frame.variables, widths, strict=True):
        if isinstance(variable, NumberVariable):
            numbers = variable.numbers[start:stop]
            cases[:, at] = np.where(numbers < 0, _SYSTEM_MISSING, numbers)
        elif isinstance(variable, DecimalVariable):
            cases[:, at] = np.nan_to_num(variable.numbers[start:stop], nan=_SYSTEM_MISSING)
        else:
            bytes_ = _text_bytes(variable.texts[start:stop], width)
            cases[:, at : at + _segments(width)] = bytes_.view("<f8")
        at += _segments(width)
    return cases.tobytes()


def _text_bytes(texts: Sequence[str], width: int) -> "NDArray[uint8]":
    import numpy as np

    size = _segments(width) * _SEGMENT
    whole = b"".join(_padded(cut(holdable(text), width).encode(), size) for text in texts)
    return np.frombuffer(whole, dtype=np.uint8).reshape(len(texts), size)


def _segments(width: int) -> int:
    return max(1, -(-width // _SEGMENT))


def _encoded(text: str) -> bytes:
    return holdable(text).encode()


def _padded(data: bytes, size: int, by: bytes = b" ") -> bytes:
    return data + by * (size - len(data))


def _cut_texts(frame: Frame) -> Iterator[str]:
    for variable in frame.variables:
        if isinstance(variable, TextVariable):
            long = sum(len(_encoded(text)) > MOST_TEXT_BYTES for text in variable.texts)
            if long:
                yield (
                    f"{variable.name} ({variable.label}): {long} texts are longer than 255 bytes "
                    "and cut in the .sav file; the .csv and .xlsx files hold them whole."
                )
