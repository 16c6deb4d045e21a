"""A document of blocks as one web page."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from coder.exports.blocks import Block, Document
from coder.exports.controls import holdable, lines_of
from coder.exports.web import quote_block, table_block, web_page, web_text

_DEEPEST = 6


def document_html(document: Document) -> str:
    """The page: title, headings, lines, quotes and tables; notes at the end in quiet letters.

    The warning of a draft stays in view, and stands on every page on paper.
    """
    content = [f"<h1>{web_text(document.title)}</h1>", *_parts(document)]
    return web_page(document.title, document.words, content, draft=document.draft)


def _parts(document: Document) -> Iterator[str]:
    for kind, blocks in groupby(document.blocks, key=lambda block: block.kind):
        written = map(_block, blocks)
        if kind == "note":
            yield f'<div class="notes">{"".join(written)}</div>'
        elif kind == "item":
            yield f"<ul>{''.join(written)}</ul>"
        else:
            yield from written


def _block(block: Block) -> str:
    if block.quote is not None:
        return quote_block(block.quote)
    if block.table is not None:
        return table_block(block.table)
    if block.kind == "heading":
        tag = f"h{min(block.level + 1, _DEEPEST)}"
        return f"<{tag}>{web_text(block.text)}</{tag}>"
    lead = f"<b>{web_text(block.lead)}:</b> " if block.lead else ""
    text = lead + "<br>".join(escape(holdable(line)) for line in lines_of(block.text))
    return f"<li>{text}</li>" if block.kind == "item" else f"<p>{text}</p>"
