"""The child's part in suggesting codes: it keeps what is known of a question's coding."""

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Event, Thread
from typing import TYPE_CHECKING

from coder.suggest.grouping import Cluster, clusters, near_groups
from coder.suggest.learning import News
from coder.suggest.new_names import new_names, rarity_in
from coder.suggest.ranker.suggestion import Doubt
from coder.suggest.requests import (
    FindClusters,
    FindDoubts,
    FindNear,
    HowLikely,
    Learn,
    Offered,
    Request,
    Suggest,
)
from coder.suggest.source import Texts

if TYPE_CHECKING:
    from coder.suggest.ranker.answers import Answers

_LOOK = 0.1
"""Seconds between two words on how much is done."""

Answer = Offered | bytes | list[Doubt] | list[Cluster] | list[tuple[int, ...]] | None


class Suggester:
    """The texts that come, then what is learned of their coding.

    The texts become numbers in a thread of their own, so that how much is done can be told.
    """

    def __init__(self) -> None:
        self._texts: list[tuple[int, str]] = []
        self._meanings: list[bytes] = []
        self._fitting: _Fitting | None = None
        self._knowing: _Knowing | None = None

    def take(self, texts: Texts, meanings: Sequence[bytes] = ()) -> None:
        """Take in some texts, and what the sentence encoder says of them, or nothing of any."""
        self._texts.extend((id_, text) for id_, text in texts)
        self._meanings.extend(meanings)

    def go_on(self) -> float:
        """Wait a moment for the fitting; returns how much is done, 1 at the end."""
        if self._knowing is not None:
            return 1.0
        if self._fitting is None:
            self._fitting = _Fitting(self._texts, self._meanings)
            self._texts, self._meanings = [], []
        answers = self._fitting.wait(_LOOK)
        if answers is None:
            return self._fitting.done
        self._knowing, self._fitting = _Knowing(answers), None
        return 1.0

    def reply(self, request: Request) -> Answer:
        """Learn, or say what follows from what was learned."""
        if self._knowing is None:
            raise RuntimeError("asked before the texts were fitted")
        return self._knowing.reply(request)

    def idle(self) -> None:
        """Work ahead while nobody asks."""
        if self._knowing is not None:
            self._knowing.idle()

    def close(self) -> None:
        """Give up what goes on."""
        if self._fitting is not None:
            self._fitting.give_up()


class _GivenUp(Exception):
    """Other texts have come."""


class _Fitting:
    """Texts that become numbers in a thread."""

    def __init__(self, texts: list[tuple[int, str]], meanings: list[bytes]) -> None:
        self.done = 0.0
        self._given_up = Event()
        self._made: Answers | None = None
        self._error: Exception | None = None
        self._thread = Thread(target=self._work, args=(texts, meanings), daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> "Answers | None":
        """The answers, or None when they are not yet there; raises what went wrong."""
        self._thread.join(seconds)
        if self._error is not None:
            raise self._error
        return self._made

    def give_up(self) -> None:
        """Stop soon."""
        self._given_up.set()

    def _work(self, texts: list[tuple[int, str]], meanings: list[bytes]) -> None:
        from coder.suggest.encoding.packing import PackedVectors
        from coder.suggest.ranker.answers import Answers
        from coder.suggest.vectors.table import shipped_vectors

        try:
            ids = [id_ for id_, _ in texts]
            encoded = PackedVectors(ids, meanings) if meanings else None
            self._made = Answers(texts, shipped_vectors(), encoded, self._told)
        except _GivenUp:
            pass
        except Exception as error:
            self._error = error

    def _told(self, done: float) -> None:
        if self._given_up.is_set():
            raise _GivenUp
        self.done = done


class _Knowing:
    """What is known of a question's codes and coding, brought up to date by news."""

    def __init__(self, answers: "Answers") -> None:
        from coder.suggest.ranker.coefficients import shipped_coefficients
        from coder.suggest.ranker.ranker import Ranker

        self._answers = answers
        self._ranker = Ranker(answers, shipped_coefficients(answers.kind))
        self._names: dict[int, str] = {}
        self._has_news = False

    def reply(self, request: Request) -> Answer:
        """Carry out a request."""
        match request:
            case Learn(heard):
                self._learn(heard)
                return None
            case Suggest():
                return self._suggest(request)
            case HowLikely(code, answers):
                return self._how_likely(code, answers)
            case FindDoubts(least):
                return self._ranker.doubts(least)
            case FindClusters(answers):
                return clusters(self._answers, self._known(answers))
            case FindNear(answers, least):
                return near_groups(self._answers, self._known(answers), least)
        raise TypeError(request)

    def idle(self) -> None:
        """Work out now what the suggestion after the next coding needs."""
        if self._has_news:
            self._has_news = False
            self._ranker.adapt()

    def _learn(self, heard: News) -> None:
        from coder.suggest.encoding.packing import unpack

        for code in heard.gone:
            self._ranker.remove_code(code)
            del self._names[code]
        for code, said in heard.codes.items():
            self._ranker.set_code(code, said.text, unpack(said.meaning) if said.meaning else None)
            self._names[code] = said.name
        for answer, (codes, order) in heard.coded.items():
            if answer in self._answers.rows:
                self._ranker.set_codes(answer, codes, order)
        self._has_news = True

    def _suggest(self, asked: Suggest) -> Offered:
        if asked.answer not in self._answers.rows:
            return Offered()
        suggestions, likely = self._ranker.weigh(asked.answer)
        names = new_names(asked.text, [*self._names.values()], self._rarity)
        return Offered(tuple(suggestions), likely, names)

    def _how_likely(self, code: int, answers: bytes) -> bytes:
        ids = self._known(answers)
        place = sorted(self._ranker.codes).index(code)
        likely = self._ranker.probabilities(ids)[:, place].tolist() if ids else []
        found = dict(zip(ids, likely, strict=True))
        return array("f", [found.get(id_, 0.0) for id_ in array("q", answers)]).tobytes()

    def _known(self, answers: bytes) -> list[int]:
        return [id_ for id_ in array("q", answers) if id_ in self._answers.rows]

    @cached_property
    def _rarity(self) -> Callable[[str], float]:
        return rarity_in(self._answers)
