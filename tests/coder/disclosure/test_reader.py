"""Bounds kept up to date are those of a fresh look, whatever was hidden and shown before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.disclosure.compiling import system_of
from coder.disclosure.reader import Reader
from tests.coder.disclosure.made_up import Case, cases, publication
from tests.trials import trials


@settings(max_examples=trials(30), deadline=None)
@given(cases(20), st.data())
def test_bounds_do_not_depend_on_the_order_of_hiding(case: Case, data: st.DataObject) -> None:
    system = system_of(publication(case))
    cells = [at for at, number in enumerate(system.numbers) if number.hideable]
    reader = Reader(system)
    for number in data.draw(st.lists(st.sampled_from(cells), max_size=20)) if cells else []:
        if reader.is_hidden[number]:
            reader.show(number)
        else:
            reader.hide(number)
    fresh = Reader(system)
    for number in reversed(cells):
        if reader.is_hidden[number]:
            fresh.hide(number)
    assert (reader.low, reader.high) == (fresh.low, fresh.high)
