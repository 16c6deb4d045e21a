"""Codes over the size bands: shares, what is typical, and what may be printed."""

from pathlib import Path

import pytest

from coder.exports.profile_formats import (
    profile_csv,
    profile_json,
    profile_markdown,
    profile_text,
)
from coder.results.band_profile import band_profile
from coder.results.profile_cells import Profile, ProfileRow, printed
from coder.results.tally import build_table
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.queries import find_question
from tests.builders import code_all, import_records, new_study, records, respondent

SIZES = {"<2000": 40, "2000-5000": 60, ">50000": 12, "bydel": 6, "unknown": 20}
HAVING = {"<2000": 30, "2000-5000": 12, ">50000": 3, "bydel": 0, "unknown": 5}


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Bolig / Avstand is common in the smallest band; Økonomi is given by half of every band."""
    study = new_study(tmp_path)
    people = [(f"{band}#{at}", band, at) for band, size in SIZES.items() for at in range(size)]
    respondents = [respondent(key, band) for key, band, _ in people]
    import_records(study, records([(key, "k1", "Noe") for key, _, _ in people], respondents))
    codings = [(key, "k1", "Bolig / Avstand") for key, band, at in people if at < HAVING[band]]
    codings += [(key, "k1", "Økonomi") for key, _, at in people if at % 2]
    codings += [(key, "k1", "Bolig / Pris") for key, _, at in people if at == 0]
    code_all(study, codings)
    return study


def read(study: Study) -> Profile:
    """The profile as it is now."""
    with study.read() as session:
        return band_profile(session, find_question(session, "k1"))


def row_of(profile: Profile, name: str) -> ProfileRow:
    """The row of a code."""
    return next(row for row in profile.rows if row.path[-1] == name)


def test_shares_are_of_those_who_answered_in_the_band(study: Study) -> None:
    cells = {cell.band: cell for cell in row_of(read(study), "Avstand").cells}
    assert {band: (cell.count, cell.n) for band, cell in cells.items()} == {
        band: (HAVING[band], size) for band, size in SIZES.items()
    }
    assert cells["<2000"].share == 0.75


def test_the_others_are_all_who_answered_outside_the_band(study: Study) -> None:
    cell = row_of(read(study), "Avstand").cells[0]
    assert (cell.others, cell.n_others) == (20, 98)
    assert cell.difference == pytest.approx(0.75 - 20 / 98)
    found = cell.difference_interval
    assert (round(found.low, 3), round(found.high, 3)) == (0.369, 0.674)


def test_a_theme_counts_each_answer_once(study: Study) -> None:
    row = row_of(read(study), "Bolig")
    assert (row.count, row.is_theme, row.is_used) == (51, True, False)


def test_what_is_common_in_a_band_alone_is_typical_of_it(study: Study) -> None:
    marks = {(row.path[-1], cell.band, cell.mark) for row, cell in read(study).marked()}
    assert ("Avstand", "<2000", "more") in marks
    assert ("Avstand", "2000-5000", "less") in marks
    assert not any(name == "Økonomi" for name, _, _ in marks)


def test_small_groups_and_unknown_sizes_are_never_typical(study: Study) -> None:
    profile = read(study)
    assert not {cell.band for _, cell in profile.marked()} & {"bydel", "unknown"}
    assert not any(cell.mark for cell in row_of(profile, "Pris").cells)


def test_every_comparison_that_was_made_counts_in_the_rule(study: Study) -> None:
    """Bolig, Avstand and Økonomi in the three bands of known size with 10 answers or more."""
    assert read(study).comparisons == 9


def test_the_same_cells_are_hidden_as_in_a_table(study: Study) -> None:
    profile = printed(read(study))
    with study.read() as session:
        wishes = TableWishes(by="band", order="codebook")
        table = build_table(session, find_question(session, "k1"), wishes)
    assert [row.path for row in profile.rows] == [row.path for row in table.rows]
    for shown, row in zip(profile.rows, table.rows, strict=True):
        assert [cell.hidden for cell in shown.cells] == [cell.suppressed for cell in row.cells]
        assert [cell.count for cell in shown.cells] == [cell.count for cell in row.cells]


def test_a_hidden_cell_says_nothing_in_any_format(study: Study) -> None:
    profile = printed(read(study))
    hidden = [cell for row in profile.rows for cell in row.cells if cell.hidden]
    assert hidden
    assert all((cell.count, cell.others, cell.mark) == (None, None, "") for cell in hidden)
    lines = [line for line in profile_csv(profile).splitlines() if ";:;" in line]
    assert len(lines) == len(hidden)
    assert all(line.endswith(";:" * 8) for line in lines)
    assert profile_json(profile).count('"suppressed": true') == len(hidden)


def test_main_themes_alone_can_be_printed(study: Study) -> None:
    rows = printed(read(study), "theme").rows
    assert [row.path for row in rows] == [("Bolig",), ("Økonomi",)]


def test_who_shows_small_cells_is_told_that_it_is_not_for_print(study: Study) -> None:
    assert "Ikke til offentliggjøring" in profile_text(printed(read(study), rule="none"))
    assert "Ikke til offentliggjøring" not in profile_text(printed(read(study)))


def test_text_shows_n_and_both_intervals(study: Study) -> None:
    text = profile_text(printed(read(study)))
    assert "Bolig / Avstand (50)" in text
    line = next(line for line in text.splitlines() if line.startswith("  <2000"))
    assert " ".join(line.split()) == "<2000 40 30 75 60 til 86 ▲ +55 +37 til +67"


def test_markdown_is_one_table(study: Study) -> None:
    lines = profile_markdown(printed(read(study))).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == 2 + 3 * len(SIZES)


def test_a_question_without_codes_has_an_empty_profile(tmp_path: Path) -> None:
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "Noe")]))
    profile = read(study)
    assert (profile.rows, profile.comparisons, profile.uncoded) == ((), 0, 1)
    assert "1 svar er ikke kodet" in profile_text(printed(profile))
