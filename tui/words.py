"""Words of the screens in the reader's language: English in the source, others from catalogues."""

import gettext
import os
from functools import cache
from pathlib import Path

DOMAIN = "fullkoding"
FOLDER = Path(__file__).parent / "locale"

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_CATALOGUES = {"nb": ("nb",), "no": ("nb",), "nn": ("nn", "nb")}
"""The catalogues in which a text is looked up, by language; English needs none."""


def _(text: str) -> str:
    """The text in the reader's language."""
    return _catalogue(_language()).gettext(text) if text else ""


def plural(one: str, many: str, count: int) -> str:
    """One of two texts by count, in the reader's language, with `{count}` filled in."""
    return _catalogue(_language()).ngettext(one, many, count).format(count=count)


def later(text: str) -> str:
    """The text as it is: it belongs in the catalogues and is translated where it is shown."""
    return text


def decimal(number: float) -> str:
    """A number with one decimal, with the sign before it that the reader's language has."""
    said = f"{number:.1f}"
    return said.replace(".", ",") if _language() in _CATALOGUES else said


def speak(language: str) -> None:
    """From now on this language (nb, nn, en) instead of the system's; "" leaves the system's."""
    if language:
        os.environ[_VARIABLES[0]] = language


def _language() -> str:
    for variable in _VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return value[:2].casefold()
    return "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    names = _CATALOGUES.get(language, ())
    return gettext.translation(DOMAIN, FOLDER, names, fallback=True)
