"""The commands of the codebook screen."""

from tui.commands.registry import Command, Scope

CODEBOOK = (
    Command(
        "rename_code", "Rename", "Another name; answers follow.", ("f2",), Scope.CODEBOOK, True
    ),
    Command(
        "describe_code",
        "Describe",
        "Definition, when it is given and when not, colour, symbol.",
        ("f3",),
        Scope.CODEBOOK,
        True,
    ),
    Command("move_codes", "Move", "Under another theme.", ("f4",), Scope.CODEBOOK, True),
    Command(
        "merge_codes",
        "Merge",
        "The marked codes become the one under the cursor; seen before it is done.",
        ("f5",),
        Scope.CODEBOOK,
        True,
    ),
    Command("mark_code", "Mark", "Mark this code, to move many.", ("f6",), Scope.CODEBOOK, True),
    Command("similar_codes", "Similar", "Codes that may be one.", ("f7",), Scope.CODEBOOK, True),
    Command("split_code", "Split", "Send its answers to parts.", ("f8",), Scope.CODEBOOK, True),
    Command(
        "add_beside", "New code", "A new code beside this one.", ("ctrl+n",), Scope.CODEBOOK, True
    ),
    Command(
        "add_under", "New under", "A new code under this one.", ("ctrl+w", "insert"), Scope.CODEBOOK
    ),
    Command("code_memo", "Memo", "Write on the code.", ("ctrl+e",), Scope.CODEBOOK, True),
    Command(
        "retire_codes",
        "Retire",
        "Keep it for old answers but offer it no more; or offer it again.",
        ("ctrl+d",),
        Scope.CODEBOOK,
    ),
    Command(
        "lock_codes",
        "Lock",
        "Lock the code and what is under it, or unlock.",
        ("ctrl+l",),
        Scope.CODEBOOK,
    ),
    Command("lock_book", "Lock all", "Lock the whole codebook, or unlock it.", (), Scope.CODEBOOK),
    Command("unmark_codes", "Unmark", "Take all marks away.", ("ctrl+u",), Scope.CODEBOOK),
    Command("code_up", "Up", "Before the code above it.", ("ctrl+up", "shift+up"), Scope.CODEBOOK),
    Command(
        "code_down", "Down", "After the code below it.", ("ctrl+down", "shift+down"), Scope.CODEBOOK
    ),
    Command(
        "code_in", "In", "Under the code above it.", ("ctrl+right", "shift+right"), Scope.CODEBOOK
    ),
    Command("code_out", "Out", "Out of its theme.", ("ctrl+left", "shift+left"), Scope.CODEBOOK),
    Command(
        "sort_codes",
        "Sort",
        "Order those beside it by name or count, once.",
        ("ctrl+s",),
        Scope.CODEBOOK,
    ),
    Command(
        "fold_all", "Fold all", "Fold all themes, or unfold them.", ("ctrl+k",), Scope.CODEBOOK
    ),
    Command(
        "code_examples",
        "Examples",
        "More answers with the code.",
        ("ctrl+o",),
        Scope.CODEBOOK,
        True,
    ),
    Command(
        "code_answers", "Answers", "Its answers in the coding screen.", ("ctrl+f",), Scope.CODEBOOK
    ),
    Command(
        "code_likely",
        "Likely",
        "Go through the answers that are likely to have it.",
        ("ctrl+r",),
        Scope.CODEBOOK,
    ),
    Command(
        "growth",
        "Growth",
        "When codes were made, and if new ones still come.",
        ("ctrl+g",),
        Scope.CODEBOOK,
    ),
    Command(
        "profile",
        "Size bands",
        "The share of each code in each size band.",
        ("ctrl+t",),
        Scope.CODEBOOK,
    ),
    Command("close_codebook", "Close", "Back to where it was opened.", ("ctrl+j",), Scope.CODEBOOK),
)

SPLITTING = (
    Command(
        "split_skip",
        "Skip",
        "Go on to the next answer that is not sent.",
        ("f4",),
        Scope.SPLITTING,
        True,
    ),
    Command("split_new", "New part", "Send it to a new part.", ("ctrl+n",), Scope.SPLITTING, True),
    Command(
        "mark_answer", "Mark", "Mark this answer, to send many.", ("f6",), Scope.SPLITTING, True
    ),
    Command("unmark_answers", "Unmark", "Take all marks away.", ("ctrl+u",), Scope.SPLITTING),
)

REVIEWING = (
    Command(
        "keep_pair",
        "Keep both",
        "They are two; they are not proposed again.",
        ("k", "f2"),
        Scope.REVIEWING,
        True,
    ),
    Command(
        "merge_first",
        "Into first",
        "The second becomes the first.",
        ("1", "f3"),
        Scope.REVIEWING,
        True,
    ),
    Command(
        "merge_second",
        "Into second",
        "The first becomes the second.",
        ("2", "f4"),
        Scope.REVIEWING,
        True,
    ),
    Command(
        "next_pair",
        "Next",
        "Go on; it is proposed another time.",
        ("n", "f5"),
        Scope.REVIEWING,
        True,
    ),
)
