"""Coding from a file: many codings in one act, or a clear sentence and none."""
