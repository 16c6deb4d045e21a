"""Near duplicates of an answer are found in the study, identical ones apart."""

from pathlib import Path
from typing import Any

import pytest

from coder.workbench import proposing
from coder.workbench.filters import Filter
from coder.workbench.proposing import near_answers
from tests.builders import code_all, import_records, new_study, records
from tests.coder.workbench.desk import question_of

TEXTS = ("Mangel på boliger", "mangel på BOLIGER ", "Mangel på bolig", "Boliger mangler", "Tid")


def test_near_answers_are_proposed_and_identical_ones_are_not(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        given = [(f"R{at}", "k1", text) for at, text in enumerate(TEXTS, start=1)]
        import_records(study, records([*given, ("R1", "k2", "Mangel på bolig")]))
        code_all(study, [("R3", "k1", "Bolig")])
        question = question_of(study)
        all_ = near_answers(study, question, 1)
        uncoded = near_answers(study, question, 1, Filter(uncoded=True), at_least=60)
        gone = near_answers(study, question, 99)
    assert [id_ for id_, _ in all_] == [3]
    assert [id_ for id_, _ in uncoded] == [4]
    assert gone == []


def test_nobody_waits_while_texts_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", TEXTS[0]), ("R2", "k1", TEXTS[2])]))

        def code_meanwhile(*_: Any) -> list[tuple[int, float]]:
            code_all(study, [("R1", "k1", "Bolig")])
            return []

        monkeypatch.setattr(proposing, "near", code_meanwhile)
        assert near_answers(study, question_of(study), 1) == []
