"""Studies for the tests of commands, made by the commands."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from coder.study import Study
from corpus.store.base import Base
from corpus.store.triggers import logged_tables
from tests.tui.cli.running import done

HEADER = ("id", "kommune", "innbyggere", "Har team", "k1 Beskriv samarbeidet", "k2 Hva mangler?")
ROWS = (
    ("R1", "Storvik", "1450", "Ja", "Samarbeidet er godt og tett hele året.", "Flere folk"),
    ("R2", "Lillevik", "3000", "Nei", "Vi har for få folk til dette.", "Penger, og folk"),
    ("R3", "Tverrdal", "60000", "Nei", "", "Tid"),
    ("R4", "Nyvik", "", "Ja", "Faste møter hver måned.", ""),
)
ROLES = ("--name", "kommune", "--variable", "Har team", "--question", "k1", "--question", "k2")


def table_file(path: Path, rows: Iterable[Sequence[str]], delimiter: str = ";") -> Path:
    """Write rows as a CSV file in UTF-8."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    path.write_bytes(written.getvalue().encode())
    return path


def answers_file(folder: Path, rows: Iterable[Sequence[str]] = ROWS) -> Path:
    """A wide file: four respondents, two open questions, one closed answer."""
    return table_file(folder / "svar.csv", [HEADER, *rows])


def empty_study(folder: Path, name: str = "studie.fullkoding") -> Path:
    """A study with nothing in it."""
    done("new", folder / name)
    return folder / name


def fresh(folder: Path, build: Callable[[Path], Path]) -> Path:
    """A copy of the study that `build` makes in a folder; it is built only once."""
    study = folder / "studie.fullkoding"
    study.write_bytes(_built(build))
    return study


@cache
def _built(build: Callable[[Path], Path]) -> bytes:
    with TemporaryDirectory() as folder:
        return build(Path(folder)).read_bytes()


def small_study(folder: Path) -> Path:
    """A study with the answers of `answers_file`, nothing coded."""
    return fresh(folder, _small_study)


def _small_study(folder: Path) -> Path:
    study = empty_study(folder)
    done("import", study, answers_file(folder), *ROLES)
    return study


def study_of(folder: Path, texts: Sequence[str], name: str = "studie.fullkoding") -> Path:
    """A study with one question, k1, and these answers by R1, R2, ..."""
    rows = [("id", "k1 Hva mener dere?"), *((f"R{n}", t) for n, t in enumerate(texts, start=1))]
    study = empty_study(folder, name)
    done("import", study, table_file(folder / "tekster.csv", rows), "--question", "k1")
    return study


def code(study: Path, respondent: str, *paths: str, question: str = "k1") -> None:
    """Put codes on an answer."""
    options = [word for path in paths for word in ("--code", path)]
    done("code", study, "--question", question, "--answer", respondent, *options)


def texts(study: Path, question: str = "k1") -> dict[str, str]:
    """The stored answers by respondent."""
    answers = done("answers", study, question, "--json").json["answers"]
    return {answer["respondent"]: answer["text"] for answer in answers}


def codes(study: Path, question: str = "k1") -> dict[str, list[str]]:
    """The paths of each answer's codes, joined by ` / `, by respondent."""
    answers = done("answers", study, question, "--json").json["answers"]
    return {each["respondent"]: [" / ".join(path) for path in each["codes"]] for each in answers}


def tree(study: Path, question: str = "k1") -> list[str]:
    """The codebook's lines, indented, without figures and the outcome codes."""
    lines = done("codebook", "show", study, "--question", question).out.splitlines()[2:]
    names = [line[21:] for line in lines]
    return [name for name in names if name not in OUTCOMES]


def everything(study: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row that history keeps, but what is made at random: GUIDs and the seed of quotes."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    with Study(study) as opened, opened.read() as session:
        for table in logged_tables(Base.metadata):
            columns = [column for column in table.c if column.name not in ("guid", "seed")]
            found = session.execute(select(*columns).order_by(table.c.id))
            rows[table.name] = [tuple(row) for row in found]
    return rows


OUTCOMES = ("Ingen mening", "Vet ikke", "Uleselig", "Utenfor tema")
