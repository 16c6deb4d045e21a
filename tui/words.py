"""Words of the screens in the reader's language: English in the source, others from catalogues."""

import gettext
import os
from functools import cache
from pathlib import Path

_DOMAIN = "fullkoding"
_FOLDER = Path(__file__).parent / "locale"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_SPOKEN = {"no": "nb", "nb": "nb", "nn": "nb"}


def _(text: str) -> str:
    """The text in the reader's language."""
    return _catalogue(_language()).gettext(text)


def plural(one: str, many: str, count: int) -> str:
    """One of two texts by count, in the reader's language, with `{count}` filled in."""
    return _catalogue(_language()).ngettext(one, many, count).format(count=count)


def _language() -> str:
    for variable in _VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return _SPOKEN.get(value[:2].casefold(), "en")
    return "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, _FOLDER, [language], fallback=True)
