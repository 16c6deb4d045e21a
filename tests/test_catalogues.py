"""The catalogues of the screens' texts: how they are made, and whether those there are complete."""

import gettext
import io
import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui import words
from tui.commands.listed import COMMANDS
from tui.commands.registry import SCOPE_TITLES
from tui.commands.typed import TYPED
from tui.screens.importing_settings import Setting

pytest.importorskip("babel")

ROOT = Path(__file__).resolve().parent.parent
TOOL = SimpleNamespace(**runpy.run_path(str(ROOT / "scripts" / "translations.py")))
CATALOGUES = sorted(words.FOLDER.glob("*/LC_MESSAGES/*.po"))
LONGER = 3
"""Characters that a title in the bottom line may have more than in English."""

REWRITE = "rewrite it: python scripts/translations.py"
SOURCE = """
_("Undo")
_("{count} left").format(count=3)
plural("{count} answer", "{count} answers", 3)
later("Dark")
_(title)
Command("mark", "Mark", "Mark this one.", ("f6",), Scope.CODING, True, "Many")
Command("sort", "Sort", "Other order.", ("f5",), Scope.CODING, group="List")
TypedKeys("space", "Go on.", Scope.CODING)
TypedKeys("1-9", "Give it.", Scope.CODING)
print("Not for users")
"""
ENGLISH = [
    *("Undo", "{count} left", "{count} answer", "Dark", "Mark", "Mark this one.", "Many"),
    *("Sort", "Other order.", "List", "space", "Go on.", "Give it."),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The source of a made-up program."""
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "screen.py").write_text(SOURCE, "utf-8")
    return folder


def _translate(folder: Path, english: str, norwegian: str, language: str = "nb") -> None:
    path = folder / language / "LC_MESSAGES" / "fullkoding.po"
    text = path.read_text("utf-8")
    assert f'msgid "{english}"\nmsgstr ""' in text
    path.write_text(
        text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{norwegian}"'),
        "utf-8",
    )


def _read(folder: Path, *languages: str) -> gettext.NullTranslations:
    return gettext.translation("fullkoding", folder, languages, fallback=True)


def test_all_texts_are_collected_and_nothing_else(source: Path) -> None:
    assert sorted(text.english for text in TOOL.texts_in(source)) == sorted(ENGLISH)


def test_a_text_has_its_plural(source: Path) -> None:
    plurals = {text.english: text.plural for text in TOOL.texts_in(source) if text.plural}
    assert plurals == {"{count} answer": "{count} answers"}


def test_what_is_translated_elsewhere_is_listed(source: Path) -> None:
    assert TOOL.elsewhere(source) == ["program/screen.py:6: _(title)"]


def test_a_text_that_is_put_together_cannot_be_translated(source: Path) -> None:
    (source / "more.py").write_text('_(f"{count} left")', "utf-8")
    with pytest.raises(ValueError, match=r"more.py:1: name the places"):
        TOOL.texts_in(source)


def test_a_new_catalogue_lacks_everything(source: Path, tmp_path: Path) -> None:
    left = TOOL.bring_up_to_date(source, tmp_path / "locale")
    assert sorted(left) == ["nb", "nn"]
    assert sorted(left["nb"]) == sorted(ENGLISH)


def test_a_translation_is_read_by_the_program(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    TOOL.bring_up_to_date(source, folder)
    _translate(folder, "Undo", "Angre")
    left = TOOL.bring_up_to_date(source, folder)
    assert "Undo" not in left["nb"]
    assert _read(folder, "nb").gettext("Undo") == "Angre"
    assert _read(folder, "nb").gettext("Dark") == "Dark"


def test_what_nynorsk_lacks_is_read_in_bokmaal(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    TOOL.bring_up_to_date(source, folder)
    _translate(folder, "Undo", "Angre")
    _translate(folder, "Dark", "Mørk")
    _translate(folder, "Dark", "Mørk (nn)", "nn")
    TOOL.bring_up_to_date(source, folder)
    nynorsk = _read(folder, "nn", "nb")
    assert (nynorsk.gettext("Undo"), nynorsk.gettext("Dark")) == ("Angre", "Mørk (nn)")
    assert nynorsk.ngettext("{count} answer", "{count} answers", 2) == "{count} answers"


def test_a_text_that_is_gone_is_gone_from_the_catalogues(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    TOOL.bring_up_to_date(source, folder)
    _translate(folder, "Dark", "Mørk")
    (source / "screen.py").write_text('_("Undo")', "utf-8")
    assert TOOL.bring_up_to_date(source, folder)["nb"] == ["Undo"]
    assert "Mørk" not in (folder / "nb" / "LC_MESSAGES" / "fullkoding.po").read_text("utf-8")


def test_bringing_up_to_date_twice_changes_nothing(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    TOOL.bring_up_to_date(source, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    TOOL.bring_up_to_date(source, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
    assert {path.suffix for path in before} == {".pot", ".po", ".mo"}


def test_the_program_itself_has_no_text_that_is_put_together() -> None:
    assert TOOL.texts_in(ROOT / "tui")


def _catalogue(path: Path) -> dict[object, object]:
    with path.open("rb") as file:
        catalogue = TOOL.read_po(file)
    return {message.id: message.string for message in catalogue if message.id}


def _english(messages: dict[object, object]) -> set[str]:
    return {str(key[0] if isinstance(key, tuple) else key) for key in messages}


def _said(translations: gettext.NullTranslations, messages: dict[object, object]) -> list[str]:
    said = []
    for key in messages:
        if isinstance(key, tuple):
            one, many = map(str, key)
            said += [translations.ngettext(one, many, count) for count in (1, 2)]
        else:
            said.append(translations.gettext(str(key)))
    return said


def test_there_are_catalogues_for_both_norwegian_languages() -> None:
    assert [path.parts[-3] for path in CATALOGUES] == ["nb", "nn"]


def test_the_template_is_up_to_date(tmp_path: Path) -> None:
    TOOL.bring_up_to_date(ROOT / "tui", tmp_path)
    name = f"{words.DOMAIN}.pot"
    assert (tmp_path / name).read_bytes() == (words.FOLDER / name).read_bytes(), REWRITE


def test_texts_that_are_translated_where_they_are_shown_are_in_the_template() -> None:
    wanted = {text.english for text in TOOL.texts_in(ROOT / "tui")}
    texts = [*SCOPE_TITLES.values(), *(setting.value for setting in Setting)]
    texts += [text for command in COMMANDS for text in (command.title, command.help)]
    texts += [typed.help for typed in TYPED]
    assert set(texts) <= wanted


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_has_exactly_the_texts_of_the_program(path: Path) -> None:
    wanted = {text.english for text in TOOL.texts_in(ROOT / "tui")}
    assert _english(_catalogue(path)) == wanted, REWRITE


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_text_of_a_catalogue_is_translated(path: Path) -> None:
    with path.open("rb") as file:
        assert TOOL.untranslated(TOOL.read_po(file)) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_is_compiled_as_it_is(path: Path) -> None:
    with path.open("rb") as file:
        now = gettext.GNUTranslations(io.BytesIO(TOOL.compiled(TOOL.read_po(file))))
    with path.with_suffix(".mo").open("rb") as file:
        kept = gettext.GNUTranslations(file)
    messages = _catalogue(path)
    assert _said(now, messages) == _said(kept, messages), REWRITE


def _places(text: object) -> set[str]:
    return set(re.findall(r"\{\w*\}", str(text)))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_have_the_places_of_the_english_text(path: Path) -> None:
    """The text for one may say the number as a word."""
    wrong = []
    for english, translated in _catalogue(path).items():
        if isinstance(english, tuple) and isinstance(translated, tuple) and all(translated):
            one, *many = translated
            wrong += [one] if not _places(one) <= _places(english[1]) else []
            wrong += [text for text in many if _places(text) != _places(english[1])]
        elif isinstance(translated, str) and translated and _places(translated) != _places(english):
            wrong.append(translated)
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_begin_and_end_with_the_spaces_of_the_english_text(path: Path) -> None:
    single = {key: said for key, said in _catalogue(path).items() if isinstance(key, str)}
    assert [said for key, said in single.items() if _spaces(str(said)) != _spaces(key)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_titles_of_commands_are_not_much_longer_than_in_english(path: Path) -> None:
    """They stand in the bottom line, where there is little room."""
    said = _catalogue(path)
    titles = {command.title: str(said[command.title]) for command in COMMANDS}
    assert {one: other for one, other in titles.items() if len(other) > len(one) + LONGER} == {}


def _spaces(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
