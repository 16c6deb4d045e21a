"""Texts are in the reader's language: of the settings, else of the system."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import words
from tui.words import _, decimal, later, plural, speak


class _Catalogue:
    """Puts the languages that were asked for before a text."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def gettext(self, text: str) -> str:
        return "+".join((*self.languages, text))

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


@pytest.fixture(autouse=True)
def _catalogues(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def translation(
        domain: str, folder: Path, languages: tuple[str, ...], fallback: bool
    ) -> _Catalogue:
        assert (domain, folder, fallback) == ("fullkoding", words.FOLDER, True)
        return _Catalogue(languages)

    words._catalogue.cache_clear()
    monkeypatch.setattr("gettext.translation", translation)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "")
    yield
    words._catalogue.cache_clear()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "nb+Undo"),
        ("nb_NO.UTF-8", "nb+Undo"),
        ("no", "nb+Undo"),
        ("nn_NO", "nn+nb+Undo"),
        ("en_GB", "Undo"),
        ("de_DE", "Undo"),
        ("C.UTF-8", "Undo"),
        ("", "Undo"),
    ],
)
def test_the_language_of_the_system_is_spoken(
    monkeypatch: pytest.MonkeyPatch, language: str, text: str
) -> None:
    monkeypatch.setenv("LANG", language)
    assert _("Undo") == text


def test_the_language_of_the_settings_goes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nb_NO")
    speak("en")
    assert _("Undo") == "Undo"


def test_without_a_language_in_the_settings_the_systems_is_spoken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "nb_NO")
    speak("")
    assert _("Undo") == "nb+Undo"


def test_the_language_can_change_while_the_program_runs() -> None:
    speak("nb")
    assert _("Undo") == "nb+Undo"
    speak("nn")
    assert _("Undo") == "nn+nb+Undo"


def test_a_number_chooses_the_text_and_stands_in_it() -> None:
    said = [plural("{count} answer", "{count} answers", count) for count in (1, 2)]
    assert said == ["1 answer", "2 answers"]


def test_no_text_is_no_text_in_every_language() -> None:
    speak("nb")
    assert _("") == ""


def test_a_text_for_later_is_not_translated_yet() -> None:
    speak("nb")
    assert later("Undo") == "Undo"


@pytest.mark.parametrize(("language", "said"), [("en", "4.6"), ("nb", "4,6"), ("nn", "4,6")])
def test_a_number_has_the_decimal_sign_of_the_language(language: str, said: str) -> None:
    speak(language)
    assert decimal(4.64) == said
