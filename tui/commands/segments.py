"""The commands while a piece of the open answer is being chosen."""

from tui.commands.registry import Command, Scope

SEGMENTS = (
    Command(
        "next_sentence",
        "Next sentence",
        "Choose the next sentence.",
        ("down",),
        Scope.SEGMENTS,
        True,
    ),
    Command(
        "previous_sentence",
        "Sentence before",
        "Choose the sentence before.",
        ("up",),
        Scope.SEGMENTS,
        True,
    ),
    Command(
        "word_more", "Word more", "One word more at the end.", ("right",), Scope.SEGMENTS, True
    ),
    Command("word_less", "Word less", "One word less at the end.", ("left",), Scope.SEGMENTS, True),
    Command(
        "sentence_more",
        "Sentence more",
        "One sentence more at the end.",
        ("pagedown",),
        Scope.SEGMENTS,
    ),
    Command(
        "sentence_less",
        "Sentence less",
        "One sentence less at the end.",
        ("pageup",),
        Scope.SEGMENTS,
    ),
    Command(
        "word_earlier",
        "Begin earlier",
        "One word more at the beginning.",
        ("home",),
        Scope.SEGMENTS,
    ),
    Command(
        "word_later", "Begin later", "One word less at the beginning.", ("end",), Scope.SEGMENTS
    ),
)
