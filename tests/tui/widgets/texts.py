"""Texts with segments, as property tests draw them."""

from hypothesis import strategies as st

from tests.tui.widgets.showing import HOSTILE
from tui.widgets.segment_signs import CodedSegment

PARTS = st.sampled_from(
    [
        *HOSTILE,
        *("Vi mangler folk. ", "1. penger\n", "2) tid og ro\n", "- bolig  ", "\n\n", "    ", "\t"),
        *("spesialisthelsetjenestesamarbeidsavtalen", "中文字中文字", "\u00a0", "e\u0301", "👍🏽 "),
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=12).map("".join))


@st.composite
def texts_with_segments(draw: st.DrawFn) -> tuple[str, tuple[CodedSegment, ...]]:
    """A text, and up to five segments that may lie over each other or outside of it."""
    text = draw(ANY_TEXT)
    offset = st.integers(0, len(text) + 1)
    pairs = draw(st.lists(st.tuples(offset, offset), max_size=5))
    return text, tuple(CodedSegment(*pair, label="kode") for pair in pairs)
