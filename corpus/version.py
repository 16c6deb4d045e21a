"""The program's version."""

__version__ = "0.0.1"
