"""The commands that hold on every screen."""

from tui.commands.registry import Command, Scope

EVERYWHERE = (
    Command("help", "Help", "Keys and commands of this screen.", ("f1",), Scope.APP, True),
    Command("palette", "Commands", "Find a command by name.", ("ctrl+p",), Scope.APP, True),
    Command("undo", "Undo", "Take back the latest action.", ("ctrl+z",), Scope.APP, True),
    Command("redo", "Redo", "Do again what was taken back.", ("ctrl+y",), Scope.APP),
    Command("steps", "History", "Everything that was done.", ("f9",), Scope.APP),
    Command("back", "Back", "To the screen before.", ("f10",), Scope.APP, True),
    Command("colours", "Colours", "Other colours: dark, light, high contrast.", (), Scope.APP),
    Command("quit", "Quit", "Close the program; everything is saved.", ("ctrl+q",), Scope.APP),
)
