"""What surrounds the screens: keys, colours, help, the ways out, and what happens in a fault."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Timer
from typing import ClassVar

from rich.segment import Segment
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.notifications import Notify, SeverityLevel
from textual.worker import WorkerFailed

from corpus.problems import Problem
from corpus.visible import visible
from tui.commands.listed import COMMANDS
from tui.commands.registry import Command, Scope, keys_in_effect, shown_key
from tui.leaving import HUNG_UP, end_for_sure, is_alone, on_signals
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.screens.helping import help_lines
from tui.screens.looks import Looks
from tui.screens.pages import Page
from tui.screens.palette import palette
from tui.settings import Settings, Suggest
from tui.settings_file import Value, write_setting
from tui.telling import Telling
from tui.themes import look_for, look_of, own_themes, theme_name
from tui.words import _

UNEXPECTED = 70
_LOOK_SECONDS = 2.0
_TOGETHER = 0.5
"""Seconds within which things told belong together."""


class Shell(App[None], inherit_bindings=False):
    """An app with a user's settings; its screens carry out commands of the list."""

    TITLE = "fullkoding"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.APP),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(self, settings: Settings, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = settings
        self._forced: Timer | None = None
        self.failure: Exception | None = None
        """What ended the program although nobody expected it."""
        self.commands, self._key_fault = keys_in_effect(commands, settings.keys)
        self.set_keymap(_keymap(commands, self.commands))
        for theme in own_themes():
            self.register_theme(theme)
        colours = self.console.color_system
        self._begin_with(theme_name(look_for(settings.theme, colours, self.no_color)))

    def on_mount(self) -> None:
        """Listen to the system, and tell when the user's keys cannot be."""
        if self._in_terminal:
            on_signals(lambda code: self.exit(return_code=code), self._end_for_sure)
            self.set_interval(_LOOK_SECONDS, self._leave_with_terminal)
        if self._key_fault:
            kept = _("The built-in keys are in use.")
            self.notify(f"{self._key_fault} {kept}", severity="warning", timeout=10, markup=False)

    def get_driver_class(self) -> type[Driver]:
        """A way to the terminal that survives its being closed, where Textual has none."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from tui.terminal_driver import TerminalDriver

        return TerminalDriver

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tell something; data in it is text, whatever it looks like."""
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        told = Telling(visible(message), visible(title), severity, seconds, markup=False)
        self.post_message(Notify(told))

    def on_notify(self, event: Notify) -> None:
        """What is told takes the place of what was told before, unless they came together."""
        for earlier in list(self._notifications):
            if event.notification.raised_at - earlier.raised_at > _TOGETHER:
                self._unnotify(earlier, refresh=False)

    def action_command(self, command: str) -> None:
        """Carry out a command that holds everywhere; above the screens only the end."""
        if isinstance(self.screen, CommandScreen):
            self.screen.action_command(command)
        elif command == "quit":
            self.do_quit()

    def action_help_quit(self) -> None:
        """Tell who presses ctrl+c how the program is closed."""
        keys = next(command.keys for command in self.commands if command.id == "quit")
        self.notify(_("{key} closes the program.").format(key=shown_key(keys[0])), timeout=3)

    def do_help(self) -> None:
        """Keys and commands of this screen."""
        scope = self._scope()
        parts = self.screen.PARTS if isinstance(self.screen, CommandScreen) else ()
        self.push_screen(
            Page(_("Keys"), lambda width: help_lines(self.commands, scope, width, parts))
        )

    def do_palette(self) -> None:
        """All commands of this screen, to be found by name."""
        screen = self.screen

        def carry_out(command: str | None) -> None:
            if command and isinstance(screen, CommandScreen):
                screen.action_command(command)

        self.push_screen(palette(self.commands, self._scope()), carry_out)

    def do_colours(self) -> None:
        """Other colours, seen while they are chosen and remembered in the settings file."""
        before = look_of(self.theme)

        def keep(look: str | None) -> None:
            self._wear(look or before)
            if look and look != before:
                self._write_setting("theme", look)

        self.push_screen(Looks(before, self._wear), keep)

    def do_quit(self) -> None:
        """Close the program; everything is saved already."""
        if self._in_terminal:
            self._end_for_sure(0)
        self.exit()

    def has_ended(self) -> None:
        """To be called when the screens are closed: nothing more has to be forced."""
        if self._forced is not None:
            self._forced.cancel()

    def _end_for_sure(self, code: int) -> None:
        """End the program by force should closing it get stuck."""
        self.has_ended()
        self._forced = end_for_sure(code, getattr(self._driver, "attrs_before", None) or ())

    def _leave_with_terminal(self) -> None:
        if is_alone():
            self._end_for_sure(HUNG_UP)
            self.exit(return_code=HUNG_UP)

    def _begin_with(self, theme: str) -> None:
        """Wear a theme from the start: the styles are read once, not for another theme before."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self.set_class(True, f"-theme-{theme}", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)

    def _wear(self, look: str) -> None:
        self.theme = theme_name(look)

    def suggest_like(self, way: Suggest) -> None:
        """Suggest codes in another way from now on, and remember it in the settings file."""
        before, self.settings = self.settings.suggest, replace(self.settings, suggest=way)
        if way.on != before.on:
            self._write_setting("suggest.on", way.on)
        if way.pretick != before.pretick:
            self._write_setting("suggest.pretick", way.pretick or False)

    def _write_setting(self, name: str, value: Value) -> None:
        if self.settings.path is None:
            return
        try:
            write_setting(self.settings.path, name, value)
        except Problem as problem:
            told = f"{problem.sentence} {problem.hint}"
            self.notify(told, severity="warning", timeout=10, markup=False)

    def _scope(self) -> Scope:
        return self.screen.SCOPE if isinstance(self.screen, CommandScreen) else Scope.APP

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong for the log: it is told when the terminal is a terminal again.

        A screen that was still being put up when the program ended misses its parts; let it.
        """
        if self._exit and isinstance(error, NoMatches):
            return
        cause = error.error if isinstance(error, WorkerFailed) else error
        self.failure = self.failure or (cause if isinstance(cause, Exception) else error)
        super()._handle_exception(error)
        self._return_code = UNEXPECTED

    def _fatal_error(self) -> None:
        """Close without showing the inside of the program."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Print nothing: what there is to tell is told by whoever started the screens."""
        if self._exit_renderables and self.failure is None:
            if self._in_terminal and is_alone():
                self._return_code = HUNG_UP
            else:
                told = self.console.render_lines(self._exit_renderables[0])
                self.failure = RuntimeError("\n".join(_text(line) for line in told))
                self._return_code = UNEXPECTED
        self._exit_renderables.clear()

    @property
    def _in_terminal(self) -> bool:
        return self._driver is not None and not self._driver.is_headless


def _text(line: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in line).rstrip()


def _keymap(built_in: Sequence[Command], own: Sequence[Command]) -> dict[str, str]:
    return {
        new.id: ",".join(new.keys)
        for old, new in zip(built_in, own, strict=True)
        if new.keys != old.keys
    }
