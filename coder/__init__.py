"""Who coded what, and what comes of it."""
