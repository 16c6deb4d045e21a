"""Beside an answer stand its codings, the closed answers of the year, and the other answers."""

from pathlib import Path

from coder.intake.report import Wishes
from coder.workbench.context import CodingShown, answer_context, others_of
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    new_study,
    records,
    respondent,
)
from tests.coder.workbench.desk import code_called, tree_of_question


def test_everything_known_of_an_answer(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        people = [respondent("R1", "<2000", team="Ja", sak="[red]", tom=""), respondent("R2")]
        given = [
            ("R1", "k1", "Mer tid og bolig\0"),
            ("R1", "k2", "Annet svar"),
            ("R1", "k3", ""),
            ("R2", "k2", "Fra en annen"),
        ]
        import_records(study, records(given, people))
        code_segment(study, "R1", "k1", "Bolig", 11, 16)
        code_segment(study, "R1", "k1", "Tid", 4, 7)
        code_all(study, [("R1", "k1", "Tid")], CODER_2)
        tree = tree_of_question(study)
        bolig, tid = code_called(tree, "Bolig").id, code_called(tree, "Tid").id
        with study.read() as session:
            found = answer_context(session, 1)
            others = others_of(session, 1)
        assert found is not None
    assert (found.id, found.respondent, found.band) == (1, "R1", "<2000")
    assert (found.version, found.text) == (1, "Mer tid og bolig\0")
    assert found.codings == (
        CodingShown(3, tid, None, None, CODER_2, 1),
        CodingShown(2, tid, 4, 7, CODER, 1),
        CodingShown(1, bolig, 11, 16, CODER, 1),
    )
    assert found.closed == (("team", "Ja"), ("sak", "[red]"))
    assert others == (("k2", "Annet svar"),)


def test_the_closed_answers_are_of_the_year_and_the_others_of_all_years(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        for wave, value in (("2023", "Ja"), ("2024", "Nei")):
            given = [("R1", "k1", f"Svar {wave}"), ("R1", "k2", f"Mer {wave}")]
            people = [respondent("R1", team=value)]
            import_records(study, records(given, people), Wishes(wave=wave, coder=CODER))
        with study.read() as session:
            found = answer_context(session, 1)
            others = others_of(session, 1)
        assert found is not None
    assert found.text == "Svar 2023"
    assert found.closed == (("team", "Ja"),)
    assert others == (
        ("k2@2023", "Mer 2023"),
        ("k1@2024", "Svar 2024"),
        ("k2@2024", "Mer 2024"),
    )


def test_the_text_is_the_one_in_use(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "Mer tid"), ("R1", "k2", "Ja")]))
        code_all(study, [("R1", "k1", "Tid")])
        replaced = Wishes(coder=CODER, changed="replace")
        changed = [("R1", "k1", "Mer bolig"), ("R1", "k2", "Nei")]
        import_records(study, records(changed), replaced)
        with study.read() as session:
            found = answer_context(session, 1)
            others = others_of(session, 1)
        assert found is not None
    assert (found.version, found.text) == (2, "Mer bolig")
    assert [coding.version for coding in found.codings] == [1]
    assert others == (("k2", "Nei"),)
