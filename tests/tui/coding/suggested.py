"""Suggestions that are known beforehand, for the coding screen without a process of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from threading import Event
from typing import Any, ClassVar

import tui.app
from coder.suggest.child import Cancelled
from coder.suggest.ranker.suggestion import Reason, Suggestion, Why
from coder.workbench.suggesting import Suggested
from coder.workbench.workbench import Workbench
from tests.builders import CODER
from tests.tui.coding.desk import Quiet
from tui.app import Fullkoding
from tui.coding.screen import Coding
from tui.settings import Settings, Suggest

_STYLES = Path(tui.app.__file__).parent

Told = Callable[[float], None]
Stopped = Callable[[], bool]

LIKELY: Mapping[str, float] = {
    "Bolig": 0.91,
    "Mer midler": 0.84,
    "Psykologer": 0.32,
    "Vet ikke": 0.08,
    "Uleselig": 0.004,
}
"""How likely codes are for every answer, by name."""

NAMES = ("Boligmangel", "Unge i bolig", "For få boliger")


@dataclass
class Oracle:
    """Suggests the same codes for every answer, as long as they are in the codebook.

    While `waits` is not set, nobody gets an answer; `fault` is raised instead of one.
    """

    bench: Workbench | None = None
    likely: Mapping[str, float] = field(default_factory=lambda: LIKELY)
    names: Sequence[str] = NAMES
    waits: Event = field(default_factory=Event)
    fault: Exception | None = None
    asked: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.waits.set()

    def prepare(self, told: Told, cancelled: Stopped) -> None:
        """Tell that it is done."""
        told(1.0)

    def encode(self, told: Told, cancelled: Stopped) -> bool:
        """No sentence encoder is there."""
        return False

    def suggest(self, answer_id: int, cancelled: Stopped) -> Suggested:
        """The codes by how likely they are."""
        self.asked.append(answer_id)
        while not self.waits.wait(0.01):
            if cancelled():
                raise Cancelled
        if self.fault is not None:
            raise self.fault
        assert self.bench is not None
        tree = self.bench.tree
        chances = {code.id: self.likely.get(code.name, 0.001) for code in tree.walk()}
        ordered = sorted(chances, key=lambda code: -chances[code])
        suggestions = [
            Suggestion(code, chances[code], self._reason(at, answer_id))
            for at, code in enumerate(ordered)
        ]
        return Suggested(answer_id, tree, tuple(suggestions[:9]), chances, tuple(self.names))

    def is_stale(self, suggested: Suggested) -> bool:
        """Whether the codebook is another one."""
        return self.bench is not None and suggested.state is not self.bench.tree

    def _reason(self, at: int, answer_id: int) -> Reason:
        ways = (
            Reason(Why.LIKE_ANSWER, ("boliger", "unge"), answer_id, 3),
            Reason(Why.NAME, ("midler",)),
            Reason(Why.OFTEN, count=4),
        )
        return ways[at % 3]


class Foretold(Fullkoding):
    """The program with an oracle on its coding screens."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [_STYLES / path for path in Fullkoding.CSS_PATH]

    def __init__(self, study: Path, oracle: Oracle, suggest: Suggest) -> None:
        settings = Settings(CODER, suggest=suggest, path=study.parent / "settings.toml")
        super().__init__(study.parent / "recent.json", CODER, study, "k1", settings)
        self._child = Quiet()
        self._oracle = oracle

    def push_screen(self, *args: Any, **more: Any) -> Any:
        """Give a coding screen the oracle before it is put up."""
        if isinstance(args[0], Coding):
            self._oracle.bench = args[0].bench
            args[0].__dict__["suggesting"] = self._oracle
        return super().push_screen(*args, **more)


def foretold(
    study: Path, oracle: Oracle | None = None, suggest: Suggest | None = None
) -> Fullkoding:
    """The program on the first question of a study, with suggestions that are known."""
    return Foretold(study, oracle or Oracle(), suggest or Suggest())
