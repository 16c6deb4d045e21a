"""What the screen says of quotes is what the commands say, in the reader's language."""

from coder.quoting.cautions import WORDS
from coder.quoting.proposing import Kind
from tui.choosing_quotes.arranging import Order, Which
from tui.choosing_quotes.wordings import AGAINST, KINDS, ORDERS, WHICH, cautions_line


def test_everything_that_speaks_against_a_quote_is_in_the_catalogue() -> None:
    assert {kind.value: said for kind, said in WORDS.items()} == AGAINST


def test_every_choice_has_words() -> None:
    assert set(KINDS) == {kind.value for kind in Kind}
    assert (set(ORDERS), set(WHICH)) == (set(Order), set(Which))


def test_nothing_is_said_where_nothing_speaks_against_it() -> None:
    assert cautions_line([]) == ""
