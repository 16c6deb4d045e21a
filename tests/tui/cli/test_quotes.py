"""Quotes: path, text and label of everything coded, masked, and nothing else about who said it."""

from pathlib import Path
from typing import Any

import docx
import pytest

from tests.tui.cli.running import done, misused, refused
from tests.tui.cli.studies import code, empty_study, fresh, small_study, study_of, table_file

NAMED = (
    ("R1", "Storvik", "1450", "Vi i Storvik har godt samarbeid, men Lillevik vil ikke."),
    ("R2", "Lillevik", "3000", "I STORVIK ringer de post@storvik.kommune.no eller 73 59 30 00."),
    ("R3", "Tverrdal", "60000", "Tverrdals tjeneste er bra, NAV og DPS også."),
    ("R4", "Nyvik", "", "Født 12.03.1985, nummer 12038512345, ble avvist."),
)


def _named(folder: Path) -> Path:
    study = empty_study(folder)
    header = ("id", "kommune", "innbyggere", "k1 Beskriv samarbeidet")
    file = table_file(folder / "svar.csv", [header, *NAMED])
    done("import", study, file, "--name", "kommune", "--question", "k1")
    for respondent, *_ in NAMED:
        code(study, respondent, "Samarbeid / Lokalt")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """Four answers full of names, all coded."""
    return fresh(folder, _named)


def _quotes(study: Path, *options: str) -> Any:
    return done("quotes", study, *options, "--format", "json").json["quotes"]


def test_a_quote_is_path_text_and_label_and_nothing_else(study: Path) -> None:
    quotes = _quotes(study)
    assert len(quotes) == 4
    assert {tuple(quote) for quote in quotes} == {("path", "text", "label")}
    assert quotes[0]["path"] == ["Beskriv samarbeidet", "Samarbeid", "Lokalt"]
    assert {quote["label"] for quote in quotes} == {"kommune"}


def test_labels_stand_as_they_are_for_a_reason_that_is_logged(study: Path) -> None:
    wish = ("--labels", "as-they-are", "--reason", "Alle har sagt ja")
    assert {quote["label"] for quote in _quotes(study, *wish)} == {
        "kommune med færre enn 2000 innbyggere",
        "kommune med 2000-5000 innbyggere",
        "kommune med 50000 innbyggere eller flere",
        "kommune",
    }
    done("quotes", study, *wish, "-o", "sitater.md")
    assert "beholdt etter en egen vurdering: kommune med" in Path("sitater.md").read_text("utf-8")
    logged = "printed labels that few stand behind in k1: Alle har sagt ja"
    assert done("log", study).out.count(logged) == 2


def test_labels_as_they_are_need_a_reason_and_it_nothing_else(study: Path) -> None:
    assert "needs --reason" in misused("quotes", study, "--labels", "as-they-are")
    assert "goes with" in misused("quotes", study, "--reason", "Så")
    assert "choose one of" in misused("quotes", study, "--labels=noen")
    assert "greater than or equal to 5" in misused("quotes", study, "--fewest", "4")


def test_labels_without_a_value_are_merged_ones(study: Path) -> None:
    assert _quotes(study, "--labels") == _quotes(study, "--labels", "merged") == _quotes(study)
    assert _quotes(study, "--labels", "off") == _quotes(study, "--no-labels")


def test_bands_are_merged_for_as_many_as_are_asked_for(folder: Path) -> None:
    study = empty_study(folder)
    sizes = ["1000"] * 6 + ["3000"] * 7 + ["30000"] * 12
    rows = [(f"R{at}", size, "Svar") for at, size in enumerate(sizes)]
    file = table_file(folder / "a.csv", [("id", "innbyggere", "k1 Hva?"), *rows])
    done("import", study, file, "--question", "k1")
    for at in (0, 7, 20):
        code(study, f"R{at}", "Alt")
    wide = {"kommune med færre enn 5000 innbyggere", "kommune med 20000-50000 innbyggere"}
    assert {quote["label"] for quote in _quotes(study)} == wide
    assert len({quote["label"] for quote in _quotes(study, "--fewest", "6")}) == 3
    said = done("quotes", study, "--format", "json").json["notes"]
    assert said[1] == (
        "k1: Størrelsesgrupper som færre enn 10 svarte i, er slått sammen: "
        "kommune med færre enn 5000 innbyggere."
    )


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html"])
def test_names_mail_and_numbers_are_masked_in_every_format(study: Path, form: str) -> None:
    out = done("quotes", study, "--format", form).out.casefold()
    for secret in ("storvik", "lillevik", "tverrdal", "73 59", "kommune.no", "12038512345"):
        assert secret not in out
    for allowed in ("nav", "dps"):
        assert allowed in out


def test_files_hold_no_name_and_no_id(study: Path) -> None:
    for form in ("docx", "xlsx", "html", "md", "txt", "csv", "json"):
        done("quotes", study, "-o", f"sitater.{form}")
        assert done("scan", f"sitater.{form}", "--study", study).exit_code == 0
    text = "\n".join(each.text for each in docx.Document("sitater.docx").paragraphs)
    assert "R1" not in text
    assert docx.Document("sitater.docx").core_properties.author == ""


def test_quotes_say_that_they_are_a_draft(study: Path) -> None:
    for form in ("text", "md", "html"):
        assert "UTKAST, IKKE GODKJENT" in done("quotes", study, "--format", form).out


def test_labels_can_be_left_out(study: Path) -> None:
    assert {quote["label"] for quote in _quotes(study, "--no-labels")} == {""}
    assert "innbyggere" not in done("quotes", study, "--no-labels").out


def test_few_behind_a_label_are_warned_about(study: Path) -> None:
    assert "Fewer than 10 respondents" in done("quotes", study).err
    assert "Fewer than" not in done("quotes", study, "--no-labels").err


def test_all_coded_text_is_what_there_is(study: Path) -> None:
    assert done("quotes", study, "--all").out == done("quotes", study).out


def test_the_number_under_a_heading_is_limited(study: Path) -> None:
    assert len(_quotes(study, "--max", "2")) == 2


def test_the_order_is_shuffled_the_same_way_every_time(study: Path) -> None:
    first = [quote["text"] for quote in _quotes(study)]
    assert [quote["text"] for quote in _quotes(study)] == first
    orders = {tuple(quote["text"] for quote in _quotes(study, "--seed", str(n))) for n in range(8)}
    assert len(orders) > 1
    assert {frozenset(order) for order in orders} == {frozenset(first)}


def test_only_one_theme_or_code_on_request(folder: Path) -> None:
    study = study_of(folder, ["Første svar her", "Andre svar her", "Tredje svar her"])
    for respondent, path in (("R1", "A / En"), ("R2", "A / To"), ("R3", "B")):
        code(study, respondent, path)
    assert {tuple(each["path"][1:]) for each in _quotes(study, "k1", "--code", "A")} == {
        ("A", "En"),
        ("A", "To"),
    }
    assert len(_quotes(study, "k1", "--code", "En")) == 1


def test_an_answer_with_two_codes_is_quoted_under_both(folder: Path) -> None:
    study = study_of(folder, ["Første svar her", "Andre svar her"])
    code(study, "R1", "A", "B")
    assert [each["path"][1:] for each in _quotes(study)] == [["A"], ["B"]]
    assert len({each["text"] for each in _quotes(study)}) == 1


def test_two_coders_of_one_answer_give_one_quote(folder: Path) -> None:
    study = study_of(folder, ["Første svar her", "Andre svar her"])
    for coder in ("KH", "SO"):
        one = ("--question", "k1", "--answer", "R1", "--code", "A")
        done("code", study, *one, "--coder", coder)
    assert len(_quotes(study)) == 1


def test_all_questions_are_quoted_when_none_is_named(folder: Path) -> None:
    study = small_study(folder)
    code(study, "R1", "A")
    code(study, "R3", "B", question="k2")
    assert [each["path"] for each in _quotes(study)] == [
        ["Beskriv samarbeidet", "A"],
        ["Hva mangler?", "B"],
    ]
    assert len(_quotes(study, "k2")) == 1


def test_the_same_study_gives_the_same_bytes(study: Path) -> None:
    for form in ("txt", "json", "csv", "md", "html", "xlsx", "docx"):
        done("quotes", study, "-o", f"a.{form}")
        done("quotes", study, "-o", f"b.{form}")
        assert Path(f"a.{form}").read_bytes() == Path(f"b.{form}").read_bytes()


def test_an_old_file_gives_way_to_the_new_one(study: Path) -> None:
    Path("sitater.md").write_text("gammelt")
    done("quotes", study, "-o", "sitater.md")
    assert "gammelt" not in Path("sitater.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("k9",), "There is no question k9."),
        (("k1", "--code", "Nosuch"), "There is no code Nosuch."),
        (("k1", "--coder", "Nobody"), "Nobody called Nobody has coded."),
        (("k1", "-o", "sitater.pdf"), "names no format"),
        (("k1", "--format", "docx"), "-o FILE.docx"),
    ],
)
def test_what_is_not_there_is_named(study: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in refused("quotes", study, *arguments)


def test_without_any_coding_there_is_nothing_to_quote(folder: Path) -> None:
    assert "no coded text" in refused("quotes", small_study(folder))
    assert "no coded text" in refused("quotes", small_study(folder), "-o", "sitater.docx")
    assert not Path("sitater.docx").exists()


@pytest.mark.parametrize("options", [("--code", "A"), ("k1", "--max", "0"), ("k1", "--max", "a")])
def test_wishes_that_make_no_sense_are_wrong_usage(study: Path, options: tuple[str, ...]) -> None:
    misused("quotes", study, *options)
