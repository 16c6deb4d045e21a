"""Flags of answers in words and letters, in every language of the screens."""

import pytest

from coder.workbench.filters import Flag
from tui.flags import flag_in_words, flag_letter
from tui.settings import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_flag_has_a_letter_of_its_own(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    assert len({flag_letter(flag) for flag in Flag}) == len(Flag)


@pytest.mark.parametrize("flag", Flag)
def test_flags_are_said_in_norwegian(flag: Flag, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nb")
    assert flag_in_words(flag) != flag.value


def test_a_flag_that_is_not_known_says_what_it_is_called() -> None:
    assert flag_in_words("later") == "later"
