"""How alike codes are by the words of their answers.

A code is the middle of its answers' TF-IDF vectors (Rocchio 1971) over stemmed words, less what is
usual for the questions it was used in, so that only what sets it apart counts.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codebooks.naming.folding import folded
from codebooks.naming.word_forms import stem
from coder.similar.pair import Reason
from coder.suggest.likeness import Gathering

if TYPE_CHECKING:
    from numpy import float32, intp
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_KEPT = 60
_SHORTEST = 3
_NEAR = 0.25
_MOST = 1_000
_DOUBT = 3
_SHOWN = 5
_MANY_WORDS = 30_000
_LIGHT = 0.1
FEWEST = 4
"""Answers that a code needs, those not counted that it shares with the other."""


@dataclass(frozen=True)
class Vocabulary:
    """Answers x stems, weighed, each row of length 1; a form of each stem to show; what is usual.

    `usual` has for each question (row) the mean of its answers' rows; `question_of` the row of it
    for each answer.
    """

    answers: "csr_array"
    shown: Sequence[str]
    usual: "NDArray[float32]"
    question_of: "NDArray[intp]"


def read_words(texts: Sequence[str], question_of: "NDArray[intp]") -> Vocabulary:
    """Weigh the words of answers by how few answers have them; those of one answer are left out."""
    import numpy
    from scipy.sparse import csr_array

    gathered = Gathering()
    gathered.add(enumerate(texts))
    counted = gathered.words.matrix()
    of_word, shown = _stems(gathered.words.things, numpy.bincount(counted.indices))
    one_stem = csr_array(
        (numpy.ones(len(of_word), numpy.float32), of_word, numpy.arange(len(of_word) + 1)),
        (len(of_word), len(shown)),
    )
    weighed = csr_array(counted @ one_stem)
    having = numpy.bincount(weighed.indices, minlength=len(shown))
    told = numpy.array([len(word) >= _SHORTEST for word in shown]) & (having > 1)
    rare = numpy.where(told, numpy.log((1 + len(texts)) / (1 + having)), 0).astype(numpy.float32)
    weighed.data = (1 + numpy.log(weighed.data)) * rare[weighed.indices]
    weighed = _unit(weighed)
    return Vocabulary(weighed, shown, _usual(weighed, question_of), question_of)


def _stems(words: Collection[str], having: "NDArray[intp]") -> tuple[list[int], list[str]]:
    """The stem of each word, as a number, and for each stem the first of its words.

    Of very many words those of a single answer are not looked at: they have no stem, which is 0.
    """
    few = len(words) <= _MANY_WORDS
    stems: dict[str, int] = {"": 0}
    shown, of_word = [""], []
    for word, count in zip(words, having.tolist(), strict=True):
        cut = stem(folded(word)) if few or count > 1 else ""
        if cut not in stems:
            stems[cut] = len(stems)
            shown.append(word)
        of_word.append(stems[cut])
    return of_word, shown


def _usual(answers: "csr_array", question_of: "NDArray[intp]") -> "NDArray[float32]":
    import numpy

    return numpy.stack(
        [
            numpy.asarray(answers[question_of == at].mean(axis=0)).ravel()
            for at in range(question_of.max(initial=0) + 1)
        ]
    ).astype(numpy.float32)


def middles(words: Vocabulary, codes: "csr_array") -> "csr_array":
    """Codes x stems: what sets the answers of each code apart, of length 1; `codes` x answers."""
    import numpy
    from scipy.sparse import csr_array

    counts = numpy.maximum(codes.sum(axis=1), 1)
    middle = csr_array(codes @ words.answers)
    rows = numpy.repeat(numpy.arange(middle.shape[0]), numpy.diff(middle.indptr))
    middle.data /= counts[rows]
    asked = numpy.zeros((codes.shape[0], len(words.usual)), numpy.float32)
    code_of, answer_of = codes.nonzero()
    numpy.add.at(asked, (code_of, words.question_of[answer_of]), 1)
    asked /= counts[:, None]
    usual = sum(asked[rows, at] * words.usual[at][middle.indices] for at in range(len(words.usual)))
    middle.data = numpy.maximum(middle.data - usual, 0).astype(numpy.float32)
    return _unit(_heaviest(middle))


def _heaviest(rows: "csr_array") -> "csr_array":
    """The heaviest cells of each row; products of what is left take a tenth of the time."""
    import numpy
    from scipy.sparse import csr_array

    row_of = numpy.repeat(numpy.arange(rows.shape[0]), numpy.diff(rows.indptr))
    most = rows.max(axis=1).toarray().ravel()
    heavy = numpy.flatnonzero((rows.data > _LIGHT * most[row_of]) & (rows.data > 0))
    order = heavy[numpy.argsort(2.0 * row_of[heavy] - rows.data[heavy])]
    starts = numpy.searchsorted(row_of[order], numpy.arange(rows.shape[0]))
    place = numpy.arange(len(order)) - starts[row_of[order]]
    kept = numpy.sort(order[place < _KEPT])
    ends = numpy.searchsorted(kept, rows.indptr)
    return csr_array((rows.data[kept], rows.indices[kept], ends), rows.shape)


def _unit(rows: "csr_array") -> "csr_array":
    import numpy

    row_of = numpy.repeat(numpy.arange(rows.shape[0]), numpy.diff(rows.indptr))
    squares = numpy.bincount(row_of, rows.data.astype(float) ** 2, rows.shape[0])
    lengths = numpy.sqrt(squares)
    lengths[lengths == 0] = 1
    rows.data = (rows.data / lengths[row_of]).astype(numpy.float32)
    return rows


def alike_by_words(words: Vocabulary, codes: "csr_array") -> Iterator[tuple[int, int, Reason]]:
    """Every two codes whose answers use the same words, by place, the smaller first.

    Answers that have both codes are left out: they would be alike whatever they say. Tried on codes
    that people had given, each dealt out to two: of the pairs alike by 0.35 or more, eight of ten
    were two halves of one code, and half of all halves were found.
    """
    import numpy

    counts = numpy.asarray(codes.sum(axis=1)).ravel()
    large = numpy.flatnonzero(counts >= FEWEST)
    middle = middles(words, codes[large])
    product = (middle @ middle.T).tocoo()
    seen = (product.row < product.col) & (product.data >= _NEAR)
    best = numpy.argsort(-product.data[seen], kind="stable")[:_MOST]
    one, other = large[product.row[seen][best]], large[product.col[seen][best]]
    mine, others = codes[one], codes[other]
    both = mine.multiply(others)
    mine, others = (mine - both).tocsr(), (others - both).tocsr()
    mine.eliminate_zeros()
    others.eliminate_zeros()
    fewest = numpy.minimum(mine.sum(axis=1), others.sum(axis=1))
    common = middles(words, mine).multiply(middles(words, others)).tocsr()
    alike = numpy.asarray(common.sum(axis=1)).ravel()
    for at in numpy.flatnonzero((fewest >= FEWEST) & (alike >= _NEAR)).tolist():
        strength = float(alike[at] * fewest[at] / (fewest[at] + _DOUBT))
        heaviest = _heaviest_words(words, common, at)
        yield int(one[at]), int(other[at]), Reason("words", "vocabulary", strength, heaviest)


def _heaviest_words(words: Vocabulary, common: "csr_array", row: int) -> tuple[str, ...]:
    start, end = common.indptr[row], common.indptr[row + 1]
    cells = zip(common.data[start:end], common.indices[start:end], strict=True)
    ordered = sorted(cells, key=lambda cell: (-cell[0], cell[1]))
    return tuple(words.shown[stem_] for _, stem_ in ordered[:_SHOWN])
