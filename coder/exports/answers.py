"""Answers with their codes, unmasked: for the researcher's own eyes, never for publication."""

import csv
import io
import json
from collections.abc import Sequence

from coder.queries import CodedAnswer
from corpus.visible import visible

_HEADS = ("respondent", "band", "codes", "text")


def answers_json(answers: Sequence[CodedAnswer]) -> str:
    """`{"answers": [{"respondent", "text", "codes": [[...]], "band"}]}`."""
    rows = [
        {
            "respondent": answer.respondent,
            "text": answer.text,
            "codes": [list(path) for path in answer.codes],
            "band": answer.band,
        }
        for answer in answers
    ]
    return json.dumps({"answers": rows}, ensure_ascii=False, indent=2)


def answers_csv(answers: Sequence[CodedAnswer]) -> str:
    """A line an answer with `;` between cells; its codes stand in one cell, as they are read."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADS)
    for answer in answers:
        writer.writerow((answer.respondent, answer.band, _codes(answer), answer.text))
    return written.getvalue()


def answers_text(answers: Sequence[CodedAnswer]) -> str:
    """Each answer under its respondent, band and codes."""
    blocks = [
        f"{visible(answer.respondent)}  ({answer.band})  {visible(_codes(answer)) or 'no code'}\n"
        + "\n".join(f"    {line}" for line in visible(answer.text).split("\n"))
        for answer in answers
    ]
    return "\n\n".join(blocks) or "No such answer."


def _codes(answer: CodedAnswer) -> str:
    return "; ".join(" / ".join(path).replace(";", "\\;") for path in answer.codes)
