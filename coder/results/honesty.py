"""What was done to quotes before they were printed, and what nobody can promise, in sentences."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from coder.results.honest_wording import Forms, HonestWording, honest_wording
from corpus.language import Language, format_number


@dataclass(frozen=True, slots=True)
class QuotedPiece:
    """What was done to one printed piece of an answer; `approved_by` is "" while nobody has.

    `answer` tells answers apart and is never printed.
    """

    answer: Hashable
    masked: bool = False
    cut: bool = False
    paraphrased: bool = False
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class HonestFacts:
    """What is told under quotes: their pieces, and what became of the labels and of the tables.

    `merged` are the question and wording of labels that stand for more than one size band.
    `thin` are labels that stand for fewer than `fewest` and are printed all the same.
    """

    pieces: Sequence[QuotedPiece]
    merged: tuple[tuple[str, str], ...] = ()
    thin: tuple[str, ...] = ()
    fewest: int = 0


def honest_notes(facts: HonestFacts, language: Language) -> tuple[str, ...]:
    """The note on the quotes as one paragraph, then one for each set of merged labels."""
    words = honest_wording(language)
    by_question: dict[str, list[str]] = {}
    for question, label in facts.merged:
        by_question.setdefault(question, []).append(label)
    alike: dict[tuple[str, ...], list[str]] = {}
    for question, labels in by_question.items():
        alike.setdefault(tuple(sorted(labels)), []).append(question)
    fewest = format_number(facts.fewest, language)
    return (
        " ".join(_sentences(facts, words, language)),
        *(
            f"{', '.join(keys)}: {words.merged_in.format(fewest=fewest, labels='; '.join(labels))}"
            for labels, keys in alike.items()
        ),
    )


def tables_notes(hidden: int, unlabelled: int, language: Language) -> tuple[str, ...]:
    """How many cells are hidden in tables printed along, and how many quotes lost their label."""
    words = honest_wording(language)
    notes = ((words.hidden, hidden), (words.unlabelled, unlabelled))
    told = [_counted(forms, count, language) for forms, count in notes if count]
    return (" ".join(told),) if told else ()


def _sentences(facts: HonestFacts, words: HonestWording, language: Language) -> Iterator[str]:
    def answers(pieces: Iterator[QuotedPiece]) -> int:
        return len({piece.answer for piece in pieces})

    every = answers(iter(facts.pieces))
    masked = answers(each for each in facts.pieces if each.masked)
    cut = answers(each for each in facts.pieces if each.cut)
    paraphrased = answers(each for each in facts.pieces if each.paraphrased)
    quotes = _counted(words.quotes, len(facts.pieces), language)
    yield f"{quotes} {_counted(words.answers, every, language)}."
    of_them = _counted(words.of_them, masked, language) if masked else words.of_none
    yield words.found.format(masked=of_them)
    if cut or paraphrased:
        yield words.by_hand.format(
            cut=_counted(words.cut, cut, language),
            paraphrased=_counted(words.paraphrased, paraphrased, language),
        )
    yield _approval(facts.pieces, every, words, language)
    if facts.merged:
        yield _counted(words.merged, len({label for _, label in facts.merged}), language)
    if facts.thin:
        fewest = format_number(facts.fewest, language)
        yield words.thin.format(fewest=fewest, labels="; ".join(facts.thin))
    yield words.promise


def _approval(
    pieces: Sequence[QuotedPiece], every: int, words: HonestWording, language: Language
) -> str:
    approved = {piece.answer for piece in pieces if piece.approved_by}
    people = len({piece.approved_by for piece in pieces if piece.approved_by})
    if not approved:
        return words.none_approved
    by = _counted(words.people, people, language)
    if len(approved) == every:
        return words.all_approved.format(people=by)
    count = _counted(words.answers_read, len(approved), language)
    return words.some_approved.format(count=count, people=by)


def _counted(forms: Forms, number: int, language: Language) -> str:
    return forms[number != 1].format(n=format_number(number, language))
