"""What was found is remembered beside the program, without the words, and read only once."""

import json
from pathlib import Path

import pytest

from corpus.privacy.finder import Finder, Hit
from corpus.privacy.passage import Passage
from tui.found import found_file, keep_found, recall_found

TEXT = "Vi lærte av Lier kommune."


class Listening:
    """A layer that finds nothing and remembers what it was asked."""

    __name__ = "listening"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, searched: Passage) -> tuple[Hit, ...]:
        self.asked.append(searched.text)
        return ()


def _kept(folder: Path, *names: str) -> tuple[Path, tuple[Hit, ...]]:
    file = folder / "found" / "a.json"
    finder = Finder(names, layers=[Listening()])
    found = finder.find(TEXT, ["Lier"])
    keep_found(file, finder)
    return file, found


def test_a_text_that_was_read_before_is_not_read_again(tmp_path: Path) -> None:
    file, found = _kept(tmp_path)
    layer = Listening()
    again = Finder(layers=[layer])
    recall_found(file, again)
    assert (again.find(TEXT, ["Lier"]), layer.asked, again.news()) == (found, [], {})


def test_it_is_remembered_whose_text_it_was(tmp_path: Path) -> None:
    file, _ = _kept(tmp_path)
    layer = Listening()
    again = Finder(layers=[layer])
    recall_found(file, again)
    again.find(TEXT, ["Hole"])
    assert layer.asked == [TEXT]


@pytest.mark.parametrize("names", [(), ("Hole",), ("Hole", "Lier")])
def test_with_other_names_all_is_read_anew(tmp_path: Path, names: tuple[str, ...]) -> None:
    file, _ = _kept(tmp_path, "Lier")
    layer = Listening()
    other = Finder(names, layers=[layer])
    recall_found(file, other)
    other.find(TEXT, ["Lier"])
    assert layer.asked == [TEXT]


def test_what_is_remembered_holds_no_words_of_the_answers(tmp_path: Path) -> None:
    file, _ = _kept(tmp_path)
    written = file.read_text("utf-8")
    assert "Lier" not in written
    assert "kommune" in written


@pytest.mark.parametrize("line", ["", "[", "[[1]]", "[1]", '[[0,1,"ukjent","a","b",true]]'])
def test_a_line_that_is_no_line_is_read_anew(tmp_path: Path, line: str) -> None:
    file, found = _kept(tmp_path)
    written = json.loads(file.read_text("utf-8"))
    written["found"] = dict.fromkeys(written["found"], line)
    file.write_text(json.dumps(written), "utf-8")
    again = Finder(layers=[Listening()])
    recall_found(file, again)
    assert again.find(TEXT, ["Lier"]) == found


@pytest.mark.parametrize("written", ["", "[]", "{", "null", '{"stamp": 1}', '{"found": {"x": ""}}'])
def test_a_file_that_cannot_be_read_is_no_problem(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(written, "utf-8")
    finder = Finder()
    recall_found(file, finder)
    assert finder.recalled == {}


def test_each_study_has_a_file_of_its_own(tmp_path: Path) -> None:
    assert found_file(tmp_path / "a") != found_file(tmp_path / "b")
    assert found_file(tmp_path / "a") == found_file(tmp_path / "." / "a")
