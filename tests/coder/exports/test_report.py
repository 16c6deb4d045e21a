"""The report as one page: everything in it, nothing fetched, nothing shared between figures."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from coder.exports.publishing import publish
from coder.exports.report.collecting import (
    collect_report,
    report_tables,
    saved_for_report,
)
from coder.exports.report.content import Coverage, Report, Section
from coder.exports.report.page import report_html
from coder.results.methods_note import MethodsNote, MethodsSection
from coder.results.table import Row, Table
from corpus.privacy.finder import Finder
from corpus.problems import Problem
from tests.builders import code_all, import_records, new_study, records, respondent

HOSTILE = "</style><script>alert(1)</script> url(#x) href=\"#y\" [/] \x1b[2J \u202e & 'k'"


@pytest.fixture
def report(plain_table: Table, crossed_table: Table) -> Report:
    """One question with two tables, and how it was done."""
    section = MethodsSection("Hvorfor?", (("Alle er spurt.", "Alt er kodet."),))
    return Report(
        "Levekår",
        "nb",
        (Coverage("k7.2", "Hvorfor?", 1100, 1063, 97, 1063, 4),),
        (Section("Hvorfor?", (plain_table, crossed_table)),),
        MethodsNote("Metode", "nb", (section,)),
    )


def _read(page: str) -> html.HtmlElement:
    return html.document_fromstring(page.encode())


def test_everything_stands_on_the_page(report: Report) -> None:
    page = _read(report_html(report))
    assert [heading.text for heading in page.iter("h2")] == [
        "Svar og koding",
        "Hvorfor?",
        "Metode",
    ]
    assert len(page.xpath("//table")) == 3
    assert len(page.xpath("//*[local-name()='svg']")) == 2
    assert "Alle er spurt. Alt er kodet." in page.text_content()


def test_nothing_is_fetched_and_nothing_runs(report: Report) -> None:
    text = report_html(replace(report, study=HOSTILE))
    page = _read(text)
    assert page.xpath("//script | //link | //iframe | //object | //@src | //@onclick") == []
    links = page.xpath("//@href | //@*[name()='xlink:href']")
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"url\((?!#)", text)
    assert "default-src 'none'" in text


def test_no_two_elements_have_the_same_name_and_all_links_lead_somewhere(report: Report) -> None:
    page = _read(report_html(report))
    names = Counter(page.xpath("//@id"))
    assert [name for name, count in names.items() if count > 1] == []
    wanted = [link[1:] for link in page.xpath("//@href | //@*[name()='xlink:href']")]
    wanted += [name for each in page.xpath("//@aria-labelledby") for name in each.split()]
    assert wanted
    assert set(wanted) <= set(names)


def test_colours_of_figures_are_left_as_they_are(report: Report) -> None:
    assert not re.search(r"#f\d+-[0-9a-f]{6}\b\s*[;\"]", report_html(report))


def test_hostile_texts_are_text(report: Report, plain_table: Table) -> None:
    table = replace(plain_table, title=HOSTILE, rows=(Row((HOSTILE,), None, 5, 1),))
    section = Section(HOSTILE, (table,))
    page = _read(report_html(replace(report, sections=(section,))))
    assert page.xpath("//script") == []
    assert "alert(1)" in page.xpath("string(//*[@id='s1'])")
    assert "\u202e" not in page.xpath("string(//*[local-name()='desc'])")


def test_a_figure_says_in_words_what_it_shows(report: Report) -> None:
    page = _read(report_html(report))
    first = page.xpath("string((//*[local-name()='desc'])[1])")
    assert first.startswith("Liggende stolper med 4 rader. Kapasitet / Mangler: 96 (1\u00a0016)")


def test_what_is_too_much_to_draw_is_said(report: Report, plain_table: Table) -> None:
    rows = tuple(Row((f"Kode {n}",), None, 1, 1) for n in range(201))
    section = Section("Hva?", (replace(plain_table, rows=rows),))
    text = report_html(replace(report, sections=(section,)))
    assert "Tabellen er tom eller for stor til å tegnes." in text
    assert "<svg" not in text


def test_the_same_report_gives_the_same_page(report: Report) -> None:
    assert report_html(report) == report_html(report)


def test_a_name_stops_the_report(report: Report, tmp_path: Path) -> None:
    leaking = replace(report, sections=(replace(report.sections[0], heading="Storvik sier:"),))
    page = report_html(leaking)
    with pytest.raises(Problem, match="would tell who answered"):
        publish(tmp_path / "r.html", lambda path: _write(path, page), Finder(["Storvik"]))
    assert list(tmp_path.iterdir()) == []


def test_without_saved_tables_each_coded_question_has_its_two_quick_ones(tmp_path: Path) -> None:
    study = new_study(tmp_path)
    answers = [(f"R{n}", key, "Penger") for key in ("k1", "k2") for n in range(8)]
    people = [respondent(f"R{n}", "<2000" if n < 7 else "bydel") for n in range(8)]
    import_records(study, records(answers, people))
    code_all(study, [(f"R{n}", "k1", "Ressurser / Penger") for n in range(8)])
    with study.read() as session:
        collected = collect_report(
            session, report_tables(session, saved_for_report(session)).tables
        )
    assert [len(section.tables) for section in collected.sections] == [2, 0]
    assert [each.coded for each in collected.coverage] == [8, 0]
    (bands,) = (table.columns for table in collected.sections[0].tables if table.columns)
    assert [column.key for column in bands] == ["<2000", "bydel"]
    cells = collected.sections[0].tables[1].rows[0].cells
    assert [cell.suppressed for cell in cells] == [True, True]
    assert "Ingen svar på dette spørsmålet er kodet." in report_html(collected)


def test_saved_tables_stand_under_their_questions(tmp_path: Path, plain_table: Table) -> None:
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "Penger"), ("R1", "k2", "Tid")]))
    table = replace(plain_table, question="k2", wave="")
    with study.read() as session:
        collected = collect_report(session, [table])
    assert [section.tables for section in collected.sections] == [(), (table,)]


def test_tables_of_no_question_stand_last(tmp_path: Path, plain_table: Table) -> None:
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "Penger")]))
    with study.read() as session:
        collected = collect_report(session, [replace(plain_table, question="")])
    assert [section.heading for section in collected.sections][-1] == "Andre tabeller"
    assert len(collected.sections[-1].tables) == 1


def test_waves_side_by_side_are_drawn_as_points(report: Report, crossed_table: Table) -> None:
    columns = tuple(
        replace(column, key=f"k7.2@{year}")
        for column, year in zip(crossed_table.columns, (2012, 2014, 2016), strict=True)
    )
    section = Section("Hva?", (replace(crossed_table, columns=columns),))
    page = report_html(replace(report, sections=(section,)))
    assert "Punkter på linjer" in page
    assert "Rutenett" not in page


def test_one_row_by_groups_is_drawn_as_bars_of_the_groups(
    report: Report, crossed_table: Table
) -> None:
    section = Section("Hva?", (replace(crossed_table, rows=crossed_table.rows[:1]),))
    page = report_html(replace(report, sections=(section,)))
    assert "Liggende stolper for alle og 3 grupper" in page


def test_a_coded_question_without_tables_has_its_growth_only(tmp_path: Path) -> None:
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "Penger")]))
    code_all(study, [("R1", "k1", "Ressurser")])
    with study.read() as session:
        page = report_html(collect_report(session, []))
    assert "Ingen svar på dette" not in page
    assert page.count("<svg") == 1


def _write(path: Path, page: str) -> tuple[str, ...]:
    path.write_text(page, encoding="utf-8")
    return ()
