"""Which texts have the words of a subject: its name, and words that its texts use more often."""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial

Texts = Sequence[tuple[int, str]]
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(r"(?<=\w{4})(?:enes|anes|ene|ane|ens|ers|ets|er|ar|en|et|a|e|s)$")
_MOST_WORDS = 40
_FLOOR = 0.25
_JUDGED = 5_000


def rank(
    texts: Texts, name: str, examples: Collection[int], candidates: Collection[int]
) -> list[tuple[int, float]]:
    """Those of the candidates that share words with the subject, most first, with their scores.

    `texts` are all texts of the question, ids of `examples` and `candidates` among them. A word
    weighs more the fewer texts have it, judged by some thousand of them. Left out are texts whose
    score is below a quarter of the strongest word's weight.
    """
    stems = partial(_stems, cache(_stem))
    weights = _weights(texts, stems, stems(name), frozenset(examples))
    floor = _FLOOR * max(weights.values(), default=0.0)
    wanted, known = frozenset(candidates), weights.keys()
    scored = [
        (id_, sum(weights[stem] for stem in sorted(known & stems(text))))
        for id_, text in texts
        if id_ in wanted
    ]
    found = [(id_, score) for id_, score in scored if score > 0 and score >= floor]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _stem(word: str) -> str:
    """A word without its Norwegian ending, roughly: `boligene` is `bolig`."""
    return _ENDING.sub("", word)


def _stems(stem: Callable[[str], str], text: str) -> set[str]:
    return set(map(stem, _WORD.findall(text.casefold())))


def _weights(
    texts: Texts, stems: Callable[[str], set[str]], named: set[str], examples: frozenset[int]
) -> Mapping[str, float]:
    of_examples = Counter(stem for id_, text in texts if id_ in examples for stem in stems(text))
    known = named.union(of_examples)
    judged = texts[:: 1 + len(texts) // _JUDGED]
    of_all = Counter(stem for _, text in judged for stem in known & stems(text))
    weights: dict[str, float] = {}
    for stem in known:
        rare = math.log((len(judged) + 1) / (of_all[stem] + 1))
        more_often = of_examples[stem] / max(len(examples), 1) - of_all[stem] / max(len(judged), 1)
        weights[stem] = rare * ((stem in named) + max(more_often, 0.0))
    heaviest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_MOST_WORDS]
    return {stem: weights[stem] for stem in heaviest}
