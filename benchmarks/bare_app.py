"""The least a Textual app does for a key; the baseline of the screens."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows how many keys were pressed."""

    pressed = 0

    def compose(self) -> ComposeResult:
        yield Static("0")

    def on_key(self) -> None:
        self.pressed += 1
        self.query_one(Static).update(str(self.pressed))


if __name__ == "__main__":
    Bare().run()
