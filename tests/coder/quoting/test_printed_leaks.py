"""What was once printed and told who answered: each is masked or flagged in the answers of 2016."""

import csv
from pathlib import Path

import pytest

from corpus.privacy.finder import Finder, finder_of
from corpus.privacy.flags import find_flags


@pytest.fixture(scope="module")
def finder() -> Finder:
    """The finder that masks, no names of respondents known."""
    return finder_of((), frozenset(), (), reading=True)


def _answer(shared_data: Path, answer: str) -> str:
    with (shared_data / "answers_2016.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return next(row["text"] for row in rows if row["answer_id"] == answer)


@pytest.mark.parametrize(
    ("answer", "leak"),
    [
        ("S16-217", "Stovner"),
        ("S16-075", "Torkildsen"),
        ("S16-126", "LADE BHS"),
    ],
)
def test_a_district_a_person_and_an_acronym_are_masked(
    shared_data: Path, finder: Finder, answer: str, leak: str
) -> None:
    text = _answer(shared_data, answer)
    at = text.index(leak)
    hits = finder.find(text, ())
    assert any(hit.start <= at and at + len(leak) <= hit.end for hit in hits)


def test_all_clinics_are_masked(shared_data: Path, finder: Finder) -> None:
    path = shared_data / "answers_2016.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file, delimiter=";")]
    for clinic in ("Kongsberg DPS", "Stjørdal DPS", "Mandal poliklinikk", "LADE BHS"):
        naming = [text for text in texts if clinic in text]
        assert naming
        for text in naming:
            assert any(clinic in hit.text for hit in finder.find(text, ()))


def test_the_project_of_the_district_is_flagged(shared_data: Path) -> None:
    text = _answer(shared_data, "S16-217")
    (flag,) = [each for each in find_flags(text) if each.kind == "named project"]
    assert "Vilje Viser Vei" in text[flag.start : flag.end]


def test_a_label_names_no_part_of_the_country(shared_data: Path, finder: Finder) -> None:
    assert finder.find("Liten kommune på Vestlandet", ())
