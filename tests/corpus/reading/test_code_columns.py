"""Files that are coded already: one column a code, or cells that list codes."""

import pytest

from corpus.reading.choices import Choices
from corpus.reading.code_columns import is_given
from corpus.reading.plan import Role
from corpus.reading.records import AnswerRecord
from tests.corpus.reading.tables import column, options, planned, read, role, table

TEXTS = ("Vi trenger flere folk til dette", "Samarbeidet er godt nok", "Alt er for langt unna")
KEYED = table(
    "id|k7 Hva mangler dere mest?|k7: Økonomi / Tilskudd|k7: Folk",
    f"R1|{TEXTS[0]}|1|x",
    f"R2|{TEXTS[1]}|0|",
    f"R3|{TEXTS[2]}||X",
)
BLOCK = table(
    "id|Beskriv hva dere mangler|Økonomi|Folk|Avstand",
    f"R1|{TEXTS[0]}|1|1|0",
    f"R2|{TEXTS[1]}|0|0|0",
    f"R3|{TEXTS[2]}|0|0|1",
)


def _codes(answers: tuple[AnswerRecord, ...]) -> dict[str, tuple[str, ...]]:
    return {answer.respondent: answer.codes for answer in answers}


@pytest.mark.parametrize("mark", ["1", "x", "X", "ja", "Ja", " 1 ", "yes", "true", "1.0", "✓"])
def test_a_mark_gives_a_code(mark: str) -> None:
    assert is_given(mark) is True


@pytest.mark.parametrize("mark", ["0", "", " ", "nei", "No", "-", "0.0"])
def test_no_mark_gives_none(mark: str) -> None:
    assert is_given(mark) is False


@pytest.mark.parametrize("mark", ["2", "kanskje", "1,5", "xx"])
def test_other_cells_are_no_marks(mark: str) -> None:
    assert is_given(mark) is None


def test_marks_under_the_key_of_a_question_may_be_codes_and_a_person_is_asked() -> None:
    plan = planned(KEYED)
    assert role(plan, "k7: Folk") is Role.CODE
    assert (column(plan, "k7: Folk").codes_of, column(plan, "k7: Folk").code) == ("k7", "Folk")
    assert [doubt.sentence for doubt in plan.doubts] == [
        "Columns “k7: Økonomi / Tilskudd” to “k7: Folk” may be codes of k7, or closed variables."
    ]


def test_what_the_doubt_says_settles_it() -> None:
    offered = options(planned(KEYED).doubts)
    assert '--code-column "k7: Økonomi / Tilskudd..k7: Folk"' in offered
    assert '--variable "k7: Økonomi / Tilskudd..k7: Folk"' in offered
    name = "k7: Økonomi / Tilskudd..k7: Folk"
    for said, meant in (
        (Choices(code_columns=(name,)), Role.CODE),
        (Choices(variables=(name,)), Role.VARIABLE),
    ):
        plan = planned(KEYED, said)
        assert (role(plan, "k7: Folk"), plan.doubts) == (meant, ())


def test_each_answer_gets_the_codes_that_are_marked() -> None:
    found = read(KEYED)
    assert _codes(found.answers) == {
        "R1": ("Økonomi / Tilskudd", "Folk"),
        "R2": (),
        "R3": ("Folk",),
    }
    assert found.paths == {"Økonomi / Tilskudd", "Folk"}


def test_a_block_of_marks_without_keys_stays_variables_but_a_person_is_asked() -> None:
    plan = planned(BLOCK)
    assert {role(plan, name) for name in ("Økonomi", "Folk", "Avstand")} == {Role.VARIABLE}
    assert '--code-column "Økonomi..Avstand"' in options(plan.doubts)
    assert read(BLOCK).answers[0].codes == ()


def test_a_block_is_taken_for_codes_when_a_person_says_so() -> None:
    found = read(BLOCK, Choices(code_columns=("Økonomi..Avstand",)))
    assert _codes(found.answers) == {"R1": ("Økonomi", "Folk"), "R2": (), "R3": ("Avstand",)}


def test_closed_answers_of_yes_and_no_are_no_block() -> None:
    sheet = table(
        "id|Beskriv hva dere mangler|Har team|Har plan|Har bolig",
        f"R1|{TEXTS[0]}|Ja|Nei|Ja",
        f"R2|{TEXTS[1]}|Nei|Nei|Ja",
        f"R3|{TEXTS[2]}|Ja|Ja|Nei",
    )
    assert planned(sheet).doubts == ()


def test_columns_called_kode1_kode2_list_the_codes_of_the_question_before_them() -> None:
    sheet = table(
        "id|k7 Hva mangler dere?|kode1|kode2|k8 Hva er bra hos dere?|k8 kode1",
        f"R1|{TEXTS[0]}|Økonomi|Folk|{TEXTS[1]}|Møter",
        f"R2|{TEXTS[1]}|Folk||{TEXTS[2]}|Møter;Kurs",
        f"R3|{TEXTS[2]}|||{TEXTS[0]}|",
    )
    plan = planned(sheet)
    assert [each.codes_of for each in plan.having(Role.CODES)] == ["k7", "k7", "k8"]
    assert not column(plan, "kode1").certain
    answers = {(each.respondent, each.question): each.codes for each in read(sheet).answers}
    assert answers["R1", "k7"] == ("Økonomi", "Folk")
    assert answers["R2", "k8"] == ("Møter", "Kurs")
    assert answers["R3", "k7"] == ()


def test_a_person_can_say_whose_codes_they_are() -> None:
    sheet = table("id|k1 Hva?|k2 Hvorfor?|Folk", "R1|Svar en|Svar to|1")
    said = Choices(questions=("k1", "k2"), code_columns=("Folk",), codes_of="k1")
    answers = {each.question: each.codes for each in read(sheet, said).answers}
    assert answers == {"k1": ("Folk",), "k2": ()}


def test_a_long_file_may_have_several_columns_of_codes_and_of_marks() -> None:
    sheet = table("id|spørsmål|svar|kode1|kode2|Folk", f"R1|k1|{TEXTS[0]}|A|B;C|x")
    (answer,) = read(sheet, Choices(code_columns=("Folk",))).answers
    assert answer.codes == ("A", "B", "C", "Folk")


def test_a_cell_that_is_no_mark_is_reported_and_gives_no_code() -> None:
    sheet = table("id|k1 Hva?|Folk", "R1|Svar en|kanskje", "R2|Svar to|1")
    found = read(sheet, Choices(questions=("k1",), code_columns=("Folk",)))
    assert _codes(found.answers) == {"R1": (), "R2": ("Folk",)}
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(2, "codes")]


def test_codes_of_a_blank_answer_are_reported() -> None:
    sheet = table("id|k1 Hva?|Folk", "R1||1", "R2|Svar to|1")
    found = read(sheet, Choices(questions=("k1",), code_columns=("Folk",)))
    assert "no answer to k1" in found.oddities[0].sentence
