"""What a person says of the answers that are likely to have a code: one action with one undo."""

from collections import defaultdict

from sqlalchemy.orm import Session

from coder import declining
from coder.declining import Scored
from coder.people import coder_id
from coder.workbench.doing import refuse_unused
from coder.workbench.marking import apply_to_many
from coder.workbench.workbench import Workbench
from corpus.store.history import Parameter


def settle(bench: Workbench, code_id: int, accepted: Scored, declined: Scored) -> int:
    """Put a code on the accepted answers, and remember for which it was declined.

    Returns how many answers got it. Raises a Problem for a code that was retired, merged or
    removed, also by another program.
    """
    answers = [answer for answer, _ in accepted]
    said: dict[str, Parameter]
    said = {"code": bench.path(code_id), "given": len(accepted), "declined": len(declined)}
    with bench.acting("settle_likely", answers, said) as session:
        refuse_unused(session, bench, [code_id])
        coder = coder_id(session, bench.coder)
        declining.give_after_all(session, [code_id], answers, coder)
        declining.decline(session, code_id, declined, coder)
        return _accept(session, bench, code_id, accepted, coder)


def decline(bench: Workbench, code_id: int, scored: Scored) -> None:
    """Remember that a code was declined for answers; they are not asked about again."""
    said: dict[str, Parameter] = {"code": bench.path(code_id), "answers": len(scored)}
    with bench.acting("decline_code", (), said) as session:
        declining.decline(session, code_id, scored, coder_id(session, bench.coder))


def _accept(session: Session, bench: Workbench, code_id: int, accepted: Scored, coder: int) -> int:
    by_score: defaultdict[int, list[int]] = defaultdict(list)
    for answer, score in accepted:
        by_score[score].append(answer)
    code = bench.tree.by_id[code_id]
    return sum(
        apply_to_many(session, bench.question, bench.tree, code, answers, coder, score)
        for score, answers in by_score.items()
    )
