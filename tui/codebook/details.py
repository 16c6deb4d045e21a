"""Everything about one code, as lines to be read; pure."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual.content import Content

from codebooks.tree import Code
from coder.workbench.codebook_counts import Example
from coder.workbench.codebook_desk import CodebookDesk, Reading
from corpus.visible import visible
from tui.codebook.rows import symbol_of
from tui.times import local
from tui.widgets.cells import one_line
from tui.words import _, plural

if TYPE_CHECKING:
    from coder.births import Birth

Lines = Iterator[str | Content]

_LONGEST = 400
"""Characters of an answer that are shown beside the tree."""


def details(desk: CodebookDesk, code_id: int, read: Reading, zone: tzinfo | None = None) -> Lines:
    """The path, the facts, what it means, its birth, memos and examples."""
    code = desk.tree.by_id[code_id]
    yield Content.styled(" / ".join(map(one_line, desk.tree.path(code_id))), "bold")
    yield " · ".join(_facts(desk, code))
    yield " · ".join(counts(desk, code_id))
    for title, text in (
        (_("Definition"), code.definition),
        (_("Include"), code.include),
        (_("Exclude"), code.exclude),
    ):
        if text:
            yield from _part(title, text)
    if desk.births is not None and code_id in desk.births:
        yield from _part(_("Born"), birth_in_words(desk.births[code_id], zone))
    for memo in read.memos:
        yield from _part(_("Memo by {coder}").format(coder=one_line(memo.coder)), memo.text)
    if read.examples:
        yield ""
        title = _("Answers with this code") if desk.own[code_id] else _("Answers under it")
        yield Content.styled(title, "$text-accent")
        for example in read.examples:
            yield example_line(example, _LONGEST)


def counts(desk: CodebookDesk, code_id: int) -> list[str]:
    """How many answers have the code itself, and a theme's with what is under it."""
    own = plural("{count} answer", "{count} answers", desk.own[code_id])
    if not desk.tree.children(code_id):
        return [own]
    if desk.under is None:
        return [own, _("counting …")]
    return [own, _("{count} with what is under it").format(count=desk.under[code_id])]


def example_line(example: Example, most: int) -> Content:
    """An answer with who gave it; a piece of it that has the code is underlined."""
    text = example.text
    start, end = example.start, example.end
    if start is None or end is None:
        said = Content(_drawn(text[:most]))
    else:
        before, after = text[max(0, start - most // 2) : start], text[end : end + most // 2]
        piece = Content.styled(_drawn(text[start:end]), "underline")
        said = Content(_drawn(before)) + piece + Content(_drawn(after))
    cut = Content("…") if start is None and len(text) > most else Content("")
    return Content(f"{one_line(example.respondent)}  ") + said + cut


def birth_in_words(birth: "Birth", zone: tzinfo | None = None) -> str:
    """When, by whom, in which step and at which answer."""
    said = _("{time} by {coder}, step {step}").format(
        time=local(birth.at, zone), coder=one_line(birth.coder), step=birth.step
    )
    if birth.respondent:
        return said + _(", at {answer} in {question}").format(
            answer=one_line(birth.respondent), question=one_line(birth.question)
        )
    if birth.first_used is not None:
        return said + _("; first used at {answer} in {question}").format(
            answer=one_line(birth.first_used.respondent),
            question=one_line(birth.first_used.question),
        )
    return said


def _facts(desk: CodebookDesk, code: Code) -> Iterator[str]:
    yield f"#{code.number}"
    if code.symbol:
        yield _("symbol {symbol}").format(symbol=symbol_of(code) or one_line(code.symbol))
    if code.color:
        yield _("colour {colour}").format(colour=code.color)
    if code.outcome:
        yield _("an outcome")
    if code.status == "retired":
        yield _("retired: not offered")
    if desk.tree.is_locked(code.id):
        yield _("locked")


def _part(title: str, text: str) -> Lines:
    yield ""
    yield Content.styled(title, "$text-accent")
    yield text


def _drawn(text: str) -> str:
    return visible(" ".join(text.split()) if "\n" in text else text)
