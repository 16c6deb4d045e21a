"""A profile over size bands in the words of the screens."""

from collections.abc import Iterator

from coder.results.profile_cells import FEWEST, BandCell, Profile, ProfileRow
from coder.results.shares import Interval
from corpus.bands import UNKNOWN
from tui.widgets.cells import one_line
from tui.widgets.profile_list import BandHead, BandShare, ProfileLine
from tui.words import _

SIGNS = {"": "", "more": "▲", "less": "▼"}
"""What stands beside a share that is typical: more often, less often than among the others."""


def title_words(profile: Profile, only_typical: bool) -> str:
    """The question, its answers, how many typical ones, and that it is not for print."""
    marks = sum(1 for _mark in profile.marked())
    said = _("{count} typical").format(count=marks)
    shown = _("only typical codes") if only_typical else _("percent of n")
    private = _("not for print")
    key = f"{_('Size bands')}   {profile.question} · N={profile.answered}"
    return one_line(f"{key} · {said} · {shown} · {private}")


def heads_of(profile: Profile) -> list[BandHead]:
    """The bands as columns."""
    return [BandHead(column.head, column.key, column.n) for column in profile.columns]


def line_of(row: ProfileRow) -> ProfileLine:
    """A code as a line."""
    shares = tuple(map(_share, row.cells))
    return ProfileLine(row.path[-1], len(row.path) - 1, row.count, shares, row.is_theme)


def short_words(profile: Profile, row: ProfileRow, band: int) -> str:
    """The same where there is little room."""
    cell, head = row.cells[band], profile.columns[band].head
    said = _("{band}: {count} of {n} = {percent} % ({interval}), {points} points ({others}).")
    return one_line(
        said.format(
            band=head,
            count=cell.count,
            n=cell.n,
            percent=percent(cell.share),
            interval=_percents(cell.interval),
            points=points(cell.difference),
            others=_points(cell.difference_interval),
        )
    )


def cell_words(profile: Profile, row: ProfileRow, band: int) -> str:
    """A code in a band: share, interval, n, and the difference to all others, in sentences."""
    cell, head = row.cells[band], profile.columns[band].head
    share = _("{count} of {n} = {percent} % (95 % interval {interval})").format(
        count=cell.count, n=cell.n, percent=percent(cell.share), interval=_percents(cell.interval)
    )
    others = _("the others: {count} of {n} = {percent} %").format(
        count=cell.others, n=cell.n_others, percent=_others(cell)
    )
    difference = _("difference {points} points (95 % interval {interval})").format(
        points=points(cell.difference), interval=_points(cell.difference_interval)
    )
    path = " / ".join(row.path)
    return one_line(f"{path} · {head}: {share}; {others}; {difference}. {_judged(row, cell)}")


def code_lines(profile: Profile, row: ProfileRow) -> Iterator[str]:
    """A code in every band, a line for each, for a page."""
    for band in range(len(profile.columns)):
        yield cell_words(profile, row, band)
        yield ""


def method_lines() -> list[str]:
    """How it is compared, for a page."""
    marked = _(
        "{more} typical: more often than among the others. {less}: less often. Only what stands "
        "when all codes and bands of the question are tried together at the level of 5 percent "
        "(Holm 1979) is marked."
    )
    untried = _(
        "Bands and codes with fewer than {count} answers are not tried; shares of such bands "
        "stand in brackets."
    )
    return [
        _("Percent is of those in the band who answered (n). A theme counts each answer once."),
        "",
        _(
            "Intervals of 95 percent: Wilson (1927) for a share, Newcombe (1998, method 10) for "
            "the difference to all others who answered."
        ),
        "",
        marked.format(more=SIGNS["more"], less=SIGNS["less"]),
        "",
        untried.format(count=FEWEST),
        "",
        _(
            "This is for your eyes: small cells are shown. fullkoding codebook profile prints it "
            "with small cells hidden."
        ),
    ]


def percent(share: float) -> int:
    """Percent of a share or difference, half away from nought."""
    return int(abs(share) * 100 + 0.5 + 1e-9) * (1 if share >= 0 else -1)


def points(difference: float) -> str:
    """A difference in percentage points with its sign."""
    said = percent(difference)
    return f"{said:+}" if said else "0"


def _share(cell: BandCell) -> BandShare:
    interval = f"{percent(cell.interval.low)}-{percent(cell.interval.high)}"
    return BandShare(str(percent(cell.share)), interval, SIGNS[cell.mark], cell.n < FEWEST)


def _judged(row: ProfileRow, cell: BandCell) -> str:
    if cell.mark == "more":
        return _("{sign} Typical: more often than among the others.").format(sign=SIGNS["more"])
    if cell.mark == "less":
        return _("{sign} Typical: less often than among the others.").format(sign=SIGNS["less"])
    if cell.band == UNKNOWN:
        return _("Not compared: the size is not known.")
    if min(cell.n, cell.n_others, row.count) < FEWEST:
        return _("Not compared: fewer than {count} answers.").format(count=FEWEST)
    if cell.difference_interval.excludes_nought:
        return _("Not typical: it differs alone, but not when all are tried together.")
    return _("Not typical.")


def _others(cell: BandCell) -> int:
    return percent((cell.others or 0) / cell.n_others) if cell.n_others else 0


def _percents(interval: Interval) -> str:
    return _("{low} to {high}").format(low=percent(interval.low), high=percent(interval.high))


def _points(interval: Interval) -> str:
    return _("{low} to {high}").format(low=points(interval.low), high=points(interval.high))
