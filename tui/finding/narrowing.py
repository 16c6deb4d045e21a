"""Which of many labels fit what is typed so far, the best first; pure."""

from collections.abc import Sequence

from codebooks.naming.folding import folded


def label_key(label: str, hint: str = "") -> tuple[str, str]:
    """A label as it is compared: its words with a space before each, and all that is said."""
    return f" {folded(label)}", f"{label} {hint}".casefold()


def narrowed(keys: Sequence[tuple[str, str]], typed: str) -> list[int]:
    """The places of the labels that hold what is typed, as a whole or word by word.

    Labels that begin with it stand first, then those with a word that does, then all others; among
    equals those that have it as whole words, else the order stays.
    """
    plain, words = typed.strip().casefold(), folded(typed)
    if not plain:
        return list(range(len(keys)))
    parts = words.split()
    whole = f" {words} "
    ranked = []
    for place, (label, rest) in enumerate(keys):
        rank = _rank(label, rest, plain, words, parts)
        if rank is not None:
            ranked.append((rank, whole not in f"{label} ", place))
    return [place for _rank_, _part, place in sorted(ranked)]


def _rank(label: str, rest: str, plain: str, words: str, parts: Sequence[str]) -> int | None:
    start = f" {words}"
    if label.startswith(start):
        return 0
    if start in label:
        return 1
    if words in label or plain in rest:
        return 2
    return 3 if all(part in label or part in rest for part in parts) else None
