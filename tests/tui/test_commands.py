"""Commands are declared once; keys never clash, and none is one that terminals keep."""

import pytest

from corpus.problems import Problem
from tui.commands.listed import COMMANDS
from tui.commands.registry import Command, Scope, faults_in, holding, with_keys


def test_no_two_commands_of_a_screen_share_a_key() -> None:
    assert faults_in(COMMANDS) == []


def test_every_command_has_a_title_and_help_and_an_id_of_its_own() -> None:
    assert all(command.title and command.help.endswith(".") for command in COMMANDS)
    assert len({(command.scope, command.id) for command in COMMANDS}) == len(COMMANDS)
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+a", "alt+x"])
def test_keys_that_terminals_keep_are_refused(key: str) -> None:
    (fault,) = faults_in([Command("x", "X", "X.", (key,), Scope.APP)])
    assert key in fault


def test_a_key_of_everywhere_cannot_be_used_on_a_screen() -> None:
    commands = (
        Command("a", "A", "A.", ("f1",), Scope.APP),
        Command("b", "B", "B.", ("f1",), Scope.CODING),
    )
    assert faults_in(commands) == ["The key f1 belongs to a and b."]


def test_two_screens_may_use_the_same_key() -> None:
    commands = (
        Command("a", "A", "A.", ("f2",), Scope.START),
        Command("b", "B", "B.", ("f2",), Scope.CODING),
    )
    assert faults_in(commands) == []


def test_users_give_commands_other_keys() -> None:
    changed = {
        command.id: command.keys for command in with_keys(COMMANDS, {"undo": "shift+f1, f12"})
    }
    assert changed["undo"] == ("shift+f1", "f12")


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [({"undoo": "f12"}, "no command"), ({"undo": "f1"}, "belongs to"), ({"undo": "alt+z"}, "keep")],
)
def test_wrong_keys_are_reported(keys: dict[str, str], sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        with_keys(COMMANDS, keys)


def test_a_screen_has_its_own_commands_and_those_of_everywhere() -> None:
    scopes = {command.scope for command in holding(COMMANDS, Scope.CODING)}
    assert scopes == {Scope.CODING, Scope.APP}


def test_every_command_does_something() -> None:
    from tui.app import Fullkoding
    from tui.choosing_quotes.screen import ChoosingQuotes
    from tui.codebook.reviewing import Reviewing
    from tui.codebook.screen import Codebook
    from tui.codebook.splitting import Splitting
    from tui.coding.screen import Coding
    from tui.masking.screen import Masking
    from tui.screens.band_profile import ProfileScreen
    from tui.screens.growth import GrowthScreen
    from tui.screens.history import History
    from tui.screens.importing import Importing
    from tui.screens.questions import Questions
    from tui.screens.start import Start
    from tui.suggested.doubtful import DoubtfulScreen
    from tui.suggested.groups import GroupsScreen
    from tui.suggested.likely import LikelyScreen
    from tui.tables.screen import Tables

    places = {
        Scope.APP: Fullkoding,
        Scope.START: Start,
        Scope.QUESTIONS: Questions,
        Scope.CODING: Coding,
        Scope.SEGMENTS: Coding,
        Scope.CODEBOOK: Codebook,
        Scope.SPLITTING: Splitting,
        Scope.REVIEWING: Reviewing,
        Scope.LIKELY: LikelyScreen,
        Scope.DOUBTFUL: DoubtfulScreen,
        Scope.GROUPS: GroupsScreen,
        Scope.HISTORY: History,
        Scope.GROWTH: GrowthScreen,
        Scope.PROFILE: ProfileScreen,
        Scope.TABLES: Tables,
        Scope.QUOTES: ChoosingQuotes,
        Scope.MASKING: Masking,
        Scope.IMPORTING: Importing,
    }
    idle = [
        command.id
        for command in COMMANDS
        if not hasattr(places[command.scope], f"do_{command.id}")
        and not hasattr(Fullkoding, f"do_{command.id}")
    ]
    assert idle == []
