"""Which words the table of word vectors gets, and what their vectors are made to say."""

from pathlib import Path

import numpy
import pytest

from scripts import word_lists
from scripts.distil_vectors import distil, sentences, shares_of

DICTIONARY = {
    "bolig": {"bolig"},
    "boligen": {"bolig"},
    "kø": {"kø"},
    "køer": {"kø"},
    "barn": {"barn"},
    "hage": {"hage"},
    "barnehage": {"barnehage"},
    "asyl": {"asyl"},
    "mottak": {"mottak"},
    "asylmottak": {"asylmottak"},
}


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    monkeypatch.setattr(word_lists, "_forms", lambda: DICTIONARY)
    return word_lists.norwegian_words(["Bolig, bolig og barnehage!", "Vi ventar på barnehage"])


def test_words_that_are_read_count_most(words: dict[str, float]) -> None:
    assert words["bolig"] == pytest.approx(2 / 8, rel=0.1)
    assert set(word_lists.commonest(words, 2)) == {"bolig", "barnehage"}
    assert "ventar" in words


def test_parts_of_compounds_count_and_so_do_other_forms(words: dict[str, float]) -> None:
    assert words["barn"] > words["mottak"] > 0
    assert words["boligen"] > words["køer"] == 0


def test_only_letters_make_a_word() -> None:
    tried = ("bolig", "å", "b", "ka2", "e-post", "", "x" * 25)
    assert [word for word in tried if word_lists.fits(word)] == ["bolig", "å"]


def test_sentences_are_taken_from_the_top_each_once(tmp_path: Path) -> None:
    file = tmp_path / "sentences.txt"
    file.write_text("For kort\nDette er en\nDETTE  er en\nDette er to\nEnda en til", "utf-8")
    assert sentences(file, 2) == ["dette er en", "dette er to"]


def test_words_add_up_to_their_sentences() -> None:
    known = ["bolig", "lege", "og", "buss"]
    told = ["bolig og lege", "lege og buss", "buss", "bolig bolig lege", "og buss og bolig"]
    shares = shares_of(told, known, numpy.ones(4, numpy.float32))
    assert shares.sum(axis=1).tolist() == pytest.approx([1] * 5)
    meant = numpy.array([[1, 0], [0, 1], [0, 0], [-1, 1]], numpy.float32)
    found = distil(known, numpy.eye(4, dtype=numpy.float32), shares, shares @ meant)
    assert numpy.abs(shares @ found - shares @ meant).max() < 0.1
