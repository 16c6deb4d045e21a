"""How names of codes are compared."""
