"""The report as one page: nothing fetched, no script, for phone, screen and paper."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import count

from coder.exports.fixed_words import fixed_words
from coder.exports.report.content import Coverage, Report, Section
from coder.exports.report.pictures import growth_picture, is_broad, table_picture
from coder.exports.report.wording import ReportWording, report_wording
from coder.exports.web import table_block, web_page, web_text
from coder.results.table import Table
from corpus.language import format_number
from corpus.problems import Problem


def report_html(report: Report, done: Callable[[int], None] = lambda _: None) -> str:
    """The page: contents, coverage, a section for each question, methods.

    `done` is called with 1 after each section.
    """
    words = report_wording(report.language)
    css = files("coder.exports.report").joinpath("report.css").read_text(encoding="utf-8")
    title = words.title.format(study=report.study)
    return web_page(
        title,
        fixed_words(report.language),
        _content(report, words, title, done),
        kind="wide",
        styles=css,
    )


def _content(
    report: Report, words: ReportWording, title: str, done: Callable[[int], None]
) -> Iterator[str]:
    numbers = count(1)
    yield f"<h1>{web_text(title)}</h1>"
    yield from _contents(report, words)
    yield f'<h2 id="coverage">{words.coverage}</h2>'
    yield from _coverage(report, words)
    for at, section in enumerate(report.sections, start=1):
        yield f'<section><h2 id="s{at}">{web_text(section.heading)}</h2>'
        yield from _section(report, section, words, numbers)
        yield "</section>"
        done(1)
    yield f'<section><h2 id="methods">{words.methods}</h2>'
    for part in report.methods.sections:
        yield f"<h3>{web_text(part.heading)}</h3>"
        for sentences in part.paragraphs:
            yield f"<p>{web_text(' '.join(sentences))}</p>"
    yield "</section>"


def _contents(report: Report, words: ReportWording) -> Iterator[str]:
    headings = [(f"s{at}", section.heading) for at, section in enumerate(report.sections, start=1)]
    lines = [("coverage", words.coverage), *headings, ("methods", words.methods)]
    yield f'<nav aria-label="{words.contents}"><ul>'
    for place, heading in lines:
        yield f'<li><a href="#{place}">{web_text(heading)}</a></li>'
    yield "</ul></nav>"


def _coverage(report: Report, words: ReportWording) -> Iterator[str]:
    heads = (words.asked, words.answered, words.rate, words.coded, words.codes)
    shown = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield (
        '<figure><div class="scroll"><table><thead>'
        f'<tr><th class="name" scope="col">{words.question}</th>{shown}</tr></thead><tbody>'
    )
    for each in report.coverage:
        cells = "".join(f"<td>{text}</td>" for text in _cells(each, report))
        name = web_text(f"{each.key} {each.text}")
        yield f'<tr><th class="name" scope="row">{name}</th>{cells}</tr>'
    yield f"</tbody></table></div><p>{words.coverage_note}</p></figure>"


def _cells(each: Coverage, report: Report) -> list[str]:
    numbers = (each.asked, each.answered, each.rate, each.coded, each.codes)
    return [format_number(number, report.language) for number in numbers]


def _section(
    report: Report, section: Section, words: ReportWording, numbers: Iterator[int]
) -> Iterator[str]:
    if not section.tables and section.growth is None:
        yield f"<p>{words.nothing}</p>"
    for table in section.tables:
        yield table_block(table)
        yield _picture(table, report, words, next(numbers))
    if section.growth is not None:
        yield f"<h3>{words.growth}</h3>"
        yield _framed(growth_picture(section.growth, report.study, next(numbers)), "")


def _picture(table: Table, report: Report, words: ReportWording, number: int) -> str:
    """The figure of a table; a sentence where there is nothing to draw or too much."""
    if table.shape != "table":
        return ""
    try:
        picture = table_picture(table, report.study, number)
    except Problem:
        return f'<p class="quiet">{words.not_drawn}</p>'
    return _framed(picture, "broad" if is_broad(table) else "")


def _framed(picture: str, kind: str) -> str:
    return f'<figure class="picture {kind}"><div class="scroll">{picture}</div></figure>'
