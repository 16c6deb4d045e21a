"""How good the suggestions for a question would have been, from its own coding."""
