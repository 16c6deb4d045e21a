"""A study with tables to save, and short ways to do it."""

from pathlib import Path

from coder.results.saved.building import Built, build_all
from coder.results.saved.defining import Named, define
from coder.results.saved.keeping import SavedTable, find_saved, save_table, tables_of
from coder.results.table import Table
from coder.study import Study
from corpus.language import Language
from tests.builders import CODER, code_all, import_records, new_study, records, respondent

BANDS = ("<2000", "2000-5000", "5000-10000", "10000-20000")


def coded_study(
    folder: Path, codings: dict[str, str], language: Language = "nb", seed: int = 0
) -> Study:
    """A study where respondent NAME answered k1 and has the codes given (";" between).

    The bands go round in the order of the respondents, and so do the teams Ja and Nei.
    """
    study = new_study(folder, language, seed)
    people = [
        respondent(who, BANDS[at % len(BANDS)], team="Ja" if at % 3 else "Nei")
        for at, who in enumerate(codings)
    ]
    import_records(study, records([(who, "k1", "Svar") for who in codings], people))
    code_all(study, [(who, "k1", codes) for who, codes in codings.items() if codes])
    return study


def many(**codes: int) -> dict[str, str]:
    """Respondents with one code each: so many of every code."""
    names = [code for code, count in codes.items() for _ in range(count)]
    return {f"r{at:03}": code for at, code in enumerate(names)}


def save(study: Study, name: str, named: Named | None = None, replace: bool = False) -> SavedTable:
    """Save a table of k1."""
    with study.read() as session:
        definition = define(session, named or Named("k1"))
    with study.act("save_table", CODER, table=name) as session:
        return save_table(session, name, definition, replace)


def build_named(study: Study, *names: str) -> Built:
    """Build tables together."""
    with study.read() as session:
        return build_all(session, [find_saved(session, name) for name in names])


def built(study: Study, named: Named, name: str = "tabell") -> Table:
    """Save a table and build it."""
    save(study, name, named, replace=True)
    return build_named(study, name).tables[0]


def names(study: Study) -> list[str]:
    """The names of the saved tables, in their order."""
    with study.read() as session:
        return [table.name for table in tables_of(session)]


def counts(table: Table) -> list[tuple[str, int]]:
    """The rows by name with their counts."""
    return [(" / ".join(row.path), row.count) for row in table.rows]
