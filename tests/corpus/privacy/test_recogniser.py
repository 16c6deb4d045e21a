"""The recogniser that comes with the program finds names, and is loaded only when asked for."""

import json
import subprocess
import sys
from importlib import resources
from itertools import islice
from pathlib import Path

import pytest

from corpus.privacy.hits import Category
from corpus.privacy.passage import passage
from corpus.privacy.recogniser.features import shape
from corpus.privacy.recogniser.model import trained, usual_words
from corpus.privacy.recogniser_layer import installed_layer, recogniser_layer
from tests.trials import trials

TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE_LOC": "GPE", "GPE_ORG": "GPE"}
GOAL = 0.84
MOST_BYTES = 10_000_000
STEP = max(1, 12 // trials(3))
"""Each so many-th sentence is tried; with 12 trials all of them."""


def labels(text: str) -> list[tuple[str, str]]:
    """The names in a text with their labels."""
    return [(text[start:end], label) for start, end, label in trained().entities(text)]


def test_it_reads_persons_and_towns_in_both_written_standards() -> None:
    assert ("Kari Nordmann", "PER") in labels("Møtet ble ledet av Kari Nordmann fra Bergen.")
    assert ("Bergen", "GPE") in labels("Møtet vart leia av Kari Nordmann frå Bergen.")


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "😀", "\ud800"])
def test_it_takes_any_text(text: str) -> None:
    assert isinstance(trained().entities(text), tuple)


def test_it_is_asked_the_same_and_answers_the_same() -> None:
    text = "Ola og Kari bor i Oslo."
    assert labels(text) == labels(text)


def test_its_hits_are_uncertain_and_say_what_was_read() -> None:
    hits = list(recogniser_layer(passage("Vi fikk hjelp av Kari Nordmann.")))
    assert [(hit.text, hit.category, hit.certain) for hit in hits] == [
        ("Kari Nordmann", Category.PERSON, False)
    ]


@pytest.mark.parametrize("text", ["NAV og DPS har ulike frister.", "Vi har en time.", "Ja."])
def test_what_may_stand_is_no_hit_of_it(text: str) -> None:
    assert list(recogniser_layer(passage(text))) == []


def test_no_larger_model_is_no_problem() -> None:
    assert isinstance(list(installed_layer(passage("Kari bor i Oslo."))), list)


def test_usual_words_are_in_lower_case() -> None:
    assert {"kommunen", "ikkje", "hverdag"} <= usual_words()
    assert not {"oslo", "kari"} & usual_words()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Oslo", "Xxxx"), ("NAV", "XXX"), ("2023", "ddd"), ("Nord-Aurdal", "Xxxx-Xxxx"), ("é", "x")],
)
def test_the_shape_of_a_word(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_its_files_are_small() -> None:
    files = resources.files("corpus.privacy.recogniser").iterdir()
    assert sum(len(file.read_bytes()) for file in files if file.is_file()) < MOST_BYTES


def test_importing_the_layers_loads_no_library() -> None:
    line = (
        "import sys; import corpus.privacy.finder;"
        " assert not {'spacy', 'numpy', 'thinc'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", line], check=True)


def test_lists_and_patterns_alone_load_no_library() -> None:
    line = (
        "import sys; from corpus.privacy.finder import find; find('Samtalar i Lier, sa Solgløtt');"
        " assert not {'spacy', 'numpy', 'thinc'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", line], check=True)


@pytest.mark.slow
def test_it_finds_the_names_of_sentences_it_has_not_learned_from(shared_data: Path) -> None:
    right = found = wanted = 0
    with (shared_data / "ner" / "norne_dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, 0, None, STEP)):
            spans = [span for span in row["spans"] if span["type"] in TYPES]
            names = {(span["start"], span["end"], TYPES[span["type"]]) for span in spans}
            entities = {tuple(entity) for entity in trained().entities(row["text"])}
            right += len(entities & names)
            found += len(entities)
            wanted += len(names)
    assert 2 * right / (found + wanted) >= GOAL
