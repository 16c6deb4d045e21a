"""The matrix as files: the data and what they mean; every name says that they are internal."""

from pathlib import Path

from coder.exports.atomic import write_file
from coder.exports.internal import internal_path
from coder.exports.statistics_files.frame import Frame
from coder.exports.statistics_files.plain import meanings_csv, write_columns, write_workbook
from coder.exports.statistics_files.sav import write_sav
from coder.exports.statistics_files.syntax import syntax

FORMATS = ("sav", "csv", "xlsx")

_WRITE = {"sav": write_sav, "csv": write_columns, "xlsx": write_workbook}


def write_matrix(frame: Frame, path: Path, form: str) -> tuple[list[Path], tuple[str, ...]]:
    """Write the data as sav, csv or xlsx, with syntax or a list of variables beside sav and csv.

    Returns the files, whose names are marked as internal, and what a person must be told. Raises a
    Problem.
    """
    data = internal_path(path, frame.language)
    notes = write_file(data, lambda at: _WRITE[form](frame, at), ending=form)
    beside = {
        "sav": (".sps", syntax(frame, data.name).encode()),
        "csv": (".variables.csv", meanings_csv(frame)),
    }
    if form not in beside:
        return [data], notes
    ending, content = beside[form]
    other = data.with_suffix(ending)
    write_file(other, lambda at: at.write_bytes(content))
    return [data, other], notes
