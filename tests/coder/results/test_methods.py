"""The note on methods in plain sentences, in three languages."""

from pathlib import Path

import pytest

from coder.exports.methods_text import methods_markdown, methods_text
from coder.merging import share
from coder.results.methods import methods_note
from coder.study import Study
from coder.workbench.doing import Chosen, apply_new
from coder.workbench.workbench import Workbench
from corpus.language import LANGUAGES, Language
from corpus.queries import find_question, questions
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records


def coded(folder: Path, language: Language = "nb") -> Study:
    """60 answers to k1: a new code at 1 and at 20, all but the last coded."""
    study = new_study(folder, language)
    answers = [(f"R{at}", key, f"Svar {at}") for key in ("k1", "k2") for at in range(1, 61)]
    import_records(study, records([*answers, ("R61", "k1", "")]))
    bench = Workbench(study, "k1", CODER)
    for at in range(1, 60):
        path = "Bolig / Pris" if at < 20 else "Økonomi"
        apply_new(bench, path, Chosen((bench.respondents_answer(f"R{at}"),), f"R{at}"))
    return study


def note(study: Study, *keys: str) -> str:
    """The note on questions as text on one line."""
    with study.read() as session:
        of = [find_question(session, key) for key in keys] or questions(session)
        return " ".join(methods_text(methods_note(session, of)).split())


def test_it_says_who_was_asked_and_what_is_coded(tmp_path: Path) -> None:
    said = note(coded(tmp_path), "k1")
    assert "61 respondenter, og 60 (98 prosent) svarte med tekst." in said
    assert "59 av svarene er kodet; 1 gjenstår." in said
    assert f"All koding er gjort av {CODER}." in said


def test_it_counts_codes_by_level(tmp_path: Path) -> None:
    said = note(coded(tmp_path), "k1")
    assert "Antall koder i bruk er 2 (øverste nivå: 1, andre nivå: 1)." in said
    assert "De hører til 2 hovedtema." in said
    assert "et kodet svar har 1,0 i gjennomsnitt" in said


def test_it_evaluates_the_rule(tmp_path: Path) -> None:
    said = note(coded(tmp_path), "k1")
    assert "Nye koder per 50 svar, i den rekkefølgen svarene ble kodet: 2, 0." in said
    assert "Metningsregel: ingen ny kode i de siste 30 svarene." in said
    assert "Regelen er oppfylt: den siste nye koden kom ved svar 20 av 59" in said


def test_a_question_that_is_not_coded_says_so(tmp_path: Path) -> None:
    said = note(coded(tmp_path), "k2")
    assert "Ingen av svarene er kodet." in said
    assert "regelen om metning kan ikke prøves" in said


def test_a_shared_list_is_judged_over_all_its_questions(tmp_path: Path) -> None:
    study = coded(tmp_path)
    with study.act("share_codebook", CODER) as session:
        share(session, find_question(session, "k1"), find_question(session, "k2"))
    code_all(study, [("R1", "k2", "Ny")], CODER_2)
    said = note(study, "k1")
    assert "Kodelisten er felles for k1, k2." in said
    assert "samlet: Regelen er ikke oppfylt: den siste nye koden kom ved svar 60 av 60" in said


def test_several_coders_are_named_with_how_much_they_coded(tmp_path: Path) -> None:
    study = coded(tmp_path)
    code_all(study, [("R1", "k1", "Økonomi"), ("R60", "k1", "Vet ikke")], CODER_2)
    said = note(study, "k1")
    assert f"gjort av 2 personer: {CODER} (59 svar), {CODER_2} (2 svar)." in said
    assert "Alle svarene er kodet." in said
    assert "1 slike er i bruk" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence(tmp_path: Path, language: Language) -> None:
    said = note(coded(tmp_path, language))
    assert "{" not in said
    assert {"nb": "oppfylt", "nn": "Mettingsregel", "en": "The rule is met"}[language] in said


def test_markdown_has_a_heading_for_each_question(tmp_path: Path) -> None:
    study = coded(tmp_path)
    with study.read() as session:
        text = methods_markdown(methods_note(session, questions(session)))
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Metodenotat: Studie",
        "## k1 Spørsmål k1?",
        "## k2 Spørsmål k2?",
    ]
