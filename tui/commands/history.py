"""The commands of the history."""

from tui.commands.registry import Command, Scope

HISTORY = (
    Command(
        "history_show",
        "Details",
        "Everything that this step changed.",
        ("enter",),
        Scope.HISTORY,
        True,
    ),
    Command(
        "history_undo_to",
        "Back to here",
        "Take back everything done after this step.",
        ("f6",),
        Scope.HISTORY,
        True,
    ),
    Command(
        "history_words",
        "Words",
        "Only steps with these words.",
        ("f2",),
        Scope.HISTORY,
        True,
    ),
    Command(
        "history_code",
        "Code",
        "Only steps on a code or theme.",
        ("f3",),
        Scope.HISTORY,
        True,
    ),
    Command(
        "history_question",
        "Question",
        "Only steps on a question.",
        ("f4",),
        Scope.HISTORY,
        True,
    ),
    Command(
        "history_coder",
        "Coder",
        "Only steps by one coder.",
        ("f5",),
        Scope.HISTORY,
        True,
    ),
    Command(
        "history_all",
        "Show all",
        "Take all filters away.",
        ("ctrl+g",),
        Scope.HISTORY,
    ),
    Command(
        "history_redo_to",
        "Forward to here",
        "Do again what was taken back, up to and with this step.",
        ("f7",),
        Scope.HISTORY,
    ),
)
