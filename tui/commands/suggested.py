"""The commands of the lists that suggestions give for a whole question."""

from tui.commands.registry import Command, Scope

LIKELY = (
    Command("likely_yes", "Yes", "It has the code: mark it.", ("y", "j"), Scope.LIKELY, True),
    Command(
        "likely_no",
        "No",
        "It has not: mark it, so that it is not proposed again.",
        ("n",),
        Scope.LIKELY,
        True,
    ),
    Command("likely_unmark", "Unmark", "Take the latest mark back.", ("u",), Scope.LIKELY, True),
    Command(
        "likely_take",
        "Take marks",
        "Do what all marks say, as one step.",
        ("enter",),
        Scope.LIKELY,
        True,
    ),
    Command(
        "likely_less",
        "Lower",
        "Also answers that are less likely.",
        ("left", "minus"),
        Scope.LIKELY,
    ),
    Command(
        "likely_more", "Raise", "Only answers that are likelier.", ("right", "plus"), Scope.LIKELY
    ),
    Command(
        "likely_list", "List", "Show these answers among all others.", ("f7",), Scope.LIKELY, True
    ),
    Command("likely_again", "Again", "Look again, after more coding.", ("f5",), Scope.LIKELY),
)

DOUBTFUL = (
    Command(
        "doubt_change",
        "Change",
        "Take the code off, or put the forgotten one on.",
        ("c", "f2"),
        Scope.DOUBTFUL,
        True,
    ),
    Command("doubt_keep", "Stays", "It is right as it stands.", ("k", "f3"), Scope.DOUBTFUL, True),
    Command(
        "doubt_open", "Open", "The answer on the coding screen.", ("enter",), Scope.DOUBTFUL, True
    ),
    Command(
        "doubt_less", "Lower", "Also codings less doubtful.", ("left", "minus"), Scope.DOUBTFUL
    ),
    Command("doubt_more", "Raise", "Only the most doubtful.", ("right", "plus"), Scope.DOUBTFUL),
    Command(
        "doubt_again", "Again", "Look again, after more coding.", ("f5",), Scope.DOUBTFUL, True
    ),
)

GROUPS = (
    Command(
        "group_open",
        "Code it",
        "Its answers among all others, all of them marked.",
        ("enter",),
        Scope.GROUPS,
        True,
    ),
    Command("group_read", "Read", "More of its answers, whole.", ("f2",), Scope.GROUPS, True),
    Command("group_again", "Again", "Put what is left into groups.", ("f5",), Scope.GROUPS, True),
)
