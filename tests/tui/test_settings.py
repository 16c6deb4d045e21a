"""Settings are read when needed; what is wrong in the file is said."""

from pathlib import Path

import pytest

from corpus.problems import Problem
from tui.settings import read_settings


def test_without_a_file_the_coder_is_the_systems_user(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml").coder != ""


def test_the_coder_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('coder = "KH"\n', encoding="utf-8")
    assert read_settings(path).coder == "KH"


@pytest.mark.parametrize(
    ("text", "sentence"), [("coder = ", "cannot be read"), ("colour = 'red'", "unknown setting")]
)
def test_a_wrong_settings_file_is_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match=sentence):
        read_settings(path)
