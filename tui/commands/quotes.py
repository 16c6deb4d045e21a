"""The commands of the screen on which quotes are chosen."""

from tui.commands.registry import Command, Scope

QUOTES = (
    Command(
        "quote_toggle",
        "Choose",
        "Choose the piece under the cursor as a quote, or put it back.",
        ("space",),
        Scope.QUOTES,
        True,
    ),
    Command(
        "quote_propose",
        "Propose",
        "Propose quotes unlike each other, over all size bands; again: others.",
        ("p",),
        Scope.QUOTES,
        True,
    ),
    Command(
        "quote_take", "Take", "Choose all that is proposed, as one step.", ("enter",), Scope.QUOTES
    ),
    Command(
        "quote_kind",
        "Other kinds",
        "Propose contrasts, small municipalities, typical or unusual ones.",
        ("o",),
        Scope.QUOTES,
        True,
    ),
    Command("quote_number", "How many", "How many are proposed at a time.", ("n",), Scope.QUOTES),
    Command(
        "quote_length", "Length", "How long a quote may be that is proposed.", ("l",), Scope.QUOTES
    ),
    Command(
        "quote_sort",
        "Sort",
        "By length, size band, typical or unusual first.",
        ("s",),
        Scope.QUOTES,
        True,
    ),
    Command("quote_band", "Band", "Only pieces of one size band.", ("b",), Scope.QUOTES),
    Command(
        "quote_which",
        "Which",
        "Everything, only chosen ones, the others, those flagged as a quote while coding.",
        ("v",),
        Scope.QUOTES,
    ),
    Command(
        "quote_lead_in",
        "Lead-in",
        "The sentence that introduces the theme in print; {n} and {percent} are computed.",
        ("i",),
        Scope.QUOTES,
    ),
    Command("quote_up", "Up", "Before the quote above it.", ("ctrl+up", "shift+up"), Scope.QUOTES),
    Command(
        "quote_down",
        "Down",
        "After the quote below it.",
        ("ctrl+down", "shift+down"),
        Scope.QUOTES,
    ),
    Command(
        "quote_usage",
        "Usage",
        "Which quotes are used where, and how often each respondent is quoted.",
        ("u",),
        Scope.QUOTES,
        True,
    ),
    Command(
        "quote_warnings", "To look at", "What speaks against the choice.", ("w",), Scope.QUOTES
    ),
    Command(
        "quote_side",
        "Other side",
        "From the themes to the pieces and back.",
        ("tab",),
        Scope.QUOTES,
    ),
)
