"""The list of commands. Titles and help are English source texts, translated when shown."""

from tui.commands import Command, Scope

COMMANDS = (
    Command("help", "Help", "Keys and commands of this screen.", ("f1",), Scope.APP, True),
    Command("undo", "Undo", "Take back the latest action.", ("ctrl+z",), Scope.APP, True),
    Command("redo", "Redo", "Do again what was taken back.", ("ctrl+y",), Scope.APP),
    Command("steps", "History", "Everything that was done.", ("f9",), Scope.APP),
    Command("back", "Back", "To the screen before.", ("f10",), Scope.APP, True),
    Command("quit", "Quit", "Close the program; everything is saved.", ("ctrl+q",), Scope.APP),
    Command("new", "New study", "Make an empty study.", ("ctrl+n",), Scope.START, True),
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
"""All commands, in the order of the help page."""
