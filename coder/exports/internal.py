"""Files that identify respondents: how they are marked."""

from pathlib import Path

from corpus.language import Language

INTERNAL: dict[Language, str] = {
    "nb": "INNEHOLDER IDENTIFISERBARE OPPLYSNINGER",
    "nn": "INNEHELD IDENTIFISERBARE OPPLYSNINGAR",
    "en": "CONTAINS IDENTIFIABLE INFORMATION",
}
"""What stands in the head and the name of every such file."""


def internal_path(path: Path, language: Language) -> Path:
    """The path with the marking in its name, put in where it is not there."""
    mark = INTERNAL[language].replace(" ", "-")
    if mark in path.stem:
        return path
    return path.with_name(f"{path.stem}-{mark}{path.suffix}")
