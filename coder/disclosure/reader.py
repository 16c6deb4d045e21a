"""What a reader knows before reckoning, while some numbers are hidden and others are shown."""

from collections.abc import Iterator, Sequence

from coder.disclosure.publication import Spot
from coder.disclosure.system import System


class Reader:
    """The bounds of every number, kept up to date while numbers are hidden and shown.

    A shown number is known. A hidden one is not nought, because a nought is printed, but where its
    whole row is hidden, its whole column of few respondents, or a nought beside it in its row.
    """

    def __init__(self, system: System) -> None:
        self.system = system
        self.is_hidden = [number.is_hidden for number in system.numbers]
        self.low = [0] * len(system.numbers)
        self.high = [0] * len(system.numbers)
        for number in range(len(system.numbers)):
            self._bound(number)

    def hide(self, number: int) -> tuple[list[int], list[int]]:
        """Put a `:` for a number in every table; which numbers got wider and narrower bounds."""
        return self._set(number, True)

    def show(self, number: int) -> tuple[list[int], list[int]]:
        """Print a number again; which numbers got wider and narrower bounds."""
        return self._set(number, False)

    def component(self, number: int) -> tuple[list[int], list[int]]:
        """The open numbers that have to do with an open number, and the sums they stand in."""
        system, low, high = self.system, self.low, self.high
        found, sums, waiting = {number}, dict[int, None](), [number]
        while waiting:
            for one, _ in system.sums_of[waiting.pop()]:
                if one in sums:
                    continue
                sums[one] = None
                for other, _ in system.sums[one].terms:
                    if low[other] < high[other] and other not in found:
                        found.add(other)
                        waiting.append(other)
        return sorted(found), sorted(sums)

    def _set(self, number: int, is_hidden: bool) -> tuple[list[int], list[int]]:
        self.is_hidden[number] = is_hidden
        touched = {number: None}
        for spot in self.system.numbers[number].spots:
            touched |= {each: None for each in self._beside(spot) if self.is_hidden[each]}
        wider, narrower = [], []
        for each in touched:
            low, high = self.low[each], self.high[each]
            self._bound(each)
            if self.low[each] < low or self.high[each] > high:
                wider.append(each)
            if self.low[each] > low or self.high[each] < high:
                narrower.append(each)
        return wider, narrower

    def _beside(self, spot: Spot) -> Iterator[int]:
        """Its row, its column, and rows with a hidden nought in the column."""
        grid = self.system.grids[spot.sheet]
        yield from grid[spot.line]
        for line in grid:
            number = line[spot.column]
            is_nought = self.is_hidden[number] and self.system.numbers[number].value == 0
            yield from line if is_nought else [number]

    def _bound(self, number: int) -> None:
        fact = self.system.numbers[number]
        most = self.system.most[number]
        if self.is_hidden[number]:
            is_seen = fact.is_cell and bool(fact.value) and not self._may_be_nought(fact.spots)
            self.low[number], self.high[number] = int(is_seen), most
        elif fact.shown is None:
            self.low[number], self.high[number] = 0, most
        else:
            low, high = fact.shown
            self.low[number], self.high[number] = low, min(high, max(most, low))

    def _may_be_nought(self, spots: Sequence[Spot]) -> bool:
        """Whether it may be one in every table where it stands."""
        return all(self._is_vague(spot) for spot in spots)

    def _is_vague(self, spot: Spot) -> bool:
        line = self.system.grids[spot.sheet][spot.line]
        if all(self.is_hidden[number] for number in line) or self._is_across(spot):
            return True
        return any(
            self.is_hidden[other]
            and self.system.numbers[other].value == 0
            and not self._is_across(Spot(spot.sheet, spot.line, column))
            for column, other in enumerate(line)
        )

    def _is_across(self, spot: Spot) -> bool:
        """Whether the column is one of few respondents and hidden wholly."""
        grid, few = self.system.grids[spot.sheet], self.system.few[spot.sheet]
        return few[spot.column] and all(self.is_hidden[line[spot.column]] for line in grid)
