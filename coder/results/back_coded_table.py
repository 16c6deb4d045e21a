"""Ticked and back-coded answers as a table: a column for each, both together in the row."""

from sqlalchemy.orm import Session

from coder.back_coding import BackCoded
from coder.results.codebook_wording import codebook_words
from coder.results.table import Base, Cell, Column, Row, Table
from coder.results.tally import percent
from coder.results.wording import wording
from corpus.language import format_number
from corpus.queries import Question, reach, study_facts


def back_coded_table(
    session: Session, question: Question, variable: str, found: BackCoded
) -> Table:
    """The table of a closed list; counts and percents of a row are of both together."""
    language = study_facts(session).language
    words, more, counts = wording(language), codebook_words(language), reach(session, question)
    columns = (
        Column("closed", more.closed, found.n_closed),
        Column("text", more.from_text, found.n_text),
    )
    rows = tuple(
        Row(
            path=(row.code.name,),
            code=row.code.guid,
            count=row.combined,
            percent=percent(row.combined, found.n),
            cells=(
                Cell(row.closed, percent(row.closed, found.n_closed)),
                Cell(row.from_text, percent(row.from_text, found.n_text)),
            ),
        )
        for row in found.rows
    )
    text = variable if variable[-1:] in "?.!:" else f"{variable}."
    return Table(
        question=question.key,
        question_text=question.text,
        wave=question.wave,
        title=more.back_coded.format(question=text, n=format_number(found.n, language)),
        language=language,
        base=Base("answered", found.n),
        asked=counts.asked,
        answered=counts.answered,
        response_rate=percent(counts.answered, counts.asked),
        columns=columns,
        rows=rows,
        notes=_notes(session, found),
        code_head=more.alternative,
        count_head=words.count,
        percent_head=words.percent,
        by_head=f"{more.closed} / {more.from_text}",
    )


def _notes(session: Session, found: BackCoded) -> tuple[str, ...]:
    language = study_facts(session).language
    words, more = wording(language), codebook_words(language)

    def number(count: int) -> str:
        return format_number(count, language)

    other = next(row.code.name for row in found.rows if row.is_other)
    moved = more.moved.format(
        n=number(found.moved),
        all=number(found.ticked_other),
        left=number(found.ticked_other - found.moved),
        other=other,
    )
    total = sum(row.combined for row in found.rows)
    notes = [
        words.base_answered.format(n=number(found.n)),
        moved,
        words.several if total > found.n else "",
        more.left_alone.format(n=number(found.left_alone), other=other) if found.left_alone else "",
        more.still_other.format(n=number(found.uncoded)) if found.uncoded else "",
    ]
    return tuple(note for note in notes if note)
