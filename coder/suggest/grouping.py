"""Answers sorted into groups by what they say: broad ones to name, and those nearly the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float32, float64, intp
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from coder.suggest.ranker.answers import Answers

    Rows = NDArray[intp]
    Floats = NDArray[float32]

MOST_GROUPS, TYPICAL_ANSWERS = 12, 3

_SAMPLE, _DIRECTIONS, _CHUNK = 4_000, 64, 2_000
_MOST_COMPARED, _MOST_PAIRS, _PAIRS = 3e7, 1_000_000, 100_000
_ROUNDING, _SLACK = 1e-5, 0.1


@dataclass(frozen=True)
class Cluster:
    """Answers on much the same subject.

    `ids` stand in the order asked for; `typical` are those nearest the middle, no two with the
    same words; `words` are those the group uses more than the other answers, most telling first.
    """

    ids: tuple[int, ...]
    typical: tuple[int, ...]
    words: tuple[str, ...]


def clusters(answers: "Answers", ids: Sequence[int], most: int = MOST_GROUPS) -> list[Cluster]:
    """Answers in at most so many groups, the largest first; the same answers, the same groups.

    Answers without words are in none. The middles are found on some thousand answers spread over
    all (k-means, Lloyd 1982, on directions of pieces of words and of meaning), and every answer
    goes to the nearest. Raises KeyError for an unknown id.
    """
    import numpy

    from coder.suggest.typical_words import Contrast

    rows = _heard(answers, ids)
    if not len(rows):
        return []
    space = _Space(answers, _spread_out(rows, _SAMPLE))
    middles = _middles(space.points(space.sample), min(most, _group_count(len(rows))))
    near = numpy.concatenate([space.points(part) @ middles.T for part in _parts(rows)])
    owner, nearness = near.argmax(axis=1), near.max(axis=1)
    counts = numpy.bincount(owner, minlength=len(middles))
    order = [place for place in numpy.argsort(-counts, kind="stable").tolist() if counts[place]]
    telling = Contrast(answers, rows)
    found = []
    for place in order:
        own = numpy.flatnonzero(owner == place)
        typical = _typical(answers, rows[own], nearness[own])
        said = tuple(answers.ids[row] for row in rows[own])
        found.append(Cluster(said, typical, telling.words(rows[own])))
    return found


def near_groups(
    answers: "Answers", ids: Sequence[int], least: float = 0.9
) -> list[tuple[int, ...]]:
    """Groups of two or more answers that say nearly the same, the largest first.

    All of a group are as like as `least` (0.5 to 1) to its first: the mean of how many pieces of
    words they share and how near their meanings are. No answer is in two groups, one without words
    in none. Raises KeyError for an unknown id.
    """
    import numpy

    rows = _heard(answers, ids)
    same = _with_same_words(answers, rows)
    firsts = numpy.array([each[0] for each in same], numpy.intp)
    links = _links(answers, firsts, least)
    groups, taken = [], numpy.zeros(len(same), bool)
    for place in sorted(links, key=lambda at: (-len(links[at]), at)):
        others = [other for other in links[place] if not taken[other]]
        if not taken[place] and (others or len(same[place]) > 1):
            taken[[place, *others]] = True
            members = [row for at in (place, *others) for row in same[at]]
            groups.append(tuple(answers.ids[row] for row in members))
    return sorted(groups, key=lambda group: -len(group))


def _heard(answers: "Answers", ids: Sequence[int]) -> "Rows":
    """The rows of the answers that have words, each once, in the order of the ids."""
    import numpy

    rows = numpy.array([answers.rows[id_] for id_ in dict.fromkeys(ids)], numpy.intp)
    heard: Rows = rows[numpy.diff(answers.words.indptr)[rows] > 0]
    return heard


def _group_count(size: int) -> int:
    return max(1, round(sqrt(size / 2)))


def _spread_out(rows: "Rows", most: int) -> "Rows":
    import numpy

    places = numpy.linspace(0, len(rows) - 1, min(len(rows), most))
    chosen: Rows = rows[places.astype(numpy.intp)]
    return chosen


def _parts(rows: "Rows") -> "Iterator[Rows]":
    for at in range(0, len(rows), _CHUNK):
        yield rows[at : at + _CHUNK]


class _Space:
    """Answers as points of length 1: directions of pieces, and of meaning where it is known."""

    def __init__(self, answers: "Answers", sample: "Rows") -> None:
        from sklearn.utils.extmath import randomized_svd

        self._answers, self.sample = answers, sample
        pieces = answers.pieces(sample)
        size = min(_DIRECTIONS, min(pieces.shape) - 1)
        found = randomized_svd(pieces, size, random_state=0)[2].T if size > 0 else None
        self._directions: Floats | None = found

    def points(self, rows: "Rows") -> "Floats":
        """Answers x directions."""
        import numpy

        from coder.suggest.vectors.table import unit

        pieces = self._answers.pieces(rows)
        parts = [self._answers.meanings(rows)]
        if self._directions is None:
            parts.append(pieces.toarray())
        else:
            parts.append(unit((pieces @ self._directions).astype(numpy.float32)))
        return unit(numpy.concatenate(parts, axis=1))


def _middles(points: "Floats", count: int) -> "Floats":
    from sklearn.cluster import KMeans

    from coder.suggest.vectors.table import unit

    different = len({row.tobytes() for row in points.round(4)})
    found = KMeans(min(count, different), n_init=4, random_state=0).fit(points)
    middles: Floats = unit(found.cluster_centers_.astype(points.dtype))
    return middles


def _typical(answers: "Answers", rows: "Rows", nearness: "NDArray[float32]") -> tuple[int, ...]:
    import numpy

    found: dict[bytes, int] = {}
    for place in numpy.argsort(-nearness.round(5), kind="stable").tolist():
        said = answers.words[[rows[place]]]
        found.setdefault(said.indices.tobytes(), answers.ids[rows[place]])
        if len(found) == TYPICAL_ANSWERS:
            break
    return tuple(found.values())


def _with_same_words(answers: "Answers", rows: "Rows") -> list[list[int]]:
    """Rows with the same words together, in the order of the first of each."""
    words = answers.words
    found: dict[bytes, list[int]] = {}
    for row in rows.tolist():
        part = slice(words.indptr[row], words.indptr[row + 1])
        said = words.indices[part].tobytes() + words.data[part].tobytes()
        found.setdefault(said, []).append(row)
    return list(found.values())


def _links(answers: "Answers", rows: "Rows", least: float) -> dict[int, list[int]]:
    """By place in `rows` the places that are as like it as `least`, most like it first."""
    import numpy

    links: dict[int, list[int]] = {place: [] for place in range(len(rows))}
    if not len(rows):
        return links
    by_meaning = answers.kind != "pieces"
    one, other, alike = _sharing_pieces(answers, rows, 2 * least - 1 if by_meaning else least)
    if by_meaning:
        alike = (alike + _by_meaning(answers, rows, one, other)) / 2
    near = numpy.flatnonzero(alike >= least)
    for place in near[numpy.argsort(-alike[near], kind="stable")].tolist():
        links[int(one[place])].append(int(other[place]))
    return links


def _sharing_pieces(
    answers: "Answers", rows: "Rows", least: float
) -> tuple["Rows", "Rows", "NDArray[float64]"]:
    """Every two places (both ways) that share so many pieces, and how many, from 0 to 1."""
    import numpy
    from scipy.sparse import vstack

    pieces = vstack([answers.pieces(part) for part in _parts(rows)], format="csr")
    rare = _rarest(pieces, least)
    others = rare.T.tocsr()
    left_out = numpy.sqrt(numpy.maximum(1 - numpy.asarray(rare.power(2).sum(axis=1)).ravel(), 0))
    allowed = _MOST_PAIRS // -(-len(rows) // _CHUNK)
    found = []
    for at in range(0, len(rows), _CHUNK):
        shared = (rare[at : at + _CHUNK] @ others).tocoo()
        ones, twos = shared.row.astype(numpy.intp) + at, shared.col.astype(numpy.intp)
        bound = shared.data + left_out[ones] * left_out[twos]
        bound[ones == twos] = 0
        possible = numpy.flatnonzero(bound >= least - _SLACK)
        if len(possible) > allowed:
            possible = possible[numpy.argsort(-bound[possible], kind="stable")[:allowed]]
        ones, twos = ones[possible], twos[possible]
        for start in range(0, max(1, len(ones)), _PAIRS):
            one, other = ones[start : start + _PAIRS], twos[start : start + _PAIRS]
            alike = numpy.asarray(pieces[one].multiply(pieces[other]).sum(axis=1)).ravel()
            near = alike >= least - _ROUNDING
            found.append((one[near], other[near], alike[near]))
    one, other, alike = (numpy.concatenate(each) for each in zip(*found, strict=True))
    return one, other, alike.astype(float)


def _by_meaning(answers: "Answers", rows: "Rows", one: "Rows", other: "Rows") -> "NDArray[float64]":
    """How near the meanings of every two places are; only theirs are worked out."""
    import numpy

    used, places = numpy.unique(numpy.concatenate([one, other]), return_inverse=True)
    if not len(used):
        return numpy.zeros(0)
    meanings = numpy.concatenate([answers.meanings(part) for part in _parts(rows[used])])
    left, right = numpy.split(places, 2)
    near: NDArray[float64] = numpy.einsum("ij,ij->i", meanings[left], meanings[right]).astype(float)
    return near


def _rarest(pieces: "csr_array", least: float) -> "csr_array":
    """Only the rarest pieces of each text, so many that two texts as like as `least` share one.

    What is left out of a text has a length below `least`: alone it makes no two texts so alike
    (prefix filtering, Bayardo, Ma & Srikant 2007). Among very many texts the commonest of these
    pieces are left out too, so that a few that are alike may not be found.
    """
    import numpy

    spread = numpy.bincount(pieces.indices, minlength=pieces.shape[1])
    rare = pieces.copy()
    for row in range(rare.shape[0]):
        part = slice(rare.indptr[row], rare.indptr[row + 1])
        commonest = numpy.lexsort((rare.indices[part], -spread[rare.indices[part]]))
        lengths = numpy.cumsum(rare.data[part][commonest].astype(float) ** 2)
        rare.data[part][commonest[lengths < least**2 - _ROUNDING]] = 0
    rare.eliminate_zeros()
    having = numpy.bincount(rare.indices, minlength=rare.shape[1])
    order = numpy.argsort(having, kind="stable")
    dear = order[numpy.cumsum(having[order].astype(float) ** 2) > _MOST_COMPARED]
    if len(dear):
        rare.data[numpy.isin(rare.indices, dear)] = 0
        rare.eliminate_zeros()
    return rare
