"""Studies opened before are remembered, newest first."""

from pathlib import Path

import pytest

from tui.recent import recent_studies, remember


def _study(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    path.write_bytes(b"x")
    return path


def test_the_latest_study_stands_first_and_once(tmp_path: Path) -> None:
    file, one, two = tmp_path / "r.json", _study(tmp_path, "1"), _study(tmp_path, "2")
    for study in (one, two, one):
        remember(file, study)
    assert recent_studies(file) == [one, two]


def test_studies_that_are_gone_are_left_out(tmp_path: Path) -> None:
    file, one = tmp_path / "r.json", _study(tmp_path, "1")
    remember(file, one)
    one.unlink()
    assert recent_studies(file) == []


@pytest.mark.parametrize("text", ["", "{", "[1, null]", "\udcff"])
def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "r.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert recent_studies(file) == []


def test_only_some_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    for at in range(30):
        remember(file, _study(tmp_path, str(at)))
    assert len(recent_studies(file)) == 12
