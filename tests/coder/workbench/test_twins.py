"""A piece of one answer is found in those that say the same."""

from hypothesis import given
from hypothesis import strategies as st

from coder.segments import Segment
from coder.workbench.duplicates import exact_form
from coder.workbench.twins import segment_in_twins

_TEXT = st.text("aBæ .\n", min_size=1, max_size=12).filter(str.strip)
_SPACE = st.sampled_from(["", " ", "\n\t", "   "])


@given(_TEXT, _SPACE, _SPACE, st.data())
def test_the_same_words_are_found_whatever_space_stands_before(
    text: str, before: str, after: str, data: st.DataObject
) -> None:
    core = text.strip()
    start = data.draw(st.integers(0, len(core) - 1))
    end = data.draw(st.integers(start + 1, len(core)))
    twin = before + core.swapcase() + after
    place = Segment(start, end)
    found = segment_in_twins(core, place, [(7, twin), (8, core)])
    assert found[8] == place
    assert exact_form(twin[found[7].start : found[7].end]) == exact_form(core[start:end])


def test_a_twin_with_other_letters_there_is_left_out() -> None:
    text, twin = "Straße her", "STRASSE her"
    assert exact_form(text) == exact_form(twin)
    assert segment_in_twins(text, Segment(7, 10), [(1, text), (2, twin)]) == {1: Segment(7, 10)}
