"""What the coding screen asks of a study and does to it; no screen here."""
