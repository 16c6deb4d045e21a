"""A setting is written into the file without touching what else a person wrote there."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.problems import Problem
from tui.settings import THEMES, read_settings
from tui.settings_file import with_setting, write_setting

WRITTEN = """# mine
coder = "KH"   # that's me

# evenings
theme = 'dark'  # not too bright

[keys]
# theme = "no setting"
undo = "ctrl+u"
"""


def test_only_the_value_is_changed() -> None:
    assert with_setting(WRITTEN, "theme", "light") == WRITTEN.replace("'dark'", '"light"')


def test_a_setting_that_is_not_there_comes_before_the_tables() -> None:
    changed = with_setting(WRITTEN, "language", "nn")
    assert changed == WRITTEN.replace("# not too bright\n", '# not too bright\nlanguage = "nn"\n')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "light"\n'),
        ("[keys]\n", 'theme = "light"\n[keys]\n'),
        ('coder = "KH"', 'coder = "KH"\ntheme = "light"\n'),
        ('coder = "KH"\n', 'coder = "KH"\ntheme = "light"\n'),
        ('coder = "KH"\r\n', 'coder = "KH"\r\ntheme = "light"\r\n'),
        ('\ufefftheme="dark"\n', '\ufefftheme="light"\n'),
        ("# theme = 'dark'\n", "# theme = 'dark'\ntheme = \"light\"\n"),
    ],
)
def test_files_of_all_kinds_are_added_to(before: str, after: str) -> None:
    assert with_setting(before, "theme", "light") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "suggest.on = false\n"),
        ("suggest.on = true\n", "suggest.on = false\n"),
        ("[suggest]\non = true # mine\n", "[suggest]\non = false # mine\n"),
        ("[suggest]\npretick = 0.8\n", "[suggest]\npretick = 0.8\non = false\n"),
        ("[keys]\nundo = 'f12'\n", "suggest.on = false\n[keys]\nundo = 'f12'\n"),
        ("a.on = 3\n[suggest]\n[keys]\n", "a.on = 3\n[suggest]\non = false\n[keys]\n"),
    ],
)
def test_a_setting_of_a_table_is_written_where_the_table_is(before: str, after: str) -> None:
    assert with_setting(before, "suggest.on", False) == after


def test_a_number_is_written_as_one() -> None:
    assert (
        with_setting("suggest.pretick = false", "suggest.pretick", 0.8) == "suggest.pretick = 0.8"
    )


@pytest.mark.parametrize("text", ["suggest = 3\n", "suggest = {on = true}\n", "suggest.on = 'x'\n"])
def test_a_table_that_stands_there_in_an_unusual_way_is_left_alone(text: str) -> None:
    with pytest.raises(ValueError, match=r"no table|unusual|overwrite|immutable"):
        with_setting(text, "suggest.on", False)


@pytest.mark.parametrize(
    "text", ['"theme" = "dark"\n', 'theme = """\ndark"""\n', "theme = 3\n", "coder = \n", "\x00"]
)
def test_what_is_unusual_is_left_to_its_owner(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Problem, match="was not written"):
        write_setting(path, "theme", "light")
    assert path.read_text("utf-8") == text


def test_a_line_inside_a_long_text_is_no_setting() -> None:
    text = 'coder = """\ntheme = "dark"\n"""\n'
    with pytest.raises(ValueError, match="unusual"):
        with_setting(text, "theme", "light")


def test_the_first_setting_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    write_setting(path, "theme", "light")
    assert read_settings(path).theme == "light"


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="theme was not written"):
        write_setting(tmp_path / "file" / "settings.toml", "theme", "light")


LINES = st.sampled_from(
    [
        "# note",
        "",
        '  coder = "Kari Ås" # me',
        "language = 'nb'",
        'theme = "ansi"',
        "[keys]",
        'undo = "ctrl+u"',
    ]
)


@given(st.lists(LINES), st.sampled_from(["\n", "\r\n"]), st.sampled_from(THEMES))
def test_everything_else_stays_letter_for_letter(lines: list[str], end: str, theme: str) -> None:
    text = end.join(lines)
    try:
        before = tomllib.loads(text)
        after = with_setting(text, "theme", theme)
    except ValueError:
        return
    assert tomllib.loads(after) == before | {"theme": theme}
    kept = [line for line in text.splitlines() if not line.startswith("theme")]
    assert [line for line in after.splitlines() if not line.startswith("theme")] == kept
