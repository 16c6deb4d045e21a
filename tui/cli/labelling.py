"""What commands that print quotes share: which labels stand behind them, and who decided that."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from tui.cli.shared import one_of, who

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.results.label_merging import LabelRule
    from coder.study import Study
    from corpus.queries import Question

MOST_BEHIND = 10
_LEAST_BEHIND = 5
_WISHES = ("merged", "as-they-are", "off")

LabelsOption = Annotated[
    str,
    typer.Option(
        "--labels",
        metavar="|".join(_WISHES),
        help="The size band behind each quote; bands of few respondents are merged.",
    ),
]
NoLabelsOption = Annotated[bool, typer.Option("--no-labels", help="The same as --labels off.")]
FewestOption = Annotated[
    int,
    typer.Option(
        "--fewest",
        metavar="N",
        min=_LEAST_BEHIND,
        max=MOST_BEHIND,
        help="How many who answered must stand behind a label.",
    ),
]
ReasonOption = Annotated[
    str,
    typer.Option("--reason", metavar="TEXT", help="Why labels are as they are: kept in the log."),
]


@dataclass(frozen=True)
class WishedLabels:
    """Whether labels are on, by which rule, and the reason for leaving bands as they are."""

    are_on: bool
    rule: "LabelRule"
    reason: str = ""

    @property
    def as_they_are(self) -> bool:
        """Whether bands are printed, however few stand behind them."""
        return self.are_on and self.rule.as_they_are


class LabelsCommand(TyperCommand):
    """A command in which --labels may stand without a value, as it could before there were any."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments, `--labels` alone taken as `--labels merged`."""
        given = list(args)
        for at in reversed([at for at, each in enumerate(args) if each == "--labels"]):
            if args[at + 1 : at + 2] and args[at + 1] in _WISHES:
                continue
            given.insert(at + 1, _WISHES[0])
        return super().parse_args(ctx, given)


def wished_labels(labels: str, no_labels: bool, fewest: int, reason: str) -> WishedLabels:
    """What was asked for; wrong usage where a reason is missing or says nothing."""
    from coder.results.label_merging import LabelRule

    wish = "off" if no_labels else one_of("--labels", labels, _WISHES)
    reason = " ".join(reason.split())
    if wish == "as-they-are" and not reason:
        raise typer.BadParameter("--labels as-they-are needs --reason TEXT.")
    if reason and wish != "as-they-are":
        raise typer.BadParameter("--reason goes with --labels as-they-are.")
    return WishedLabels(wish != "off", LabelRule(fewest, wish == "as-they-are"), reason)


def few_behind(session: "Session", asked: "Sequence[Question]", wished: WishedLabels) -> str:
    """What a person must be told about labels that few respondents stand behind, or ""."""
    from coder.results.labels import thin_labels

    thin = thin_labels(session, asked, wished.rule) if wished.are_on else []
    if not thin:
        return ""
    few = f"Fewer than {wished.rule.fewest} respondents stand behind these labels"
    if wished.as_they_are:
        return f"{few}, which are printed all the same: {'; '.join(thin)}."
    return f"{few}, which are merged with their neighbours: {'; '.join(thin)}."


@contextmanager
def noted(study: "Study", asked: "Sequence[Question]", wished: WishedLabels) -> Iterator[None]:
    """Within, what is written is noted in the study where bands are left as they are."""
    if not wished.as_they_are:
        yield
        return
    from coder.people import coder_id
    from coder.quoting.decisions import note_labels

    name = who("")
    keys = "; ".join(question.full_key for question in asked)
    with study.act("thin_labels", name, question=keys, reason=wished.reason) as session:
        note_labels(session, keys, wished.reason, coder_id(session, name))
        yield
