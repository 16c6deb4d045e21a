"""From codes to closed alternatives: the codebook of one year as a list for the next form."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.choosing import code_named
from coder.queries import count_uncoded
from coder.results.alternative import Alternative, AlternativeList, LinkedCode
from coder.results.codebook_wording import codebook_words, is_other
from coder.results.counts import Grouping, count_each, count_union
from coder.results.examples import pick_examples
from coder.results.labels import MERGED, LabelRule
from coder.results.tally import percent
from coder.results.wishes import Level, Order
from coder.results.wording import wording
from corpus.language import alphabetical, format_number
from corpus.queries import Question, StudyFacts, reach, study_facts


@dataclass(frozen=True)
class AlternativeWishes:
    """What becomes an alternative: codes or main themes, of all the book or `under` one theme.

    Codes with fewer than `least` answers go under the last alternative. `order` None: by count,
    or the codebook's own when it is a scale. `examples`: how many quotes of each, with their size
    bands when `labels`; `label_rule`: how many must stand behind one.
    """

    level: Level = "code"
    under: str = ""
    least: int = 1
    order: Order | None = None
    examples: int = 2
    labels: bool = True
    label_rule: LabelRule = MERGED


@dataclass(frozen=True)
class _Candidate:
    """A code that may become an alternative, the codes that count for it, its answers."""

    code: Code
    ids: tuple[int, ...]
    count: int


def list_alternatives(
    session: Session, question: Question, wishes: AlternativeWishes
) -> AlternativeList:
    """A question's codes as numbered alternatives, “Annet, hva” last; counts are of answers.

    Outcomes are no alternatives. A theme with answers of its own is one beside its codes. Retired
    codes, and codes that are called “Annet”, go under the last alternative; in a scale only these
    do. Raises a Problem when there is no theme `under`.
    """
    facts, tree = study_facts(session), codebook_of(session, question.id)
    candidates = list(_candidates(session, question, tree, wishes))
    kept = _ordered(tree, [each for each in candidates if _stands(tree, each, wishes)], wishes)
    left = [each for each in candidates if each not in kept and each.count]
    rows, said = _rows(session, question, tree, wishes, (kept, left))
    return AlternativeList(
        title=codebook_words(facts.language).alternatives.format(question=question.text),
        language=facts.language,
        question=question.full_key,
        n=reach(session, question).answered,
        alternatives=rows,
        notes=(*_notes(session, question, tree, wishes, facts, rows), *said),
        draft=wording(facts.language).draft if said else "",
    )


def _rows(
    session: Session,
    question: Question,
    tree: CodeTree,
    wishes: AlternativeWishes,
    sides: tuple[list[_Candidate], list[_Candidate]],
) -> tuple[tuple[Alternative, ...], tuple[str, ...]]:
    """The alternatives, those of the first side each for itself, of the second together.

    Beside them what is said under their examples.
    """
    kept, left = sides
    n, last = reach(session, question).answered, len(kept) + 1
    rest = {id_ for each in left for id_ in each.ids}
    groups = {at: _paths(tree, each.ids) for at, each in enumerate(kept, start=1)}
    groups[last] = _paths(tree, rest)
    examples = pick_examples(
        session, question, groups, wishes.examples, wishes.labels, wishes.label_rule
    )
    counts = [*(each.count for each in kept), _count(session, question, rest)]
    words = codebook_words(study_facts(session).language)
    texts = [*_texts(tree, [each.code for each in kept]), words.other]
    codes = [*([each] for each in kept), left]
    rows = (
        Alternative(
            number=at,
            text=text,
            count=count,
            percent=percent(count, n),
            codes=tuple(_linked(tree, each.code) for each in behind),
            examples=examples.of_group.get(at, ()),
            is_other=at == last,
        )
        for at, (text, count, behind) in enumerate(zip(texts, counts, codes, strict=True), start=1)
    )
    return tuple(rows), examples.notes


def _candidates(
    session: Session, question: Question, tree: CodeTree, wishes: AlternativeWishes
) -> Iterator[_Candidate]:
    own = {id_: by[""] for id_, by in count_each(session, question, Grouping(), None).items()}
    theme = code_named(tree, wishes.under).id if wishes.under else None
    if wishes.level == "theme":
        for code in tree.children(theme):
            ids = tree.subtree(code.id)
            yield from _unless_outcome(code, ids, _count(session, question, ids))
        return
    for code in [tree.by_id[theme], *tree.walk(theme)] if theme else tree.walk():
        if own.get(code.id) or not tree.children(code.id):
            yield from _unless_outcome(code, (code.id,), own.get(code.id, 0))


def _unless_outcome(code: Code, ids: tuple[int, ...], count: int) -> Iterator[_Candidate]:
    if not code.outcome:
        yield _Candidate(code, ids, count)


def _stands(tree: CodeTree, each: _Candidate, wishes: AlternativeWishes) -> bool:
    if each.code.status != "active" or is_other(each.code.name):
        return False
    return tree.ordered or each.count >= wishes.least


def _ordered(
    tree: CodeTree, candidates: list[_Candidate], wishes: AlternativeWishes
) -> list[_Candidate]:
    order = wishes.order or ("codebook" if tree.ordered else "count")
    if order == "codebook":
        return candidates
    by_name = sorted(candidates, key=lambda each: alphabetical(each.code.name))
    return by_name if order == "name" else sorted(by_name, key=lambda each: -each.count)


def _texts(tree: CodeTree, codes: Sequence[Code]) -> list[str]:
    """The wording of alternatives: the name, with its theme where a name stands twice."""
    names = Counter(code.name.casefold() for code in codes)
    return [
        code.name if names[code.name.casefold()] == 1 else ": ".join(tree.path(code.id))
        for code in codes
    ]


def _count(session: Session, question: Question, ids: Collection[int]) -> int:
    return count_union(session, question, Grouping(), None, ids).get("", 0) if ids else 0


def _paths(tree: CodeTree, ids: Collection[int]) -> list[tuple[str, ...]]:
    return [tree.path(code.id) for code in tree.walk() if code.id in ids]


def _linked(tree: CodeTree, code: Code) -> LinkedCode:
    return LinkedCode(code.number, code.guid, tree.path(code.id))


def _notes(
    session: Session,
    question: Question,
    tree: CodeTree,
    wishes: AlternativeWishes,
    facts: StudyFacts,
    rows: Sequence[Alternative],
) -> Iterator[str]:
    words, more = wording(facts.language), codebook_words(facts.language)

    def number(count: int) -> str:
        return format_number(count, facts.language)

    n = reach(session, question).answered
    yield words.base_answered.format(n=number(n))
    if sum(row.percent for row in rows) > 100 and sum(row.count for row in rows) > n:
        yield words.several
    if wishes.least > 1 and not tree.ordered:
        yield more.few.format(n=number(wishes.least), other=more.other)
    outcomes = [code for code in tree.walk() if code.outcome]
    coded = _count(session, question, [code.id for code in tree.walk()])
    themed = _count(session, question, [code.id for code in tree.walk() if not code.outcome])
    if coded > themed:
        names = ", ".join(code.name for code in outcomes)
        yield more.outcomes.format(names=names, n=number(coded - themed))
    uncoded = count_uncoded(session, question)
    if uncoded:
        yield words.uncoded.format(n=number(uncoded))
