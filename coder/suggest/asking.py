"""What can be asked of the child process about the coding of a question."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from coder.suggest.child import Ask, Child, Need, Told
from coder.suggest.grouping import Cluster
from coder.suggest.ranker.suggestion import Doubt
from coder.suggest.requests import (
    FindClusters,
    FindDoubts,
    FindNear,
    HowLikely,
    Offered,
    Request,
    Suggest,
)

Cancelled = Callable[[], bool]

_AT_ONCE = 1_000
"""Answers about which one request asks."""

_FITTED = 0.3
"""How much of the work is done when everything was handed over."""


def prepare(child: Child, need: Need, told: Told, cancelled: Cancelled) -> None:
    """Hand over what is needed, so that what is asked later is quick."""
    child.carry_out(need, lambda _: None, told, cancelled)


def offered(
    child: Child, need: Need, answer_id: int, text: str, told: Told, cancelled: Cancelled
) -> Offered:
    """What is suggested for an answer."""

    def work(ask: Ask) -> Offered:
        reply = ask(Suggest(answer_id, text))
        assert isinstance(reply, Offered)
        return reply

    return child.carry_out(need, work, told, cancelled)


def how_likely(
    child: Child, need: Need, code: int, ids: Sequence[int], told: Told, cancelled: Cancelled
) -> list[float]:
    """How likely each answer gets a code (0 to 1)."""

    def work(ask: Ask) -> list[float]:
        found: list[float] = []
        for at in range(0, len(ids), _AT_ONCE):
            reply = ask(HowLikely(code, _packed(ids[at : at + _AT_ONCE])))
            assert isinstance(reply, bytes)
            found += array("f", reply)
            told(_FITTED + (1 - _FITTED) * len(found) / len(ids))
        return found

    return child.carry_out(need, work, lambda done: told(_FITTED * done), cancelled)


def doubts(child: Child, need: Need, least: float, told: Told, cancelled: Cancelled) -> list[Doubt]:
    """Codings that the other answers speak against, the surest first."""
    return list(_found(child, need, FindDoubts(least), told, cancelled))


def clusters(
    child: Child, need: Need, ids: Sequence[int], told: Told, cancelled: Cancelled
) -> list[Cluster]:
    """Answers in groups on much the same subject, the largest first."""
    return list(_found(child, need, FindClusters(_packed(ids)), told, cancelled))


def near_groups(
    child: Child, need: Need, ids: Sequence[int], least: float, told: Told, cancelled: Cancelled
) -> list[tuple[int, ...]]:
    """Groups of answers that say nearly the same, the largest first."""
    return list(_found(child, need, FindNear(_packed(ids), least), told, cancelled))


def _found(
    child: Child, need: Need, request: Request, told: Told, cancelled: Cancelled
) -> list[Any]:
    def work(ask: Ask) -> list[Any]:
        told(_FITTED)
        reply = ask(request)
        assert isinstance(reply, list)
        return reply

    return child.carry_out(need, work, lambda done: told(_FITTED * done), cancelled)


def _packed(ids: Sequence[int]) -> bytes:
    return array("q", ids).tobytes()
