"""The commands of the list of questions."""

from tui.commands.registry import Command, Scope

QUESTIONS: tuple[Command, ...] = (
    Command(
        "import_more",
        "Import",
        "Import a file of answers into this study: new ones, or the same again.",
        ("i",),
        Scope.QUESTIONS,
        True,
    ),
    Command(
        "read_question",
        "Read",
        "The whole text of the question, and how far it is.",
        ("ctrl+o",),
        Scope.QUESTIONS,
        True,
    ),
    Command(
        "question_codebook",
        "Codebook",
        "The codebook: rename, move, merge, split, define.",
        ("k", "ctrl+j"),
        Scope.QUESTIONS,
        True,
    ),
    Command(
        "question_quotes",
        "Quotes",
        "Choose the quotes that are printed, theme by theme.",
        ("u",),
        Scope.QUESTIONS,
        True,
    ),
    Command(
        "review_quotes",
        "Review quotes",
        "What is masked in its quotes, answer by answer; approve them.",
        ("r",),
        Scope.QUESTIONS,
    ),
    Command("question_memo", "Memo", "Write on the question.", ("ctrl+e",), Scope.QUESTIONS, True),
    Command(
        "question_tables",
        "Tables",
        "The saved tables: change them, save, export.",
        ("t",),
        Scope.QUESTIONS,
        True,
    ),
)
