"""The same piece of text in answers that say the same."""

from collections.abc import Iterable

from coder.segments import Segment
from coder.workbench.duplicates import exact_form
from coder.workbench.texts import Texts


def segment_in_twins(text: str, segment: Segment, twins: Texts) -> dict[int, Segment]:
    """Where the words of a segment stand in texts identical to this one, by answer id.

    Only the space before a text may move them; a twin in which other characters stand there (`ß`
    counts as `ss` where texts are compared) is left out.
    """
    words = exact_form(text[segment.start : segment.end])
    return {
        id_: there
        for id_, twin, there in _moved(text, segment, twins)
        if exact_form(twin[there.start : there.end]) == words
    }


def _moved(text: str, segment: Segment, twins: Texts) -> Iterable[tuple[int, str, Segment]]:
    lead = _space_before(text)
    for id_, twin in twins:
        by = _space_before(twin) - lead
        if 0 <= segment.start + by < segment.end + by <= len(twin):
            yield id_, twin, Segment(segment.start + by, segment.end + by)


def _space_before(text: str) -> int:
    return len(text) - len(text.lstrip())
