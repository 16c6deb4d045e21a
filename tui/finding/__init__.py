"""Finding a code by what a coder types."""
