"""The screen on which the quotes of a question are chosen."""
