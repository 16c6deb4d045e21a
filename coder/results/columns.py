"""The columns of a table: the groups of respondents that its cells are counted in."""

import re

from sqlalchemy.orm import Session

from coder.results.counts import Counts, Grouping, count_respondents
from coder.results.population import EVERYBODY, Population
from coder.results.table import BaseKind, Column
from coder.results.wording import Wording
from corpus.language import alphabetical
from corpus.problems import Problem
from corpus.queries import Question, StudyFacts
from corpus.routing import find_variable

MOST = 60
"""More groups than this are no columns."""


def find_grouping(session: Session, by: str) -> tuple[Grouping, str]:
    """How a table is divided, and what the division is called ("" for a size band or none)."""
    if not by:
        return Grouping(), ""
    if by == "band":
        return Grouping("band"), ""
    variable, name = find_variable(session, by)
    return Grouping("variable", variable), name


def columns_of(
    session: Session,
    question: Question,
    grouping: Grouping,
    base: BaseKind,
    facts: StudyFacts,
    words: Wording,
    population: Population = EVERYBODY,
) -> tuple[Column, ...]:
    """The groups with at least one respondent in the base, in printing order."""
    if grouping.kind == "none":
        return ()
    sizes = count_respondents(session, question, grouping, base, population)
    if grouping.kind == "band":
        scheme = facts.scheme
        keys = [band for band in scheme.names if sizes.get(band)]
        return tuple(Column(key, scheme.head(key, facts.language), sizes[key]) for key in keys)
    keys = _sorted(sizes)
    if len(keys) > MOST:
        raise Problem(
            f"The variable has {len(keys)} values here: no table has so many columns.",
            f"At most {MOST}; choose another variable, or one that puts values together.",
        )
    return tuple(Column(key, key or words.unanswered, sizes[key]) for key in keys)


def _sorted(sizes: Counts) -> list[str]:
    def natural(key: str) -> tuple[bool, int, tuple[str, str]]:
        number = re.match(r"\d+", key)
        return (not key, int(number[0]) if number else -1, alphabetical(key))

    return sorted((key for key in sizes if sizes[key]), key=natural)
