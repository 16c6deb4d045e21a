"""A codebook of 5,000 codes with 100,000 codings: shown, merged, taken back, looked through."""

import random
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from benchmarks.commands import fullkoding
from benchmarks.made_up import words, write_wide
from benchmarks.timing import Line, measure
from codebooks.queries import codebook_of
from codebooks.tables import CodeRow
from codebooks.tree import Code, CodeTree
from coder.bulk_coding import NewCoding, insert_codings
from coder.merge_preview import preview_merge
from coder.merging import merge_all
from coder.people import coder_id
from coder.results.counts import Grouping, count_each
from coder.similar.pairs import similar_codes
from coder.study import Study
from corpus.queries import Question, find_question
from corpus.store.bulk import bulk_insert, next_id
from corpus.tables import AnswerRow

_CODES, _CODINGS, _ANSWERS, _LENGTH = 5_000, 100_000, 25_000, 25
_MERGED, _OF_MERGED = 50, 10_000
_CODER = "KH"
_TREE = """
SELECT code.id, code.name, count(DISTINCT coding.answer_id) FROM code
LEFT JOIN coding ON coding.code_id = code.id GROUP BY code.id
"""
_MERGE = "UPDATE OR IGNORE coding SET code_id = {} WHERE code_id IN ({})"
_OVERLAP = """
SELECT a.code_id, b.code_id, count(DISTINCT a.answer_id) FROM coding AS a
JOIN coding AS b ON b.answer_id = a.answer_id AND b.code_id > a.code_id GROUP BY 1, 2
"""


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Each against bare SQL over the same rows; that of a merge keeps no history."""
    source, path = folder / "wide.csv", folder / "a.fullkoding"
    write_wide(source, _ANSWERS, 1, _LENGTH)
    fullkoding("new", path)
    fullkoding("import", path, source, "--yes")
    with Study(path) as study:
        merged = _fill(study)
        yield from _shown(study, path, runs)
        yield from _merging(study, path, merged, runs)
        yield from _similar(study, path, runs)


def _shown(study: Study, path: Path, runs: int) -> Iterator[Line]:
    def show() -> None:
        with study.read() as session:
            question, tree = _codebook(study)
            count_each(session, question, Grouping(), None)
            for code in tree.walk():
                tree.path(code.id)

    baseline = measure(lambda: _bare(path, _TREE), runs)
    yield Line("bare SQL: codes with their answers", baseline)
    yield Line("tree of 5,000 codes with counts", measure(show, runs), baseline, "<= 0.3 s")


def _merging(study: Study, path: Path, codes: list[int], runs: int) -> Iterator[Line]:
    def merge() -> None:
        with study.act("merge_codes", _CODER) as session:
            tree = codebook_of(session, find_question(session, "k1.1").id)
            merge_all(session, tree, *_sources(tree, codes))

    def preview() -> None:
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k1.1").id)
            preview_merge(session, tree, *_sources(tree, codes))

    def undo() -> None:
        study.undo(_CODER)

    sources = ", ".join(map(str, codes[1:]))
    baseline = measure(lambda: _bare(path, _MERGE.format(codes[0], sources)), runs)
    yield Line("bare SQL: 10,000 codings updated", baseline)
    yield Line("preview of the merge", measure(preview, runs), baseline)
    merge()
    done = measure(merge, runs, undo)
    yield Line("50 codes with 10,000 codings merged", done, baseline, "<= 0.5 s")
    undo()
    undone = measure(undo, runs, merge)
    yield Line("its undo", undone, baseline, "<= 0.5 s")


def _similar(study: Study, path: Path, runs: int) -> Iterator[Line]:
    def look() -> None:
        with study.read() as session:
            question = find_question(session, "k1.1")
            similar_codes(session, codebook_of(session, question.id), [question])

    baseline = measure(lambda: _bare(path, _OVERLAP), runs)
    yield Line("bare SQL: shared answers of every two codes", baseline)
    yield Line("similar codes listed", measure(look, runs), baseline, "<= 2 s")


def _fill(study: Study) -> list[int]:
    """Make codes and codings; returns the codes that have 10,000 codings together."""
    source = random.Random(5)
    with study.act("import", _CODER) as session:
        question, first = find_question(session, "k1.1"), next_id(session, CodeRow)
        book = codebook_of(session, question.id)
        bulk_insert(
            session,
            CodeRow,
            [column.name for column in CodeRow.__table__.columns],
            [_code(source, book, first, at) for at in range(_CODES)],
        )
        ids = list(session.scalars(select(AnswerRow.id).order_by(AnswerRow.id)))
        coder = coder_id(session, _CODER)
        chosen = list(range(first + _CODES - _MERGED, first + _CODES))
        others = list(range(first + _CODES // 8, first + _CODES - _MERGED))
        pairs = _pairs(source, ids, chosen, _OF_MERGED)
        pairs |= _pairs(source, ids, others, _CODINGS - _OF_MERGED)
        insert_codings(
            session,
            (
                NewCoding(question.id, answer, code, coder, 1, None, None, "hand", None, "unknown")
                for answer, code in sorted(pairs)
            ),
        )
    return chosen


def _code(source: random.Random, book: CodeTree, first: int, at: int) -> tuple[object, ...]:
    """The first eighth of the codes are the main themes of all others."""
    themes = _CODES // 8
    parent = None if at < themes else first + at % themes
    name = f"{words(source, source.randint(1, 4))} {at}"
    guid = str(uuid.UUID(int=source.getrandbits(128), version=4))
    return (
        *(first + at, guid, book.id, parent, name, first + at, at),
        *("active", None, "", 0, "", "", "", "", 0),
    )


def _pairs(
    source: random.Random, answers: list[int], codes: list[int], count: int
) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    while len(found) < count:
        found.add((source.choice(answers), source.choice(codes)))
    return found


def _sources(tree: CodeTree, codes: list[int]) -> tuple[list[Code], Code]:
    return [tree.by_id[id_] for id_ in codes[1:]], tree.by_id[codes[0]]


def _codebook(study: Study) -> tuple[Question, CodeTree]:
    with study.read() as session:
        question = find_question(session, "k1.1")
        return question, codebook_of(session, question.id)


def _bare(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement).fetchall()
        connection.rollback()
