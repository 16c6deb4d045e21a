"""Why a code is likely for an answer, with the text that it is like."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coder.workbench.workbench import Workbench

if TYPE_CHECKING:
    from coder.suggest.ranker.suggestion import Reason
    from coder.workbench.suggesting import Suggesting


@dataclass(frozen=True)
class WhyLikely:
    """What speaks most for a code; `like` is the text of the nearest answer that has it, or ""."""

    reason: "Reason"
    like: str = ""


def why_likely(
    bench: Workbench,
    suggesting: "Suggesting",
    answer_id: int,
    code_id: int,
    cancelled: Callable[[], bool],
) -> WhyLikely | None:
    """Why a code is likely for an answer; None when it is not among the likeliest.

    Meant for a thread.
    """
    suggested = suggesting.suggest(answer_id, cancelled)
    reasons = (each.reason for each in suggested.suggestions if each.code == code_id)
    reason = next(reasons, None)
    if reason is None:
        return None
    texts = dict(bench.texts([reason.answer])) if reason.answer is not None else {}
    return WhyLikely(reason, texts.get(reason.answer or 0, ""))
