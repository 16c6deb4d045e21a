"""The sentences of saved tables are whole in every language."""

import re
from dataclasses import fields

import pytest

from coder.results.saved.wording import SavedWording, saved_words
from corpus.language import LANGUAGES, Language

NAMES = [field.name for field in fields(SavedWording) if field.name != "numbers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_the_same_places_to_fill_in(language: Language) -> None:
    for name in NAMES:
        text, bokmal = (getattr(saved_words(each), name) for each in (language, "nb"))
        assert text
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", bokmal)), name
    assert len(set(saved_words(language).numbers)) == 10
