"""What stands over and under a table: title, base, and what the reader must know."""

from coder.results.table import Row, Table
from coder.results.wording import Wording
from corpus.language import format_number


def table_title(table: Table, words: Wording) -> str:
    """The title, made from the question's text and the base."""
    question = question_in_title(table)
    n = format_number(table.base.n, table.language)
    if table.columns:
        return words.title_by.format(question=question, by=_lower(table.by_head), n=n)
    return words.title.format(question=question, n=n)


def question_in_title(table: Table) -> str:
    """The text of the question as a sentence, and the wave."""
    text = table.question_text.strip()
    wave = f" {table.wave}." if table.wave else ""
    return (text if text[-1:] in "?.!:" else f"{text}.") + wave


def table_notes(
    table: Table, words: Wording, single: bool, uncoded: int, coder: str
) -> tuple[str, ...]:
    """The notes, most important first."""
    number = table.language

    def written(count: int) -> str:
        return format_number(count, number)

    base = {
        "answered": words.base_answered,
        "asked": words.base_asked,
        "units": words.base_units,
    }[table.base.kind]
    codes = _once(table)
    total = sum(row.percent for row in codes)
    notes = [
        base.format(n=written(table.base.n)),
        words.response.format(
            answered=written(table.answered), asked=written(table.asked), rate=table.response_rate
        ),
        words.several if total > 100 and sum(row.count for row in codes) > table.base.n else "",
        words.rounding.format(sum=total) if _misses_100(table, single, total) else "",
        words.uncoded.format(n=written(uncoded)) if uncoded else "",
        words.one_coder.format(coder=coder) if coder else "",
    ]
    return tuple(note for note in notes if note)


def _misses_100(table: Table, single: bool, total: int) -> bool:
    whole = sum(row.count for row in _once(table)) == table.base.n
    return single and bool(table.rows) and whole and total != 100


def _once(table: Table) -> list[Row]:
    """The rows but Totalt, and but codes that stand under the group that counts them."""
    groups = {row.path for row in table.rows if row.codes and row.kind == "code"}
    return [row for row in table.rows if row.kind != "total" and row.path[:-1] not in groups]


def _lower(head: str) -> str:
    return head if head[:2].isupper() else head[:1].lower() + head[1:]
