"""A question goes on where it was left, for each study and coder."""

from pathlib import Path

import pytest

from coder.workbench.filters import Filter, Flag, Sort
from tui.coding.left_off import LeftOff, Place

PLACE = Place(
    "R012",
    Filter(
        uncoded=True,
        with_codes=(frozenset({1, 2}), frozenset({5})),
        without_codes=(frozenset({7}),),
        words='bolig* "for få"',
        bands=frozenset({"<2000", "bydel"}),
        values=((3, "Ja"),),
        coder_id=4,
        flag=Flag.ASK,
    ),
    Sort.LENGTH,
    folded=False,
)


def test_what_was_shown_is_shown_again(tmp_path: Path) -> None:
    file = tmp_path / "state" / "places.json"
    LeftOff(file).write("study", "k1", "KH", PLACE)
    assert LeftOff(file).read("study", "k1", "KH") == PLACE


def test_studies_questions_and_coders_are_kept_apart(tmp_path: Path) -> None:
    left = LeftOff(tmp_path / "places.json")
    left.write("study", "k1", "KH", PLACE)
    for key in [("other", "k1", "KH"), ("study", "k2", "KH"), ("study", "k1", "AB")]:
        assert left.read(*key) == Place()


def test_an_order_by_likeness_is_not_kept(tmp_path: Path) -> None:
    left = LeftOff(tmp_path / "places.json")
    left.write("study", "k1", "KH", Place("R1", order=Sort.SIMILAR))
    assert left.read("study", "k1", "KH") == Place("R1")


@pytest.mark.parametrize("written", ["", "[]", "{", '{"[]": 3}', "\x00", '{"x": {"order": 1}}'])
def test_a_file_that_cannot_be_used_is_taken_as_empty(tmp_path: Path, written: str) -> None:
    file = tmp_path / "places.json"
    file.write_text(written)
    left = LeftOff(file)
    assert left.read("study", "k1", "KH") == Place()
    left.write("study", "k1", "KH", PLACE)
    assert left.read("study", "k1", "KH") == PLACE


def test_only_the_latest_places_are_kept(tmp_path: Path) -> None:
    left = LeftOff(tmp_path / "places.json")
    for at in range(205):
        left.write("study", f"k{at}", "KH", PLACE)
    assert left.read("study", "k0", "KH") == Place()
    assert left.read("study", "k204", "KH") == PLACE
