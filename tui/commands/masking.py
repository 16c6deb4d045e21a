"""The commands of the review of quotes."""

from tui.commands.registry import Command, Scope

MASKING = (
    Command(
        "approve_quote",
        "Approve",
        "Approve the wording as it is, and go on.",
        ("a",),
        Scope.MASKING,
        True,
    ),
    Command(
        "next_unreviewed",
        "Next",
        "Go on to the next answer that is not approved.",
        ("n", "space"),
        Scope.MASKING,
        True,
    ),
    Command("mask_as", "Mask as", "Mask it as another category.", ("m",), Scope.MASKING, True),
    Command(
        "release_here",
        "Let stand",
        "Let it stand in this answer, or mask it again.",
        ("r",),
        Scope.MASKING,
        True,
    ),
    Command(
        "release_word",
        "Word stands",
        "Let this word stand in the whole study.",
        ("w",),
        Scope.MASKING,
        True,
    ),
    Command("cut_words", "Cut", "Leave some words out.", ("c",), Scope.MASKING, True),
    Command("mask_words", "Mask more", "Mask words that were not found.", ("i",), Scope.MASKING),
    Command(
        "answer_caution",
        "Seen",
        "The caution was looked at: the answer may be printed with it.",
        ("f",),
        Scope.MASKING,
        True,
    ),
    Command(
        "paraphrase",
        "Paraphrase",
        "Print words of your own instead, marked as such.",
        ("p",),
        Scope.MASKING,
        True,
    ),
    Command("take_back", "As found", "Take back what was decided on it.", ("d",), Scope.MASKING),
    Command("withdraw_approval", "Withdraw", "Take the approval away.", ("x",), Scope.MASKING),
    Command(
        "only_chosen",
        "Chosen only",
        "Only answers with chosen quotes, or all.",
        ("v",),
        Scope.MASKING,
    ),
    Command("next_answer", "Next answer", "To the next answer.", ("right",), Scope.MASKING),
    Command("answer_before", "Answer before", "To the one before.", ("left",), Scope.MASKING),
)
