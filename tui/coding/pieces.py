"""What the coding screen shows, made from what the study says; pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from codebooks.tree import CodeTree
from coder.workbench.context import AnswerContext
from coder.workbench.workbench import CodeUse
from tui.coding.filter_words import band_in_words
from tui.finding.codes import NINE, FinderCode
from tui.finding.codes import Hit as Found
from tui.finding.offer import NOTHING, Offer
from tui.widgets.answer_view import AnswerText
from tui.widgets.cells import cells, one_line
from tui.widgets.chips import Chip
from tui.widgets.code_rows import CodeRow, Coverage
from tui.widgets.hits import Hit
from tui.widgets.segment_signs import CodedSegment

_SIGNS = "●■▲◆★○□△◇☆"
_RETIRED = "†"


@dataclass(frozen=True)
class Codes:
    """The codes of a question as the finder and the lists need them, by id in codebook order."""

    known: Mapping[int, CodeUse]

    @cached_property
    def by_id(self) -> dict[int, CodeUse]:
        """The codes that are offered: a retired one is still known, and seen on its answers."""
        return {id_: use for id_, use in self.known.items() if not _is_retired(use)}

    def path(self, code_id: int) -> tuple[str, ...]:
        """The names from the main theme to a known code, a retired one with `†`."""
        use = self.known[code_id]
        return (*use.path[:-1], f"{use.path[-1]} {_RETIRED}") if _is_retired(use) else use.path

    @cached_property
    def for_finder(self) -> list[FinderCode]:
        """The codes as the finder ranks them."""
        return [
            FinderCode(use.code.id, use.path, use.code.number, use.answers, use.last_used)
            for use in self.by_id.values()
        ]

    def chips(self) -> dict[int, Chip]:
        """The codes as the grid shows them: a short name, and a sign that does not need colour."""
        return {
            id_: Chip(use.code.name, _RETIRED if _is_retired(use) else _sign(use))
            for id_, use in self.known.items()
        }

    def hits(
        self,
        codes: Sequence[int | None],
        coverage: Mapping[int, Coverage],
        offer: Offer = NOTHING,
    ) -> tuple[Hit | None, ...]:
        """Lines for codes on their digits; a digit without a code is an empty line."""
        return tuple(
            self._offered(code, coverage, offer)
            if code is not None and code in self.by_id
            else None
            for code in codes
        )

    def found(self, hits: Sequence[Found], coverage: Mapping[int, Coverage]) -> tuple[Hit, ...]:
        """Lines for what the finder found."""
        return tuple(self._hit(hit.code_id, coverage) for hit in hits if hit.code_id in self.by_id)

    def rows(self, tree: CodeTree, coverage: Mapping[int, Coverage]) -> list[CodeRow]:
        """The codebook as lines, with own and total counts."""
        return [
            CodeRow(
                use.code.id,
                use.code.name,
                depth=len(use.path) - 1,
                number=use.code.number,
                own=use.answers,
                total=use.answers if use.under is None else use.under,
                theme=bool(tree.children(use.code.id)),
                retired=_is_retired(use),
                coverage=coverage.get(use.code.id, Coverage.NONE),
            )
            for use in self.known.values()
        ]

    def scale(self, tree: CodeTree) -> tuple[int | None, ...] | None:
        """The codes of a short list of which an answer takes exactly one, each on its digit."""
        if not tree.single:
            return None
        codes = [id_ for id_ in self.by_id if self.by_id.keys().isdisjoint(tree.subtree(id_)[1:])]
        if not 0 < len(codes) <= NINE:
            return None
        return (*codes, *[None] * (NINE - len(codes)))

    def _offered(self, code_id: int, coverage: Mapping[int, Coverage], offer: Offer) -> Hit:
        hit = self._hit(code_id, coverage)
        if code_id not in offer.shares:
            return hit
        share, reason = offer.shares[code_id], offer.reasons.get(code_id, "")
        return replace(hit, share=share, reason=reason, ticked=code_id in offer.ticked)

    def _hit(self, code_id: int, coverage: Mapping[int, Coverage]) -> Hit:
        use = self.by_id[code_id]
        return Hit(code_id, use.path, use.answers, coverage.get(code_id, Coverage.NONE))


def _is_retired(use: CodeUse) -> bool:
    return use.code.status != "active"


def _sign(use: CodeUse) -> str:
    own = one_line(use.code.symbol)
    return own if cells(own) == 1 else _SIGNS[use.code.number % len(_SIGNS)]


def signs(coverage: Mapping[int, str]) -> dict[int, Coverage]:
    """The signs for all or some of the chosen answers."""
    both = {"all": Coverage.ALL, "some": Coverage.SOME}
    return {code: both[how] for code, how in coverage.items()}


def shown(answer: AnswerContext | None, codes: Codes) -> AnswerText:
    """An answer's text with its coded segments."""
    if answer is None:
        return AnswerText()
    segments = tuple(
        CodedSegment(coding.start, coding.end, " / ".join(codes.path(coding.code_id)))
        for coding in answer.codings
        if coding.start is not None
        and coding.end is not None
        and coding.version == answer.version
        and coding.code_id in codes.known
    )
    return AnswerText(answer.text, segments)


def paths_of(answer: AnswerContext, codes: Codes) -> list[tuple[str, ...]]:
    """The codes of an answer by their paths, each once."""
    given = dict.fromkeys(coding.code_id for coding in answer.codings)
    return [codes.path(code) for code in given if code in codes.known]


def facts_in_words(answer: AnswerContext) -> str:
    """The respondent's band and closed answers."""
    closed = "  ".join(f"{variable}: {value}" for variable, value in answer.closed)
    return f"{answer.respondent} ({band_in_words(answer.band)})  {closed}".rstrip()


def held(answer: AnswerContext | None) -> Collection[int]:
    """The codes that an answer has."""
    return {coding.code_id for coding in answer.codings} if answer else ()
