"""What to do about a cell that no hiding protects."""

from coder.disclosure.decisions import Interval
from coder.disclosure.publication import Publication, entries


def remedy(publication: Publication, exposed: Interval) -> str:
    """One sentence that says what follows, one that says what would help."""
    return f"{exposed.sentence} {_help(publication, exposed)}"


def stuck_sentence(names: tuple[str, str, str]) -> str:
    """About a cell (table, row, column) that should be hidden, but is pinned or published."""
    table, row, column = names
    return (
        f"{table}: {row}, {column} should be hidden, but is pinned or already published. "
        f"Release it, or put {row} together with another row."
    )


def _help(publication: Publication, exposed: Interval) -> str:
    place = exposed.place
    if any(_counts(quoted.row, quoted.columns, exposed) for quoted in publication.quoted):
        return f"Leave the labels of the quotes under {exposed.row} out, or merge labels."
    published = {
        publication.sheets[spot.sheet].name
        for spot, other, _ in entries(publication)
        if other.universe == place.universe
        and other.row == place.row
        and publication.sheets[spot.sheet].fixed
    }
    if published:
        return f"{min(published)} is already published: give the same groups, or leave the row out."
    return (
        f"Merge column {exposed.column} with another, or put {exposed.row} together with "
        f"another row."
    )


def _counts(row: str, columns: tuple[str, ...], exposed: Interval) -> bool:
    return row == exposed.place.row and exposed.place.column in columns
