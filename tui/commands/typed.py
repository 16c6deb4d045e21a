"""Keys that are no commands: what typing means on a screen."""

from tui.commands.registry import Scope, TypedKeys

TYPED = (
    TypedKeys("a-z", "Find a code by any part of its path.", Scope.CODING),
    TypedKeys("1-9", "Give the code shown with that digit.", Scope.CODING),
    TypedKeys("enter", "Give the first code found, or make a code of that name.", Scope.CODING),
    TypedKeys("space", "Go on to the next answer without a code.", Scope.CODING),
    TypedKeys(".", "Give the codes of the last answer again.", Scope.CODING),
    TypedKeys("#12", "Find the code with that number.", Scope.CODING),
    TypedKeys("escape", "Clear what is typed.", Scope.CODING),
    TypedKeys("up, down", "Go to another answer.", Scope.CODING),
    TypedKeys("enter", "Open the study under the cursor.", Scope.START),
    TypedKeys("enter", "Open the menu of roles for the column.", Scope.IMPORTING),
    TypedKeys(
        "q v x r n t i b", "Question, variable, left out, respondent, own name ...", Scope.IMPORTING
    ),
    TypedKeys(
        "a k w c", "Answer, question key or wording, codes: a row an answer.", Scope.IMPORTING
    ),
    TypedKeys("space", "Mark the column, so that many get a role at once.", Scope.IMPORTING),
    TypedKeys("escape", "Take the marks away.", Scope.IMPORTING),
)
