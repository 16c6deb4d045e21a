"""What a row says about its respondent: name, kind, inhabitants, band, closed answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.bands import DISTRICT, UNKNOWN, BandScheme
from corpus.reading.plan import Oddity, Plan, Role
from corpus.reading.population import read_population
from corpus.reading.records import RespondentRecord


@dataclass(frozen=True)
class FactColumns:
    """The positions of the facts about a respondent, None for those the file does not give."""

    name: int | None
    kind: int | None
    population: int | None
    band: int | None
    variables: tuple[tuple[int, str], ...]

    @property
    def positions(self) -> tuple[int, ...]:
        """All positions, in no particular order."""
        single = (self.name, self.kind, self.population, self.band)
        variables = (position for position, _ in self.variables)
        return (*(one for one in single if one is not None), *variables)


def fact_columns(plan: Plan) -> FactColumns:
    """Where the facts stand, by a plan."""

    def position(role: Role) -> int | None:
        column = plan.one(role)
        return None if column is None else column.position

    return FactColumns(
        name=position(Role.NAME),
        kind=position(Role.KIND),
        population=position(Role.POPULATION),
        band=position(Role.BAND),
        variables=tuple((one.position, one.header) for one in plan.having(Role.VARIABLE)),
    )


def read_respondent(
    row: int, key: str, cells: Sequence[str], columns: FactColumns, scheme: BandScheme
) -> tuple[RespondentRecord, list[Oddity]]:
    """The respondent of a row with a stored band, and what is odd about population and band.

    A city district has the band of its kind, whatever its population. Otherwise the band column
    decides, and where there is none, or it is empty, the population.
    """
    kind = _cell(cells, columns.kind)
    inhabitants = _cell(cells, columns.population)
    population = read_population(inhabitants) if inhabitants else None
    oddities: list[Oddity] = []
    if inhabitants and population is None:
        sentence = f"The population “{inhabitants}” is not a number."
        oddities.append(Oddity(row, "population", sentence))
    if kind and scheme.read(kind) == DISTRICT:
        band = DISTRICT
    else:
        band, odd = _band(row, _cell(cells, columns.band), population, scheme)
        oddities += odd
    if band == UNKNOWN and columns.population is not None and not (inhabitants or oddities):
        sentence = "The population is missing, so the size band is unknown."
        oddities.append(Oddity(row, "population", sentence))
    values = {header: cells[position].strip() for position, header in columns.variables}
    name = _cell(cells, columns.name)
    return RespondentRecord(row, key, name, kind, population, band, values), oddities


def _cell(cells: Sequence[str], position: int | None) -> str:
    return "" if position is None else cells[position].strip()


def _band(
    row: int, cell: str, population: int | None, scheme: BandScheme
) -> tuple[str, list[Oddity]]:
    stated = scheme.read(cell) if cell else UNKNOWN
    counted = UNKNOWN if population is None else scheme.of_population(population)
    if stated is None:
        sentence = f"“{cell}” is none of the size bands; it counts as unknown."
        return UNKNOWN, [Oddity(row, "band", sentence)]
    if UNKNOWN in (stated, counted) or stated == counted:
        return counted if stated == UNKNOWN else stated, []
    sentence = f"The size band “{cell}” does not fit the population {population}; the band counts."
    return stated, [Oddity(row, "band", sentence)]
