"""The commands of the saved tables."""

from tui.commands.registry import Command, Scope

TABLES: tuple[Command, ...] = (
    Command("table_save", "Save", "Keep the table under a name.", ("s",), Scope.TABLES, True),
    Command(
        "table_export",
        "Export",
        "Write this table, or all saved ones, to a file.",
        ("x",),
        Scope.TABLES,
        True,
    ),
    Command("table_new", "New", "Begin another table.", ("n",), Scope.TABLES, True),
    Command("table_question", "Question", "Another question.", ("q",), Scope.TABLES, True),
    Command(
        "table_rows", "Rows", "Codes, themes, a list, who answered.", ("r",), Scope.TABLES, True
    ),
    Command(
        "table_columns",
        "Columns",
        "Size bands, a variable, waves, codes; or none.",
        ("c",),
        Scope.TABLES,
        True,
    ),
    Command("table_bars", "Bars", "The shares of a column as bars.", ("b",), Scope.TABLES, True),
    Command("table_order", "Order", "By answers, by the codebook, by name.", ("o",), Scope.TABLES),
    Command("table_base", "Base", "What percentages are of.", ("p",), Scope.TABLES),
    Command("table_only", "Only", "Only some codes as rows.", ("k",), Scope.TABLES),
    Command("table_groups", "Groups", "Codes in one row.", ("u",), Scope.TABLES),
    Command("table_last", "Last", "Codes that stand last.", ("l",), Scope.TABLES),
    Command(
        "table_cutoff", "Cut-off", "Codes with fewer answers go in one row.", ("f",), Scope.TABLES
    ),
    Command(
        "table_hiding",
        "Hiding",
        "Small numbers are hidden, or all are rounded.",
        ("h",),
        Scope.TABLES,
    ),
    Command(
        "table_whom", "Whom", "Only some respondents, or one coder's codings.", ("v",), Scope.TABLES
    ),
    Command("table_weight", "Weight", "Weighted beside unweighted.", ("w",), Scope.TABLES),
    Command(
        "table_intervals",
        "Intervals",
        "Show the intervals of all shares, or not.",
        ("i",),
        Scope.TABLES,
    ),
    Command(
        "table_differences",
        "Differences",
        "Mark groups that differ from all others, or not.",
        ("m",),
        Scope.TABLES,
    ),
    Command("table_language", "Language", "The language of the table.", ("g",), Scope.TABLES),
    Command(
        "table_notes", "Notes", "Title and notes of the table, whole.", ("ctrl+o",), Scope.TABLES
    ),
    Command("table_rename", "Rename", "Another name for the table.", ("f2",), Scope.TABLES),
    Command("table_up", "Up", "One place up in the list.", ("ctrl+up", "shift+up"), Scope.TABLES),
    Command(
        "table_down",
        "Down",
        "One place down in the list.",
        ("ctrl+down", "shift+down"),
        Scope.TABLES,
    ),
    Command(
        "table_remove", "Remove", "Take the table out of the study.", ("delete",), Scope.TABLES
    ),
    Command(
        "table_revert",
        "As saved",
        "Forget what was chosen since it was saved.",
        ("ctrl+r",),
        Scope.TABLES,
    ),
)
