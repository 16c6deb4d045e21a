"""Which words the table of word vectors has, and how frequent they are.

The words come from these sources, all of which may be passed on in a table like this one:

- Norsk Ordbank in Norwegian Bokmål 2005, National Library of Norway, CC BY 4.0, as it stands in
  the package `spacy-lookups-data` (MIT): inflected forms with their lemmas;
- the English list of the package `symspellpy` (MIT), made from Google Books Ngram (CC BY 3.0) and
  SCOWL (free with its notice): words with counts;
- words counted in Norwegian sentences that are given, Bokmål and Nynorsk.
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files

from coder.suggest.vectors.compounds import halves_of

letters = re.compile(r"[^\W\d_]+").findall

_LEMMAS = "data", "nb_lemma_exc.json.gz"
_ENGLISH = "frequency_dictionary_en_82_765.txt"

_AS_PART, _IN_DICTIONARY, _OF_FAMILY = 0.2, 0.05, 0.1
"""What a word is worth, in times read, for being part of a compound that is read or that stands in
the dictionary, and what it takes from its other forms."""


def norwegian_words(sentences: Iterable[str]) -> dict[str, float]:
    """Words with how often they are met in a running text, from 0 to 1.

    A form that is not in the sentences counts by its other forms and by the compounds that it
    makes, because compounds are read through their parts.
    """
    read = Counter(word for line in sentences for word in letters(line.lower()))
    forms = _forms()
    lemmas = {lemma for found in forms.values() for lemma in found}
    worth: dict[str, float] = defaultdict(float)
    for word, times in read.items():
        for compound in forms.get(word, {word}):
            for part in halves_of(compound, forms):
                worth[part] += _AS_PART * times
    for lemma in lemmas:
        for part in halves_of(lemma, forms):
            worth[part] += _IN_DICTIONARY
    for word, times in read.items():
        worth[word] += times
    families: dict[str, list[str]] = defaultdict(list)
    for form, found in forms.items():
        for lemma in found:
            families[lemma].append(form)
    shared = {
        lemma: _OF_FAMILY * sum(worth.get(form, 0) for form in family) / len(family)
        for lemma, family in families.items()
    }
    for form, found in forms.items():
        worth[form] = worth.get(form, 0) + max(shared[lemma] for lemma in found)
    total = sum(read.values())
    return {word: value / total for word, value in worth.items() if fits(word)}


def english_words() -> dict[str, float]:
    """Words with how often they are met in a running text, from 0 to 1."""
    text = files("symspellpy").joinpath(_ENGLISH).read_text(encoding="utf-8-sig")
    counts = {word: int(count) for word, count in (line.split() for line in text.splitlines())}
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items() if fits(word)}


def commonest(frequencies: Mapping[str, float], most: int) -> list[str]:
    """The most frequent words; equally frequent ones by their letters."""
    return sorted(frequencies, key=lambda word: (-frequencies[word], word))[:most]


def fits(word: str) -> bool:
    """Whether a word is one for the table: letters alone, of some length."""
    return letters(word) == [word] and (1 < len(word) < 25 or word in {"i", "å", "a"})


def _forms() -> dict[str, set[str]]:
    """The forms of the dictionary in lower case, each with its lemmas."""
    packed = files("spacy_lookups_data").joinpath(*_LEMMAS).read_bytes()
    forms: dict[str, set[str]] = defaultdict(set)
    for table in json.loads(gzip.decompress(packed)).values():
        for form, lemmas in table.items():
            if fits(form.lower()):
                forms[form.lower()].update(lemma.lower() for lemma in lemmas)
        for lemma in {lemma.lower() for lemmas in table.values() for lemma in lemmas}:
            if fits(lemma):
                forms[lemma].add(lemma)
    return dict(forms)
