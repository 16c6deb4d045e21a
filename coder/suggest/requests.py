"""What the child process is asked, and what it replies: plain data that goes through a pipe."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coder.suggest.grouping import Cluster
from coder.suggest.learning import News
from coder.suggest.ranker.suggestion import Doubt, Suggestion
from coder.suggest.source import Texts


class Purpose(StrEnum):
    """What texts are handed over for: to compare answers, or to suggest codes."""

    COMPARE = "compare"
    SUGGEST = "suggest"


@dataclass(frozen=True)
class Begin:
    """Forget all texts that came for this purpose, and what was learned: others come."""

    purpose: Purpose


@dataclass(frozen=True)
class Take:
    """Take in some of the texts, and what the sentence encoder says of each, or nothing of any."""

    purpose: Purpose
    texts: Texts
    meanings: Sequence[bytes] = ()


@dataclass(frozen=True)
class GoOn:
    """Go on with fitting for a moment; the reply is how much is done, 1 at the end."""

    purpose: Purpose


@dataclass(frozen=True)
class Compare:
    """Put ids in order, those most like the examples first; both are arrays of `q` in bytes.

    The reply is a pair of bytes: places in `among` (an array of `i`), and likeness (of `f`).
    """

    examples: bytes
    among: bytes


@dataclass(frozen=True)
class Learn:
    """Bring the coding up to date; codes of answers that are not known here are passed over."""

    news: News


@dataclass(frozen=True)
class Suggest:
    """Codes for an answer, and names for a new one; the reply is `Offered`."""

    answer: int
    text: str


@dataclass(frozen=True)
class HowLikely:
    """How likely each answer gets a code: ids as an array of `q`, the reply as one of `f`."""

    code: int
    answers: bytes


@dataclass(frozen=True)
class FindDoubts:
    """Codings that the other answers speak against, at least so surely (0.5 to 1)."""

    least: float


@dataclass(frozen=True)
class FindClusters:
    """Answers on much the same subject among these (an array of `q`)."""

    answers: bytes


@dataclass(frozen=True)
class FindNear:
    """Answers that say nearly the same, at least so alike (0.5 to 1)."""

    answers: bytes
    least: float


@dataclass(frozen=True)
class Encode:
    """What the sentence encoder says of texts; the reply is as many packed vectors."""

    texts: Sequence[str]


@dataclass(frozen=True)
class Offered:
    """What is suggested for an answer: at most nine codes, how likely each code is, names."""

    suggestions: tuple[Suggestion, ...] = ()
    probabilities: Mapping[int, float] | None = None
    new_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failed:
    """The reply to a request that failed: the traceback."""

    report: str


Request = (
    Begin
    | Take
    | GoOn
    | Compare
    | Learn
    | Suggest
    | HowLikely
    | FindDoubts
    | FindClusters
    | FindNear
    | Encode
)
Reply = (
    float
    | bytes
    | tuple[bytes, bytes]
    | Offered
    | list[bytes]
    | list[Doubt]
    | list[Cluster]
    | list[tuple[int, ...]]
    | Failed
    | None
)
