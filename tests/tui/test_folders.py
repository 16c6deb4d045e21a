"""Finding a file among many: what stands in a folder, and what typed text leads to."""

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.folders import (
    Entry,
    aimed_at,
    compared,
    completed,
    fitting,
    lead,
    list_folder,
    shown_path,
    shown_size,
)

SEP = os.sep


def entries(*names: str) -> list[Entry]:
    """Files, and folders where the name ends so."""
    return [Entry(name.rstrip("/"), compared(name.rstrip("/")), name[-1:] == "/") for name in names]


def names(found: Sequence[Entry]) -> list[str]:
    """What they are called."""
    return [entry.name for entry in found]


def make(folder: Path, *files: str) -> Path:
    """A folder with these empty files and, where the name ends so, folders."""
    for name in files:
        if name.endswith("/"):
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(b"x" * 1500)
    return folder


def test_folders_come_first_then_the_wanted_files_by_name(tmp_path: Path) -> None:
    make(tmp_path, "b.csv", "A.XLSX", "z/", "notat.docx", "c/")
    found = list_folder(tmp_path, (".csv", ".xlsx"))
    assert found is not None
    assert names(found.entries) == ["c", "z", "A.XLSX", "b.csv"]


def test_a_file_tells_its_size_and_day(tmp_path: Path) -> None:
    os.utime(make(tmp_path, "b.csv") / "b.csv", (1_780_000_000, 1_780_000_000))
    found = list_folder(tmp_path, (".csv",))
    assert found is not None
    assert (found.entries[0].size, found.entries[0].changed[:7]) == (1500, "2026-05")


def test_a_link_that_leads_nowhere_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "nosuch")
    found = list_folder(tmp_path, (".csv",))
    assert found is not None
    assert found.entries == ()


@pytest.mark.parametrize("name", ["nosuch", "file.csv", "nul\0"])
def test_what_is_no_folder_is_said(tmp_path: Path, name: str) -> None:
    make(tmp_path, "file.csv")
    found = list_folder(tmp_path / name, ())
    assert found is not None
    assert found.problem.endswith(".")


def test_a_folder_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "scandir", refuse)
    found = list_folder(tmp_path, ())
    assert found is not None
    assert "may not be read" in found.problem


def test_listing_can_be_stopped(tmp_path: Path) -> None:
    assert list_folder(make(tmp_path, "a.csv"), (".csv",), lambda: True) is None


def test_names_that_begin_with_what_is_typed_come_first() -> None:
    found = fitting(entries("mine svar.csv", "svar.csv", "Svar 2.csv", "annet.csv"), "SVAR")
    assert names(found) == ["svar.csv", "Svar 2.csv", "mine svar.csv"]


def test_words_are_found_in_any_order() -> None:
    assert names(fitting(entries("svar 2016 wide.csv", "wide.csv"), "wide svar")) == [
        "svar 2016 wide.csv"
    ]


def test_accents_are_the_same_however_they_are_written() -> None:
    apart = unicodedata.normalize("NFD", "Ås.csv")
    assert names(fitting(entries(apart), "ås")) == [apart]


def test_hidden_files_are_seen_when_a_dot_is_typed() -> None:
    assert names(fitting(entries(".skjult.csv", "a.csv"), "")) == ["a.csv"]
    assert names(fitting(entries(".skjult.csv", "a.csv"), ".")) == [".skjult.csv", "a.csv"]


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("s", "svar "),
        ("svar 2", "svar 2016.csv"),
        ("SVAR 2", "svar 2016.csv"),
        ("map", f"mappe{SEP}"),
        ("q", "q"),
        ("", ""),
    ],
)
def test_a_name_is_completed_as_far_as_all_agree(typed: str, becomes: str) -> None:
    assert completed(entries("svar 2016.csv", "svar ny.csv", "mappe/"), typed) == becomes


def test_text_without_a_sign_of_folders_is_a_name_in_the_folder(tmp_path: Path) -> None:
    assert aimed_at(tmp_path, "svar") == (tmp_path, "svar")


@pytest.mark.skipif(SEP != "/", reason="paths are written with /")
def test_typed_paths_lead_on_up_and_home(tmp_path: Path) -> None:
    home = Path(os.path.expanduser("~"))
    assert aimed_at(tmp_path, "a/b/c") == (tmp_path / "a" / "b", "c")
    assert aimed_at(tmp_path, "../x") == (tmp_path.parent, "x")
    assert aimed_at(tmp_path, "/etc/ho") == (Path("/etc"), "ho")
    assert aimed_at(tmp_path, "~/sv") == (home, "sv")
    assert aimed_at(tmp_path, "~") == (home, "")
    assert lead(tmp_path, "..") == tmp_path.parent


@pytest.mark.skipif(SEP != "/", reason="paths are written with /")
def test_a_pasted_path_may_stand_in_quotation_marks(tmp_path: Path) -> None:
    assert lead(tmp_path, f"'{tmp_path}/mine svar.csv' ") == tmp_path / "mine svar.csv"


def test_a_path_in_the_home_folder_is_shown_with_a_tilde() -> None:
    home = Path(os.path.expanduser("~"))
    assert shown_path(home / "svar") == f"~{SEP}svar"
    assert shown_path(home) == "~"
    assert shown_path(Path("/data")) == str(Path("/data"))


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "0 B"), (999, "999 B"), (32_400, "32 kB"), (1_440_000, "1.4 MB")]
)
def test_sizes_are_short(size: int, shown: str) -> None:
    assert shown_size(size) == shown


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8), st.text(max_size=5))
def test_what_is_completed_still_fits_something(files: list[str], typed: str) -> None:
    found = entries(*(name.replace("/", "x") for name in files))
    more = completed(found, typed)
    if more != typed:
        assert compared(more).startswith(compared(typed))
        assert fitting(found, more.rstrip(SEP))
