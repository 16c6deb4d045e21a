"""The note on methods, ready to be written."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class MethodsSection:
    """What is said of one question, sentence by sentence in paragraphs; `heading` is its text."""

    heading: str
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class MethodsNote:
    """The note: a title and a section for each question."""

    title: str
    language: Language
    sections: tuple[MethodsSection, ...]
