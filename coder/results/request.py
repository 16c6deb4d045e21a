"""What a table is asked to show, with everything found that it names."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.choosing import code_named
from coder.people import known_coder_id
from coder.results.columns import find_grouping
from coder.results.counts import PLAIN, Grouping
from coder.results.population import EVERYBODY, Population
from coder.results.table import BaseKind
from coder.results.wishes import Level, Order, TableWishes
from corpus.language import Language
from corpus.queries import Question, study_facts


@dataclass(frozen=True)
class RowGroup:
    """Codes, by id, that are counted together under a name; `shown`: they stand under it too."""

    name: str
    codes: tuple[int, ...]
    shown: bool = False


@dataclass(frozen=True)
class Request:
    """A table of one question: its rows, columns, base and respondents.

    `pins` and `only` (none: all) are ids of codes; `part` is what the respondents have in common.
    """

    question: Question
    tree: CodeTree
    language: Language
    grouping: Grouping = PLAIN
    by: str = ""
    level: Level = "code"
    base: BaseKind = "answered"
    order: Order | None = None
    cutoff: int = 0
    pins: tuple[int, ...] = ()
    only: tuple[int, ...] = ()
    groups: tuple[RowGroup, ...] = ()
    coder: int | None = None
    coder_name: str = ""
    population: Population = EVERYBODY
    part: str = ""


def request_of(session: Session, question: Question, wishes: TableWishes) -> Request:
    """What wishes mean; a Problem for a variable, coder or pin that is not there."""
    tree = codebook_of(session, question.id)
    grouping, by = find_grouping(session, wishes.by)
    request = Request(question, tree, study_facts(session).language, grouping, by)
    return replace(
        request,
        level=wishes.level,
        base=wishes.base,
        order=wishes.order,
        cutoff=wishes.cutoff,
        pins=tuple(dict.fromkeys(code_named(tree, pin).id for pin in wishes.pins)),
        coder=known_coder_id(session, wishes.coder) if wishes.coder else None,
        coder_name=wishes.coder,
    )
