"""The codes of an answer fit the room there is, and none is silently left out."""

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.cells import cells
from tui.widgets.code_text import code_lines

_NAME = st.text("Ææ bB", min_size=1, max_size=12).filter(str.strip)
_PATHS = st.lists(st.lists(_NAME, min_size=1, max_size=3), max_size=8)


def test_whole_paths_stand_where_there_is_room() -> None:
    paths = [("Bolig", "Leie"), ("Tid",)]
    assert code_lines(paths, ["⚑ quote"], 40, 2) == ["Bolig / Leie · Tid · ⚑ quote"]


def test_with_less_room_only_the_last_names() -> None:
    paths = [("Økonomi og drift", "Tilskudd"), ("Bolig", "Leie")]
    assert code_lines(paths, [], 20, 1) == ["Tilskudd · Leie"]


def test_what_has_no_room_is_counted() -> None:
    paths = [("Tilskudd",), ("Leie",), ("Kompetanse",), ("Tid",)]
    assert code_lines(paths, [], 20, 1) == ["Tilskudd · Leie · +2"]


@given(_PATHS, st.integers(6, 40), st.integers(1, 4))
def test_lines_are_never_too_wide_or_too_many(
    paths: list[list[str]], width: int, height: int
) -> None:
    lines = code_lines(paths, [], width, height)
    assert len(lines) <= height
    assert all(cells(line) <= width for line in lines)
    assert bool(lines) == bool(paths)
