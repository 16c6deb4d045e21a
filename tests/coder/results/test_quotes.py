"""Quotes under their headings, with nothing in them that tells who wrote them."""

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from codebooks.paths import find_code
from codebooks.queries import codebook_of
from coder.intake.report import Wishes
from coder.results.labels import thin_labels
from coder.results.masked import list_hits
from coder.results.quote import Quote, QuoteSelection
from coder.results.quotes import QuoteWishes, select_quotes
from coder.study import Study
from coder.tables import CoderRow
from coder.workbench.masking_desk import MaskingDesk
from corpus.language import Language
from corpus.problems import Problem
from corpus.queries import find_question, questions
from corpus.reading.records import RespondentRecord
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
from tests.trials import trials

MANY = [f"r{at:02}" for at in range(20)]


def _study(
    folder: Path,
    answers: list[tuple[str, str, str]],
    people: list[RespondentRecord] | None = None,
    language: Language = "nb",
) -> Study:
    study = new_study(folder, language)
    import_records(study, records(answers, people or []))
    return study


def _twenty(folder: Path) -> Study:
    study = _study(folder, [(who, "k1", f"Svar nummer {who}") for who in MANY])
    code_all(study, [(who, "k1", "Bolig") for who in MANY])
    return study


def _selection(study: Study, wishes: QuoteWishes | None = None) -> QuoteSelection:
    with study.read() as session:
        return select_quotes(session, questions(session), wishes or QuoteWishes())


def _quotes(study: Study, wishes: QuoteWishes | None = None) -> tuple[Quote, ...]:
    return _selection(study, wishes).quotes


def _texts(study: Study, wishes: QuoteWishes | None = None) -> list[str]:
    return [quote.text for quote in _quotes(study, wishes)]


def test_a_quote_has_path_text_and_label_and_nothing_else() -> None:
    fields = [(field.name, str(field.type)) for field in dataclasses.fields(Quote)]
    assert fields == [
        ("path", "tuple[str, ...]"),
        ("text", "<class 'str'>"),
        ("label", "<class 'str'>"),
    ]


def test_quotes_stand_under_question_theme_and_code_in_codebook_order(tmp_path: Path) -> None:
    answers = [("a", "k1", "En"), ("b", "k1", "To"), ("a", "k2", "Tre")]
    with _study(tmp_path, answers) as study:
        code_all(study, [("a", "k1", "Rus;Vet ikke"), ("b", "k1", "Bolig>>Leie;Bolig")])
        code_all(study, [("a", "k2", "Alt"), ("a", "k1", "Bolig>>Eie")])
        paths = [quote.path for quote in _quotes(study)]
    assert paths == [
        ("Spørsmål k1?", "Rus"),
        ("Spørsmål k1?", "Bolig"),
        ("Spørsmål k1?", "Bolig", "Leie"),
        ("Spørsmål k1?", "Bolig", "Eie"),
        ("Spørsmål k1?", "Vet ikke"),
        ("Spørsmål k2?", "Alt"),
    ]


def test_everything_that_is_coded_is_quoted(tmp_path: Path) -> None:
    with _twenty(tmp_path) as study:
        assert sorted(_texts(study)) == [f"Svar nummer {who}" for who in MANY]


def test_the_order_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    with _twenty(tmp_path) as study:
        assert _texts(study) == _texts(study)
        assert _texts(study, QuoteWishes(seed=7)) == _texts(study, QuoteWishes(seed=7))
        assert _texts(study, QuoteWishes(seed=7)) != _texts(study, QuoteWishes(seed=8))


def test_the_order_is_not_the_order_of_respondents(tmp_path: Path) -> None:
    with _twenty(tmp_path) as study:
        for seed in range(20):
            texts = _texts(study, QuoteWishes(seed=seed))
            assert texts not in (sorted(texts), sorted(texts, reverse=True))


def test_two_headings_have_different_orders(tmp_path: Path) -> None:
    with _twenty(tmp_path) as study:
        code_all(study, [(who, "k1", "NAV") for who in MANY])
        quotes = _quotes(study)
    orders = [[q.text for q in quotes if q.path[-1] == code] for code in ("Bolig", "NAV")]
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]


@pytest.mark.parametrize("most", [1, 3, 50])
def test_at_most_so_many_quotes_stand_under_a_heading(tmp_path: Path, most: int) -> None:
    with _twenty(tmp_path) as study:
        code_all(study, [(who, "k1", "NAV") for who in MANY[:2]])
        every = _quotes(study)
        some = _quotes(study, QuoteWishes(most=most))
    for code in ("Bolig", "NAV"):
        under = [quote for quote in every if quote.path[-1] == code]
        assert [quote for quote in some if quote.path[-1] == code] == under[:most]


def test_quotes_of_some_codes_only(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "En"), ("b", "k1", "To")]) as study:
        code_all(study, [("a", "k1", "Bolig>>Leie"), ("b", "k1", "NAV")])
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            theme = find_code(tree, "Bolig")
        assert theme
        assert _texts(study, QuoteWishes(codes=frozenset(tree.subtree(theme.id)))) == ["En"]


def test_a_segment_is_quoted_without_the_rest(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig mangler, og NAV er langt unna")]) as study:
        code_segment(study, "a", "k1", "Bolig", 0, 13)
        code_segment(study, "a", "k1", "NAV", 14, 35)
        assert _texts(study) == ["Bolig mangler", "og NAV er langt unna"]


def test_two_coders_on_the_same_piece_give_one_quote(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig og NAV")]) as study:
        for coder in (CODER, CODER_2):
            code_all(study, [("a", "k1", "Alt")], coder)
            code_segment(study, "a", "k1", "Bolig", 0, 5, coder)
        assert _texts(study) == ["Bolig og NAV", "Bolig"]


def test_quotes_of_one_coder_only_and_what_that_coder_has_left(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "En"), ("b", "k1", "To")]) as study:
        code_all(study, [("a", "k1", "Bolig"), ("b", "k1", "Bolig")])
        code_all(study, [("b", "k1", "NAV")], CODER_2)
        with study.read() as session:
            coder = session.scalar(select(CoderRow.id).where(CoderRow.name == CODER_2))
        found = _selection(study, QuoteWishes(coder=coder))
    assert [quote.text for quote in found.quotes] == ["To"]
    assert found.notes[-1] == "k1: 1 svar ikke kodet."


def test_blank_answers_and_blank_pieces_never_appear(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig   NAV"), ("b", "k1", " "), ("c", "k1", "")]) as study:
        code_segment(study, "a", "k1", "Tomt", 5, 8)
        code_segment(study, "a", "k1", "Rom", 5, 9)
        assert _texts(study) == ["N"]


def test_a_changed_answer_is_quoted_as_it_was_coded(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Før")]) as study:
        code_all(study, [("a", "k1", "Bolig")])
        import_records(study, records([("a", "k1", "Etter")]), Wishes(changed="replace"))
        assert _texts(study) == ["Før"]


TEMPLATES = [
    "I {} er det få boliger",
    "Vi i {}s tjenester har lite",
    "{}",
    "Alt. {} kommune, {}, og ({})",
    "hos oss i {}-området finnes det",
    "først\n- {}\n- noe annet",
]
NAMES = st.text("abdefgiklmnoprtuvyæøå", min_size=2, max_size=7).map(lambda end: f"Q{end}vik")
CASES = st.sampled_from([str.lower, str.upper, str.title, str.swapcase, str])


@settings(max_examples=trials(10), deadline=None)
@given(
    names=st.lists(NAMES, min_size=3, max_size=3, unique_by=str.casefold),
    templates=st.lists(st.sampled_from(TEMPLATES), min_size=3, max_size=3),
    case=CASES,
    head=st.sampled_from(["{}", "{} kommune", "Bydel {}", "{} herad"]),
)
def test_no_quote_holds_the_name_of_its_own_respondent(
    names: list[str], templates: list[str], case: type[str], head: str
) -> None:
    people = [
        RespondentRecord(2, f"r{at}", head.format(name), "kommune", None, "<2000")
        for at, name in enumerate(names)
    ]
    answers = [
        (f"r{at}", "k1", template.format(*[case(name)] * 3))
        for at, (name, template) in enumerate(zip(names, templates, strict=True))
    ]
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder), answers, people) as study:
        code_all(study, [(who, "k1", "Alt") for who, _, _ in answers])
        code_segment(study, "r0", "k1", "Del", 0, 2)
        texts = _texts(study)
    assert len(texts) == 4
    for name in names:
        assert not any(name.casefold() in text.casefold() for text in texts)


@pytest.mark.parametrize("start", [0, 7, 9, 12])
def test_a_name_that_the_border_of_a_segment_cuts_is_masked_whole(
    tmp_path: Path, start: int
) -> None:
    with _study(tmp_path, [("a", "k1", "Her er Avik en by")]) as study:
        code_segment(study, "a", "k1", "Sted", start, 13)
        (text,) = _texts(study)
    assert "vik" not in text
    assert "[" in text or start >= 11


def test_names_of_other_respondents_are_masked_too(tmp_path: Path) -> None:
    people = [respondent("a"), RespondentRecord(3, "b", "Storfjelldal", "", None, "<2000")]
    with _study(tmp_path, [("a", "k1", "Vi samarbeider med Storfjelldal")], people) as study:
        code_all(study, [("a", "k1", "Alt")])
        (text,) = _texts(study)
    assert "Storfjelldal" not in text


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("nb", "kommune med færre enn 2000 innbyggere"),
        ("nn", "kommune med færre enn 2000 innbyggjarar"),
        ("en", "municipality with fewer than 2000 inhabitants"),
    ],
)
def test_the_label_is_the_size_band_in_the_language_of_the_study(
    tmp_path: Path, language: Language, label: str
) -> None:
    people = [respondent(who, "<2000") for who in MANY[:10]]
    answers = [(each.key, "k1", "Svar") for each in people]
    with _study(tmp_path, answers, people, language) as study:
        code_all(study, [("r00", "k1", "Alt")])
        assert [quote.label for quote in _quotes(study)] == [label]
        assert [quote.label for quote in _quotes(study, QuoteWishes(labels=False))] == [""]


def test_labels_with_few_respondents_behind_them_are_told(tmp_path: Path) -> None:
    people = [respondent(who, "bydel" if who in MANY[:10] else "<2000") for who in MANY[:19]]
    with (
        _study(tmp_path, [(each.key, "k1", "Svar") for each in people], people) as study,
        study.read() as session,
    ):
        assert thin_labels(session, questions(session)) == ["kommune med færre enn 2000 innbyggere"]


def test_quotes_are_a_draft_and_tell_how_many_they_are(tmp_path: Path) -> None:
    with _twenty(tmp_path) as study:
        found = _selection(study)
    assert found.draft == "UTKAST, IKKE GODKJENT"
    assert found.title == "Sitater: Studie"
    assert found.notes[0].startswith("20 tekstutdrag fra 20 svar.")


def test_what_is_masked_is_listed_with_the_words_around_it(tmp_path: Path) -> None:
    with (
        _study(
            tmp_path, [("a", "k1", "Vi i avik har lite"), ("b", "k1", "Ring 22 33 44 55")]
        ) as study,
        study.read() as session,
    ):
        found = [(hit.respondent, hit.excerpt) for hit in list_hits(session)]
    assert found == [("a", "Vi i »avik« har lite"), ("b", "Ring »22 33 44 55«")]


def _approve(study: Study, *who: str) -> MaskingDesk:
    desk = MaskingDesk(study, "k1", CODER)
    for answer in desk.answers:
        if answer.respondent in who:
            desk.approve(answer)
    return desk


def _two(folder: Path) -> Study:
    study = _study(folder, [("a", "k1", "Vi i Lier mangler bolig"), ("b", "k1", "Vi i Os og")])
    code_all(study, [("a", "k1", "Bolig"), ("b", "k1", "Bolig")])
    return study


def test_quotes_are_a_draft_until_every_one_is_approved(tmp_path: Path) -> None:
    with _two(tmp_path) as study:
        _approve(study, "a")
        assert _selection(study).draft
        _approve(study, "b")
        assert _selection(study).draft == ""


def test_only_approved_quotes_are_taken_when_asked_for(tmp_path: Path) -> None:
    with _two(tmp_path) as study:
        desk = _approve(study, "a", "b")
        desk.release_here(desk.answers[1], 5, 7)
        selection = _selection(study, QuoteWishes(approved=True))
    assert [quote.text for quote in selection.quotes] == ["Vi i [kommune] mangler bolig"]
    assert selection.draft == ""


def test_quotes_read_as_was_decided_and_name_what_was_let_through(tmp_path: Path) -> None:
    with _two(tmp_path) as study:
        desk = _approve(study)
        desk.release_here(desk.answers[0], 5, 9)
        desk.cut(desk.answers[1], 3, 5)
        selection = _selection(study)
    assert {quote.text for quote in selection.quotes} == {
        "Vi i Lier mangler bolig",
        "Vi [...][kommune] og",
    }
    assert selection.released == ("Lier",)


def test_a_paraphrased_answer_is_printed_once_under_a_heading(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig mangler, og bolig er dyrt")]) as study:
        code_segment(study, "a", "k1", "Bolig", 0, 13)
        code_segment(study, "a", "k1", "Bolig", 18, 31)
        desk = _approve(study)
        desk.paraphrase(desk.answers[0], "For få og for dyre boliger.")
        assert _texts(study) == ["For få og for dyre boliger. (omskrevet)"]


def test_a_study_that_demands_approval_lets_no_draft_out(tmp_path: Path) -> None:
    with _two(tmp_path) as study:
        _approve(study, "a").demand_approval(True)
        with pytest.raises(Problem, match="1 answer is not approved"):
            _selection(study)
        assert len(_selection(study, QuoteWishes(approved=True)).quotes) == 1
