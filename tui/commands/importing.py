"""The commands of the import screen."""

from tui.commands.registry import Command, Scope

IMPORTING = (
    Command(
        "import_now",
        "Import",
        "Bring the answers in, as the plan says.",
        ("f2",),
        Scope.IMPORTING,
        True,
    ),
    Command(
        "choose_role",
        "Column",
        "Say what the column holds, or all marked columns.",
        ("enter",),
        Scope.IMPORTING,
        True,
    ),
    Command(
        "import_settings",
        "File",
        "How the file is read: layout, sheet, encoding, year, ids that occur twice.",
        ("f3",),
        Scope.IMPORTING,
        True,
    ),
    Command(
        "next_doubt",
        "Next ?",
        "Go to the next column that is not certain.",
        ("f4",),
        Scope.IMPORTING,
        True,
    ),
    Command(
        "show_rows", "Rows", "Read the first rows of the file.", ("f5",), Scope.IMPORTING, True
    ),
    Command(
        "show_report",
        "Report",
        "Read what would happen, and everything odd row by row.",
        ("f6",),
        Scope.IMPORTING,
        True,
    ),
    Command(
        "asked_if",
        "Asked if",
        "Say that a question was asked of some only.",
        ("f7",),
        Scope.IMPORTING,
    ),
)
