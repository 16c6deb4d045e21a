"""The note on methods as Markdown and as plain text."""

from coder.exports.controls import one_line
from coder.exports.layout import wrap
from coder.exports.markdown import as_markdown
from coder.exports.text import WIDTH
from coder.results.methods_note import MethodsNote
from corpus.visible import visible


def methods_markdown(note: MethodsNote) -> str:
    """A heading for each question, its sentences in paragraphs."""
    parts = [f"# {as_markdown(note.title)}"]
    for section in note.sections:
        parts.append(f"## {as_markdown(section.heading)}")
        parts += [as_markdown(" ".join(sentences)) for sentences in section.paragraphs]
    return "\n\n".join(parts) + "\n"


def methods_text(note: MethodsNote, width: int = WIDTH) -> str:
    """The same, wrapped to so many columns."""
    parts = [_wrapped(note.title, width)]
    for section in note.sections:
        parts.append(_wrapped(section.heading, width))
        parts += [_wrapped(" ".join(sentences), width) for sentences in section.paragraphs]
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str, width: int) -> str:
    return "\n".join(wrap(visible(one_line(text)), width))
