"""How often a property is tried: few times in every run, often when the environment says so."""

import os


def trials(few: int) -> int:
    """`few`, or what FULLKODING_TRIALS says."""
    return int(os.environ.get("FULLKODING_TRIALS", few))
