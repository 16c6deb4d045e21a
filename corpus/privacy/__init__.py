"""Finding and masking text that would tell who answered."""
