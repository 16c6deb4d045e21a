"""The commands of the growth of a code list, and of its codes over the size bands."""

from tui.commands.registry import Command, Scope

GROWTH = (
    Command(
        "growth_numbers",
        "Numbers",
        "All numbers behind the curve, and the codes that came last.",
        ("enter",),
        Scope.GROWTH,
        True,
    ),
    Command(
        "growth_last",
        "Rule",
        "How many answers without a new code make the list saturated.",
        ("f2",),
        Scope.GROWTH,
        True,
    ),
    Command(
        "growth_questions",
        "Questions",
        "Over all questions that share the codebook, or only this one.",
        ("f4",),
        Scope.GROWTH,
        True,
    ),
    Command("growth_coder", "Coder", "Only codings by one coder.", ("f5",), Scope.GROWTH, True),
)

PROFILE = (
    Command(
        "profile_code",
        "Details",
        "The code in every size band, with intervals.",
        ("enter",),
        Scope.PROFILE,
        True,
    ),
    Command(
        "profile_typical",
        "Typical",
        "Only codes that are typical of a band, or all.",
        ("f2",),
        Scope.PROFILE,
        True,
    ),
    Command(
        "profile_method",
        "Method",
        "How shares are compared, and what is called typical.",
        ("f3",),
        Scope.PROFILE,
        True,
    ),
)
