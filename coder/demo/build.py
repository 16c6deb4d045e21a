"""The demo study, built and coded by the same code as every other."""

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from coder.batch.apply import code_lines
from coder.batch.lines import read_lines
from coder.exports.publishing import publish
from coder.exports.quote_formats import quote_writer
from coder.exports.table_formats import tables_writer
from coder.intake.report import Report, Wishes
from coder.intake.take_in import take_in
from coder.modes import change_question
from coder.results.quotes import QuoteWishes, select_quotes, study_finder
from coder.results.tally import build_table
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.language import Language
from corpus.problems import Problem
from corpus.queries import Routing, find_question, questions, study_facts
from corpus.reading.choices import Choices
from corpus.reading.extracting import records
from corpus.reading.files import read_sheet
from corpus.reading.planning import make_plan

TITLE = "Kommunalt psykisk helse- og rusarbeid (demo)"
CODER = "KH"
ROUTED = "k2.3"
SCALE = "k2.5"
UNCODED = "k2.4"
_ROUTING = Routing("Har kommunen ambulant team?", "Nei")


@dataclass(frozen=True)
class Demo:
    """What was made: the study, the report of its import, and the files written."""

    study: Path
    report: Report
    files: tuple[Path, ...]


def build_demo(folder: Path, language: Language = "nb") -> Demo:
    """Make the demo study in a folder, code all questions but one, and write its outputs.

    Raises a Problem when the folder already holds a demo study.
    """
    path = folder / "demo.fullkoding"
    if path.exists():
        raise Problem(
            f"There is a demo in {folder} already.",
            f"Go on with it, or choose another folder: fullkoding demo {folder}-2",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(f"The folder {folder} cannot be made.", "Choose another.") from error
    with Study.create(path, language, TITLE) as study:
        report = _import(study)
        _code(study)
        written = _write(study, folder)
    return Demo(path, report, written)


def _import(study: Study) -> Report:
    with as_file(files("coder.demo") / "answers.csv") as file:
        sheet = read_sheet(file)
        with study.read() as session:
            scheme = study_facts(session).scheme
        plan = make_plan(sheet, file, Choices(name="kommune"), scheme)
        found = records(sheet, plan, scheme)
        wishes = Wishes(routings={ROUTED: _ROUTING}, coder=CODER)
        rows = len(sheet.rows)
        with study.act("import", CODER, file=file.name, rows=rows) as session:
            return take_in(session, found, rows, wishes, lambda _: None)


def _code(study: Study) -> None:
    with study.act("question", CODER, question=SCALE) as session:
        change_question(session, SCALE, single=True, ordered=True)
    with as_file(files("coder.demo") / "codings.csv") as file:
        lines = read_lines(read_sheet(file), CODER)
    with study.act("code_file", CODER, file="codings.csv", rows=len(lines)) as session:
        code_lines(session, lines, True, lambda _: None)


def _write(study: Study, folder: Path) -> tuple[Path, ...]:
    with study.read() as session:
        finder = study_finder(session)
        coded = [question for question in questions(session) if question.key != UNCODED]
        everything = select_quotes(session, coded, QuoteWishes())
        first = find_question(session, coded[0].key)
        scale = find_question(session, SCALE)
        plain = [build_table(session, question, TableWishes()) for question in coded]
        by_band = build_table(session, first, TableWishes(by="band", level="theme"))
        scale_by_band = build_table(session, scale, TableWishes(by="band"))
    tables = [*plain, by_band, scale_by_band]
    writers = {
        "sitater.docx": quote_writer(everything, "docx"),
        "sitater.html": quote_writer(everything, "html"),
        "tabeller.xlsx": tables_writer(tables, "xlsx"),
        "tabeller.docx": tables_writer(tables, "docx"),
    }
    for name, writer in writers.items():
        publish(folder / name, writer, finder)
    return tuple(folder / name for name in writers)
