"""Makes the pictures of the README: the demo study on the screens, acted out key by key."""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coder.demo.build import build_demo
from tui.app import Fullkoding
from tui.settings import Settings
from tui.words import speak

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_NUMBER = re.compile(r"terminal-\d+")
_MOMENT = 0.3


@dataclass(frozen=True)
class Picture:
    """What is shown: the question (none: the list of them), size, look, and keys; `=` is text."""

    name: str
    question: str
    keys: Sequence[str]
    size: tuple[int, int] = (120, 32)
    look: str = "dark"


PICTURES = (
    Picture("questions", "", (), (100, 16)),
    Picture(
        "coding",
        "k2.4",
        (
            *("=Kapasitet / For få årsverk", "enter", "space"),
            *("=Økonomi / Tilskudd", "enter", "space"),
            *("=Kapasitet / Vikarer", "enter", "space", "=kap"),
        ),
    ),
    Picture("pieces", "k2.1", ("down", "ctrl+s", "down"), look="light"),
    Picture(
        "codebook",
        "k2.4",
        (
            *("=Kapasitet / For få årsverk", "enter", "space"),
            *("=Økonomi / Tilskudd", "enter", "space"),
            *("=Kapasitet / Vikarer", "enter", "space", "=Vikarar", "enter", "space"),
            *("ctrl+j", "down", "down", "f3", "=Vikarer i faste stillinger.", "ctrl+s"),
            *("down", "down", "down", "space", "up", "up", "up", "up", "f5"),
        ),
        (120, 28),
    ),
    Picture("many", "k2.4", ("f2", "=bolig*", "enter", "f8", "=Bolig / Flere boliger"), (120, 32)),
)


async def _draw(picture: Picture, study: Path, folder: Path) -> str:
    app = Fullkoding(
        folder / f"{picture.name}.json", "KH", study, picture.question, Settings("KH", picture.look)
    )
    async with app.run_test(size=picture.size, notifications=False) as pilot:
        await pilot.pause(2 * _MOMENT)
        for key in picture.keys:
            text = key.removeprefix("=")
            pressed = [key] if text == key else [_NAMES.get(letter, letter) for letter in text]
            await pilot.press(*pressed)
            await pilot.pause(_MOMENT)
        drawn = app.export_screenshot(title="fullkoding", simplify=True)
    return _NUMBER.sub(f"terminal-{picture.name}", _FONTS.sub("", drawn))


_NAMES = {" ": "space", "/": "slash"}


def main() -> None:
    """Write all pictures, or those that are named."""
    speak("en")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if sys.argv[1:] and picture.name not in sys.argv[1:]:
            continue
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            study = build_demo(folder / "demo").study
            drawn = asyncio.run(_draw(picture, study, folder))
        target = FOLDER / f"{picture.name}.svg"
        target.write_text(drawn, encoding="utf-8", newline="\n")
        print(target.name)


if __name__ == "__main__":
    main()
