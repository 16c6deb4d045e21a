"""The commands of the coding screen."""

from tui.commands.registry import Command, Scope

CODING = (
    Command("filter_words", "Words", "Only answers with these words.", ("f2",), Scope.CODING, True),
    Command("filter_code", "Code", "Only answers with a code.", ("f3",), Scope.CODING, True),
    Command(
        "filter_uncoded", "Uncoded", "Only answers without a code.", ("f4",), Scope.CODING, True
    ),
    Command("sort", "Sort", "The next order of the answers.", ("f5",), Scope.CODING, True),
    Command("mark", "Mark", "Mark this answer, to code many at once.", ("f6",), Scope.CODING, True),
    Command("mark_range", "Range", "Mark from the last mark to here.", ("f7",), Scope.CODING),
    Command("mark_all", "All", "Mark all answers shown, or none.", ("f8",), Scope.CODING, True),
    Command("clear_filter", "Show all", "Take all filters away.", ("ctrl+g",), Scope.CODING),
    Command(
        "code_same", "Same text", "Mark the answers with the same text.", ("ctrl+t",), Scope.CODING
    ),
    Command("new_code", "New code", "Enter the text as a new code.", ("ctrl+n",), Scope.CODING),
    Command("remove_code", "Remove", "Take a code off the answer.", ("ctrl+d",), Scope.CODING),
    Command("context", "Context", "What else this respondent said.", ("ctrl+o",), Scope.CODING),
    Command("flag", "Flag", "Flag: quote, come back, ask.", ("ctrl+f",), Scope.CODING),
)
