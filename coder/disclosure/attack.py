"""What a reader can work out about every hidden cell of a publication."""

from coder.disclosure.compiling import system_of
from coder.disclosure.decisions import Interval, interval_of
from coder.disclosure.primary import NARROWEST
from coder.disclosure.probing import Prober
from coder.disclosure.publication import Publication
from coder.disclosure.system import System
from corpus.problems import Problem


def attack(publication: Publication) -> list[Interval]:
    """The exact interval of every hidden cell: no count outside fits everything printed."""
    system = system_of(publication)
    prober = Prober(system)
    return [
        interval_of(publication, system.numbers[each], prober.exact(each), wanted(system, each))
        for each in _hidden_cells(system)
    ]


def recovered(publication: Publication) -> list[Interval]:
    """The hidden cells that are not safe, with their exact intervals; much faster than `attack`."""
    system = system_of(publication)
    prober = Prober(system)
    return [
        interval_of(publication, system.numbers[each], prober.exact(each), wanted(system, each))
        for each in _hidden_cells(system)
        if not prober.is_open(each, wanted(system, each))
    ]


def refuse_recovered(publication: Publication) -> None:
    """A Problem that names the first hidden cell which follows from what is printed."""
    found = recovered(publication)
    if found:
        more = f" ({len(found)} cells in all)" if len(found) > 1 else ""
        raise Problem(
            found[0].sentence + more,
            "Hide more, put columns or rows together, or leave the labels of these quotes out.",
        )


def wanted(system: System, number: int) -> int:
    """How many counts besides one a hidden cell must have: 3, or what its totals alone leave."""
    return min(NARROWEST, system.prior[number])


def _hidden_cells(system: System) -> list[int]:
    return [at for at, each in enumerate(system.numbers) if each.is_hidden and each.is_cell]
