"""Which keys a user can give to a command, and how keys are written for people."""

import pytest

from corpus.problems import Problem
from tui.commands.registry import (
    Command,
    Scope,
    key_in_words,
    keys_in_effect,
    short_key,
    shown_key,
    with_keys,
)

COMMANDS = (
    Command("undo", "Undo", "Undo it.", ("ctrl+z",), Scope.APP),
    Command("mark", "Mark", "Mark it.", ("f6", "end"), Scope.CODING),
    Command("new", "New", "Make one.", ("n",), Scope.START),
)


def _keys(**keys: str) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in with_keys(COMMANDS, keys)}


@pytest.mark.parametrize("key", ["f1", "f24", "ctrl+u", "shift+f2", "ctrl+f2", "insert", "delete"])
def test_keys_that_every_command_can_have(key: str) -> None:
    assert _keys(undo=key)["undo"] == (key,)


def test_case_and_spaces_do_not_matter() -> None:
    assert _keys(undo=" Ctrl+U ,F12 ")["undo"] == ("ctrl+u", "f12")


def test_a_built_in_key_can_be_kept_beside_another() -> None:
    assert _keys(mark="end, f12")["mark"] == ("end", "f12")


@pytest.mark.parametrize("key", ["f25", "ctlr+u", "enter", "ctrl+1", "super+x", "home", "a", "ø"])
def test_keys_that_no_command_can_have_while_letters_are_typed(key: str) -> None:
    with pytest.raises(Problem, match="mark cannot have the key"):
        _keys(mark=key)


@pytest.mark.parametrize("key", ["a", "7"])
def test_letters_can_be_commands_where_nothing_is_typed(key: str) -> None:
    assert _keys(new=key)["new"] == (key,)


@pytest.mark.parametrize("keys", ["", " , "])
def test_a_command_must_keep_a_key(keys: str) -> None:
    with pytest.raises(Problem, match="leave mark without a key"):
        _keys(mark=keys)


def test_keys_that_cannot_be_leave_the_built_in_ones() -> None:
    commands, fault = keys_in_effect(COMMANDS, {"mark": "ctrl+z"})
    assert commands == COMMANDS
    assert fault == "The key ctrl+z belongs to mark and undo."


def test_keys_that_can_be_have_no_fault() -> None:
    commands, fault = keys_in_effect(COMMANDS, {"mark": "f7"})
    assert commands[1].keys == ("f7",)
    assert fault == ""


@pytest.mark.parametrize(
    ("key", "shown", "short"),
    [
        ("f1", "F1", "F1"),
        ("shift+f12", "shift+F12", "shift+F12"),
        ("ctrl+z", "ctrl+z", "^z"),
        ("delete", "delete", "del"),
        ("f", "f", "f"),
    ],
)
def test_keys_are_written_for_people(key: str, shown: str, short: str) -> None:
    assert (shown_key(key), short_key(key)) == (shown, short)


@pytest.mark.parametrize(
    ("language", "down", "right"), [("en", "down", "right"), ("nn", "ned", "høgre")]
)
def test_arrows_have_names_in_the_readers_language(
    language: str, down: str, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    assert [key_in_words("down"), short_key("right"), key_in_words("f9")] == [down, right, "F9"]
