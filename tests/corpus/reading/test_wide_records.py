"""What a wide file says, row by row."""

from corpus.reading.choices import Choices
from corpus.reading.records import AnswerRecord, QuestionRecord
from tests.corpus.reading.tables import read, table

HEADER = "id|type|innbyggere|fylke|k1 Hva mener dere?|k2 Hvorfor?"


def test_every_question_has_an_answer_of_every_respondent() -> None:
    found = read(
        table(HEADER, "R1|kommune|1450|Viken|Vi mangler folk| ", "R2|kommune|7379|Viken||x")
    )
    assert found.answers == (
        AnswerRecord(2, "R1", "k1", "Vi mangler folk"),
        AnswerRecord(2, "R1", "k2", ""),
        AnswerRecord(3, "R2", "k1", ""),
        AnswerRecord(3, "R2", "k2", "x"),
    )


def test_questions_have_key_and_text() -> None:
    found = read(table(HEADER, "R1|kommune|1450|Viken|Vi mangler folk|x"))
    assert found.questions == (
        QuestionRecord("k1", "Hva mener dere?"),
        QuestionRecord("k2", "Hvorfor?"),
    )


def test_texts_are_handed_on_exactly_but_for_composed_letters() -> None:
    text = "  Å\r\n\t=1+1 \x1b[0m "
    written = text.replace("Å", "A\u030a")
    assert read(table(HEADER, f"R1||||{written}|0")).answers[0].text == text


def test_zero_is_an_answer() -> None:
    assert read(table(HEADER, "R1||||Vi mangler folk|0")).answers[1].text == "0"


def test_white_space_of_any_kind_is_blank() -> None:
    found = read(table(HEADER, "R1||||\u00a0\u2003\n|Det er nytt her"))
    assert found.answers[0].text == ""


def test_a_respondent_has_facts_and_variables() -> None:
    respondent = read(table(HEADER, " R1 | kommune |1 450| Viken |Vi mangler folk|x")).respondents[
        0
    ]
    assert (respondent.key, respondent.kind, respondent.population) == ("R1", "kommune", 1450)
    assert (respondent.band, respondent.values) == ("<2000", {"fylke": "Viken"})


def test_the_first_of_two_rows_with_one_id_counts() -> None:
    found = read(
        table(HEADER, "R1||1||ja, det er bra|", "R2||1||nei, ikke nå|", "R1||1||kanskje det|")
    )
    assert [answer.text for answer in found.answers[::2]] == ["ja, det er bra", "nei, ikke nå"]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(4, "duplicate id")]
    assert "row 2" in found.oddities[0].sentence
    assert "row 4" in found.oddities[0].sentence


def test_the_last_of_two_rows_may_count_instead() -> None:
    sheet = table(HEADER, "R1||1||ja, det er bra|", "R1||1||kanskje det|")
    found = read(sheet, duplicates="last")
    assert [answer.text for answer in found.answers[::2]] == ["kanskje det"]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(2, "duplicate id")]


def test_a_row_without_id_is_left_out_and_reported() -> None:
    found = read(table(HEADER, "R1||1||ja, det er bra|", " ||1||nei, ikke nå|"))
    assert [respondent.key for respondent in found.respondents] == ["R1"]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(3, "missing id")]


def test_the_row_number_can_be_the_id() -> None:
    found = read(table("k1 Hva?", "ja, det er bra", "nei, ikke nå"), Choices(id="row"))
    assert [respondent.key for respondent in found.respondents] == ["2", "3"]


def test_ignored_columns_leave_no_trace() -> None:
    found = read(table(HEADER, "R1||1|Viken|ja, det er bra|x"), Choices(ignore=("fylke", "k2")))
    assert found.respondents[0].values == {}
    assert [question.key for question in found.questions] == ["k1"]


def test_oddities_of_sheet_and_rows_come_in_order() -> None:
    found = read(table(HEADER, "R1||||ja, det er bra", "R2||1||x", "R2||1||x|y"))
    assert [(odd.row, odd.kind) for odd in found.oddities] == [
        (2, "ragged row"),
        (2, "population"),
        (3, "ragged row"),
        (4, "duplicate id"),
    ]
