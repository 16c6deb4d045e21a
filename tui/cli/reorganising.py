"""Commands that split codes and find those that may be one."""

from collections.abc import Callable
from typing import Any

COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = ()
"""The names of the commands under `fullkoding codebook`, and what carries them out."""
