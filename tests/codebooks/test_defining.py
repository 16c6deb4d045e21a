"""What a code means, in words."""

from pathlib import Path

import pytest

from codebooks.edits import define
from coder.merging import merge
from corpus.problems import Problem
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.coder.workbench.desk import code_called, tree_of_question


def test_a_code_that_was_merged_away_takes_no_definition(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "Svar")]))
        code_all(study, [("R1", "k1", "Bolig;Hus")])
        tree = tree_of_question(study)
        with study.act("merge_codes", CODER) as session:
            merge(session, tree, code_called(tree, "Hus"), code_called(tree, "Bolig"))
        merged = code_called(tree_of_question(study), "Hus")
        with pytest.raises(Problem, match="merged"), study.act("define_code", CODER) as session:
            define(session, merged, "Alt om hus")
