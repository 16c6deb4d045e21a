"""The last gate: reading finished files and searching them for what masking should have taken."""
