"""The command `fullkoding`."""

import sys

from tui.guard import intruder


def main() -> None:
    """Run the program; the exit code says how it went."""
    stranger = intruder()
    if stranger:
        print(stranger, file=sys.stderr)
        raise SystemExit(70)
    from tui.cli.border import run

    raise SystemExit(run())


if __name__ == "__main__":
    main()
