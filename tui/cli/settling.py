"""The command settings: what is settled, where, and the keys of all commands of the screens."""

from tui.cli.screen import print_text, say

_NAME = 10


def settings() -> None:
    """Show the settings in effect, their file, and every command of the screens with its keys."""
    from tui.commands.listed import COMMANDS
    from tui.commands.registry import SCOPE_TITLES, keys_in_effect
    from tui.settings import log_path, read_settings

    settled = read_settings()
    commands, fault = keys_in_effect(COMMANDS, settled.keys)
    there = "" if settled.path and settled.path.exists() else "  (not there yet)"
    print_text(f"{'file':<{_NAME}}{settled.path}{there}")
    print_text(f"{'log':<{_NAME}}{log_path()}\n")
    print_text(f"{'coder':<{_NAME}}{settled.coder}")
    print_text(f"{'theme':<{_NAME}}{settled.theme or 'dark'}")
    print_text(f"{'language':<{_NAME}}{settled.language or 'as the system'}")
    suggest = settled.suggest
    ahead = f", ticked ahead from {suggest.pretick:.0%}" if suggest.pretick else ""
    print_text(f"{'suggest':<{_NAME}}{f'on{ahead}' if suggest.on else 'off'}")
    ids = max(len(command.id) for command in commands)
    keys = max(len(", ".join(command.keys)) for command in commands)
    for scope, title in SCOPE_TITLES.items():
        listed = [command for command in commands if command.scope is scope]
        if listed:
            print_text(f"\n[keys] {title.lower()}")
        for command in listed:
            pressed = ", ".join(command.keys)
            print_text(f"  {command.id:<{ids}}  {pressed:<{keys}}  {command.help}")
    if fault:
        say(f"{fault} The built-in keys are in use.")
