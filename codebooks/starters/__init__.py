"""Starter codebooks: plain text files, one code a line."""
