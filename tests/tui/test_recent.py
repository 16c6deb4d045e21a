"""Studies opened before are remembered, newest first."""

import json
from pathlib import Path

import pytest

from tui.recent import Recent, forget, recent_studies, recents, remember


def _study(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    path.write_bytes(b"x")
    return path


def test_the_latest_study_stands_first_and_once(tmp_path: Path) -> None:
    file, one, two = tmp_path / "r.json", _study(tmp_path, "1"), _study(tmp_path, "2")
    for study in (one, two, one):
        remember(file, study)
    assert recent_studies(file) == [one, two]


def test_it_is_remembered_when_a_study_was_opened(tmp_path: Path) -> None:
    file, one = tmp_path / "r.json", _study(tmp_path, "1")
    remember(file, one, "2026-05-03T12:00:00Z")
    assert recents(file) == [Recent(one, "2026-05-03T12:00:00Z")]


def test_studies_that_are_gone_are_known_as_gone(tmp_path: Path) -> None:
    file, one = tmp_path / "r.json", _study(tmp_path, "1")
    remember(file, one, "2026-05-03T12:00:00Z")
    one.unlink()
    assert recents(file) == [Recent(one, "2026-05-03T12:00:00Z", is_there=False)]
    assert recent_studies(file) == []


def test_a_study_can_be_forgotten(tmp_path: Path) -> None:
    file, one, two = tmp_path / "r.json", _study(tmp_path, "1"), _study(tmp_path, "2")
    for study in (one, two):
        remember(file, study)
    forget(file, two)
    assert recent_studies(file) == [one]
    assert two.exists()


def test_a_list_of_bare_paths_is_read(tmp_path: Path) -> None:
    file, one = tmp_path / "r.json", _study(tmp_path, "1")
    file.write_text(json.dumps([str(one)]), "utf-8")
    assert recents(file) == [Recent(one)]


@pytest.mark.parametrize(
    "text", ["", "{", "[1, null]", "\udcff", "{}", '[{"path": 1}, ["x"]]', "[" * 100_000]
)
def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "r.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert recents(file) == []


def test_a_path_that_cannot_be_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text(json.dumps(["nul\0", "x" * 9000]), "utf-8")
    assert [each.is_there for each in recents(file)] == [False, False]


def test_a_list_that_cannot_be_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    remember(tmp_path / "file" / "r.json", _study(tmp_path, "1"))


def test_only_some_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    for at in range(30):
        remember(file, _study(tmp_path, str(at)))
    assert len(recent_studies(file)) == 12
