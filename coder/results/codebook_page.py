"""A codebook as a document: what is printed, nothing that is computed while printing."""

from dataclasses import dataclass

from coder.results.quote import Quote
from corpus.language import Language


@dataclass(frozen=True)
class DocumentedCode:
    """A theme or code with what it means and how often it was given.

    `total` is the distinct answers with it or anything under it, `own` those with itself; `percent`
    is of those who answered, rounded half up. `level` is 1 to 3.
    """

    name: str
    level: int
    number: int
    guid: str
    is_theme: bool
    own: int
    total: int
    percent: int
    definition: str = ""
    include: str = ""
    exclude: str = ""
    outcome: bool = False
    retired: bool = False
    examples: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class CodebookDocument:
    """A codebook in its own order, with what is said at the top (`facts`) and the end (`notes`).

    `draft` is the warning that stands over examples nobody has approved, else empty.
    """

    title: str
    language: Language
    facts: tuple[str, ...]
    codes: tuple[DocumentedCode, ...]
    notes: tuple[str, ...] = ()
    draft: str = ""
