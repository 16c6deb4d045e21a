"""The demo study, built and coded by the same code as every other."""

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from codebooks.queries import codebook_of
from coder.batch.apply import code_lines
from coder.batch.lines import read_lines
from coder.choosing import code_named
from coder.exports.chapter_formats import chapter_writer
from coder.exports.publishing import publish
from coder.exports.quote_formats import quote_writer
from coder.exports.table_formats import tables_writer
from coder.intake.report import Report, Wishes
from coder.intake.take_in import take_in
from coder.modes import change_question
from coder.people import coder_id
from coder.quoting.lead_ins import set_lead_in
from coder.results.chapter import ChapterWishes, collect_chapter
from coder.results.quotes import QuoteWishes, study_finder
from coder.results.saved.building import build_all
from coder.results.saved.defining import Named, define
from coder.results.saved.exporting import note_export, said
from coder.results.saved.keeping import save_table, tables_of
from coder.results.saved.quoting import quotes_beside
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
_THEME, _MOST = "Ressurser", 3
_LEAD_IN = "{n} av de {base} ({percent} prosent) nevner ressurser, altså {phrase}."
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
        _save(study)
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


def _save(study: Study) -> None:
    """Tables that the study keeps, and a lead-in for the theme that most speak of."""
    with study.read() as session:
        first, *others = (each.key for each in questions(session) if each.key != UNCODED)
        tree = codebook_of(session, find_question(session, first).id)
        theme = code_named(tree, _THEME)
    wanted = {f"{key} koder": Named(key) for key in (first, *others)}
    wanted["etter størrelse"] = Named(first, by="band", level="theme")
    wanted["samarbeid etter størrelse"] = Named(SCALE, by="band")
    for name, named in wanted.items():
        with study.read() as session:
            definition = define(session, named)
        with study.act("save_table", CODER, table=name, question=named.question) as session:
            save_table(session, name, definition)
    with study.act("lead_in", CODER, question=first, code=_THEME) as session:
        set_lead_in(session, theme.id, _LEAD_IN, coder_id(session, CODER))


def _write(study: Study, folder: Path) -> tuple[Path, ...]:
    """The tables guarded together with the quotes, and the chapter beside them."""
    with study.read() as session:
        finder, saved = study_finder(session), tables_of(session)
        coded = [question for question in questions(session) if question.key != UNCODED]
        built = build_all(session, saved)
        everything = quotes_beside(session, saved, built)
        chapter = collect_chapter(session, coded, ChapterWishes(QuoteWishes(most=_MOST)))
    writers = {
        "kapittel.docx": chapter_writer(chapter, "docx"),
        "sitater.docx": quote_writer(everything, "docx"),
        "sitater.html": quote_writer(everything, "html"),
        "tabeller.xlsx": tables_writer(built.tables, "xlsx"),
        "tabeller.docx": tables_writer(built.tables, "docx"),
    }
    parameters = said(saved, built)
    with study.act("export_tables", CODER, file="tabeller.xlsx", **parameters) as session:
        note_export(session, saved)
        for name, writer in writers.items():
            publish(folder / name, writer, finder)
    return tuple(folder / name for name in writers)
