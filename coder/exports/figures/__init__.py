"""Figures in files: pictures of what was counted."""
