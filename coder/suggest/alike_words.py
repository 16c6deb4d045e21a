"""Whether two words begin so much alike that they are most likely forms of one word."""

_SHORTEST_WORD, _SHORTEST_STEM, _STEM_SHARE = 3, 4, 0.6


def begin_alike(word: str, other: str) -> bool:
    """Whether words in lower case are the same but for their endings: `bolig`, `boligene`."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    stem = max(_SHORTEST_STEM, round(_STEM_SHARE * max(len(word), len(other))))
    return shorter >= max(_SHORTEST_WORD, stem) and word[:stem] == other[:stem]
