"""Lists and phrases for the running text, made of the rows of a table. Pure."""

from collections import Counter
from fractions import Fraction

from coder.results.saved.wording import SavedWording, saved_words
from coder.results.table import Row, Table
from corpus.language import Language, format_number

_FRACTIONS = sorted(
    {Fraction(a, b) for b in range(2, 11) for a in (1, b - 1)} | {Fraction(2, 5), Fraction(3, 5)}
)
_EXACT, _NEAR = Fraction(1, 200), Fraction(3, 100)
_HALF_FROM, _HALF_TO = Fraction(45, 100), Fraction(55, 100)
_FEW = 2


def list_lines(table: Table) -> tuple[str, ...]:
    """The rows of a table as the lines of its shape: names, words with counts, or phrases.

    The rows under a cut-off stand last, as what they are: so many codes, so many answers.
    """
    rows = [row for row in table.rows if row.kind != "total"]
    times = Counter(row.path[-1] for row in rows)
    return tuple(_line(table, row, _name(row, times)) for row in rows)


def _name(row: Row, times: Counter[str]) -> str:
    """The code's name, with its themes where another code has the same."""
    return " / ".join(row.path) if times[row.path[-1]] > 1 else row.path[-1]


def _line(table: Table, row: Row, name: str) -> str:
    if row.kind == "rest" or table.shape == "list":
        return name
    told = _counted(table, row) if table.shape == "counted" else phrases(table, row)
    return f"{name}: {told}"


def word_for(count: int, n: int, words: SavedWording) -> str:
    """The word that a count stands behind: number words for one and two, else by the share.

    All; most from above 55 percent; about half from 45 to 55; some below that; none.
    """
    if count == 0:
        return words.none
    if count == n:
        return words.all
    share = Fraction(count, n)
    if share > _HALF_TO:
        return words.most
    if _HALF_FROM <= share <= _HALF_TO:
        return words.half
    if count <= _FEW:
        return _capital(words.numbers[count - 1])
    return words.some


def phrases(table: Table, row: Row) -> str:
    """A row in words: `80 av de 345 (23 prosent), omtrent én av fire`."""
    words = saved_words(table.language)
    count, n = (format_number(each, table.language) for each in (row.count, table.base.n))
    of = words.of.format(count=count, n=n)
    share = "<1" if row.count and not row.percent else str(row.percent)
    told = f"{of} ({share} {table.percent_head.lower()})"
    fraction = fraction_phrase(row.count, table.base.n, words)
    return f"{told}, {fraction}" if fraction else told


def share_in_words(count: int, n: int, language: Language) -> str:
    """`omtrent én av fire`, or `81 av de 345` where no simple fraction is near."""
    words = saved_words(language)
    told, base = (format_number(each, language) for each in (count, n))
    return fraction_phrase(count, n, words) or words.of.format(count=told, n=base)


def fraction_phrase(count: int, n: int, words: SavedWording) -> str:
    """`én av fire`; with `omtrent` where it is off by up to a tenth (3 percent); "" else."""
    if not n:
        return ""
    share = Fraction(count, n)
    nearest = min(_FRACTIONS, key=lambda each: (abs(each - share), each.denominator))
    off = abs(nearest - share)
    if off > min(_NEAR, share / 10):
        return ""
    one, of = words.numbers[nearest.numerator - 1], words.numbers[nearest.denominator - 1]
    phrase = words.one_of.format(one=one, of=of)
    return phrase if off <= _EXACT else words.about_of.format(phrase=phrase)


def _counted(table: Table, row: Row) -> str:
    words = saved_words(table.language)
    count, n = (format_number(each, table.language) for each in (row.count, table.base.n))
    word = word_for(row.count, table.base.n, words)
    return words.about.format(word=word.lower(), count=count, n=n)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
