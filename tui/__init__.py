"""The terminal: commands and screens."""
