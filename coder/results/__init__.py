"""What the codings add up to: tables and quotes."""
