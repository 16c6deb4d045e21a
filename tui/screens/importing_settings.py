"""What is said of a file beside its columns: how it is read, and what becomes of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from coder.intake.report import Changed
from coder.workbench.importing import Terms
from corpus.reading.draft import Draft, Way
from corpus.reading.plan import Layout, Role
from corpus.reading.records import Keep
from corpus.reading.settled import Settled
from tui.import_words import layout_words, sign_words
from tui.words import _, later

SEEN = "seen"
"""The choice that leaves something to be found out."""

Option = tuple[str, str, str]
"""Value, label and hint of a choice."""


class Setting(StrEnum):
    """What can be said."""

    LAYOUT = later("Layout")
    RESPONDENTS = later("Respondents")
    SHEET = later("Sheet")
    ENCODING = later("Encoding")
    DELIMITER = later("Sign between cells")
    WAVE = later("Year or wave")
    TWICE = later("An id in two rows")
    CHANGED = later("Changed texts")
    LEVELS = later("Levels of codes")


TYPED = (Setting.WAVE, Setting.LEVELS)
"""The settings that are typed; the others are chosen."""

_ENCODINGS = ("utf-8", "cp1252", "mac_roman", "cp850", "utf-16")
_DELIMITERS = {";": later("semicolon"), ",": later("comma"), "tab": later("tab")}


@dataclass(frozen=True)
class Said:
    """What a choice comes to: the file read in another way, other things settled, or terms."""

    way: Way | None = None
    settled: Settled | None = None
    terms: Terms | None = None


def settings(draft: Draft, terms: Terms, is_new: bool) -> Iterator[tuple[Setting, str]]:
    """What can be said of this file, with what holds now."""
    plan, sheet = draft.plan, draft.sheet
    by_id = plan.one(Role.ID)
    yield Setting.LAYOUT, layout_words(plan.layout)
    yield Setting.RESPONDENTS, by_id.header if by_id else _("a row a respondent")
    if len(sheet.sheets) > 1:
        yield Setting.SHEET, sheet.sheet
    if sheet.encoding:
        yield Setting.ENCODING, sheet.encoding
        yield Setting.DELIMITER, sign_words(sheet.delimiter) or _("none")
    yield Setting.WAVE, terms.wishes.wave or _("none")
    yield Setting.TWICE, _duplicate_words()[terms.duplicates]
    if not is_new:
        yield Setting.CHANGED, _change_words()[terms.wishes.changed]
    if plan.having(Role.CODES):
        yield Setting.LEVELS, terms.wishes.level_separator or _("none")


def choices(setting: Setting, draft: Draft) -> list[Option]:
    """What can be chosen; the hint tells what it comes to."""
    seen = (SEEN, _("as found out"), "")
    match setting:
        case Setting.LAYOUT:
            wide = ("wide", layout_words("wide"), _("a column for each question"))
            return [
                seen,
                wide,
                ("long", layout_words("long"), _("a column that names the question")),
            ]
        case Setting.RESPONDENTS:
            return [seen, ("row", _("every row is a respondent of its own"), "")]
        case Setting.SHEET:
            return [(name, name, "") for name in draft.sheet.sheets]
        case Setting.ENCODING:
            return [seen, *((name, name, "") for name in _ENCODINGS)]
        case Setting.DELIMITER:
            return [seen, *((sign, _(name), sign) for sign, name in _DELIMITERS.items())]
        case Setting.TWICE:
            return [(value, words, "") for value, words in _duplicate_words().items()]
        case Setting.CHANGED:
            return [(value, words, "") for value, words in _change_words().items()]
    return []


def chosen_now(setting: Setting, draft: Draft, terms: Terms) -> str:
    """The value of the choice that holds now."""
    way = draft.way
    match setting:
        case Setting.LAYOUT:
            return draft.settled.layout or SEEN
        case Setting.RESPONDENTS:
            return "row" if draft.settled.by_row else SEEN
        case Setting.SHEET:
            return draft.sheet.sheet
        case Setting.ENCODING:
            return way.encoding or SEEN
        case Setting.DELIMITER:
            return way.delimiter or SEEN
        case Setting.TWICE:
            return terms.duplicates
    return terms.wishes.changed


def typed_now(setting: Setting, terms: Terms) -> tuple[str, str, str]:
    """What is asked for a setting that is typed, an example, and what holds now."""
    if setting is Setting.WAVE:
        return _("Year or wave of these answers"), "2026", terms.wishes.wave
    question = _("Sign between the levels of a code")
    return question, "/", terms.wishes.level_separator or ""


def say(setting: Setting, value: str, draft: Draft, terms: Terms) -> Said:
    """What a choice, or what is typed, comes to."""
    way, settled, wishes = draft.way, draft.settled, terms.wishes
    told = None if value == SEEN else value
    match setting:
        case Setting.LAYOUT:
            return Said(settled=settled.with_layout(_layout(value)))
        case Setting.RESPONDENTS:
            return Said(settled=settled.with_rows() if told else replace(settled, by_row=False))
        case Setting.SHEET:
            return Said(way=replace(way, sheet=value))
        case Setting.ENCODING:
            return Said(way=replace(way, encoding=told))
        case Setting.DELIMITER:
            return Said(way=replace(way, delimiter=told))
        case Setting.WAVE:
            return Said(terms=replace(terms, wishes=replace(wishes, wave=value.strip())))
        case Setting.TWICE:
            return Said(terms=replace(terms, duplicates="last" if value == "last" else "first"))
        case Setting.CHANGED:
            changed = next(one for one in _change_words() if one == value)
            return Said(terms=replace(terms, wishes=replace(wishes, changed=changed)))
        case Setting.LEVELS:
            sign = value.strip() or None
            return Said(terms=replace(terms, wishes=replace(wishes, level_separator=sign)))


def _layout(value: str) -> Layout | None:
    layouts: dict[str, Layout] = {"wide": "wide", "long": "long"}
    return layouts.get(value)


def _duplicate_words() -> dict[Keep, str]:
    return {"first": _("the first row counts"), "last": _("the last row counts")}


def _change_words() -> dict[Changed, str]:
    return {
        "ask": _("ask about each"),
        "keep": _("keep what is stored"),
        "replace": _("take the new texts"),
    }
