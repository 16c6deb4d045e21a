"""Which written standard an answer is in, so that a mask is worded like the text around it."""

import re
from functools import cache
from importlib.resources import files

from corpus.language import LANGUAGES, Language

_WORD = re.compile(r"[a-zæøåéèêòóôü]+")


def written_standard(text: str, usual: Language) -> Language:
    """The standard whose telling words are most frequent; `usual` when none is ahead."""
    words = _WORD.findall(text.casefold())
    marks = _telling_words()
    scores = {language: sum(word in marks[language] for word in words) for language in LANGUAGES}
    best = max(scores.values())
    leaders = [language for language, score in scores.items() if score == best]
    return leaders[0] if len(leaders) == 1 else usual


@cache
def _telling_words() -> dict[Language, frozenset[str]]:
    lines = files("corpus").joinpath("written_standards.txt").read_text("utf-8").splitlines()
    lists = {line.split()[0]: frozenset(line.split()[1:]) for line in lines if line[:1] != "#"}
    return {language: lists[language] for language in LANGUAGES}
