"""An evaluation in text, tables and figures: three languages, hostile texts, same every time."""

import csv
import json
from pathlib import Path

import pytest

from coder.exports.evaluation_formats import (
    Evaluated,
    evaluation_csv,
    evaluation_json,
    evaluation_text,
)
from coder.exports.figures.evaluation_figure import evaluation_texts, write_evaluation_figure
from coder.exports.figures.saving import FORMATS
from coder.suggest.evaluating.evaluation import METHODS, Evaluation, Window
from coder.suggest.evaluating.measures import Bin, Figures, Sure
from corpus.language import LANGUAGES, Language

HOSTILE = "Åpne $svar$ [/] \x1b[2J \u202e <b>& 👩 \\frac{1}{2}"


def evaluated(language: Language = "nb", text: str = "Hva mangler?", windows: int = 3) -> Evaluated:
    """An evaluation with so many windows; in the last one no known code was given."""
    some = Figures(2 / 3, 0.5, 0.6, 1.25, 1_200, 900)
    none = Figures(0, 0, 0, 0, 0, 0)
    made = [
        Window(first, first + 9, dict.fromkeys(METHODS, none if at == windows - 1 else some))
        for at, first in enumerate(range(10, 10 + 10 * windows, 10))
    ]
    found = Evaluation(
        coded=1_234,
        codes=17,
        kind="pieces",
        windows=tuple(made),
        whole=dict.fromkeys(METHODS, some),
        calibration=(Bin(0.1, 0.2, 40, 0.15, 0.125),),
        error=0.025,
        sure=(Sure(0.8, 5, 0.8), Sure(0.9, 0, 0.0)),
        seconds=0.0123,
        slowest=0.2,
        refit=0.1,
    )
    return Evaluated("k1", text, language, found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: Language) -> None:
    text = evaluation_text(evaluated(language))
    assert "{" not in text
    assert ("1.25" if language == "en" else "1,25") in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_text_is_harmless() -> None:
    text = evaluation_text(evaluated(text=HOSTILE))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_table_has_a_row_for_each_window_and_order() -> None:
    rows = list(csv.reader(evaluation_csv(evaluated()).splitlines(), delimiter=";"))
    assert len(rows) == 1 + 3 * len(METHODS)
    assert rows[1] == ["10-19", "forslagene", "0,667", "0,500", "0,600", "1,250", "1200"]


def test_json_has_english_keys_and_all_numbers() -> None:
    found = json.loads(evaluation_json(evaluated("nn")))
    assert found["windows"][0]["methods"]["suggestions"]["recall"] == 0.6667
    assert found["calibration"]["bins"][0]["count"] == 40
    assert found["keys_saved"] == 0


@pytest.mark.parametrize("form", FORMATS)
def test_the_figure_is_the_same_every_time(tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        write_evaluation_figure(evaluated(text=HOSTILE), "Studie", tmp_path / name, form)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_one_window_without_codes_can_be_drawn(tmp_path: Path) -> None:
    write_evaluation_figure(evaluated(windows=1), "Studie", tmp_path / "a.svg", "svg")
    assert (tmp_path / "a.svg").stat().st_size


def test_those_who_cannot_see_the_figure_are_told_its_numbers() -> None:
    said = evaluation_texts(evaluated("en"), "Study").description
    assert "suggestions 10: 0.67, 20: 0.67" in said
    assert said.endswith("Source: Study, question k1. N=1,234 coded answers.")
