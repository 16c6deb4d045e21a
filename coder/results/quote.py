"""A quote as it leaves the study: path, text and label, and by construction nothing else."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class Quote:
    """A masked piece of an answer under its headings.

    `path` begins with the question's text, then themes and code; `label` is the size band in words
    (without brackets), empty when labels are off.
    """

    path: tuple[str, ...]
    text: str
    label: str


@dataclass(frozen=True)
class QuoteSelection:
    """Quotes in printing order (codebook order), with what is said above and below them.

    `draft` is the warning that stands on every page of unapproved quotes, empty when all of them
    are approved. `released` is what was found in the quotes and stands by a person's decision: the
    last gate lets it pass.
    """

    title: str
    language: Language
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...] = ()
    draft: str = ""
    released: tuple[str, ...] = ()
