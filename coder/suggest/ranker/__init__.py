"""Which codes an answer may get: a small model over pairs of an answer and a code."""
