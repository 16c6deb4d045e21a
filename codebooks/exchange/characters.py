"""Characters that files cannot hold."""

import re
from collections.abc import Iterable
from dataclasses import replace

from codebooks.exchange.draft import DraftBook, DraftCode
from corpus.normalise import REPLACEMENT, normalise

_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def holdable(draft: DraftBook) -> tuple[DraftBook, tuple[str, ...]]:
    """The codebook with `�` for each control character, and what must be told about it."""
    count = sum(len(_NOT_HELD.findall(text)) for code in draft.codes for text in _texts(code))
    if not count:
        return draft, ()
    characters = "1 control character was" if count == 1 else f"{count} control characters were"
    note = f"{characters} replaced by {REPLACEMENT}, because the file cannot hold them."
    return replace(draft, codes=tuple(map(_held, draft.codes))), (note,)


def _texts(code: DraftCode) -> Iterable[str]:
    return (*code.path[-1:], code.definition, code.include, code.exclude)


def _held(code: DraftCode) -> DraftCode:
    return replace(
        code,
        path=tuple(map(_cleaned, code.path)),
        definition=_cleaned(code.definition),
        include=_cleaned(code.include),
        exclude=_cleaned(code.exclude),
    )


def _cleaned(text: str) -> str:
    return _NOT_HELD.sub(REPLACEMENT, normalise(text))
