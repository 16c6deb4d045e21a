"""Text as LaTeX: every letter reads as itself, and no command comes out of anyone's text."""

import re

from coder.exports.controls import one_line
from corpus.visible import visible

_ESCAPED = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "'": "\\textquotesingle{}",
    "`": "\\textasciigrave{}",
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
    "/": "/\\allowbreak{}",
    "\u00a0": "~",
}
_LIGATURE = re.compile(r"([-,])(?=\1)")
_KNOWN = frozenset("«»–—‘’“”„…•€§°±µ·£©®¡¿ŒœŠšŽžĀāĐđĪīŪūŁłŃńŊŋŦŧČčŘřŞş")


def as_latex(text: str) -> str:
    """Any text on one line of LaTeX that reads as itself, whatever stands before and after it."""
    return _LIGATURE.sub(r"\1{}", "".join(map(_letter, visible(one_line(text)))))


def _letter(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    known = letter.isascii() or "\u00c0" <= letter <= "\u00ff" or letter in _KNOWN
    return letter if known else f"\\fullkodingsign{{{ord(letter):04X}}}"
