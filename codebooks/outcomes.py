"""The outcome codes that every codebook starts with."""

from importlib.resources import files

from codebooks.edits import NewCode
from corpus.language import Language


def outcomes(language: Language) -> list[NewCode]:
    """Ingen mening, vet ikke, uleselig, utenfor tema: in the study's language."""
    text = (files("codebooks.starters") / f"outcomes.{language}.txt").read_text("utf-8")
    return [NewCode(line, outcome=True) for line in text.splitlines() if line[:1] != "#"]
