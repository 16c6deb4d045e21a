"""Keys that are no commands: what typing means on a screen."""

from tui.commands.registry import Scope, TypedKeys

TYPED = (
    TypedKeys("a-z", "Find a code by any part of its path.", Scope.CODING),
    TypedKeys("1-9", "Give the code shown with that digit.", Scope.CODING),
    TypedKeys("0", "Type the proposed name of a new code; again: the next one.", Scope.CODING),
    TypedKeys("enter", "Give the first code found, or make a code of that name.", Scope.CODING),
    TypedKeys("enter", "With nothing typed: give all codes ticked ahead (◌).", Scope.CODING),
    TypedKeys("space", "Go on to the next answer without a code.", Scope.CODING),
    TypedKeys(".", "Give the codes of the last answer again.", Scope.CODING),
    TypedKeys("#12", "Find the code with that number.", Scope.CODING),
    TypedKeys("escape", "Clear what is typed.", Scope.CODING),
    TypedKeys("up, down", "Go to another answer.", Scope.CODING),
    TypedKeys("a-z", "Find a code by any part of its path.", Scope.CODEBOOK),
    TypedKeys("#12", "Find the code with that number.", Scope.CODEBOOK),
    TypedKeys("space", "Mark the code, so that many move or merge at once.", Scope.CODEBOOK),
    TypedKeys("enter", "Everything about the code under the cursor.", Scope.CODEBOOK),
    TypedKeys("left, right", "Fold the theme, or unfold it.", Scope.CODEBOOK),
    TypedKeys("escape", "Clear what is typed, or go back.", Scope.CODEBOOK),
    TypedKeys("1-9", "Send the answer to the part with that digit.", Scope.SPLITTING),
    TypedKeys("a-z", "Type the name of a new part; enter sends the answer to it.", Scope.SPLITTING),
    TypedKeys("+2", "Send it to that part beside those it was sent to.", Scope.SPLITTING),
    TypedKeys("space", "Go on to the next answer that is not sent.", Scope.SPLITTING),
    TypedKeys("escape", "Clear what is typed, or go back; what is sent stays.", Scope.SPLITTING),
    TypedKeys("up, down", "Go to another pair.", Scope.REVIEWING),
    TypedKeys("escape", "Go back.", Scope.REVIEWING),
    TypedKeys("up, down", "Go to another answer.", Scope.LIKELY),
    TypedKeys("escape", "Go back; marks that are not taken change nothing.", Scope.LIKELY),
    TypedKeys("up, down", "Go to another coding.", Scope.DOUBTFUL),
    TypedKeys("escape", "Go back.", Scope.DOUBTFUL),
    TypedKeys("up, down", "Go to another group.", Scope.GROUPS),
    TypedKeys("escape", "Go back.", Scope.GROUPS),
    TypedKeys("up, down", "Go to what else was found.", Scope.MASKING),
    TypedKeys("escape", "Go back.", Scope.MASKING),
    TypedKeys("escape", "Go back.", Scope.GROWTH),
    TypedKeys("up, down", "Go to another code.", Scope.PROFILE),
    TypedKeys("left, right", "Go to another size band.", Scope.PROFILE),
    TypedKeys("escape", "Go back.", Scope.PROFILE),
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
