"""What was suggested, as text and JSON: unmasked, for the researcher's own eyes."""

from collections.abc import Iterator, Sequence

from coder.exports.json_text import json_of
from coder.exports.layout import wrap
from coder.exports.signs import LEVELS
from coder.exports.text import WIDTH
from coder.suggest.ranker.suggestion import Why
from coder.suggest.reports import Doubtful, ForAnswer, Group, Likely, Proposed, Said
from corpus.visible import visible

_INDENT = "    "


def answer_text(found: ForAnswer) -> str:
    """The answer, then the codes with digit, probability and reason, then names for a new one."""
    lines = [_head(found.said), *_said(found.said), ""]
    for digit, each in enumerate(found.proposed, start=1):
        path = visible(LEVELS.join(each.code))
        lines.append(f"{digit}  {_percent(each.probability)}  {path}  ({visible(_why(each))})")
    if not found.proposed:
        lines.append("There is no code to suggest yet.")
    if found.new_names:
        lines.append(f"0  new: {visible(' · '.join(found.new_names))}")
    return "\n".join(lines)


def answer_json(found: ForAnswer) -> str:
    """`{"respondent", "text", "codes", "suggestions": [...], "new_names": [...]}`."""
    suggestions = [
        {
            "code": list(each.code),
            "probability": round(each.probability, 4),
            "why": each.reason.why.value,
            "words": list(each.reason.words),
            "like": each.like.respondent if each.like else None,
        }
        for each in found.proposed
    ]
    new = list(found.new_names)
    return json_of({**_plain(found.said), "suggestions": suggestions, "new_names": new})


def likely_text(found: Sequence[Likely], path: Sequence[str], least: float) -> str:
    """Each answer under its probability, respondent and codes, likeliest first."""
    if not found:
        return f"No answer is likely to have {visible(LEVELS.join(path))} at {_percent(least)}."
    return "\n\n".join(
        "\n".join([f"{_percent(each.probability)}  {_head(each.said)}", *_said(each.said)])
        for each in found
    )


def likely_json(found: Sequence[Likely]) -> str:
    """`{"likely": [{"respondent", "text", "codes", "probability"}]}`."""
    rows = [{**_plain(each.said), "probability": round(each.probability, 4)} for each in found]
    return json_of({"likely": rows})


def doubtful_text(found: Sequence[Doubtful]) -> str:
    """Each coding that is doubted, with what speaks against it, and the answer."""
    return (
        "\n\n".join("\n".join([_doubt(each), *_said(each.said)]) for each in found)
        or "No coding is doubtful."
    )


def doubtful_json(found: Sequence[Doubtful]) -> str:
    """`{"doubtful": [{"respondent", "text", "codes", "code", "given", "probability"}]}`."""
    rows = [
        {
            **_plain(each.said),
            "code": list(each.code),
            "given": each.given,
            "probability": round(each.probability, 4),
        }
        for each in found
    ]
    return json_of({"doubtful": rows})


def groups_text(found: Sequence[Group]) -> str:
    """Each group with its words, how many answers it has, and its typical answers."""
    return "\n\n".join(map(_group, found)) or "There is no answer without a code."


def groups_json(found: Sequence[Group]) -> str:
    """`{"groups": [{"words", "typical", "answers"}]}`; answers are named by respondent."""
    rows = [
        {
            "words": list(each.words),
            "typical": [{"respondent": one.respondent, "text": one.text} for one in each.typical],
            "answers": [one.respondent for one in each.answers],
        }
        for each in found
    ]
    return json_of({"groups": rows})


def _group(group: Group) -> str:
    head = f"{visible(', '.join(group.words)) or '(no words of its own)'}: {len(group.answers)}"
    lines = [line for one in group.typical for line in _short(one)]
    return "\n".join([head, *lines])


def _short(said: Said) -> list[str]:
    lines = wrap(visible(f"{said.respondent}: {said.text}"), WIDTH - len(_INDENT))
    return [_INDENT + line for line in lines[:2]] + ([_INDENT + "…"] if len(lines) > 2 else [])


def _doubt(found: Doubtful) -> str:
    path = visible(LEVELS.join(found.code))
    state = "given, but" if found.given else "not given, but"
    return f"{path}: {state} {_percent(found.probability).strip()} likely  {_head(found.said)}"


def _why(proposed: Proposed) -> str:
    reason = proposed.reason
    words = ", ".join(reason.words)
    if reason.why is Why.LIKE_ANSWER and proposed.like:
        return f"like {proposed.like.respondent}" + (f": {words}" if words else "")
    if reason.why is Why.NAME:
        return f"the name fits: {words}" if words else "not used yet"
    return f"often used: {reason.count}"


def _head(said: Said) -> str:
    codes = "; ".join(LEVELS.join(path) for path in said.codes)
    return f"{visible(said.respondent)}  {visible(codes) or 'no code'}"


def _said(said: Said) -> Iterator[str]:
    return (_INDENT + line for line in visible(said.text).split("\n"))


def _plain(said: Said) -> dict[str, object]:
    codes = [list(path) for path in said.codes]
    return {"respondent": said.respondent, "text": said.text, "codes": codes}


def _percent(probability: float) -> str:
    return f"{round(100 * probability):>3} %"
