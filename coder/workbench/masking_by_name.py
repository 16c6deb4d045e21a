"""The review of quotes for commands: answers and pieces by name, and everything as plain data."""

import re
from collections.abc import Iterator

from coder.quoting.printed_answers import PrintedAnswer
from coder.workbench.masked_answer import Caution, Found, Opened
from coder.workbench.masking_desk import MaskingDesk
from corpus.normalise import normalise
from corpus.privacy.hits import Category
from corpus.problems import Problem

_PLACE = re.compile(r"(\d+)-(\d+)")
_SHOWN = 20


def answer_named(desk: MaskingDesk, respondent: str) -> PrintedAnswer:
    """The coded answer of a respondent, of several versions the newest; a Problem for none."""
    wanted = normalise(respondent).strip()
    found = [each for each in desk.answers if each.respondent == wanted]
    if found:
        return found[-1]
    known = ", ".join(each.respondent for each in desk.answers[:_SHOWN]) or "none"
    raise Problem(
        f"{respondent} has no coded answer to {desk.question.full_key}.", f"Coded: {known}."
    )


def place_named(answer: PrintedAnswer, piece: str) -> tuple[int, int]:
    """Characters (half open) of an answer, given as `12-20` or by the words that stand there.

    Raises a Problem when the words do not stand in it, or several times.
    """
    numbers = _PLACE.fullmatch(piece.strip())
    if numbers:
        return int(numbers[1]), int(numbers[2])
    wanted = normalise(piece)
    starts = [at.start() for at in re.finditer(re.escape(wanted), answer.text)] if wanted else []
    if len(starts) == 1:
        return starts[0], starts[0] + len(wanted)
    if not starts:
        raise Problem(
            f"The answer of {answer.respondent} has no {piece!r} in it.",
            "Write it as it stands there, or give its characters: 12-20",
        )
    places = ", ".join(f"{start}-{start + len(wanted)}" for start in starts[:_SHOWN])
    raise Problem(f"{piece!r} stands several times in it.", f"Give one of: {places}")


def category_named(name: str) -> Category:
    """The category of this name, such as `sted`; a Problem that lists them for any other."""
    known = {each.value: each for each in Category}
    found = known.get(name.strip().casefold())
    if found is None:
        raise Problem(f"{name} is no category.", f"Take one of: {', '.join(known)}.")
    return found


def caution_named(opened: Opened, kind: str) -> Caution:
    """The first caution of this kind that nobody has answered; a Problem for none."""
    left = opened.open_cautions
    found = next((each for each in left if each.flag.kind == kind.strip()), None)
    if found is None:
        kinds = ", ".join(sorted({each.flag.kind for each in left})) or "none"
        raise Problem(
            f"{opened.answer.respondent} has no open caution called {kind}.", f"Open: {kinds}."
        )
    return found


def as_data(desk: MaskingDesk) -> Iterator[dict[str, object]]:
    """Each answer with its wording, what was found and decided; positions are characters."""
    for answer in desk.answers:
        opened = desk.open(answer)
        yield {
            "question": answer.question,
            "respondent": answer.respondent,
            "version": answer.place.version,
            "state": opened.state.value,
            "approved_by": opened.decisions.approved_by or None,
            "original": answer.text,
            "wording": opened.wording.text,
            "paraphrase": opened.decisions.paraphrase or None,
            "found": [_found(each) for each in opened.found],
            "cautions": [
                {
                    "start": each.flag.start,
                    "end": each.flag.end,
                    "kind": each.flag.kind,
                    "answered": each.answered,
                }
                for each in opened.cautions
            ],
        }


def _found(found: Found) -> dict[str, object]:
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "category": found.category.value if found.category else None,
        "layer": found.layer,
        "rule": found.rule,
        "certain": found.certain,
        "decided": found.decided.value if found.decided else None,
    }
