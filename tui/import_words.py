"""The words of an import: what a column can be, what would happen, what happened."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from corpus.reading.plan import Layout, Role
from tui.words import _, later, plural

if TYPE_CHECKING:
    from coder.intake.report import Report
    from corpus.reading.plan import Oddity, Plan
    from corpus.reading.sheet import Sheet

_ROWS_NAMED = 12
_ROWS_LOOKED_AT = 20_000
_CHARACTERS = 200


class RoleWords(NamedTuple):
    """What a role is called, the letter that gives it, and what a column with it holds."""

    name: str
    letter: str
    what: str


ROLES: Mapping[Role, RoleWords] = {
    Role.QUESTION: RoleWords(later("open question"), "q", later("answers that are coded")),
    Role.VARIABLE: RoleWords(later("closed variable"), "v", later("for tables and filters")),
    Role.IGNORE: RoleWords(later("left out"), "x", later("not imported")),
    Role.ID: RoleWords(later("respondent"), "r", later("who answered: an id")),
    Role.NAME: RoleWords(later("own name"), "n", later("masked, never printed")),
    Role.KIND: RoleWords(later("type of unit"), "t", later("kommune, bydel, ...")),
    Role.POPULATION: RoleWords(later("inhabitants"), "i", later("gives the size band")),
    Role.BAND: RoleWords(later("size band"), "b", later("under 2000, 2000-5000, ...")),
    Role.TEXT: RoleWords(later("answer"), "a", later("the texts that are coded")),
    Role.QUESTION_KEY: RoleWords(later("question key"), "k", later("which question, in short")),
    Role.QUESTION_TEXT: RoleWords(later("question wording"), "w", later("which question, in full")),
    Role.CODES: RoleWords(later("codes"), "c", later("codes given before, ; between")),
    Role.CODE: RoleWords(later("one code"), "o", later("marks: 1 or x where it was given")),
}
"""All roles, those first that are given most."""

_ROW_COUNTS = (
    ("respondents", later("respondents"), "new_respondents"),
    ("questions", later("questions"), "new_questions"),
    ("answers", later("answers"), "new_answers"),
)


_KINDS = {
    "ragged row": later("ragged row"),
    "unreadable cell": later("unreadable cell"),
    "missing id": later("missing id"),
    "missing question": later("missing question"),
    "duplicate id": later("duplicate id"),
    "contradiction": later("contradiction"),
    "population": later("population"),
    "band": later("band"),
    "text": later("text"),
    "not asked": later("not asked"),
    "codes": later("codes"),
}
_WHY = frozenset(
    (
        later("as you said"),
        later("a few words in each cell"),
        later("a second name"),
        later("always empty"),
        later("always empty, but the header asks a question"),
        later("each value goes with one question"),
        later("every row has its own value"),
        later("few different values"),
        later("free text"),
        later("marks in every cell"),
        later("marks under the key of a question"),
        later("free text beside the answers"),
        later("numbers or dates"),
        later("single words"),
        later("the header and the values name size bands"),
        later("the header names a type"),
        later("the header names an id"),
        later("the header names inhabitants"),
        later("the header names the unit"),
        later("the header says so"),
        later("the rest are variables"),
        later("the values are kinds of unit"),
        later("the values name size bands"),
    )
)
"""Why a column is taken for what it is, as reading a file tells it."""


def why_words(why: str) -> str:
    """Why a column is taken for what it is."""
    return _(why) if why in _WHY else why


def layout_words(layout: Layout) -> str:
    """What a layout means."""
    return _("a row a respondent") if layout == "wide" else _("a row an answer")


def sign_words(delimiter: str) -> str:
    """A sign between cells, as it is read."""
    return _("tab") if delimiter == "\t" else delimiter


def form_line(sheet: "Sheet", plan: "Plan") -> str:
    """How a file is read: its size, layout, sheet, encoding and delimiter."""
    rows = plural("{count} row", "{count} rows", len(sheet.rows))
    columns = plural("{count} column", "{count} columns", len(sheet.header))
    parts = [f"{rows}, {columns}", layout_words(plan.layout)]
    if plan.sheet:
        parts.append(_("sheet {name}").format(name=plan.sheet))
    if plan.encoding:
        parts.append(plan.encoding)
    if plan.delimiter:
        parts.append(_("{sign} between").format(sign=sign_words(plan.delimiter)))
    return " · ".join(parts)


def outcome_line(report: "Report", is_new: bool, changed: int) -> str:
    """What an import would do, on one line."""
    parts = [
        _new_of(
            plural("{count} respondent", "{count} respondents", report.respondents),
            report.new_respondents,
            is_new,
        ),
        _new_of(
            plural("{count} question", "{count} questions", report.questions),
            report.new_questions,
            is_new,
        ),
        _new_of(
            plural("{count} answer", "{count} answers", report.answers), report.new_answers, is_new
        ),
    ]
    if changed:
        parts.append(plural("{count} changed text", "{count} changed texts", changed))
    if report.codings:
        parts.append(plural("{count} coding", "{count} codings", report.codings))
    if report.blanks:
        parts.append(plural("{count} blank", "{count} blanks", report.blanks))
    if report.oddities:
        parts.append(plural("{count} oddity", "{count} oddities", len(report.oddities)))
    return ", ".join(parts)


def report_lines(report: "Report", heading: str) -> Iterator[str]:
    """What an import did, and everything odd by row."""
    yield heading
    yield _figure(_("rows"), report.rows)
    for field, words, new in _ROW_COUNTS:
        count = _("{count} new").format(count=getattr(report, new))
        yield f"{_figure(_(words), getattr(report, field))}  ({count})"
    yield _figure(_("blanks"), report.blanks)
    if report.not_asked:
        yield _figure(_("not asked"), report.not_asked)
    if report.kept or report.replaced:
        count = _("{count} replaced").format(count=report.replaced)
        yield f"{_figure(_('changed'), report.kept + report.replaced)}  ({count})"
    if report.codings:
        count = _("{count} new codes").format(count=report.codes)
        yield f"{_figure(_('codings'), report.codings)}  ({count})"
    yield from _oddities(report.oddities)


def first_values(sheet: "Sheet", position: int, most: int = 3) -> list[str]:
    """The first different values of a column, each on one line and not without end."""
    seen: set[str] = set()
    values: dict[str, None] = {}
    for _number, cells in sheet.rows[:_ROWS_LOOKED_AT]:
        if cells[position] not in seen:
            seen.add(cells[position])
            value = " ".join(cells[position][:_CHARACTERS].split())
            values |= {value: None} if value else {}
            if len(values) == most:
                break
    return list(values)


def _figure(words: str, count: int) -> str:
    return f"  {words:<12} {count:>8}"


def _new_of(words: str, new: int, is_new: bool) -> str:
    return words if is_new else f"{words} ({_('{count} new').format(count=new)})"


def _oddities(oddities: "Iterable[Oddity]") -> Iterator[str]:
    kinds: dict[str, list[Oddity]] = defaultdict(list)
    for oddity in oddities:
        kinds[oddity.kind].append(oddity)
    for kind, found in sorted(kinds.items()):
        rows = sorted({oddity.row for oddity in found if oddity.row})
        named = ", ".join(map(str, rows[:_ROWS_NAMED]))
        more = len(rows) - _ROWS_NAMED
        also = " " + _("and {count} more").format(count=more) if more > 0 else ""
        where = " " + _("in row {rows}").format(rows=named) + also if rows else ""
        yield f"  {_(_KINDS.get(kind, kind))}: {len(found)}{where}"
        for oddity in found[:_ROWS_NAMED]:
            row = _("row {number}: ").format(number=oddity.row) if oddity.row else ""
            yield f"      {row}{oddity.sentence}"
