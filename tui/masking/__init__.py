"""The review of quotes: what is masked in each answer, and who approved it."""
