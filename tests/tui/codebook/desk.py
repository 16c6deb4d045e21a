"""A codebook to be reorganised on screen, and a hand at its keys."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from codebooks.describing import Description
from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.study import Study
from coder.workbench import codebook_edits as edits
from coder.workbench.codebook_desk import CodebookDesk
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from corpus.queries import find_question
from tests.builders import CODER, code_all
from tests.snapshots import Content, content
from tests.tui.coding import desk as coding_desk
from tests.tui.coding.desk import UNSUGGESTED, Quiet
from tests.tui.harness import run_app, screen_text, settled, until
from tests.tui.widgets.showing import HOSTILE
from tui.app import Fullkoding
from tui.codebook.screen import Codebook
from tui.codebook.tree_list import BookList
from tui.settings import Settings

Scenario = Callable[["Hand"], Awaitable[None]]

CODINGS = (
    ("R01", "k1", "Bolig"),
    ("R03", "k1", "Bolig; Økonomi / Mer midler"),
    ("R07", "k1", "Boliger"),
    ("R10", "k1", "Bolig; Økonomi / Mer midler; Fagfolk"),
    ("R11", "k1", "Økonomi / Staten"),
    ("R12", "k1", "Økonomi / Staten; Økonomi / Mer midler"),
)


def book(folder: Path) -> Path:
    """A codebook with themes, definitions, a colour, a memo, and answers."""
    path = coding_desk.rich(folder)
    with Study(path) as study:
        code_all(study, CODINGS)
        desk = CodebookDesk(study, "k1", CODER)
        means = Description(
            "For få boliger, eller for dyre.",
            "Unge uten sted å bo.",
            "Institusjoner.",
            "#1f77b4",
            "◆",
        )
        edits.describe_code(desk, code_id(desk.tree, "Bolig"), means)
        memos = MemoDesk(study, CODER)
        memos.write(MemoPlace("code", code_id(desk.tree, "Bolig")), "Se også neste år.")
    return path


def hostile(folder: Path) -> Path:
    """Texts that break careless screens, in every place that shows data of a codebook."""
    path = coding_desk.hostile(folder)
    text = " ".join(each.replace("\ud800", "\ufffd") for each in HOSTILE)
    with Study(path) as study:
        desk = CodebookDesk(study, "k1", CODER)
        for code in list(desk.tree.walk()):
            edits.describe_code(desk, code.id, Description(text, text, text, "#abc", "中"))
        for again in HOSTILE[:5]:
            edits.add(desk, None, f"Fagfolk {again.replace('/', '')}")
            edits.add(desk, None, f"fagfolk {again.replace('/', '')}")
        MemoDesk(study, HOSTILE[3]).write(MemoPlace("code", code.id), text)
    return path


def code_id(tree: CodeTree, name: str) -> int:
    """The code of this name."""
    return next(code.id for code in tree.walk() if code.name == name)


def contents(path: Path) -> Content:
    """Everything a study holds but its history."""
    with Study(path, read_only=True) as study:
        return content(study)


@dataclass
class Hand:
    """Presses keys and reads the screen."""

    pilot: Pilot[Any]
    app: Fullkoding

    @property
    def screen(self) -> Codebook:
        """The codebook screen, whatever stands over it."""
        return next(each for each in self.app.screen_stack if isinstance(each, Codebook))

    @property
    def lines(self) -> BookList:
        """The tree."""
        return self.screen.tree_list

    @property
    def text(self) -> str:
        """What is seen."""
        return screen_text(self.app)

    @property
    def told(self) -> str:
        """What the screen has told lately."""
        return "\n".join(notification.message for notification in self.app._notifications)

    @property
    def tree(self) -> list[str]:
        """The codes that are shown, by their paths."""
        return [self.screen.desk.path(row.id) for row in self.lines._seen]

    @property
    def at(self) -> str:
        """The code under the cursor, by its path."""
        return self.screen.desk.path(self.screen.cursor or 0) if self.screen.cursor else ""

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen is still."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        names = {" ": "space", "/": "slash", "#": "number_sign"}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def enter(self, text: str) -> None:
        """Type a text and press enter."""
        await self.type(text)
        await self.press("enter")

    async def go(self, name: str) -> None:
        """Put the cursor on the code of this name."""
        assert self.lines.move_to(code_id(self.screen.desk.tree, name))
        await self.press()

    async def mark(self, *names: str) -> None:
        """Mark codes."""
        for name in names:
            await self.go(name)
            await self.press("f6")

    async def until(self, predicate: Callable[[], object]) -> None:
        """Wait until something holds."""
        await until(self.pilot, predicate)

    async def hears(self, text: str) -> None:
        """Wait until something with this text in it is told."""
        await self.until(lambda: text in self.told)

    async def sees(self, *texts: str) -> None:
        """Wait until all texts stand on the screen."""
        await self.until(lambda: all(text in self.text for text in texts))

    async def rests(self) -> None:
        """Wait until everything is counted and shown."""
        await self.until(lambda: self.screen.desk.under is not None)
        await self.until(lambda: self.screen.desk.births is not None)
        await settled(self.pilot)


def at_book(
    path: Path,
    scenario: Scenario,
    size: tuple[int, int] = (80, 24),
    toasts: bool = False,
    coder: str = CODER,
) -> None:
    """Act out a scenario in the codebook screen, opened from the questions; without a fault."""
    settings = Settings(coder, suggest=UNSUGGESTED)
    app = Fullkoding(path.parent / "recent.json", coder, path, settings=settings)
    app._child = Quiet()

    async def act(pilot: Pilot[Any]) -> None:
        hand = Hand(pilot, app)
        await pilot.press("home", "k")
        await until(pilot, lambda: isinstance(app.screen, Codebook))
        await hand.rests()
        await scenario(hand)

    run_app(app, act, size, toasts=toasts)
    if app.failure is not None:
        raise app.failure


def tree_of(path: Path, question: str = "k1") -> list[str]:
    """The codes of a study in order, by their paths."""
    with Study(path, read_only=True) as study, study.read() as session:
        tree = codebook_of(session, find_question(session, question).id)
        return [" / ".join(tree.path(code.id)) for code in tree.walk()]
