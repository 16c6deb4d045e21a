"""Words that say what a mask says too: `Bø kommune` is printed as `[kommune]`, once. Pure."""

import re

from corpus.privacy.hits import Category

_MUNICIPALITY = r"kommun(?:e|en|a)|herad(?:et)?|municipality"
_AFTER: dict[Category, re.Pattern[str]] = {
    category: re.compile(rf"[ \t\xa0]+(?:{words})(?=s?(?!\w))", re.IGNORECASE)
    for category, words in {
        Category.MUNICIPALITY: _MUNICIPALITY,
        Category.NEIGHBOUR: _MUNICIPALITY,
        Category.CITY_DISTRICT: r"bydel(?:en)?|city[ ]district",
        Category.COUNTY: r"fylke(?:t)?|county",
    }.items()
}
_BEFORE: dict[Category, re.Pattern[str]] = {
    category: re.compile(rf"(?<!\w)(?:{words})[ \t\xa0]+$", re.IGNORECASE)
    for category, words in {
        Category.NEIGHBOUR: r"nabokommun(?:e|en|a)|neighbouring[ ]municipality",
        Category.CITY_DISTRICT: r"bydel(?:en)?|city[ ]district",
    }.items()
}
_LONGEST = 40
_GENITIVES = ("'", "’", "s'", "s’")


def widened(
    text: str, start: int, end: int, category: Category, after: int, before: int
) -> tuple[int, int]:
    """Characters (half open) that a mask stands for, with the word beside them that it repeats.

    Nothing before character `after` nor from `before` on is taken. Compounds (`kommunestyret`)
    and plurals stay, and the genitive's s stays behind the mask: `[kommune]s barnehage`.
    """
    behind, ahead = _AFTER.get(category), _BEFORE.get(category)
    if behind and not text[start:end].endswith(_GENITIVES):
        found = behind.match(text, end, min(len(text), before))
        if found and _is_whole(text, found.end(), before):
            end = found.end()
    if ahead:
        first = max(after, start - _LONGEST)
        found = ahead.search(text[first:start])
        if found and not (found.start() == 0 and first and text[first - 1].isalnum()):
            start = first + found.start()
    return start, end


def _is_whole(text: str, end: int, before: int) -> bool:
    """Whether the word ends there in the whole text, not only where looking stopped."""
    rest = text[end : end + 2].casefold()
    if end < before or before >= len(text):
        return True
    return not rest[:1].isalnum()
