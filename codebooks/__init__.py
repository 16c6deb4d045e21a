"""The code lists."""
