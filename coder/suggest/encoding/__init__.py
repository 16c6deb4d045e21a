"""The optional sentence encoder: whether it is there, what it says of texts, and keeping that."""
