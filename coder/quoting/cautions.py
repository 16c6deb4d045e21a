"""What speaks against the quotes that were chosen: printed twice, one voice too often, too long."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from coder.quoting.forms import Form
from coder.quoting.piece import overlap, runs, words_of
from coder.quoting.proposing import SAME_WORDS
from coder.quoting.used import ChosenQuote

A_CHAPTER, A_REPORT = 2, 3
LONG, TOO_LONG = 60, 120
FEW, FEW_OF_FORM = 20, 10


class Against(Enum):
    """What speaks against a quote."""

    TWICE = "printed twice"
    OFTEN_IN_CHAPTER = "often in chapter"
    OFTEN_IN_REPORT = "often in report"
    LONG = "long"
    TOO_LONG = "too long"
    NYNORSK = "nynorsk"
    DIALECT = "dialect"


WORDS: Mapping[Against, str] = {
    Against.TWICE: "{quotes}: the same words twice, “{what}”. Print them once.",
    Against.OFTEN_IN_CHAPTER: "{quotes} are {count} quotes of one respondent in {what}: at most 2.",
    Against.OFTEN_IN_REPORT: (
        "{quotes} are {count} quotes of one respondent in the study, whose size band ({what}) has "
        "fewer than 20: at most 3."
    ),
    Against.LONG: "{quotes} has {count} words: more than 60 are seldom read.",
    Against.TOO_LONG: (
        "{quotes} has {count} words, and its size band ({what}) fewer than 20 respondents: so much "
        "may tell who wrote it. Choose a part of it?"
    ),
    Against.NYNORSK: (
        "{quotes} is in nynorsk, as few answers of its size band ({what}) are: {count}. "
        "Print it in bokmål?"
    ),
    Against.DIALECT: (
        "{quotes} is in dialect, as few answers of its size band ({what}) are: {count}. "
        "Print it in the written standard?"
    ),
}
"""What is said of each, in English; `{quotes}` are the names of the pieces."""


@dataclass(frozen=True, slots=True)
class Caution:
    """What speaks against some quotes: `count` and `what` are what its sentence says."""

    kind: Against
    quotes: tuple[ChosenQuote, ...]
    count: int = 0
    what: str = ""

    @property
    def names(self) -> str:
        """The names of its quotes."""
        return ", ".join(dict.fromkeys(quote.name for quote in self.quotes))

    @property
    def sentence(self) -> str:
        """What is said of it, in English."""
        return WORDS[self.kind].format(quotes=self.names, count=self.count, what=self.what)


@dataclass(frozen=True)
class Sizes:
    """How many respondents each band has, and how many of them write in a form of their own.

    `forms` is asked only for the forms that chosen quotes have.
    """

    bands: Mapping[str, int]
    forms: Mapping[tuple[str, Form], int] = field(default_factory=dict)

    @property
    def thin(self) -> Collection[str]:
        """The bands with few respondents."""
        return [band for band, count in self.bands.items() if count < FEW]


def cautions(
    quotes: Sequence[ChosenQuote], sizes: Sizes, forms: Mapping[int, Form]
) -> list[Caution]:
    """What speaks against the chosen quotes of a study, gravest first.

    `forms` is the form of the language of their answers, by answer, where it is an unusual one.
    """
    printed = [quote for quote in quotes if quote.is_coded]
    return [
        *_twice(printed),
        *_often_in_chapter(printed),
        *_often_in_report(printed, sizes),
        *_long(printed, sizes),
        *_of_rare_form(printed, sizes, forms),
    ]


def _twice(quotes: Sequence[ChosenQuote]) -> Iterator[Caution]:
    pairs: dict[tuple[int, int], str] = {}
    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    answers: defaultdict[int, list[int]] = defaultdict(list)
    for at, quote in enumerate(quotes):
        answers[quote.place.answer_id].append(at)
        for run in dict.fromkeys(runs(quote.text, SAME_WORDS)):
            for one, other in pairwise([*having[run][-1:], at]):
                pairs.setdefault((one, other), " ".join(run))
            having[run].append(at)
    for same in answers.values():
        for one, other in pairwise(same):
            if overlap(quotes[one].place, quotes[other].place):
                pairs.setdefault((one, other), " ".join(words_of(quotes[other].text)[:SAME_WORDS]))
    for (one, other), words in sorted(pairs.items()):
        yield Caution(Against.TWICE, (quotes[one], quotes[other]), SAME_WORDS, words)


def _often_in_chapter(quotes: Sequence[ChosenQuote]) -> Iterator[Caution]:
    voices: defaultdict[tuple[str, str], list[ChosenQuote]] = defaultdict(list)
    for quote in _once(quotes):
        voices[quote.question, quote.respondent].append(quote)
    for (question, _), same in voices.items():
        if len(same) > A_CHAPTER:
            yield Caution(Against.OFTEN_IN_CHAPTER, tuple(same), len(same), question)


def _often_in_report(quotes: Sequence[ChosenQuote], sizes: Sizes) -> Iterator[Caution]:
    voices: defaultdict[str, list[ChosenQuote]] = defaultdict(list)
    for quote in _once(quotes):
        voices[quote.respondent].append(quote)
    for same in voices.values():
        thin = [quote.band for quote in same if quote.band in sizes.thin]
        if thin and len(same) > A_REPORT:
            yield Caution(Against.OFTEN_IN_REPORT, tuple(same), len(same), thin[0])


def _long(quotes: Sequence[ChosenQuote], sizes: Sizes) -> Iterator[Caution]:
    for quote in _once(quotes):
        words = len(words_of(quote.text))
        if words > TOO_LONG and quote.band in sizes.thin:
            yield Caution(Against.TOO_LONG, (quote,), words, quote.band)
        elif words > LONG:
            yield Caution(Against.LONG, (quote,), words)


def _of_rare_form(
    quotes: Sequence[ChosenQuote], sizes: Sizes, forms: Mapping[int, Form]
) -> Iterator[Caution]:
    said = {Form.NYNORSK: Against.NYNORSK, Form.DIALECT: Against.DIALECT}
    for quote in _once(quotes):
        form = forms.get(quote.place.answer_id)
        if form is None:
            continue
        count = sizes.forms.get((quote.band, form), 0)
        if count < FEW_OF_FORM:
            yield Caution(said[form], (quote,), count, quote.band)


def _once(quotes: Sequence[ChosenQuote]) -> list[ChosenQuote]:
    """Each piece once, though it be printed under two codes: that is another caution."""
    return list({quote.place: quote for quote in quotes}.values())
