"""Codes become closed alternatives, the one for everything else last."""

from pathlib import Path

import pytest

from codebooks.edits import set_mode, set_status
from codebooks.paths import find_names
from codebooks.queries import codebook_of
from coder.alternatives import AlternativeWishes, list_alternatives
from coder.results.alternative import AlternativeList
from coder.results.codebook_wording import is_other
from coder.study import Study
from corpus.language import Language
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records

WHO = [f"r{at}" for at in range(8)]


def _study(folder: Path, language: Language = "nb") -> Study:
    study = new_study(folder, language)
    import_records(study, records([(who, "k1", f"Svaret til {who} er dette") for who in WHO]))
    code_all(
        study,
        [
            *((who, "k1", "Økonomi>>Lønn") for who in WHO[:3]),
            *((who, "k1", "Folk>>Lønn") for who in WHO[2:6]),
            (WHO[0], "k1", "Økonomi;Kø"),
            (WHO[6], "k1", "Annet;Vet ikke"),
            (WHO[7], "k1", "Uleselig"),
        ],
    )
    return study


def _listed(study: Study, wishes: AlternativeWishes | None = None) -> AlternativeList:
    with study.read() as session:
        return list_alternatives(
            session, find_question(session, "k1"), wishes or AlternativeWishes()
        )


def _rows(found: AlternativeList) -> list[tuple[int, str, int]]:
    return [(each.number, each.text, each.count) for each in found.alternatives]


def test_codes_come_by_count_with_annet_last_and_themes_where_a_name_stands_twice(
    tmp_path: Path,
) -> None:
    with _study(tmp_path) as study:
        assert _rows(_listed(study)) == [
            (1, "Folk: Lønn", 4),
            (2, "Økonomi: Lønn", 3),
            (3, "Kø", 1),
            (4, "Økonomi", 1),
            (5, "Annet, hva", 1),
        ]


def test_codes_with_few_answers_go_under_annet_which_counts_answers_once(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = _listed(study, AlternativeWishes(least=2))
        assert _rows(found)[2:] == [(3, "Annet, hva", 2)]
        paths = [code.path for code in found.alternatives[-1].codes]
        assert paths == [("Økonomi",), ("Kø",), ("Annet",)]
        assert any("færre enn 2" in note for note in found.notes)


def test_main_themes_count_distinct_answers(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = _listed(study, AlternativeWishes(level="theme"))
        assert _rows(found)[:2] == [(1, "Folk", 4), (2, "Økonomi", 3)]


def test_one_theme_alone(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = _listed(study, AlternativeWishes(under="Økonomi", order="codebook"))
        assert [row[1] for row in _rows(found)] == ["Økonomi", "Lønn", "Annet, hva"]


def test_outcomes_are_no_alternatives_and_that_is_said(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = _listed(study)
        assert not {"Vet ikke", "Uleselig"} & {row[1] for row in _rows(found)}
        assert any("1 svar har ingen annen kode" in note for note in found.notes)


def test_each_alternative_leads_to_its_code(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        (link,) = _listed(study).alternatives[0].codes
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k1").id)
        code = find_names(tree, ["Folk", "Lønn"])
        assert code
        assert (link.number, link.guid, link.path) == (code.number, code.guid, ("Folk", "Lønn"))


def test_two_examples_masked_and_labelled_stand_under_each(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(
            study, records([("r", "k1", "Vi i rvik har ring ola@rvik.no for lite folk")])
        )
        code_all(study, [("r", "k1", "Folk")])
        found = _listed(study)
        (example,) = found.alternatives[0].examples
        assert "ola@" not in example.text
        assert example.label == "kommune"
        assert found.draft == "UTKAST, IKKE GODKJENT"


def test_an_answer_is_no_second_example_where_another_can_be(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = _listed(study, AlternativeWishes(examples=1, order="codebook"))
        texts = [quote.text for each in found.alternatives for quote in each.examples]
        assert len(texts) - len(set(texts)) <= 1


def test_without_examples_nothing_is_a_draft(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = _listed(study, AlternativeWishes(examples=0))
        assert (found.draft, found.alternatives[0].examples) == ("", ())


def test_a_retired_code_goes_under_annet(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("retire_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code = find_names(tree, ["Folk", "Lønn"])
            assert code
            set_status(session, code, "retired")
        assert _rows(_listed(study))[-1] == (4, "Annet, hva", 5)


def test_a_scale_keeps_its_order_and_its_unused_steps(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("question", CODER) as session:
            set_mode(session, codebook_of(session, find_question(session, "k1").id), None, True)
        found = _listed(study, AlternativeWishes(least=5))
        assert [row[1] for row in _rows(found)][:2] == ["Økonomi", "Økonomi: Lønn"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "Annet, hva"), ("nn", "Anna, kva"), ("en", "Other, please specify")],
)
def test_the_last_alternative_speaks_the_language_of_the_study(
    tmp_path: Path, language: Language, text: str
) -> None:
    with _study(tmp_path, language) as study:
        assert _listed(study).alternatives[-1].text == text


@pytest.mark.parametrize(
    "name", ["Annet", "annet, hva", "Anna, kva?", "Annet (spesifiser)", "Other, please specify"]
)
def test_names_for_everything_else(name: str) -> None:
    assert is_other(name)


@pytest.mark.parametrize("name", ["Andre kommuner", "Annet helsepersonell", "Hva annet", ""])
def test_names_that_only_sound_alike(name: str) -> None:
    assert not is_other(name)
