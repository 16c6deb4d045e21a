"""All commands, in the order of the help page; titles and help are translated when shown."""

from tui.commands.codebook import CODEBOOK, REVIEWING, SPLITTING
from tui.commands.coding import CODING
from tui.commands.everywhere import EVERYWHERE
from tui.commands.growth import GROWTH, PROFILE
from tui.commands.history import HISTORY
from tui.commands.importing import IMPORTING
from tui.commands.masking import MASKING
from tui.commands.questions import QUESTIONS
from tui.commands.quotes import QUOTES
from tui.commands.segments import SEGMENTS
from tui.commands.start import START
from tui.commands.suggested import DOUBTFUL, GROUPS, LIKELY
from tui.commands.tables import TABLES

COMMANDS = (
    *EVERYWHERE,
    *START,
    *IMPORTING,
    *QUESTIONS,
    *CODING,
    *SEGMENTS,
    *CODEBOOK,
    *SPLITTING,
    *REVIEWING,
    *LIKELY,
    *DOUBTFUL,
    *GROUPS,
    *MASKING,
    *GROWTH,
    *PROFILE,
    *TABLES,
    *QUOTES,
    *HISTORY,
)
