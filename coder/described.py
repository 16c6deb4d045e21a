"""What codes meant that became one with another: no definition and no rule is lost."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from codebooks.tables import CodeRow
from codebooks.tree import Code, CodeTree
from coder.people import acting_coder
from coder.workbench.memos import MemoPlace, write_memo
from corpus.language import Language
from corpus.queries import study_facts

_FIELDS = ("definition", "include", "exclude")
_WORDS: Mapping[Language, tuple[str, tuple[str, str, str]]] = {
    "nb": ("Fra {path}", ("Definisjon", "Tas med", "Tas ikke med")),
    "nn": ("Frå {path}", ("Definisjon", "Blir teke med", "Blir ikkje teke med")),
    "en": ("From {path}", ("Definition", "Include", "Exclude")),
}


def has_rules(code: Code) -> bool:
    """Whether a code has a definition or a rule."""
    return any(getattr(code, field) for field in _FIELDS)


def keep_rules(session: Session, tree: CodeTree, merged: Mapping[int, int]) -> int:
    """Keep the definitions and rules of codes that go, at what each becomes; returns new memos.

    Where the one that stays says nothing it takes over what the others say, one below the other;
    else their texts become memos on it, in the language of the study.
    """
    saying: dict[int, list[Code]] = {}
    for gone, stays in merged.items():
        if has_rules(tree.by_id[gone]):
            saying.setdefault(stays, []).append(tree.by_id[gone])
    return sum(_keep(session, tree, stays, codes) for stays, codes in saying.items())


def _keep(session: Session, tree: CodeTree, stays: int, codes: Sequence[Code]) -> int:
    stated = tree.by_id[stays]
    row = session.get_one(CodeRow, stays)
    for field in _FIELDS:
        if not getattr(stated, field):
            texts = dict.fromkeys(getattr(code, field) for code in codes)
            setattr(row, field, "\n".join(filter(None, texts)))
    session.flush()
    notes = [note for code in codes if (note := _note(session, tree, stated, code))]
    for note in notes:
        write_memo(session, MemoPlace("code", stays), note, acting_coder(session))
    return len(notes)


def _note(session: Session, tree: CodeTree, stated: Code, code: Code) -> str:
    """What a code says and the one that stays says otherwise; "" when there is no such thing."""
    head, labels = _WORDS[study_facts(session).language]
    lines = [
        f"{label}: {getattr(code, field)}"
        for field, label in zip(_FIELDS, labels, strict=True)
        if getattr(stated, field) and getattr(code, field) not in ("", getattr(stated, field))
    ]
    return "\n".join([head.format(path=" / ".join(tree.path(code.id))), *lines]) if lines else ""
