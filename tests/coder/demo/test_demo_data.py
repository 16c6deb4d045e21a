"""The two files of the demo keep what the demo promises."""

import csv
import io
import re
import unicodedata
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.bands import DISTRICT, UNKNOWN, BandScheme

ROUTED = "k2.3"
LEFT_OPEN = "k2.4"
SINGLE = "k2.5"
CODED = ("k2.1", "k2.2", ROUTED, SINGLE)
SCALE = ("Svært godt", "Godt", "Varierende", "Dårlig", "Ingen erfaring")
OUTCOMES = {"Ingen mening", "Vet ikke", "Uleselig", "Utenfor tema"}
IDENTITY_NUMBER = re.compile(r"\b\d{11}\b")
FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
POPULATION = re.compile(r"\d{1,3}(?:[ .\u00a0]\d{3})+|\d+")
NYNORSK = re.compile(
    r"\b(?:ikkje|eit|ein|éin|éi|dei|frå|noko|nokon|nokre|mykje|vere|kva|kven|kvar|berre|kjem|veit|"
    r"me|treng|inga|heile?|tilsett|søkjarar|brukarar|tenesta|manglar|fleire|bustad(?:ar|er|selskap)?|"
    r"ressursar|rettleiing|tilbod(?:et)?|husvære|kommunar|sjukare|lita)\b",
    re.IGNORECASE,
)

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    """The rows of one of the demo's files, by header."""
    data = files("coder.demo").joinpath(name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline=""), delimiter=";", strict=True))


@pytest.fixture(scope="module")
def respondents() -> list[Row]:
    """One row per respondent, the open questions under their keys."""
    return [
        {
            header.split()[0] if header.startswith("k2.") else header: cell
            for header, cell in row.items()
        }
        for row in rows_of("answers.csv")
    ]


@pytest.fixture(scope="module")
def codings() -> list[Row]:
    """One row per coded segment or whole answer."""
    return rows_of("codings.csv")


@pytest.fixture(scope="module")
def answers(respondents: list[Row]) -> dict[tuple[str, str], str]:
    """Every answer that is not blank, by respondent and question."""
    return {
        (row["id"], key): text
        for row in respondents
        for key, text in row.items()
        if key.startswith("k2.") and text.strip()
    }


@pytest.fixture(scope="module")
def segments(codings: list[Row], answers: dict[tuple[str, str], str]) -> list[tuple[str, int, int]]:
    """The answer's text and the offsets of every coded segment."""
    return [
        (answers[row["respondent"], row["question"]], int(row["start"]), int(row["end"]))
        for row in codings
        if row["start"]
    ]


def band_of(row: Row) -> str:
    """The band of a respondent, read from type and inhabitants."""
    if row["type"] == "bydel":
        return DISTRICT
    if not POPULATION.fullmatch(row["innbyggere"]):
        return UNKNOWN
    return BandScheme().of_population(int(re.sub(r"\D", "", row["innbyggere"])))


def paths_of(row: Row) -> list[str]:
    """The code paths of one row."""
    return row["codes"].split(";")


def answered(answers: dict[tuple[str, str], str], question: str) -> int:
    """How many answered a question."""
    return sum(key == question for _, key in answers)


@pytest.mark.parametrize("name", ["answers.csv", "codings.csv"])
def test_a_file_is_utf8_with_a_mark_and_line_feeds_only(name: str) -> None:
    data = files("coder.demo").joinpath(name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert unicodedata.is_normalized("NFC", data.decode("utf-8-sig"))


def test_160_respondents_have_ids_in_order_and_names_of_their_own(respondents: list[Row]) -> None:
    assert [row["id"] for row in respondents] == [f"R{number:03}" for number in range(1, 161)]
    assert len({row["kommune"] for row in respondents}) == 160


def test_municipalities_and_city_districts_are_145_and_15(respondents: list[Row]) -> None:
    assert Counter(row["type"] for row in respondents) == {"kommune": 145, "bydel": 15}


def test_every_size_band_is_well_filled(respondents: list[Row]) -> None:
    filled = Counter(band_of(row) for row in respondents)
    assert set(filled) == set(BandScheme().names)
    assert all(filled[band] >= 10 for band in BandScheme().names if band != UNKNOWN)


def test_populations_are_written_in_several_ways_and_one_is_only_about(
    respondents: list[Row],
) -> None:
    written = {row["innbyggere"] for row in respondents}
    assert {"1 450", "12.300", "10\u00a0775"} <= written
    assert [row["innbyggere"] for row in respondents if band_of(row) == UNKNOWN] == ["ca. 1 200"]


def test_the_routed_question_is_answered_only_after_no(respondents: list[Row]) -> None:
    asked = [row for row in respondents if row["Har kommunen ambulant team?"] == "Nei"]
    wrote = [row for row in respondents if row[ROUTED].strip()]
    assert all(row in asked for row in wrote)
    assert len(asked) > len(wrote)


@pytest.mark.parametrize(
    ("question", "least"), [("k2.1", 120), ("k2.2", 100), ("k2.3", 35), ("k2.4", 95), ("k2.5", 105)]
)
def test_a_question_has_enough_answers(
    answers: dict[tuple[str, str], str], question: str, least: int
) -> None:
    assert least <= answered(answers, question) < 160


def test_the_first_question_has_answers_from_three_words_to_about_seventy(
    answers: dict[tuple[str, str], str],
) -> None:
    lengths = [len(text.split()) for (_, key), text in answers.items() if key == "k2.1"]
    assert min(lengths) <= 3
    assert 60 <= max(lengths) <= 75
    assert sum(length >= 40 for length in lengths) >= 15


def test_no_answer_begins_or_ends_with_space(answers: dict[tuple[str, str], str]) -> None:
    assert [text for text in answers.values() if text != text.strip()] == []


def test_every_answer_of_the_coded_questions_has_a_code(
    codings: list[Row], answers: dict[tuple[str, str], str]
) -> None:
    coded = {(row["respondent"], row["question"]) for row in codings}
    assert coded == {key for key in answers if key[1] in CODED}


def test_one_question_is_left_without_codes(codings: list[Row]) -> None:
    assert LEFT_OPEN not in {row["question"] for row in codings}


def test_the_single_code_question_has_exactly_one_code_of_the_scale(codings: list[Row]) -> None:
    single = [row for row in codings if row["question"] == SINGLE]
    assert max(Counter(row["respondent"] for row in single).values()) == 1
    assert {row["codes"] for row in single} == set(SCALE)


def test_the_scale_is_met_in_its_own_order(codings: list[Row]) -> None:
    met = dict.fromkeys(row["codes"] for row in codings if row["question"] == SINGLE)
    assert tuple(met) == SCALE


def test_the_codebooks_have_three_levels_two_and_one(codings: list[Row]) -> None:
    depths = {
        question: max(
            len(path.split(" / "))
            for row in codings
            if row["question"] == question
            for path in paths_of(row)
        )
        for question in CODED
    }
    assert depths == {"k2.1": 3, "k2.2": 2, "k2.3": 1, "k2.5": 1}


def test_a_theme_is_never_a_code_of_its_own(codings: list[Row]) -> None:
    for question in CODED:
        used = {path for row in codings if row["question"] == question for path in paths_of(row)}
        assert not {path for path in used if any(other.startswith(f"{path} / ") for other in used)}


def test_no_answer_carries_both_an_outcome_and_a_theme(codings: list[Row]) -> None:
    for row in codings:
        outcomes = OUTCOMES.intersection(paths_of(row))
        assert not outcomes or len(paths_of(row)) == 1


def test_all_four_outcomes_occur(codings: list[Row]) -> None:
    assert {path for row in codings for path in paths_of(row)} >= OUTCOMES


def test_counts_of_the_first_question_have_a_long_tail(codings: list[Row]) -> None:
    pairs = {
        (row["respondent"], path)
        for row in codings
        if row["question"] == "k2.1"
        for path in paths_of(row)
    }
    counts = Counter(path for _, path in pairs)
    assert max(counts.values()) >= 20
    assert sum(count <= 2 for count in counts.values()) >= 5


@pytest.mark.parametrize(
    ("path", "bands"),
    [
        ("Ressurser / Bemanning / Sårbart med én ansatt", {"<2000", "2000-5000"}),
        (
            "Tilgjengelighet / Avstand / Langt til spesialisthelsetjenesten",
            {"<2000", "2000-5000"},
        ),
        (
            "Samhandling / Internt i kommunen / På tvers av soner og bydeler",
            {">50000", DISTRICT},
        ),
    ],
)
def test_some_codes_belong_to_small_or_to_large_units(
    codings: list[Row], respondents: list[Row], path: str, bands: set[str]
) -> None:
    band = {row["id"]: band_of(row) for row in respondents}
    having = {row["respondent"] for row in codings if path in paths_of(row)}
    assert len(having) >= 7
    assert {band[respondent] for respondent in having} == bands


def test_the_first_code_list_grows_fast_and_then_slowly(codings: list[Row]) -> None:
    born: dict[str, int] = {}
    coded = dict.fromkeys(row["respondent"] for row in codings if row["question"] == "k2.1")
    place = {respondent: number for number, respondent in enumerate(coded)}
    for row in codings:
        for path in paths_of(row) if row["question"] == "k2.1" else []:
            born.setdefault(path, place[row["respondent"]])
    halves = Counter(number * 2 // len(coded) for number in born.values())
    assert halves[0] > 3 * halves[1] > 0


def test_two_coders_share_the_work(codings: list[Row]) -> None:
    shares = Counter(row["coder"] for row in codings)
    assert set(shares) == {"KH", "SO"}
    assert shares["KH"] > 3 * shares["SO"]


def test_about_thirty_or_more_codings_stand_on_segments(
    segments: list[tuple[str, int, int]],
) -> None:
    assert len(segments) >= 30


def test_start_and_end_come_together_and_only_in_the_first_question(codings: list[Row]) -> None:
    for row in codings:
        assert bool(row["start"]) == bool(row["end"])
        assert not row["start"] or row["question"] == "k2.1"


def test_segments_lie_inside_their_answer(segments: list[tuple[str, int, int]]) -> None:
    assert all(0 <= start < end <= len(text) for text, start, end in segments)


def test_segments_split_no_word_and_begin_and_end_with_no_space(
    segments: list[tuple[str, int, int]],
) -> None:
    for text, start, end in segments:
        piece = text[start:end]
        assert piece == piece.strip()
        assert not re.search(r"\w\|\w", f"{text[max(0, start - 1) : start]}|{text[start]}")
        assert not re.search(r"\w\|\w", f"{text[end - 1]}|{text[end : end + 1]}")


def test_segments_of_one_answer_do_not_overlap(codings: list[Row]) -> None:
    taken: dict[str, list[tuple[int, int]]] = {}
    for row in codings:
        if row["start"]:
            taken.setdefault(row["respondent"], []).append((int(row["start"]), int(row["end"])))
    for ranges in taken.values():
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(ranges)))


def test_the_share_of_nynorsk_is_that_of_the_survey(
    answers: dict[tuple[str, str], str],
) -> None:
    written = Counter(respondent for respondent, _ in answers)
    nynorsk = {respondent for (respondent, _), text in answers.items() if NYNORSK.search(text)}
    assert 0.15 <= len(nynorsk) / len(written) <= 0.21


def test_short_answers_are_repeated_word_for_word(answers: dict[tuple[str, str], str]) -> None:
    repeated = {text for text, times in Counter(answers.values()).items() if times > 1}
    assert repeated == {"Mangel på boliger", "Vet ikke", "vet ikke", "Ikke aktuelt", "-", "Økonomi"}


@pytest.mark.parametrize(
    "piece", ['"', ";", "\n", "[/]", "=1+1", "@example.no", "@example.org", "22 12 34 56"]
)
def test_awkward_text_occurs(answers: dict[tuple[str, str], str], piece: str) -> None:
    assert any(piece in text for text in answers.values())


def test_some_texts_are_formulas_to_a_spreadsheet(answers: dict[tuple[str, str], str]) -> None:
    assert sum(text.startswith("=") for text in answers.values()) == 2


def test_respondents_name_themselves_in_several_cases(
    respondents: list[Row], answers: dict[tuple[str, str], str]
) -> None:
    own = [
        found.group()
        for row in respondents
        for (respondent, _), text in answers.items()
        if respondent == row["id"]
        for found in re.finditer(rf"\b{re.escape(row['kommune'])}s?\b", text, re.IGNORECASE)
    ]
    assert len(own) >= 18
    assert any(name.islower() for name in own)
    assert any(name.isupper() for name in own)
    assert {"Storvik", "Storviks"} <= set(own)


def test_the_only_identity_number_is_not_a_valid_one(
    answers: dict[tuple[str, str], str],
) -> None:
    numbers = [number for text in answers.values() for number in IDENTITY_NUMBER.findall(text)]
    assert len(numbers) == 1
    assert not is_identity_number(numbers[0])


def is_identity_number(number: str) -> bool:
    """Whether the two check digits of a Norwegian identity number are right."""
    first = sum(int(digit) * weight for digit, weight in zip(number, FIRST_WEIGHTS, strict=False))
    second = sum(int(digit) * weight for digit, weight in zip(number, SECOND_WEIGHTS, strict=True))
    return first % 11 == 0 and second % 11 == 0


def test_no_respondent_has_the_name_of_a_real_municipality(
    respondents: list[Row], shared_data: Path
) -> None:
    real = real_names(shared_data / "kommuner.csv")
    assert len(real) > 400
    assert [row["kommune"] for row in respondents if row["kommune"].casefold() in real] == []


def test_a_few_answers_name_a_real_municipality(
    answers: dict[tuple[str, str], str], shared_data: Path
) -> None:
    real = real_names(shared_data / "kommuner.csv")
    words = (
        (key, word.casefold())
        for key, text in answers.items()
        for word in re.findall(r"(?<=\w )[A-ZÆØÅ]\w+", text)
    )
    assert 3 <= len({key for key, word in words if word in real}) <= 12


def real_names(path: Path) -> set[str]:
    """Names of municipalities and city districts, present and former, dual names apart."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    cells = (cell for row in rows for cell in (row["name"], *row["names_since_1994"].split("|")))
    names = (name for cell in cells for name in (cell, *re.split(r" *- *", cell)))
    return {name.casefold() for name in names if name}
