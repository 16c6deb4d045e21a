"""The four looks: calm dark, calm light, high contrast, and the terminal's own colours."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.theme import Theme

from tui.settings import THEMES

_PREFIX = "fullkoding-"
_FEW_COLOURS = ("standard", "windows")


class _Colours(NamedTuple):
    """What a look is made of: the ground, bars on it, inks, lines, the cursor, five hues."""

    ground: str
    bar: str
    ink: str
    quiet: str
    line: str
    cursor: str
    on_cursor: str
    blue: str
    gold: str
    orange: str
    red: str
    green: str


_DARK = _Colours(
    ground="#15181c",
    bar="#242a32",
    ink="#d5dae1",
    quiet="#9aa4b0",
    line="#3d4652",
    cursor="#2d4a66",
    on_cursor="#f4f7fa",
    blue="#82b4e2",
    gold="#d8b36a",
    orange="#e5a25f",
    red="#ec8b85",
    green="#93c586",
)
_LIGHT = _Colours(
    ground="#fbfaf7",
    bar="#e8e5de",
    ink="#23272c",
    quiet="#565c64",
    line="#bdb9af",
    cursor="#cfe1f1",
    on_cursor="#0f2233",
    blue="#1c5a8f",
    gold="#7a5000",
    orange="#8a4600",
    red="#a32b24",
    green="#2b6430",
)
_CONTRAST = _Colours(
    ground="#000000",
    bar="#262626",
    ink="#ffffff",
    quiet="#dadada",
    line="#ffffff",
    cursor="#ffe14d",
    on_cursor="#000000",
    blue="#9ad4ff",
    gold="#ffd75f",
    orange="#ffb86b",
    red="#ffb0b0",
    green="#9dff9d",
)


def own_themes() -> Iterable[Theme]:
    """The looks as Textual knows them."""
    yield _theme("dark", _DARK, dark=True)
    yield _theme("light", _LIGHT, dark=False)
    yield _theme("contrast", _CONTRAST, dark=True)
    yield _terminals_own("ansi")


def theme_name(look: str) -> str:
    """The name under which Textual knows a look of the settings."""
    return f"{_PREFIX}{look}"


def look_of(theme: str) -> str:
    """The look of the settings that a theme is."""
    return theme.removeprefix(_PREFIX)


def look_for(wanted: str, colours: str | None, no_color: bool) -> str:
    """The look to begin with: the one the settings want ("" for none), where it can be shown.

    `colours` is what the terminal can show, as Rich calls it; with `no_color` nothing is coloured,
    and only the look that tells all by bold and reversed text is readable then.
    """
    if no_color:
        return "ansi"
    return wanted or ("ansi" if colours in _FEW_COLOURS else THEMES[0])


def _theme(look: str, of: _Colours, dark: bool) -> Theme:
    return Theme(
        name=theme_name(look),
        primary=of.blue,
        secondary=of.green,
        accent=of.gold,
        warning=of.orange,
        error=of.red,
        success=of.green,
        foreground=of.ink,
        background=of.ground,
        surface=of.ground,
        panel=of.bar,
        boost=of.ground,
        dark=dark,
        variables=_texts(of) | _pieces(of),
    )


def _texts(of: _Colours) -> dict[str, str]:
    return {
        "text-muted": of.quiet,
        "text-disabled": of.quiet,
        "text-primary": of.blue,
        "text-secondary": of.green,
        "text-accent": of.gold,
        "text-warning": of.orange,
        "text-error": of.red,
        "text-success": of.green,
        "foreground-muted": of.quiet,
        "foreground-disabled": of.quiet,
        "footer-foreground": of.quiet,
        "footer-background": of.bar,
        "footer-key-foreground": of.blue,
        "footer-description-foreground": of.ink,
    }


def _pieces(of: _Colours) -> dict[str, str]:
    return {
        "block-cursor-foreground": of.on_cursor,
        "block-cursor-background": of.cursor,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": of.ink,
        "block-cursor-blurred-background": of.bar,
        "block-hover-background": of.bar,
        "border": of.blue,
        "border-blurred": of.line,
        "input-cursor-background": of.ink,
        "input-cursor-foreground": of.ground,
        "input-selection-background": of.cursor,
        "input-selection-foreground": of.on_cursor,
        "screen-selection-background": of.cursor,
        "screen-selection-foreground": of.on_cursor,
        "scrollbar": of.line,
        "scrollbar-hover": of.quiet,
        "scrollbar-active": of.quiet,
        "scrollbar-background": of.ground,
        "scrollbar-background-hover": of.ground,
        "scrollbar-background-active": of.ground,
        "scrollbar-corner-color": of.ground,
    }


def _terminals_own(look: str) -> Theme:
    """The sixteen colours that the terminal's owner chose; what matters is bold or reversed."""
    return Theme(
        name=theme_name(look),
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_magenta",
        warning="ansi_red",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            "text-muted": "ansi_default",
            "text-disabled": "ansi_default",
            "block-cursor-foreground": "ansi_default",
            "block-cursor-background": "ansi_default",
            "block-cursor-text-style": "reverse",
            "block-cursor-blurred-text-style": "bold",
            "border": "ansi_default",
            "border-blurred": "ansi_default",
            "footer-key-foreground": "ansi_default",
            "scrollbar": "ansi_default",
            "scrollbar-hover": "ansi_default",
            "scrollbar-active": "ansi_default",
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
            "input-selection-background": "ansi_cyan",
            "input-selection-foreground": "ansi_black",
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
        },
    )
