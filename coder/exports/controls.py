"""Characters that Word, Excel and web files cannot hold: replaced by a sign, and counted."""

import re
from collections.abc import Iterable, Iterator, Sequence

from coder.results.quote import QuoteSelection
from coder.results.table import Table
from corpus.visible import REPLACEMENT

_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\r\n\u2028\u2029]+")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


def holdable(text: str) -> str:
    """The text with `�` for each control character, lone surrogate and U+FFFE, U+FFFF.

    Tab and line ends stay. The length stays the same.
    """
    return _NOT_HELD.sub(REPLACEMENT, text)


def encodable(text: str) -> str:
    """The text with `�` for each lone surrogate, which UTF-8 cannot hold."""
    return _SURROGATE.sub(REPLACEMENT, text)


def lines_of(text: str) -> list[str]:
    """The lines of a text, at least one, whatever its line ends are."""
    return _LINE_END.split(text)


def one_line(text: str) -> str:
    """The text on one line: every run of white space as one space, no-break spaces kept."""
    return _SPACES.sub(" ", text).strip(" ")


def replaced_in(content: QuoteSelection | Sequence[Table]) -> tuple[str, ...]:
    """What a person must be told after writing this to a Word, Excel or web file: notes or ()."""
    if isinstance(content, QuoteSelection):
        texts = set(_names_in(content))
        pieces = [quote.text for quote in content.quotes]
    else:
        texts = {text for table in content for text in _texts_in(table)}
        pieces = []
    return replaced_in_texts((*texts, *pieces))


def replaced_in_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """What a person must be told after writing these texts to such a file: notes or ()."""
    count = sum(len(_NOT_HELD.findall(text)) for text in texts)
    if not count:
        return ()
    characters = "1 control character was" if count == 1 else f"{count} control characters were"
    return (f"{characters} replaced by {REPLACEMENT}, because the file cannot hold them.",)


def _names_in(selection: QuoteSelection) -> Iterator[str]:
    yield from (selection.title, selection.draft, *selection.notes)
    for quote in selection.quotes:
        yield from (*quote.path, quote.label)


def _texts_in(table: Table) -> Iterator[str]:
    yield from (table.title, table.code_head, table.count_head, table.percent_head, table.by_head)
    yield from table.notes
    yield from (column.head for column in table.columns)
    for row in table.rows:
        yield from row.path
