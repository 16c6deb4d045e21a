"""A filter and an order in words, on one line."""

from coder.workbench.choices import Names
from coder.workbench.filters import Filter, Sort
from coder.workbench.workbench import Workbench
from corpus.bands import UNKNOWN
from tui.flags import flag_in_words
from tui.words import _


def filter_in_words(wanted: Filter, bench: Workbench, names: Names) -> str:
    """All parts of a filter with plus signs between; "" when it lets everything through."""
    parts = [wanted.listed.name] if wanted.listed else []
    parts += [_("without a code")] if wanted.uncoded else []
    parts += [bench.name_of(group) for group in wanted.with_codes]
    parts += [_("not {code}").format(code=bench.name_of(group)) for group in wanted.without_codes]
    parts += [_("“{words}”").format(words=wanted.words)] if wanted.words else []
    parts += [_(" or ").join(map(band_in_words, sorted(wanted.bands)))] if wanted.bands else []
    parts += [f"{names.variables.get(id_, '?')}: {value}" for id_, value in wanted.values]
    if wanted.coder_id is not None:
        parts.append(_("coded by {coder}").format(coder=names.coders.get(wanted.coder_id, "?")))
    parts += [flag_in_words(wanted.flag)] if wanted.flag else []
    return " + ".join(parts)


def band_in_words(band: str) -> str:
    """A size band as it is read: its name."""
    return _("unknown") if band == UNKNOWN else band


def order_in_words(order: Sort) -> str:
    """How the answers are put in order."""
    return {
        Sort.FILE: _("order of the file"),
        Sort.LENGTH: _("shortest first"),
        Sort.ALPHABET: _("by alphabet"),
        Sort.CODES: _("fewest codes first"),
        Sort.DUPLICATES: _("identical together"),
        Sort.SIMILAR: _("most like one answer first"),
        Sort.LIKELY: _("likely to have a code first"),
    }[order]
