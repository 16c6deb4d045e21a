"""Settings are read when needed; what is wrong in the file is said."""

from pathlib import Path

import pytest

from corpus.problems import Problem
from tui.settings import Settings, Suggest, read_settings


def _settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_without_a_file_the_coder_is_the_systems_user(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml").coder != ""


def test_the_coder_can_be_set(tmp_path: Path) -> None:
    assert _settings(tmp_path, 'coder = " Kari   Ås"\n').coder == "Kari Ås"


@pytest.mark.parametrize("text", ["", 'coder = " "'])
def test_without_a_name_the_coder_is_the_systems_user(tmp_path: Path, text: str) -> None:
    assert _settings(tmp_path, text).coder.strip() != ""


def test_theme_language_and_keys_can_be_set(tmp_path: Path) -> None:
    text = 'theme = "contrast"\nlanguage = "nn"\n[keys]\nundo = "ctrl+u, f11"\n'
    settings = _settings(tmp_path, text)
    assert (settings.theme, settings.language) == ("contrast", "nn")
    assert settings.keys == {"undo": "ctrl+u, f11"}


def test_what_is_not_set_has_a_value(tmp_path: Path) -> None:
    settings = _settings(tmp_path, "")
    assert (settings.theme, settings.language, settings.keys) == ("", "", {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Suggest()),
        ("[suggest]\non = false", Suggest(on=False)),
        ("[suggest]\npretick = 0.8", Suggest(pretick=0.8)),
        ("suggest.pretick = 1", Suggest(pretick=1.0)),
        ("suggest = {pretick = false}", Suggest()),
    ],
)
def test_codes_are_suggested_unless_it_is_said_otherwise(
    tmp_path: Path, text: str, expected: Suggest
) -> None:
    assert _settings(tmp_path, text).suggest == expected


def test_settings_know_their_file(tmp_path: Path) -> None:
    assert _settings(tmp_path, "").path == tmp_path / "settings.toml"


def test_a_file_from_windows_can_be_read(tmp_path: Path) -> None:
    assert _settings(tmp_path, '\ufeffcoder = "KH"\r\n').coder == "KH"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("coder = ", "cannot be read"),
        ("colour = 'red'", "unknown setting colour"),
        ("coder = 3", "coder = 3, which cannot be"),
        ("theme = 'red'", "theme = 'red', which cannot be"),
        ("language = 'de'", "language = 'de', which cannot be"),
        ("keys = 'f1'", "keys = 'f1', which cannot be"),
        ("[keys]\nundo = ['f1']", "keys.undo = .*, which cannot be"),
        ("suggest = true", "suggest = True, which cannot be"),
        ("[suggest]\noff = true", "unknown setting suggest.off"),
        ("[suggest]\non = 'no'", "suggest.on = 'no', which cannot be"),
        ("[suggest]\npretick = 80", "suggest.pretick = 80, which cannot be"),
        ("[suggest]\npretick = true", "suggest.pretick = True, which cannot be"),
    ],
)
def test_a_wrong_settings_file_is_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        _settings(tmp_path, text)


def test_an_unknown_setting_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        _settings(tmp_path, "colour = 'red'")
    assert caught.value.hint == "Known: coder, keys, language, suggest, theme."


def test_a_wrong_choice_is_answered_with_the_choices(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        _settings(tmp_path, "theme = 'red'")
    assert caught.value.hint == "Choose one of dark, light, contrast, ansi."
