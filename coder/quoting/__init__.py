"""Quotes: which pieces of answers are printed."""
