"""The commands of the first screen."""

from tui.commands.registry import Command, Scope

START = (
    Command(
        "import",
        "Import",
        "Make a study of a file of answers.",
        ("i", "f2"),
        Scope.START,
        True,
    ),
    Command("new", "New", "Make an empty study.", ("n", "ctrl+n"), Scope.START, True),
    Command(
        "open", "Open", "Open a study that is not in the list.", ("o", "ctrl+o"), Scope.START, True
    ),
    Command(
        "forget",
        "Forget",
        "Take a study off this list; its file stays.",
        ("delete",),
        Scope.START,
        True,
    ),
)
