"""Carrying out a plan: rows become questions, respondents and answers."""

from dataclasses import replace

from corpus.bands import BandScheme
from corpus.reading.long import read_long
from corpus.reading.plan import Plan
from corpus.reading.records import Keep, Records
from corpus.reading.sheet import Sheet
from corpus.reading.wide import read_wide


def records(sheet: Sheet, plan: Plan, scheme: BandScheme, *, duplicates: Keep = "first") -> Records:
    """What the sheet says by this plan, with everything odd about the file and its rows.

    `duplicates` says which row counts when two have the same respondent (wide) or the same
    respondent and question with different texts (long). Texts are as in the sheet, blank ones
    empty; every respondent has a stored band.
    """
    read = read_wide if plan.layout == "wide" else read_long
    found = read(sheet, plan, scheme, duplicates)
    oddities = sorted((*sheet.oddities, *found.oddities), key=lambda oddity: oddity.row)
    return replace(found, oddities=tuple(oddities))
