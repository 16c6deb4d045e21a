"""The note on methods: how each question was asked, answered and coded, in plain sentences."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of, questions_using
from codebooks.tree import CodeTree
from coder.growth import coders_of, growth, growth_of_codebook
from coder.growth_curve import LAST
from coder.queries import count_uncoded
from coder.results.growth_sentences import growth_sentences, verdict
from coder.results.growth_wording import GrowthWording, growth_wording
from coder.results.methods_note import MethodsNote, MethodsSection
from coder.results.tally import percent
from coder.tables import CodingRow
from corpus.language import Language, format_number
from corpus.queries import Question, reach, study_facts


@dataclass(frozen=True)
class _Writer:
    """What every sentence needs."""

    session: Session
    words: GrowthWording
    language: Language

    def number(self, number: int) -> str:
        return format_number(number, self.language)


def methods_note(session: Session, of: Sequence[Question], last: int = LAST) -> MethodsNote:
    """The note on these questions; `last` is the number of answers in the rule of saturation."""
    facts = study_facts(session)
    writer = _Writer(session, growth_wording(facts.language), facts.language)
    sections = tuple(_section(writer, question, last) for question in of)
    title = writer.words.methods.format(title=facts.title)
    return MethodsNote(title, facts.language, sections)


def _section(writer: _Writer, question: Question, last: int) -> MethodsSection:
    tree = codebook_of(writer.session, question.id)
    paragraphs = [_coding(writer, question), _codes(writer, question, tree)]
    paragraphs += [growth_sentences(growth(writer.session, question), last)]
    paragraphs += [_together(writer, question, tree, last)]
    heading = f"{question.full_key} {question.text}".strip()
    return MethodsSection(heading, tuple(tuple(each) for each in paragraphs if each))


def _coding(writer: _Writer, question: Question) -> list[str]:
    """Asked, answered, coded, and by whom."""
    words, counts = writer.words, reach(writer.session, question)
    left = count_uncoded(writer.session, question)
    coded = counts.answered - left
    said = [
        words.asked.format(
            asked=writer.number(counts.asked),
            answered=writer.number(counts.answered),
            rate=percent(counts.answered, counts.asked),
        )
    ]
    if not coded:
        return [*said, words.none_coded]
    partly = words.some_coded.format(coded=writer.number(coded), left=writer.number(left))
    return [*said, partly if left else words.all_coded, _coders(writer, question)]


def _coders(writer: _Writer, question: Question) -> str:
    words, coders = writer.words, coders_of(writer.session, [question])
    if len(coders) == 1:
        return words.one_coder.format(coder=coders[0][0])
    each = ", ".join(
        words.by_coder.format(coder=name, answers=writer.number(answers))
        for name, _, answers in coders
    )
    return words.coders.format(count=len(coders), each=each)


def _codes(writer: _Writer, question: Question, tree: CodeTree) -> list[str]:
    """The codes in use by level, outcomes apart, and how many an answer has."""
    words = writer.words
    used = set(
        writer.session.scalars(
            select(CodingRow.code_id).where(CodingRow.question_id == question.id).distinct()
        )
    )
    codes = [code for code in tree.walk() if code.id in used]
    themes = [code.id for code in codes if not code.outcome]
    if not codes:
        return []
    said = []
    if themes:
        said += [
            words.codes.format(
                codes=writer.number(len(themes)), levels=_levels(writer, tree, themes)
            ),
            words.themes.format(themes=len({tree.lineage(id_)[0] for id_ in themes})),
        ]
    outcomes = len(codes) - len(themes)
    said += [words.outcomes.format(n=outcomes)] if outcomes else []
    return [*said, words.one_code if tree.single else _mean(writer, question)]


def _levels(writer: _Writer, tree: CodeTree, codes: Collection[int]) -> str:
    depths = [len(tree.lineage(id_)) for id_ in codes]
    counts = (
        (name, depths.count(level)) for level, name in enumerate(writer.words.levels, start=1)
    )
    return ", ".join(name.format(n=writer.number(count)) for name, count in counts if count)


def _mean(writer: _Writer, question: Question) -> str:
    """How many codes a coded answer has on average, everyone's codes taken together."""
    pairs = (
        select(CodingRow.answer_id, CodingRow.code_id)
        .where(CodingRow.question_id == question.id)
        .distinct()
        .subquery()
    )
    counted = select(func.count(), func.count(pairs.c.answer_id.distinct())).select_from(pairs)
    codes, answers = writer.session.execute(counted).one()
    mean = f"{codes / answers:.1f}"
    return writer.words.several_codes.format(
        mean=mean if writer.language == "en" else mean.replace(".", ",")
    )


def _together(writer: _Writer, question: Question, tree: CodeTree, last: int) -> list[str]:
    """The rule over all questions that share the code list, when it is shared."""
    if len(questions_using(writer.session, tree.id)) == 1:
        return []
    words, shared = writer.words, growth_of_codebook(writer.session, question)
    said = [words.shared.format(questions=", ".join(shared.questions))]
    if not shared.codes:
        return said
    judged = " ".join(verdict(shared, shared.saturation(last)))
    return [*said, words.together.format(said=judged)]
