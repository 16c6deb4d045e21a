"""What a chapter says of itself, in each language."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class ChapterWording:
    """The title of the document, of a theme's own table, and what is said of the choice."""

    title: str
    theme_table: str
    chosen: str
    every: str
    most: str


_NB = ChapterWording(
    title="{study}: åpne svar",
    theme_table="{theme}. Antall og prosent, N={n}",
    chosen="{shown} av {every} kodede passasjer er valgt ut som sitater.",
    every="Alle {every} kodede passasjer er gjengitt.",
    most="Høyst {most} sitater er gjengitt under hver overskrift: {shown} av {every}.",
)
_NN = ChapterWording(
    title="{study}: opne svar",
    theme_table="{theme}. Tal og prosent, N={n}",
    chosen="{shown} av {every} koda passasjar er valde ut som sitat.",
    every="Alle {every} koda passasjar er attgjevne.",
    most="Høgst {most} sitat er attgjevne under kvar overskrift: {shown} av {every}.",
)
_EN = ChapterWording(
    title="{study}: open answers",
    theme_table="{theme}. Count and percent, N={n}",
    chosen="{shown} of {every} coded passages are chosen as quotes.",
    every="All {every} coded passages are printed.",
    most="At most {most} quotes are printed under each heading: {shown} of {every}.",
)
_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def chapter_wording(language: Language) -> ChapterWording:
    """The words of a language."""
    return _WORDINGS[language]
