"""What a long file says, row by row."""

from corpus.reading.choices import Choices
from corpus.reading.records import AnswerRecord, QuestionRecord
from tests.corpus.reading.tables import read, table

HEADER = "id|chapter|question|text|theme|language"
MONEY = "Vi mangler folk og penger til det"


def test_asked_are_those_who_have_a_row() -> None:
    sheet = table(
        HEADER,
        f"R1|k1|Hva mener dere?|{MONEY}|Økonomi|nb",
        "R1|k2|Hvorfor er det slik?| ||nb",
        "R2|k1|Hva mener dere?|Det går ganske bra her|Bra|nn",
    )
    found = read(sheet)
    assert found.questions == (
        QuestionRecord("k1", "Hva mener dere?"),
        QuestionRecord("k2", "Hvorfor er det slik?"),
    )
    assert [(one.key, dict(one.values)) for one in found.respondents] == [
        ("R1", {"language": "nb"}),
        ("R2", {"language": "nn"}),
    ]
    assert found.answers == (
        AnswerRecord(2, "R1", "k1", MONEY, ("Økonomi",)),
        AnswerRecord(3, "R1", "k2", ""),
        AnswerRecord(4, "R2", "k1", "Det går ganske bra her", ("Bra",)),
    )


def test_the_same_answer_in_two_rows_is_one_with_the_codes_of_both() -> None:
    row = f"R1|k1|Hva mener dere?|{MONEY}"
    found = read(table(HEADER, f"{row}|B;A|nb", f"{row}|A; C|nb"))
    assert found.answers == (AnswerRecord(2, "R1", "k1", MONEY, ("B", "A", "C")),)
    assert found.oddities == ()


def test_two_answers_to_one_question_are_reported_and_the_first_counts() -> None:
    row = "R1|k1|Hva mener dere?"
    sheet = table(HEADER, f"{row}|{MONEY}|A|nb", f"{row}|Noe helt annet enn det|B|nb")
    found = read(sheet)
    assert [(answer.text, answer.codes) for answer in found.answers] == [(MONEY, ("A",))]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(3, "duplicate id")]
    last = read(sheet, duplicates="last")
    assert [answer.codes for answer in last.answers] == [("B",)]
    assert [odd.row for odd in last.oddities] == [2]


def test_a_blank_text_gives_way_to_a_filled_one() -> None:
    row = "R1|k1|Hva mener dere?"
    other = "R2|k1|Hva mener dere?|Noe helt annet enn det||nb"
    found = read(table(HEADER, f"{row}||A|nb", f"{row}|{MONEY}|B|nb", other))
    assert found.answers[0] == AnswerRecord(3, "R1", "k1", MONEY, ("A", "B"))
    assert found.oddities == ()


def test_facts_come_from_the_first_row_and_contradictions_are_reported() -> None:
    sheet = table(
        HEADER,
        f"R1|k1|Hva mener dere?|{MONEY}||nb",
        "R1|k2|Hvorfor er det slik?|Det er ikke satt av midler||nn",
        "R1|k3|Hvem gjør dette hos dere?|Det gjør kommunen selv||",
    )
    found = read(sheet)
    assert [dict(one.values) for one in found.respondents] == [{"language": "nb"}]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(3, "contradiction")]


def test_rows_without_id_or_question_are_left_out_and_reported() -> None:
    sheet = table(
        HEADER,
        f"R1|k1|Hva mener dere?|{MONEY}||nb",
        "|k1|Hva mener dere?|Hvem sa det da egentlig||nb",
        "R2|||Til hva er det et svar||nb",
    )
    said = Choices(id="id", question_column="chapter", question_text_column="question")
    found = read(sheet, said)
    assert [answer.respondent for answer in found.answers] == ["R1"]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [
        (3, "missing id"),
        (4, "missing question"),
    ]


def test_question_texts_alone_give_keys() -> None:
    sheet = table(
        "id|question|text",
        f"R1|k7.3 Hva mener dere?|{MONEY}",
        "R1|Hvorfor er det slik?|Det er ikke satt av midler",
        "R2|k7.3 Hva mener dere?|Det går ganske bra her",
    )
    found = read(sheet)
    assert [(one.key, one.text) for one in found.questions] == [
        ("k7.3", "Hva mener dere?"),
        ("q1", "Hvorfor er det slik?"),
    ]
    assert [answer.question for answer in found.answers] == ["k7.3", "q1", "k7.3"]


def test_keys_alone_are_their_own_texts() -> None:
    found = read(table("id|question|text", f"R1|k1|{MONEY}", "R1|k2|Det er ikke satt av midler"))
    assert [(one.key, one.text) for one in found.questions] == [("k1", "k1"), ("k2", "k2")]


def test_without_a_question_column_all_rows_answer_one_question() -> None:
    sheet = table("id|text|theme", f"R1|{MONEY}|A", "R2|Det går ganske bra her|B")
    found = read(sheet, Choices(layout="long"))
    assert found.questions == (QuestionRecord("q1", "text"),)
    assert len(found.answers) == 2


def test_without_an_id_each_row_is_its_own_respondent() -> None:
    sheet = table("question|text", f"k1|{MONEY}", f"k1|{MONEY}")
    found = read(sheet, Choices(id="row"))
    assert [answer.respondent for answer in found.answers] == ["2", "3"]


def test_another_text_for_a_known_question_is_reported() -> None:
    sheet = table(
        HEADER,
        f"R1|k1|Hva mener dere?|{MONEY}||nb",
        "R2|k1|Kva meiner de?|Det går ganske bra her||nb",
    )
    said = Choices(question_column="chapter", question_text_column="question")
    found = read(sheet, said)
    assert found.questions == (QuestionRecord("k1", "Hva mener dere?"),)
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(3, "contradiction")]
