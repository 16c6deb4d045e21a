"""Codebooks as files: in and out."""
