"""A growth in plain sentences, in the language of the study."""

from coder.growth_curve import BIN, LAST, Growth, Saturation
from coder.results.growth_wording import GrowthWording, growth_wording
from corpus.language import format_number


def growth_sentences(growth: Growth, last: int = LAST) -> list[str]:
    """New codes per 50 answers, answers that needed one, the evaluated rule, and reservations."""
    words = growth_wording(growth.language)
    if not growth.codes:
        return [words.no_code]
    bins = growth.bins()
    said = [words.bins.format(size=BIN, new=", ".join(_number(growth, b.new) for b in bins))]
    if bins[-1].size < BIN:
        said.append(words.last_bin.format(n=bins[-1].size))
    said.append(
        words.needed.format(
            needed=_number(growth, growth.needed),
            answers=_number(growth, growth.answers),
            percent=(200 * growth.needed + growth.answers) // (2 * growth.answers),
        )
    )
    return [*said, *rule_sentences(growth, last), *_reservations(growth, words)]


def rule_sentences(growth: Growth, last: int = LAST) -> list[str]:
    """The rule of saturation, and what comes of it."""
    words = growth_wording(growth.language)
    if not growth.codes:
        return [words.no_code]
    rule = growth.saturation(last)
    return [words.rule.format(last=_number(growth, last)), *verdict(growth, rule)]


def verdict(growth: Growth, rule: Saturation) -> list[str]:
    """Whether the rule is met, where the last new code came, and how many answers since."""
    words = growth_wording(growth.language)
    sentence = words.reached if rule.reached else words.not_reached
    said = [
        sentence.format(
            place=_number(growth, rule.last_new),
            answers=_number(growth, growth.answers),
            since=_number(growth, rule.since),
        )
    ]
    if rule.gone != rule.since:
        said.append(words.at_once.format(gone=_number(growth, rule.gone)))
    return said


def _reservations(growth: Growth, words: GrowthWording) -> list[str]:
    imported = words.imported.format(imported=_number(growth, growth.imported))
    return [*([imported] if growth.imported else []), words.as_now]


def _number(growth: Growth, number: int) -> str:
    return format_number(number, growth.language)
