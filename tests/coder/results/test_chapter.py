"""A chapter has headings for what is said, computed numbers, and quotes that tell nobody."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from codebooks.queries import codebook_of
from coder.exports.chapter_formats import CHAPTER_FORMATS, chapter_writer
from coder.quoting.choosing import choose
from coder.quoting.lead_ins import set_lead_in
from coder.quoting.piece import Place
from coder.results.chapter import Chapter, ChapterWishes, collect_chapter
from coder.results.quotes import QuoteWishes
from coder.results.saved.defining import Named
from coder.study import Study
from corpus.queries import find_answer, find_question
from tests.builders import CODER, code_all, import_records, new_study, records, respondent
from tests.coder.results.saved.studies import save

BANDS = ("<2000", "2000-5000", "5000-10000")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Forty-five answers in three bands, three codes under two themes, one code with nothing."""
    people = [respondent(f"r{at:02}", BANDS[at % 3]) for at in range(45)]
    with new_study(tmp_path) as made:
        answers = [(each.key, "k1", f"Sak {each.key} er viktig for oss") for each in people]
        import_records(made, records(answers, people))
        codes = ("Ressurser / Penger", "Ressurser / Folk", "Samarbeid")
        code_all(made, [(each.key, "k1", codes[at % 3]) for at, each in enumerate(people)])
        yield made


def _chapter(study: Study, wishes: ChapterWishes | None = None) -> Chapter:
    with study.read() as session:
        return collect_chapter(session, [find_question(session, "k1")], wishes or ChapterWishes())


def _code(study: Study, *path: str) -> int:
    with study.read() as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        return next(code.id for code in tree.walk() if tree.path(code.id) == path)


def _lead_in(study: Study, text: str, *path: str) -> None:
    with study.act("lead_in", CODER) as session:
        set_lead_in(session, _code(study, *path), text, 1)


def test_the_tree_is_the_headings_and_every_passage_stands_once(study: Study) -> None:
    chapter = _chapter(study)
    assert [(part.level, part.heading, len(part.quotes)) for part in chapter.parts] == [
        (1, "Spørsmål k1?", 0),
        (2, "Ressurser", 0),
        (3, "Penger", 15),
        (3, "Folk", 15),
        (2, "Samarbeid", 15),
    ]
    assert "Alle 45 kodede passasjer er gjengitt." in chapter.notes
    assert chapter.draft


def test_a_lead_in_has_the_numbers_of_the_table(study: Study) -> None:
    _lead_in(study, "{n} av de {base} ({percent} prosent), {phrase}, sier:", "Ressurser")
    ressurser = _chapter(study).parts[1]
    assert ressurser.lead_in == "30 av de 45 (67 prosent), to av tre, sier:"


def test_chosen_quotes_stand_in_their_order_and_empty_headings_go(study: Study) -> None:
    with study.read() as session:
        question = find_question(session, "k1")
        answers = [find_answer(session, question, key)[0] for key in ("r03", "r00")]
    code = _code(study, "Ressurser", "Penger")
    with study.act("choose_quotes", CODER) as session:
        choose(session, [(code, Place(answer)) for answer in answers], 1)
    chapter = _chapter(study, ChapterWishes(QuoteWishes(chosen=True)))
    assert [part.heading for part in chapter.parts] == ["Spørsmål k1?", "Ressurser", "Penger"]
    assert [quote.text[:7] for quote in chapter.quotes] == ["Sak r03", "Sak r00"]
    assert "2 av 45 kodede passasjer er valgt ut som sitater." in chapter.notes


def test_themes_have_tables_of_their_own_where_there_is_something_to_compare(
    study: Study,
) -> None:
    chapter = _chapter(study, ChapterWishes(tables="themes", with_quotes=False))
    assert not chapter.quotes
    _lead_in(study, "Ressurser er viktig.", "Ressurser")
    _lead_in(study, "Samarbeid er viktig.", "Samarbeid")
    chapter = _chapter(study, ChapterWishes(tables="themes", with_quotes=False))
    titles = [part.table.title if part.table else "" for part in chapter.parts]
    assert titles == [
        "Spørsmål k1? Antall og prosent, N=45",
        "Ressurser. Antall og prosent, N=45",
        "",
    ]


def test_labels_that_would_count_a_hidden_cell_are_left_out(study: Study) -> None:
    code_all(study, [("r00", "k1", "Samarbeid"), ("r03", "k1", "Samarbeid")])
    assert all(quote.label for quote in _chapter(study).quotes)
    save(study, "etter band", Named("k1", by="band"))
    chapter = _chapter(study)
    unlabelled = {quote.path[1:] for quote in chapter.quotes if not quote.label}
    assert ("Samarbeid",) in unlabelled
    assert chapter.notes != _chapter(study, ChapterWishes(with_quotes=False)).notes


def test_a_choice_of_quotes_keeps_the_labels_that_tell_no_more_than_that_there_is_one(
    study: Study,
) -> None:
    code_all(study, [("r00", "k1", "Samarbeid"), ("r03", "k1", "Samarbeid")])
    save(study, "etter band", Named("k1", by="band"))
    few = _chapter(study, ChapterWishes(QuoteWishes(most=1))).quotes
    many = _chapter(study, ChapterWishes(QuoteWishes(most=16))).quotes
    assert all(quote.label for quote in few)
    assert ("Samarbeid",) in {quote.path[1:] for quote in many if not quote.label}


def _written(study: Study, folder: Path, form: str) -> Path:
    path = folder / f"kapittel.{form}"
    chapter_writer(_chapter(study), form)(path)
    return path


@pytest.mark.parametrize("form", CHAPTER_FORMATS)
def test_the_same_study_gives_the_same_bytes(study: Study, tmp_path: Path, form: str) -> None:
    assert (
        _written(study, tmp_path, form).read_bytes() == _written(study, tmp_path, form).read_bytes()
    )


def test_word_has_real_headings_a_table_with_a_caption_and_quotes(
    study: Study, tmp_path: Path
) -> None:
    _lead_in(study, "Ressurser er viktig.", "Ressurser")
    document = Document(str(_written(study, tmp_path, "docx")))
    styles = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    headings = [(name, text) for name, text in styles if name.startswith("Heading")]
    assert headings[:3] == [
        ("Heading 1", "Spørsmål k1?"),
        ("Heading 2", "Ressurser"),
        ("Heading 3", "Penger"),
    ]
    at = styles.index(("Heading 2", "Ressurser"))
    assert styles[at + 1][1] == "Ressurser er viktig."
    assert len(document.tables) == 1
    assert any(name == "Caption" and text.startswith("Tabell 1.") for name, text in styles)
    assert sum(name == "Quote" for name, _ in styles) == 45


def test_json_and_the_workbook_have_the_same_quotes(study: Study, tmp_path: Path) -> None:
    _lead_in(study, "Ressurser er viktig.", "Ressurser")
    parts = json.loads(_written(study, tmp_path, "json").read_text("utf-8"))["parts"]
    texts = [quote["text"] for part in parts for quote in part["quotes"]]
    book = load_workbook(_written(study, tmp_path, "xlsx"))
    cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert len(texts) == 45
    assert set(texts) <= cells
    assert book.sheetnames[:2] == ["Sitater", "Innledninger"]
    assert book.worksheets[1]["B1"].value == "Ressurser er viktig."


def test_hostile_names_are_text(study: Study, tmp_path: Path) -> None:
    chapter = _chapter(study)
    bad = "<script>alert(1)</script> [x](http://x) \x1b[2J =1+1"
    parts = tuple(replace(part, heading=bad, lead_in=bad) for part in chapter.parts)
    for form in CHAPTER_FORMATS:
        path = tmp_path / f"k.{form}"
        chapter_writer(replace(chapter, parts=parts), form)(path)
        if form == "html":
            assert "<script>" not in path.read_text("utf-8")
