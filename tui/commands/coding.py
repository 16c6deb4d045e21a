"""The commands of the coding screen."""

from tui.commands.registry import Command, Scope

CODING = (
    Command("filter_words", "Words", "Only answers with these words.", ("f2",), Scope.CODING, True),
    Command("filter_code", "Code", "Only answers with a code.", ("f3",), Scope.CODING, True),
    Command(
        "filter_uncoded", "Uncoded", "Only answers without a code.", ("f4",), Scope.CODING, True
    ),
    Command("sort", "Sort", "Another order of the answers.", ("f5",), Scope.CODING, True),
    Command("mark", "Mark", "Mark this answer, to code many at once.", ("f6",), Scope.CODING, True),
    Command("mark_range", "Range", "Mark from the last mark to here.", ("f7",), Scope.CODING),
    Command("mark_all", "All", "Mark all answers shown, or none.", ("f8",), Scope.CODING, True),
    Command("clear_marks", "Unmark", "Take all marks away.", ("ctrl+u",), Scope.CODING),
    Command(
        "filter_more",
        "Filter",
        "Only a band, a variable's value, a coder, a flag.",
        ("ctrl+f",),
        Scope.CODING,
    ),
    Command("clear_filter", "Show all", "Take all filters away.", ("ctrl+g",), Scope.CODING),
    Command(
        "fold",
        "Identical",
        "Identical answers as one row, or each by itself.",
        ("ctrl+t",),
        Scope.CODING,
    ),
    Command(
        "near",
        "Similar",
        "List and mark answers that say nearly the same.",
        ("ctrl+l",),
        Scope.CODING,
    ),
    Command("segment", "Piece", "Code a piece of the answer.", ("ctrl+s",), Scope.CODING, True),
    Command("new_code", "New code", "Enter the text as a new code.", ("ctrl+n",), Scope.CODING),
    Command("remove_code", "Remove", "Take a code off.", ("ctrl+d",), Scope.CODING),
    Command("theme", "Theme", "The theme that new codes go under.", ("ctrl+w",), Scope.CODING),
    Command("codebook", "Codebook", "To the codebook and back.", ("ctrl+k",), Scope.CODING),
    Command(
        "open_codebook",
        "Edit codes",
        "The codebook: rename, move, merge, split, define.",
        ("ctrl+j",),
        Scope.CODING,
    ),
    Command(
        "review_coded",
        "Review quotes",
        "What is masked in the quotes of the question, answer by answer; approve them.",
        (),
        Scope.CODING,
    ),
    Command("context", "Context", "What else this respondent said.", ("ctrl+o",), Scope.CODING),
    Command(
        "memo", "Memo", "Write on the answer, a code, the question.", ("ctrl+e",), Scope.CODING
    ),
    Command("flag", "Flag", "Flag: quote, come back, ask.", ("ctrl+x",), Scope.CODING),
    Command("reread", "Re-read", "Lists of answers to read again.", ("ctrl+r",), Scope.CODING),
    Command(
        "find_likely",
        "Likely",
        "Go through the answers that are likely to have a code.",
        (),
        Scope.CODING,
    ),
    Command(
        "find_doubtful",
        "Doubtful",
        "Go through the codings that look wrong or forgotten.",
        (),
        Scope.CODING,
    ),
    Command(
        "find_clusters",
        "Subjects",
        "Answers without a code in groups by what they are about.",
        (),
        Scope.CODING,
    ),
    Command(
        "find_near_groups",
        "Wordings",
        "Answers without a code in groups that say nearly the same.",
        (),
        Scope.CODING,
    ),
    Command(
        "suggestions",
        "Suggestions",
        "Suggest codes or not, and tick likely ones ahead.",
        (),
        Scope.CODING,
    ),
    Command(
        "answer_tables",
        "Tables",
        "The saved tables: change them, save, export.",
        (),
        Scope.CODING,
    ),
)
