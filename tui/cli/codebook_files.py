"""Commands on codebooks as files: export, import, starters."""

from collections.abc import Callable
from typing import Any

COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = ()
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
