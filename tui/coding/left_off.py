"""Where a coder left a question: kept beside the program's other state, never in the study."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coder.workbench.filters import Filter, Flag, Sort

_KEPT = 200


@dataclass(frozen=True)
class Place:
    """The open answer (its respondent's key), what was shown, and in which order."""

    respondent: str = ""
    filter: Filter = field(default_factory=Filter)
    order: Sort = Sort.FILE
    folded: bool = True


class LeftOff:
    """The places of all studies, in one small file; a file that cannot be used is left alone."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self, study: str, question: str, coder: str) -> Place:
        """Where this coder left a question of the study with this GUID."""
        try:
            written = json.loads(self._file.read_text("utf-8"))
            return _place(written[_key(study, question, coder)])
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return Place()

    def write(self, study: str, question: str, coder: str, place: Place) -> None:
        """Keep where a question is left."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            places = self._all()
            places.pop(_key(study, question, coder), None)
            places[_key(study, question, coder)] = _written(place)
            kept = dict(list(places.items())[-_KEPT:])
            new = self._file.with_suffix(".new")
            new.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
            new.replace(self._file)

    def _all(self) -> dict[str, Any]:
        try:
            known = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}


def _key(study: str, question: str, coder: str) -> str:
    return json.dumps([study, question, coder], ensure_ascii=False)


def _written(place: Place) -> dict[str, object]:
    shown = place.filter
    return {
        "respondent": place.respondent,
        "order": place.order.value,
        "folded": place.folded,
        "uncoded": shown.uncoded,
        "with": [sorted(group) for group in shown.with_codes],
        "without": [sorted(group) for group in shown.without_codes],
        "words": shown.words,
        "bands": sorted(shown.bands),
        "values": [list(value) for value in shown.values],
        "coder": shown.coder_id,
        "flag": shown.flag.value if shown.flag else None,
    }


def _place(written: Mapping[str, Any]) -> Place:
    shown = Filter(
        uncoded=bool(written["uncoded"]),
        with_codes=tuple(frozenset(map(int, group)) for group in written["with"]),
        without_codes=tuple(frozenset(map(int, group)) for group in written["without"]),
        words=str(written["words"]),
        bands=frozenset(map(str, written["bands"])),
        values=tuple((int(id_), str(value)) for id_, value in written["values"]),
        coder_id=None if written["coder"] is None else int(written["coder"]),
        flag=Flag(written["flag"]) if written["flag"] else None,
    )
    order = Sort(written["order"])
    order = Sort.FILE if order in (Sort.SIMILAR, Sort.LIKELY) else order
    return Place(str(written["respondent"]), shown, order, bool(written["folded"]))
