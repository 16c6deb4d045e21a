"""The screen of saved tables."""
