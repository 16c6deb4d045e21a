"""Lists of suggestions with known numbers, over the screens of a real program."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

from coder.suggest.child import Told
from coder.suggest.grouping import Cluster
from coder.suggest.ranker.suggestion import Doubt
from coder.workbench.filters import Filter, Sort
from tests.coder.workbench.known_suggesting import Known
from tests.tui.coding.desk import Hand, at_desk, program
from tui.coding.screen import Coding
from tui.suggested.finding import FindingScreen
from tui.suggested.likely import LikelyScreen

Scenario = Callable[[Hand], Awaitable[None]]
Screen = TypeVar("Screen", bound=FindingScreen)


def at_lists(
    study: Path,
    scenario: Scenario,
    size: tuple[int, int] = (80, 24),
    toasts: bool = False,
    waits: Callable[[], bool] = lambda: False,
) -> None:
    """Act out a scenario that begins on the coding screen, where suggestions are known."""

    async def act(hand: Hand) -> None:
        hand.screen.suggesting = Known(hand.screen.bench, waits)
        await scenario(hand)

    at_desk(program(study), act, size, toasts)


async def likely(hand: Hand, code: str = "Bolig") -> LikelyScreen:
    """The likely answers of a code, chosen by its name."""
    hand.screen.action_command("find_likely")
    await hand.pilot.pause()
    await hand.enter(code)
    return await found(hand, LikelyScreen)


async def opened(hand: Hand, command: str, kind: type[Screen]) -> Screen:
    """The screen that a command of the coding screen opens, when it shows what was found."""
    hand.screen.action_command(command)
    return await found(hand, kind)


async def found(hand: Hand, kind: type[Screen]) -> Screen:
    """The screen on top, when it shows what was found."""
    await hand.until(lambda: isinstance(hand.app.screen, kind) and hand.app.screen.is_found)
    await hand.press()
    screen = hand.app.screen
    assert isinstance(screen, kind)
    return screen


def on_coding_screen(hand: Hand) -> bool:
    """Whether the answers are shown."""
    return isinstance(hand.app.screen, Coding)


class Everything(Known):
    """Every answer is likely, every coding doubtful, and all answers are one group."""

    def likely(
        self, code_id: int, least: float, told: Told, cancelled: Callable[[], bool]
    ) -> list[tuple[int, float]]:
        """All answers."""
        return [(answer, 0.96) for answer in self.workbench.ids(Filter(), Sort.FILE)]

    def doubts(self, least: float, told: Told, cancelled: Callable[[], bool]) -> list[Doubt]:
        """Every code on every answer."""
        answers, codes = self.workbench.ids(Filter(), Sort.FILE), self.workbench.tree.by_id
        return [
            Doubt(answer, code, given, 0.03 if given else 0.97)
            for answer in answers
            for code in codes
            for given in (True, False)
        ]

    def clusters(
        self, ids: Sequence[int], told: Told, cancelled: Callable[[], bool]
    ) -> list[Cluster]:
        """One after the other, with its own text for words."""
        texts = dict(self.workbench.texts(ids))
        return [Cluster((id_,), (id_,), (texts[id_],)) for id_ in ids]


class Nothing(Known):
    """Knows nothing."""

    def likely(
        self, code_id: int, least: float, told: Told, cancelled: Callable[[], bool]
    ) -> list[tuple[int, float]]:
        """No answer."""
        return []

    def doubts(self, least: float, told: Told, cancelled: Callable[[], bool]) -> list[Doubt]:
        """No doubt."""
        return []
