"""What the coding screen shows, made from what the study says; pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coder.workbench.context import AnswerContext
from coder.workbench.filters import Filter
from coder.workbench.workbench import CodeUse, Workbench
from tui.finding.codes import FinderCode
from tui.finding.codes import Hit as Found
from tui.widgets.code_rows import Coverage
from tui.widgets.hits import Hit
from tui.words import _


@dataclass(frozen=True)
class Codes:
    """The codes of a question as the finder and the lists need them, by id."""

    by_id: Mapping[int, CodeUse]

    @classmethod
    def of(cls, uses: Sequence[CodeUse]) -> "Codes":
        """The codes by id."""
        return cls({use.code.id: use for use in uses})

    def for_finder(self) -> list[FinderCode]:
        """The codes as the finder ranks them."""
        return [
            FinderCode(use.code.id, use.path, use.code.number, use.answers, use.last_used)
            for use in self.by_id.values()
        ]

    def shown(self, codes: Sequence[int | None], coverage: Mapping[int, str]) -> tuple[Hit, ...]:
        """Lines for codes on their digits; a digit without a code is an empty line at the end."""
        known = [code for code in codes if code is not None and code in self.by_id]
        return tuple(self._hit(code, coverage) for code in known)

    def found(self, hits: Sequence[Found], coverage: Mapping[int, str]) -> tuple[Hit, ...]:
        """Lines for what the finder found."""
        return tuple(self._hit(hit.code_id, coverage) for hit in hits)

    def _hit(self, code_id: int, coverage: Mapping[int, str]) -> Hit:
        use = self.by_id[code_id]
        return Hit(code_id, use.path, use.answers, sign_of(coverage.get(code_id)))


def sign_of(coverage: str | None) -> Coverage:
    """The sign for all, some or none of the marked answers."""
    return {"all": Coverage.ALL, "some": Coverage.SOME}.get(coverage or "", Coverage.NONE)


def codes_in_words(answer: AnswerContext, codes: Codes) -> str:
    """The codes of an answer on one line."""
    paths = {coding.code_id: codes.by_id.get(coding.code_id) for coding in answer.codings}
    return " · ".join(" / ".join(use.path) for use in paths.values() if use)


def facts_in_words(answer: AnswerContext) -> str:
    """The respondent's band and closed answers on one line."""
    closed = "  ".join(f"{variable}: {value}" for variable, value in answer.closed)
    return f"{answer.respondent} ({answer.band})  {closed}".rstrip()


def held(answer: AnswerContext | None) -> Collection[int]:
    """The codes that an answer has."""
    return {coding.code_id for coding in answer.codings} if answer else ()


def filter_in_words(wanted: Filter, bench: Workbench) -> str:
    """All parts of a filter on one line."""
    parts = [_("without a code")] if wanted.uncoded else []
    parts += [bench.name_of(group) for group in wanted.with_codes]
    parts += [_("not {code}").format(code=bench.name_of(group)) for group in wanted.without_codes]
    parts += [f"“{wanted.words}”"] if wanted.words else []
    return " + ".join(parts)
