"""A codebook becomes a document: themes and codes with definition, rules, counts and examples."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.queries import count_uncoded
from coder.results.codebook_page import CodebookDocument, DocumentedCode
from coder.results.codebook_wording import codebook_words
from coder.results.counts import Grouping, count_each, count_union
from coder.results.examples import pick_examples
from coder.results.labels import MERGED, LabelRule
from coder.results.tally import percent
from coder.results.wording import wording
from corpus.language import format_number
from corpus.queries import Question, StudyFacts, reach, study_facts


def document_codebook(
    session: Session,
    question: Question,
    examples: int = 2,
    labels: bool = True,
    rule: LabelRule = MERGED,
) -> CodebookDocument:
    """The codebook of a question in its own order, with the counts of that question.

    `examples` quotes stand under each code, with their size bands when `labels`; `rule` says how
    many must stand behind one.
    """
    facts, tree = study_facts(session), codebook_of(session, question.id)
    words, n = codebook_words(facts.language), reach(session, question).answered
    own = {id_: by[""] for id_, by in count_each(session, question, Grouping(), None).items()}
    groups = {code.id: [tree.path(code.id)] for code in tree.walk()}
    quotes = pick_examples(session, question, groups, examples, labels, rule)
    codes = [
        _documented(tree, code, own.get(code.id, 0), _total(session, question, tree, code, own), n)
        for code in tree.walk()
    ]
    codes = [
        replace(page, examples=quotes.of_group.get(code.id, ()))
        for page, code in zip(codes, tree.walk(), strict=True)
    ]
    shown = sum(len(code.examples) for code in codes)
    return CodebookDocument(
        title=words.document.format(name=tree.name),
        language=facts.language,
        facts=tuple(_facts(question, tree, facts)),
        codes=tuple(codes),
        notes=(*_notes(session, question, facts), *quotes.notes),
        draft=wording(facts.language).draft if shown else "",
    )


def _total(
    session: Session, question: Question, tree: CodeTree, code: Code, own: Mapping[int, int]
) -> int:
    """The distinct answers with a code or anything under it."""
    ids = tree.subtree(code.id)
    if len(ids) == 1:
        return own.get(code.id, 0)
    return count_union(session, question, Grouping(), None, ids).get("", 0)


def _documented(tree: CodeTree, code: Code, own: int, total: int, n: int) -> DocumentedCode:
    return DocumentedCode(
        name=code.name,
        level=len(tree.lineage(code.id)),
        number=code.number,
        guid=code.guid,
        is_theme=bool(tree.children(code.id)),
        own=own,
        total=total,
        percent=percent(total, n),
        definition=code.definition,
        include=code.include,
        exclude=code.exclude,
        outcome=code.outcome,
        retired=code.status == "retired",
    )


def _facts(question: Question, tree: CodeTree, facts: StudyFacts) -> Iterator[str]:
    words = codebook_words(facts.language)
    yield question.text
    mode = words.single if tree.single else words.several
    yield f"{mode} {words.ordered}" if tree.ordered else mode


def _notes(session: Session, question: Question, facts: StudyFacts) -> Iterator[str]:
    words, counts = wording(facts.language), reach(session, question)

    def number(count: int) -> str:
        return format_number(count, facts.language)

    yield words.base_answered.format(n=number(counts.answered))
    yield words.response.format(
        answered=number(counts.answered),
        asked=number(counts.asked),
        rate=percent(counts.answered, counts.asked),
    )
    if uncoded := count_uncoded(session, question):
        yield words.uncoded.format(n=number(uncoded))
